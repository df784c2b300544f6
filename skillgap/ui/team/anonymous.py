"""A summary of a team in which nobody can be found."""

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.domain.team.anonymity import (
    SMALLEST,
    choose_groups,
    open_ledger,
    summarise_anonymously,
)
from skillgap.domain.team.history import History
from skillgap.domain.team.state import Mask, TeamState
from skillgap.ui.language import number
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.state import TEAM_LEDGER


def show_anonymous(history: History) -> None:
    """Show figures of groups of five or more, and nothing that narrows them down."""
    state = history.state_on()
    st.caption(
        _(
            "Groups of {count} or more only; where a smaller one is left out, so is "
            "the next. What was shown in this session stays in mind: a filter that "
            "would single somebody out by subtraction is refused."
        ).format(count=number(SMALLEST))
    )
    sizes = {str(k): int(v) for k, v in state.people["team"].value_counts().items()}
    shown = sorted(name for name in choose_groups(sizes) if name)
    team = st.selectbox(
        _("Team"),
        shown,
        index=None,
        placeholder=_("Everybody"),
        key="anonymous-team",
        persist_state="session",
    )
    chosen = state.filter(team)
    table = _summary(state, chosen)
    if table is None:
        st.warning(_("This group is not shown: somebody could be told from it."))
    else:
        _show_table(table, int(np.count_nonzero(chosen)))


def _summary(state: TeamState, chosen: Mask) -> pd.DataFrame | None:
    """Return the figures of a group, None if it must not be shown.

    What was shown is kept as long as the session, whatever files come and go.
    """
    ledger = st.session_state.get(TEAM_LEDGER) or open_ledger(state)
    table, st.session_state[TEAM_LEDGER] = summarise_anonymously(state, chosen, ledger)
    return table


def _show_table(table: pd.DataFrame, people: int) -> None:
    st.metric(_("People"), number(people), border=True, width=180)
    hidden = _("hidden")

    def text(value: float) -> str:
        return hidden if pd.isna(value) else number(value, 1)

    shown = pd.DataFrame(
        {
            _("Skill"): skill_names(table["skill"]),
            _("Rated"): [text(value) for value in table["rated"]],
            _("Median"): [text(value) for value in table["median"]],
            _("Middle half"): [
                hidden if pd.isna(r.q1) else f"{number(r.q1, 1)} - {number(r.q3, 1)}"
                for r in table.itertuples()
            ],
        }
    )
    st.dataframe(
        shown, key="anonymous", hide_index=True, alt=_("Anonymous summary by skill")
    )
