"""What only the chair does; each action asks again whether this browser leads."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from skillgap.storage.panel_seats import excuse_member, free_seat, list_members
from skillgap.storage.panels import Panel, PanelError, erase_panel
from skillgap.ui.hiring.panel_state import (
    CODE,
    leads_now,
    leave_panel,
    refuse,
)
from skillgap.ui.hiring.panel_tables import show_table
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine


def show_members(panel: Panel, leads: bool) -> None:
    """Show who scores and how far they are; no score is among it.

    Why somebody was excused is the chair's to know.
    """
    members = list_members(engine(), panel)
    rows = [
        (str(row["member"]), _state(row, leads)) for row in members.to_dict("records")
    ]
    show_table((_("Member"), _("State")), rows, _("Members of the panel"))
    st.button(_("Look again"), key="panel-refresh", icon=":material/refresh:")


def _state(row: Mapping[Any, Any], leads: bool) -> str:
    if row["excused_at"] and not leads:
        return _("excused")
    if row["excused_at"]:
        return _("excused: {reason}").format(reason=row["excused_for"])
    if row["submitted_at"]:
        return _("submitted and sealed")
    return _("is scoring") if row["seated"] else _("not here yet")


def show_code() -> None:
    """Show the code of a panel opened in this session; it is kept nowhere else."""
    code = st.session_state.get(CODE)
    if code:
        st.success(_("Give this code to the members. Note it: it is not shown again."))
        st.code(code, language=None)


def manage_members(panel: Panel) -> None:
    """Offer to go on without a member, and to free a seat."""
    members = list_members(engine(), panel)
    waiting = members[(members["submitted_at"] == "") & (members["excused_at"] == "")]
    if waiting.empty:
        return
    st.selectbox(_("Member"), list(waiting["member"]), key="chair-member")
    st.text_input(_("Reason to go on without them"), key="chair-reason", max_chars=300)
    with st.container(horizontal=True):
        st.button(
            _("Go on without them"),
            key="chair-excuse",
            on_click=_excuse,
            args=(panel,),
        )
        st.button(
            _("Free the seat"),
            key="chair-free",
            on_click=_free,
            args=(panel,),
            help=_("For a member who changed browsers. Scores not submitted go."),
        )


def _excuse(panel: Panel) -> None:
    reason = str(st.session_state.get("chair-reason", "")).strip()
    if not leads_now(panel):
        return
    if not reason:
        refuse(_("Going on without a member has a reason. Write one."))
        return
    try:
        excuse_member(engine(), panel, st.session_state["chair-member"], reason)
    except PanelError as error:
        refuse(error)


def _free(panel: Panel) -> None:
    if leads_now(panel):
        try:
            free_seat(engine(), panel, st.session_state["chair-member"])
        except PanelError as error:
            refuse(error)


def offer_erasing(panel: Panel) -> None:
    """Offer to erase the panel with all it holds, after a second look."""
    sure = st.checkbox(
        _("Yes, erase candidates, scores and decisions of {panel} for good").format(
            panel=plain(panel.name)
        ),
        key="panel-erase-sure",
    )
    st.button(
        _("Erase the panel"),
        key="panel-erase",
        icon=":material/delete_forever:",
        disabled=not sure,
        on_click=_erase,
        args=(panel,),
    )


def _erase(panel: Panel) -> None:
    if st.session_state.get("panel-erase-sure") and leads_now(panel):
        erase_panel(engine(), panel)
        leave_panel()
