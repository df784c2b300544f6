"""What moved between two days, in words and figures."""

import pandas as pd
import streamlit as st

from skillgap.domain.person.progress import FitChange, Progress
from skillgap.ui.language import (
    long_date,
    number,
    percent,
    plain,
    speech,
    translate_count,
)
from skillgap.ui.language import translate as _


def show_sentence(progress: Progress, profile: str) -> None:
    """Say in one sentence which way levels and fit went since a day."""
    words = _("Since **{day}**: {moves}; {fit}.").format(
        day=long_date(progress.then),
        moves=_say_moves(progress),
        fit=_say_fit(progress.same, plain(profile)),
    )
    st.markdown(words)


def _say_moves(progress: Progress) -> str:
    up, down = (len(progress.moved(move)) for move in ("rose", "fell"))
    parts = []
    if up:
        parts.append(translate_count("{count} skill rose", "{count} skills rose", up))
    if down:
        parts.append(translate_count("{count} skill fell", "{count} skills fell", down))
    return ", ".join(f"**{part}**" for part in parts) or _("no level changed")


def _say_fit(change: FitChange, profile: str) -> str:
    """Say how the fit went over the skills rated on both days."""
    if pd.isna(change.now.fit):
        return _("nothing that {profile} asks was rated on both days").format(
            profile=profile
        )
    then, now = percent(change.then.fit), percent(change.now.fit)
    if then == now:
        words = _("fit with {profile} still **{now}**")
    else:
        words = _("fit with {profile} **{then}** to **{now}**")
    return (
        words.format(profile=profile, then=then, now=now)
        + " "
        + translate_count(
            "over the {count} skill rated on both days",
            "over the {count} skills rated on both days",
            change.now.rated,
        )
    )


def show_fits(progress: Progress) -> None:
    """Show the fit over the same skills, over all rated ones, and how many are."""
    same, whole = progress.same, progress.whole
    rated = f"{number(whole.then.rated)} → {number(whole.now.rated)}"
    with st.container(horizontal=True):
        st.metric(_("Fit, same skills"), _arrow(same), border=True)
        st.metric(_("Fit, all rated skills"), _arrow(whole), border=True)
        st.metric(
            _("Rated of {count} skills").format(count=number(whole.now.asked)),
            rated,
            border=True,
        )
    if not progress.moved("new", "lost").empty:
        st.caption(
            _(
                "Progress is what the same skills show. The fit over all rated skills "
                "also moves because other skills are rated now."
            )
        )


def _arrow(change: FitChange) -> str:
    said = speech()
    return f"{said.percent(change.then.fit)} → {said.percent(change.now.fit)}"


def show_versions(progress: Progress) -> None:
    """Name the other versions of the framework some of the levels were rated on."""
    for version, count in sorted(progress.versions.items()):
        words = translate_count(
            "{count} level was rated on version {version} of the framework, whose "
            "anchors may differ. It counts as it was given.",
            "{count} levels were rated on version {version} of the framework, whose "
            "anchors may differ. They count as they were given.",
            count,
            version=version,
        )
        st.caption(f":material/history: {plain(words)}")
