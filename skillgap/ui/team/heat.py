"""People x skills in colours, and the ratings behind a row or a column."""

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.charts.heat_map import HeatNames, draw_heat_map
from skillgap.domain.fit import measure_fits
from skillgap.domain.team.state import TeamState, label_people
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework
from skillgap.ui.state import (
    HEAT_AREA,
    HEAT_BY,
    HEAT_PERSON,
    HEAT_SKILL,
)
from skillgap.ui.team.behind import show_behind
from skillgap.ui.team.choices import TeamChoice

ALL = "all"


def show_heat_map(choice: TeamChoice) -> None:
    """Show people x skills, of one area or all, in an order the reader chooses."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        skills = _choose_skills(choice.state)
        order = _choose_order(choice, skills)
    table = _level_table(choice.state, skills).iloc[order]
    if table.isna().all(axis=None):
        st.info(_("Nobody has a level here yet: not rated, or nobody can say."))
        return
    show_figure(
        draw_heat_map(table, HeatNames(_("Level"))),
        key="heat-map",
        alt=_("Levels of {people} people on {skills} skills").format(
            people=len(table), skills=len(skills)
        ),
    )
    st.caption(
        _("An empty cell is unknown: not rated, or the person cannot say. It is not 0.")
    )
    _offer_ratings(choice, skills)


def _choose_skills(state: TeamState) -> list[str]:
    """Offer the areas, the first one first; return the skills to show."""
    areas = framework().areas
    names = {key: label(area.name) for key, area in areas.items()}
    area = st.selectbox(
        _("Area"),
        [*areas, ALL],
        format_func={**names, ALL: _("All areas")}.__getitem__,
        key=HEAT_AREA,
        persist_state="session",
    )
    return list(areas[area].skills) if area in areas else list(state.skills)


def _choose_order(choice: TeamChoice, skills: list[str]) -> list[int]:
    """Offer orders of the people; return their places in it."""
    orders = {
        "name": _("By name"),
        "fit": _("By fit, lowest first"),
        "team": _("By team"),
        "skill": _("By a skill, highest first"),
    }
    order = st.segmented_control(
        _("Order of people"),
        list(orders),
        default="name",
        format_func=orders.__getitem__,
        key="heat-order",
        required=True,
        wrap=True,
    )
    skill = _choose_skill(_("Order by"), skills, HEAT_BY) if order == "skill" else ""
    return order_people(choice, order or "name", skill or skills[0])


def order_people(choice: TeamChoice, order: str, skill: str) -> list[int]:
    """Return the places of people by name, fit, team or level; unknown ones last.

    Of equals the first by name comes first.
    """
    state = choice.state
    names = pd.Series(list(label_people(state.people).values()), dtype=str).str.lower()
    table = pd.DataFrame({"name": names, "first": 0.0})
    if order == "team":
        table["first"] = state.people["team"].replace("", None).str.lower()
    elif order == "fit":
        fits = measure_fits(state.levels, {choice.profile: choice.demand})
        table["first"] = fits.fit[:, 0]
    elif order == "skill":
        levels = state.levels[:, state.skills.index(skill)].astype(float)
        table["first"] = np.where(levels >= 0, -levels, np.nan)
    return list(table.sort_values(["first", "name"], kind="stable").index)


def _level_table(state: TeamState, skills: list[str]) -> pd.DataFrame:
    columns = [state.skills.index(skill) for skill in skills]
    levels = np.where(state.known, state.levels, np.nan)[:, columns]
    return pd.DataFrame(
        levels, list(label_people(state.people).values()), skill_names(skills)
    )


def _choose_skill(words: str, skills: list[str], key: str) -> str | None:
    """Offer skills; None where none is chosen."""
    if st.session_state.get(key) not in [None, *skills]:
        del st.session_state[key]
    return st.selectbox(
        words,
        skills,
        index=None,
        format_func=dict(zip(skills, skill_names(skills))).__getitem__,
        placeholder=_("Choose a skill"),
        key=key,
        persist_state="session",
    )


def _offer_ratings(choice: TeamChoice, skills: list[str]) -> None:
    """Offer people and skills; show the ratings of those chosen."""
    labels = label_people(choice.state.people)
    if st.session_state.get(HEAT_PERSON) not in [None, *labels]:
        del st.session_state[HEAT_PERSON]
    with st.container(horizontal=True):
        person = st.selectbox(
            _("Ratings of a person"),
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder=_("Choose a person"),
            key=HEAT_PERSON,
            persist_state="session",
        )
        skill = _choose_skill(_("Ratings of a skill"), skills, HEAT_SKILL)
    if person or skill:
        rows = [skill] if skill else skills
        show_behind(choice, rows, "heat-behind", [person] if person else None)
