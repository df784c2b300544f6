"""Charts of candidates beside each other."""

import pandas as pd
import streamlit as st

from skillgap.charts.candidate_dots import CandidateDotNames, draw_candidate_dots
from skillgap.charts.candidate_radar import (
    MOST_OUTLINES,
    Outline,
    draw_candidate_radar,
)
from skillgap.domain.gaps import summarise_areas
from skillgap.domain.hiring.comparison import Comparison
from skillgap.domain.hiring.distinction import rank_differences
from skillgap.ui.figures import show_figure
from skillgap.ui.hiring.candidate_state import Lineup
from skillgap.ui.language import label, number
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework

FIRST = 8


def show_dots(comparison: Comparison, lineup: Lineup) -> None:
    """Show estimates with intervals against the target, the main view."""
    st.subheader(_("Skill by skill against the target"), anchor=False)
    skills = _choose_skills(comparison)
    rows = comparison.rows[comparison.rows["skill"].isin(skills)]
    ordered = rows.sort_values(
        "skill", key=lambda s: s.map(skills.index), kind="stable"
    )
    named = ordered.assign(label=skill_names(ordered["skill"]))
    show_figure(
        draw_candidate_dots(
            named,
            lineup.chart_labels,
            CandidateDotNames(_("Target"), _("not rated"), _("Level")),
        ),
        key="candidate-dots",
        alt=_(
            "Estimates with intervals of {people} candidates in {skills} skills, "
            "against the target"
        ).format(people=len(lineup.candidates), skills=len(skills)),
    )
    st.caption(
        _(
            "Each form is a candidate, in the order of the files. The mark is the "
            "estimate, the line its likely range (90 %); an open mark rests on a claim "
            "alone, a filled one on evidence or checks. The dashed bar is the target, "
            "a question mark is unknown, not zero."
        )
    )


def _choose_skills(comparison: Comparison) -> list[str]:
    """Offer which skills the chart shows; return them, large differences first."""
    groups = _group_skills(comparison)
    names = {
        "differences": _("The {count} largest differences").format(
            count=number(len(groups["differences"]))
        ),
        "must": _("Must-haves"),
        "all": _("All {count} skills").format(count=number(len(groups["all"]))),
    } | {area: label(content.name) for area, content in framework().areas.items()}
    chosen = st.selectbox(
        _("Skills shown"),
        list(groups),
        format_func=names.__getitem__,
        key="candidate-skills",
        persist_state="session",
    )
    return groups[chosen]


def _group_skills(comparison: Comparison) -> dict[str, list[str]]:
    ranked = [str(skill) for skill in rank_differences(comparison)["skill"]]
    groups = {"differences": ranked[:FIRST]}
    if comparison.needs.must_have:
        groups["must"] = [s for s in ranked if s in comparison.needs.must_have]
    area_of = framework().area_of
    for area in framework().areas:
        found = [skill for skill in ranked if area_of[skill] == area]
        if found:
            groups[area] = found
    return {**groups, "all": ranked}


def show_outlines(comparison: Comparison, lineup: Lineup) -> None:
    """Show at most three candidates as outlines on axes of fixed order."""
    st.subheader(_("Areas as a radar"), anchor=False)
    targets = _area_targets(comparison)
    if len(targets) < 3:
        st.caption(_("A radar needs at least three areas; the role asks fewer."))
        return
    letters, labels = comparison.letters, dict(lineup.chart_labels)
    outlines = [
        Outline(labels[c], letters.index(c), _area_levels(comparison, c))
        for c in _choose_outlines(letters, lineup)
    ]
    show_figure(
        draw_candidate_radar(targets, outlines, _("Target")),
        key="candidate-radar",
        alt=_("Radar of areas: {count} candidates as outlines over the target").format(
            count=len(outlines)
        ),
    )
    st.caption(
        _(
            "Weighted means of the levels they gave themselves, axes in fixed order. "
            "The area inside an outline means nothing; read the dots for decisions."
        )
    )


def _choose_outlines(letters: list[str], lineup: Lineup) -> list[str]:
    """Offer at most three candidates; return them in the order of the files."""
    key = f"radar-candidates-{len(letters)}"
    st.session_state.setdefault(key, letters[:MOST_OUTLINES])
    names = dict(lineup.names)
    chosen = st.multiselect(
        _("Candidates shown (at most three)"),
        letters,
        format_func=names.__getitem__,
        key=key,
        max_selections=MOST_OUTLINES,
        placeholder=_("None"),
    )
    return sorted(chosen, key=letters.index)[:MOST_OUTLINES]


def _area_targets(comparison: Comparison) -> "pd.Series[float]":
    first = comparison.rows[comparison.rows["candidate"] == comparison.letters[0]]
    rows = first.assign(level=first["target"], gap=0)
    areas = summarise_areas(rows, framework().area_of)
    asked = areas[areas["asked"] > 0]
    return pd.Series(list(asked["target"]), index=_area_names(asked["area"]))


def _area_levels(comparison: Comparison, letter: str) -> dict[str, float]:
    rows = comparison.rows[comparison.rows["candidate"] == letter]
    areas = summarise_areas(rows, framework().area_of)
    return dict(zip(_area_names(areas["area"]), areas["level"]))


def _area_names(areas: "pd.Series[str]") -> list[str]:
    return [label(framework().areas[area].name) for area in areas]
