"""A panel from inside, as far as this browser may see it."""

import streamlit as st

from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.candidates import load_candidates
from skillgap.hiring.store.decisions import load_decisions, record_decision
from skillgap.hiring.store.panels import Panel
from skillgap.hiring.store.scores import is_revealed, load_scores
from skillgap.hiring.ui.chair import (
    manage_members,
    offer_erasing,
    offer_needs,
    show_code,
    show_members,
    take_candidates,
)
from skillgap.hiring.ui.lineup import Lineup, line_up, offer_reveal
from skillgap.hiring.ui.member import offer_seat, offer_second_look, show_seat
from skillgap.hiring.ui.needs import show_role_line
from skillgap.hiring.ui.panel_results import offer_decision, show_results
from skillgap.hiring.ui.panel_state import (
    Place,
    current_place,
    leave_panel,
    panel_needs,
)
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine, has_cookie


def show_room(place: Place) -> None:
    """Show the panel: members, the chair's tools, one's seat, and the results."""
    panel, needs = place.panel, panel_needs(place.panel)
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
    show_members(panel, place.leads)
    revealed = is_revealed(engine(), panel)
    if place.leads:
        _show_chair(place, revealed)
    if needs is None:
        return
    if place.seat and not revealed:
        show_seat(panel, place.seat, needs)
    if revealed:
        _show_revealed(place)


def _show_chair(place: Place, revealed: bool) -> None:
    show_code()
    with st.expander(
        _("For the chair"), icon=":material/gavel:", expanded=not revealed
    ):
        if not revealed:
            take_candidates(place.panel)
            manage_members(place.panel)
            if place.seat is None:
                offer_seat(place.panel)
        offer_needs(place.panel)
        offer_erasing(place.panel)


def _show_revealed(place: Place) -> None:
    panel, needs = place.panel, panel_needs(place.panel)
    candidates = load_candidates(engine(), panel)
    if needs is None or not candidates:
        return
    offer_reveal()
    lineup = line_up(candidates)
    scores = load_scores(engine(), panel), load_scores(engine(), panel, "after")
    if place.seat:
        offer_second_look(place.seat, needs, dict(lineup.names))
    decisions = load_decisions(engine(), panel)

    def ask(shown: Lineup) -> None:
        offer_decision(shown, lambda decision: _decide(panel, decision))

    show_results(needs, lineup, scores, decisions, ask)


def _decide(panel: Panel, decision: Decision) -> None:
    """Record a decision of somebody who is in the panel still."""
    if current_place() is not None:
        record_decision(engine(), panel, decision)
