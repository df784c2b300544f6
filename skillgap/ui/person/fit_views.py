"""All profiles side by side: which fits best, and what makes the difference."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from skillgap.charts.fit_bars import draw_fit_bars
from skillgap.charts.radar import draw_small_radar
from skillgap.domain.fit import Fit
from skillgap.domain.framework import Adjustment, Profile
from skillgap.domain.gaps import (
    drawn_areas,
    measure_fit,
    measure_gaps,
    set_targets,
    summarise_areas,
)
from skillgap.domain.person.specializations import compare_excess, mean_level
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import radar_names, skill_names
from skillgap.ui.session import framework

REASONS = 3
ENOUGH_TO_COMPARE = 12


def measure_compared(
    profiles: Mapping[str, Profile],
    profile: str,
    levels: pd.DataFrame,
    adjustments: list[Adjustment],
) -> dict[str, pd.DataFrame]:
    """Return the gaps to a profile and to every specialization, each measured once."""
    keys = dict.fromkeys([profile, *dict(framework().profiles_of("specialization"))])
    return {
        key: measure_gaps(set_targets(profiles[key], adjustments), levels)
        for key in keys
    }


def _of_kind(ranked: pd.DataFrame, kind: str) -> pd.DataFrame:
    return ranked[ranked["profile"].isin(dict(framework().profiles_of(kind)))]


def show_specializations(
    fits: pd.DataFrame, gaps: Mapping[str, pd.DataFrame], levels: pd.DataFrame
) -> None:
    """Show a small radar and the fit of every specialization, and explain the best.

    Args:
        fits: from ``rank_fits``.
        gaps: from ``measure_gaps``, by profile.
        levels: the person's.

    """
    st.subheader(_("All specializations"), anchor=False)
    with st.container(horizontal=True, gap="small"):
        for key, _profile in framework().profiles_of("specialization"):
            _show_card(key, measure_fit(gaps[key]), gaps[key])
    ranked = _of_kind(fits, "specialization")
    if ranked["rated"].max() >= ENOUGH_TO_COMPARE:
        show_best(ranked, gaps, levels)
    else:
        words = _("Rate at least {count} skills to learn which one fits best.")
        st.caption(words.format(count=number(ENOUGH_TO_COMPARE)))


def _show_card(key: str, fit: Fit, gaps: pd.DataFrame) -> None:
    name = label(framework().profiles[key].name)
    areas = summarise_areas(gaps, framework().area_of)
    areas["label"] = [label(framework().areas[a].name) for a in areas["area"]]
    with st.container(border=True, width=190):
        st.metric(name, percent(fit.fit) if fit.rated else "?", width="stretch")
        show_figure(
            draw_small_radar(drawn_areas(areas), radar_names()),
            key=f"small-radar-{key}",
            alt=_("Small radar of {profile}").format(profile=name),
        )
        rated = _("{rated} of {asked} rated").format(
            rated=number(fit.rated), asked=number(fit.asked)
        )
        st.caption(rated)


def show_best(
    fits: pd.DataFrame, gaps: Mapping[str, pd.DataFrame], levels: pd.DataFrame
) -> None:
    """Name the best-fitting profile and the skills that set it apart."""
    profiles = framework().profiles
    best = fits["profile"].iloc[0]
    shares = fits.set_index("profile")["fit"]
    st.markdown(
        _("Best fitting so far: **{profile}** with {fit}.").format(
            profile=label(profiles[best].name), fit=percent(shares[best])
        )
    )
    even = mean_level(levels)
    lines = [
        _difference_words(
            label(profiles[other].name), compare_excess(gaps[best], gaps[other], even)
        )
        for other in fits["profile"].iloc[1:]
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(
        _(
            "What counts is how far a fit exceeds that of somebody evenly skilled, in "
            "percentage points. Fits on few rated skills move a lot with the next "
            "answer."
        )
    )


def _difference_words(name: str, difference: pd.DataFrame) -> str:
    costs = difference[difference["difference"] > 0].head(REASONS)
    points = difference["difference"].sum()
    if costs.empty or points < 0.005:
        return _("**{profile}** fits about as well.").format(profile=name)
    reasons = ", ".join(
        f"{plain(skill)} ({number(100 * part, 1)})"
        for skill, part in zip(skill_names(costs["skill"]), costs["difference"])
    )
    return _(
        "**{profile}** is {points} points behind. What costs most: {reasons}."
    ).format(profile=name, points=number(100 * points, 1), reasons=reasons)


def show_professions(fits: pd.DataFrame) -> None:
    """Show the fit with each profession as bars, with what the profession is about."""
    profiles = dict(framework().profiles_of("profession"))
    ranked = _of_kind(fits, "profession")
    st.subheader(_("Related professions"), anchor=False)
    rated = [percent(share) for share in ranked["rated_share"]]
    words = _("{fit} ({rated} rated)")
    texts = [
        words.format(fit=percent(row.fit), rated=share) if row.rated else "?"
        for row, share in zip(ranked.itertuples(), rated)
    ]
    names = [label(profiles[key].name) for key in ranked["profile"]]
    show_figure(
        draw_fit_bars(ranked.assign(label=names, text=texts), _("Fit")),
        key="bars-professions",
        alt=_("Fit with five related professions"),
    )
    lines = [f"- **{label(p.name)}**: {label(p.focus)}" for p in profiles.values()]
    with st.expander(_("What each profession is about"), icon=":material/info:"):
        st.markdown("\n".join(lines))
