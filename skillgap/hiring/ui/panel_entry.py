"""Ways into a panel: join one with its code, or open one."""

import streamlit as st

from skillgap.hiring.files.needs_file import write_role_needs
from skillgap.hiring.store.panels import (
    Panel,
    PanelError,
    add_panel,
    find_panel,
    leads_panel,
    make_code,
    save_needs,
)
from skillgap.hiring.store.seats import take_seat
from skillgap.hiring.ui.needs import ask_to_fix, current_needs, show_role_line
from skillgap.hiring.ui.panel_state import enter_panel, refuse
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import engine, today, visitor_key


def offer_joining() -> None:
    """Ask for code and name."""
    st.text_input(_("Code of the panel"), key="join-code", max_chars=60)
    st.text_input(
        _("Your name, as the chair entered it (the chair leaves this empty)"),
        key="join-name",
        max_chars=120,
    )
    st.button(_("Join the panel"), key="join", type=main_kind(), on_click=_join)


def _join() -> None:
    panel = find_panel(engine(), str(st.session_state.get("join-code", "")))
    if panel is None:
        refuse(_("No panel has this code. Check it with the chair."))
        return
    name = str(st.session_state.get("join-name", "")).strip()
    leads = leads_panel(engine(), panel, visitor_key())
    if (name or not leads) and not sit_down(panel, name):
        return
    enter_panel(panel)


def sit_down(panel: Panel, name: str) -> bool:
    """Take the seat of a member; say whether it worked."""
    try:
        take_seat(engine(), panel, name, visitor_key())
    except PanelError as error:
        refuse(error)
        return False
    return True


def offer_opening() -> None:
    """Ask who scores, and open a panel on the role's fixed needs."""
    needs = current_needs()
    st.markdown(_("The panel scores what the role asks:"))
    show_role_line(needs)
    ask_to_fix(needs)
    st.session_state.setdefault("open-name", label(needs.name))
    st.text_input(_("Name of the panel"), key="open-name", max_chars=120)
    st.text_area(
        _("Members who score, one name a line (at least two)"),
        key="open-members",
        max_chars=2000,
    )
    st.button(
        _("Open the panel"),
        key="open-panel",
        type=main_kind(),
        disabled=not needs.fixed_on,
        on_click=_open,
    )


def split_names(text: str) -> list[str]:
    """Return the names of a text, one a line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _open() -> None:
    needs, code = current_needs(), make_code()
    members = split_names(str(st.session_state.get("open-members", "")))
    name = str(st.session_state.get("open-name", "")).strip() or label(needs.name)
    if not needs.fixed_on:
        refuse(_("Fix what the role asks before the first candidate is opened."))
        return
    try:
        panel = add_panel(engine(), code, name, members, visitor_key(), today())
    except ValueError:
        refuse(_("A panel has at least two members, each with a name of their own."))
        return
    save_needs(engine(), panel, write_role_needs(needs).decode())
    enter_panel(panel, code)
