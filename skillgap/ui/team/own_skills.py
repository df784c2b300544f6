"""Skills a team's spreadsheets name that have no counterpart among ours."""

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.charts.heat_map import HeatNames, draw_heat_map
from skillgap.domain.team.own_skills import OwnSkills
from skillgap.domain.team.state import label_people
from skillgap.ui.figures import show_figure
from skillgap.ui.language import number
from skillgap.ui.language import translate as _
from skillgap.ui.team.choices import TeamChoice


def show_own_skills(own: OwnSkills, choice: TeamChoice) -> None:
    """Show people x own skills and a row for each; nothing where there are none."""
    if not own.names:
        return
    state = own.state(choice.state.people["person_id"], choice.day)
    st.subheader(_("The team's own skills"), anchor=False)
    st.caption(
        _("These have no counterpart here, so no target is set and no gap is counted.")
    )
    levels = np.where(state.known, state.levels, np.nan)
    labels = label_people(state.people)
    table = pd.DataFrame(levels, list(labels.values()), list(own.names.values()))
    show_figure(
        draw_heat_map(table, HeatNames(_("Level"))),
        key="own-heat-map",
        alt=_("Levels of {people} people on {skills} skills").format(
            people=len(table), skills=len(own.names)
        ),
    )
    rows = own.measure(choice.state.people["person_id"], choice.day)
    st.dataframe(
        _table(rows, labels),
        key="own-skills",
        hide_index=True,
        alt=_("The team's own skills"),
    )


def _table(rows: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """Return a row for each skill: its section, who is rated, median and highest."""
    return pd.DataFrame(
        {
            _("Skill"): rows["skill"],
            _("Area"): rows["area"],
            _("Rated"): rows["rated"],
            _("Median"): [number(v, 1) if v == v else "?" for v in rows["median"]],
            _("Highest"): [number(v) if v == v else "?" for v in rows["highest"]],
            _("Who"): [
                ", ".join(labels[each] for each in who) for who in rows["holders"]
            ],
        }
    )
