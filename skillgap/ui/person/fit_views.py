"""All profiles side by side: which fits best, and what makes the difference."""

import pandas as pd
import streamlit as st

from skillgap.charts.fit_bars import draw_fit_bars
from skillgap.charts.radar import draw_small_radar
from skillgap.domain.framework import Adjustment
from skillgap.domain.gaps import (
    explain_difference,
    measure_gaps,
    rank_fits,
    set_targets,
    summarise_areas,
)
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, percent, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import radar_names, skill_names
from skillgap.ui.session import framework

REASONS = 3
ENOUGH_TO_COMPARE = 12


def show_specializations(levels: pd.DataFrame, adjustments: list[Adjustment]) -> None:
    """Show a small radar and the fit of every specialization, and explain the best."""
    fits = _ranked("specialization", levels, adjustments)
    st.subheader(_("All specializations"), anchor=False)
    with st.container(horizontal=True, gap="small"):
        for key in dict(framework().profiles_of("specialization")):
            _show_card(key, fits, levels, adjustments)
    if fits["rated"].max() >= ENOUGH_TO_COMPARE:
        show_best(fits, levels, adjustments)
    else:
        words = _("Rate at least {count} skills to learn which one fits best.")
        st.caption(words.format(count=number(ENOUGH_TO_COMPARE)))


def _ranked(
    kind: str, levels: pd.DataFrame, adjustments: list[Adjustment]
) -> pd.DataFrame:
    return rank_fits(dict(framework().profiles_of(kind)), levels, adjustments)


def _show_card(
    key: str, fits: pd.DataFrame, levels: pd.DataFrame, adjustments: list[Adjustment]
) -> None:
    profile = framework().profiles[key]
    name = label(profile.name)
    row = fits.set_index("profile").loc[key]
    gaps = measure_gaps(set_targets(profile, adjustments), levels)
    areas = summarise_areas(gaps, framework().area_of)
    areas["label"] = [label(framework().areas[a].name) for a in areas["area"]]
    with st.container(border=True, width=190):
        fit = percent(row["fit"]) if row["rated"] else "?"
        st.metric(name, fit, width="stretch")
        show_figure(
            draw_small_radar(areas, radar_names()),
            key=f"small-radar-{key}",
            static=True,
            alt=_("Small radar of {profile}").format(profile=name),
        )
        rated = _("{rated} of {asked} rated").format(
            rated=number(row["rated"]), asked=number(row["asked"])
        )
        st.caption(rated)


def show_best(
    fits: pd.DataFrame, levels: pd.DataFrame, adjustments: list[Adjustment]
) -> None:
    """Name the best-fitting profile and the skills that set it apart."""
    profiles = framework().profiles
    gaps = {
        key: measure_gaps(set_targets(profiles[key], adjustments), levels)
        for key in fits["profile"]
    }
    best = fits["profile"].iloc[0]
    shares = fits.set_index("profile")["fit"]
    st.markdown(
        _("Best fitting so far: **{profile}** with {fit}.").format(
            profile=label(profiles[best].name), fit=percent(shares[best])
        )
    )
    lines = [
        _difference_words(label(profiles[other].name), gaps[best], gaps[other])
        for other in fits["profile"].iloc[1:]
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(
        _(
            "Numbers in brackets are percentage points of fit. Fits on few rated "
            "skills move a lot with the next answer."
        )
    )


def _difference_words(name: str, better: pd.DataFrame, other: pd.DataFrame) -> str:
    difference = explain_difference(better, other)
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


def show_professions(levels: pd.DataFrame, adjustments: list[Adjustment]) -> None:
    """Show the fit with each profession as bars, with what the profession is about."""
    fits = _ranked("profession", levels, adjustments)
    profiles = framework().profiles
    st.subheader(_("Related professions"), anchor=False)
    rated = [percent(share) for share in fits["rated_share"]]
    words = _("{fit} ({rated} rated)")
    texts = [
        words.format(fit=percent(row.fit), rated=share) if row.rated else "?"
        for row, share in zip(fits.itertuples(), rated)
    ]
    names = [label(profiles[key].name) for key in fits["profile"]]
    show_figure(
        draw_fit_bars(fits.assign(label=names, text=texts), _("Fit")),
        key="bars-professions",
        alt=_("Fit with five related professions"),
    )
    lines = [
        f"- **{label(p.name)}**: {label(p.focus)}"
        for _key, p in framework().profiles_of("profession")
    ]
    with st.expander(_("What each profession is about"), icon=":material/info:"):
        st.markdown("\n".join(lines))
