"""Skills a team's spreadsheets name that have no counterpart among ours."""

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.charts.heat_map import HeatNames, draw_heat_map
from skillgap.domain.team.state import TeamState, label_people
from skillgap.files.team.joined import OwnSkills
from skillgap.ui.figures import show_figure
from skillgap.ui.language import number
from skillgap.ui.language import translate as _
from skillgap.ui.team.choices import TeamChoice


def show_own_skills(own: OwnSkills, choice: TeamChoice) -> None:
    """Show people x own skills and a row for each; nothing where there are none."""
    if not own.names:
        return
    state = own.history.state_on(choice.day)
    here = state.people["person_id"].isin(choice.state.people["person_id"])
    state = state.select(here.to_numpy(dtype=bool))
    st.subheader(_("The team's own skills"), anchor=False)
    st.caption(
        _("These have no counterpart here, so no target is set and no gap is counted.")
    )
    levels = np.where(state.known, state.levels, np.nan)
    people = list(label_people(state.people).values())
    table = pd.DataFrame(levels, people, list(own.names.values()))
    show_figure(
        draw_heat_map(table, HeatNames(_("Level"))),
        key="own-heat-map",
        alt=_("Levels of {people} people on {skills} skills").format(
            people=len(table), skills=len(own.names)
        ),
    )
    rows = _table(state, list(own.names.values()), people)
    st.dataframe(
        rows, key="own-skills", hide_index=True, alt=_("The team's own skills")
    )


def _table(state: TeamState, names: list[str], people: list[str]) -> pd.DataFrame:
    """Return a row for each skill: who is rated, the median, who is highest."""
    levels = pd.DataFrame(np.where(state.known, state.levels, np.nan), people, names)
    highest = levels.eq(levels.max()) & levels.notna()
    return pd.DataFrame(
        {
            _("Skill"): names,
            _("Rated"): levels.count().to_numpy(),
            _("Median"): [number(v, 1) if v == v else "?" for v in levels.median()],
            _("Highest"): [number(v) if v == v else "?" for v in levels.max()],
            _("Who"): [", ".join(levels.index[highest[name]]) for name in names],
        }
    )
