"""A panel from inside, as far as this browser may see it."""

import streamlit as st

from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.decisions import record_decision
from skillgap.hiring.store.panels import Panel
from skillgap.hiring.store.standing import PanelStanding, RevealedPanel
from skillgap.hiring.ui.chair import (
    manage_candidates,
    manage_members,
    offer_erasing,
    offer_needs,
    show_code,
    show_members,
)
from skillgap.hiring.ui.lineup import Lineup, line_up, offer_reveal
from skillgap.hiring.ui.member import offer_seat, offer_second_look, show_seat
from skillgap.hiring.ui.needs import show_role_line
from skillgap.hiring.ui.panel_results import offer_decision, show_revealed_panel
from skillgap.hiring.ui.panel_state import (
    current_access,
    leave_panel,
    parse_needs,
)
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine, has_cookie


def show_room(standing: PanelStanding) -> None:
    """Show the panel: members, the chair's tools, one's seat, and the results."""
    access, revealed = standing.access, standing.revealed
    panel, needs = access.panel, parse_needs(access.panel, standing.needs)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(panel.name)}**", width="content")
        st.button(
            _("Leave the panel"),
            key="panel-leave",
            type="tertiary",
            on_click=leave_panel,
        )
    if not has_cookie():
        st.warning(_("Your browser keeps no cookie, so a reload costs you your seat."))
    if needs:
        show_role_line(needs)
    show_members(standing)
    if access.leads:
        _show_chair(standing, needs)
    if needs is None:
        return
    if access.seat and not revealed:
        show_seat(standing, access.seat, needs)
    if revealed and revealed.candidates:
        _show_revealed(standing, revealed, needs)


def _show_chair(standing: PanelStanding, needs: RoleNeeds | None) -> None:
    access, is_sealed = standing.access, standing.revealed is None
    show_code()
    with st.expander(_("For the chair"), icon=":material/gavel:", expanded=is_sealed):
        if is_sealed:
            manage_candidates(standing)
            manage_members(standing)
            if access.seat is None:
                offer_seat(standing)
        if needs:
            offer_needs(access.panel, needs)
        offer_erasing(access.panel)


def _show_revealed(
    standing: PanelStanding, revealed: RevealedPanel, needs: RoleNeeds
) -> None:
    panel, seat = standing.access.panel, standing.access.seat
    offer_reveal()
    lineup = line_up(revealed.candidates)
    if seat:
        offer_second_look(standing, seat, needs, dict(lineup.names))

    def ask(shown: Lineup) -> None:
        offer_decision(shown, lambda decision: _decide(panel, decision))

    show_revealed_panel(needs, lineup, revealed.scores, revealed.decisions, ask)


def _decide(panel: Panel, decision: Decision) -> None:
    """Record a decision of somebody who is in the panel still."""
    if current_access() is not None:
        record_decision(engine(), panel, decision)
