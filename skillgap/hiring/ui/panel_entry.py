"""Ways into a panel: join one with its code, or open one."""

import streamlit as st

from skillgap.hiring.files.needs_file import write_role_needs
from skillgap.hiring.store.panels import (
    Panel,
    PanelError,
    add_panel,
    find_panel,
    make_code,
    save_needs,
)
from skillgap.hiring.store.seats import take_seat
from skillgap.hiring.store.standing import find_access
from skillgap.hiring.ui.needs import ask_to_fix, current_needs, show_role_line
from skillgap.hiring.ui.panel_state import enter_panel, keep_refusal
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import engine, today, visitor_key
from skillgap.ui.state import JOIN_CODE, JOIN_NAME, OPEN_MEMBERS, OPEN_NAME


def offer_joining() -> None:
    """Ask for code and name."""
    st.text_input(_("Code of the panel"), key=JOIN_CODE, max_chars=60)
    st.text_input(
        _("Your name, as the chair entered it (the chair leaves this empty)"),
        key=JOIN_NAME,
        max_chars=120,
    )
    st.button(_("Join the panel"), key="join", type=main_kind(), on_click=_join)


def _join() -> None:
    panel = find_panel(engine(), str(st.session_state.get(JOIN_CODE, "")))
    if panel is None:
        keep_refusal(_("No panel has this code. Check it with the chair."))
        return
    name = str(st.session_state.get(JOIN_NAME, "")).strip()
    access = find_access(engine(), panel, visitor_key())
    if (name or not (access and access.leads)) and not sit_down(panel, name):
        return
    enter_panel(panel)


def sit_down(panel: Panel, name: str) -> bool:
    """Take the seat of a member; say whether it worked."""
    try:
        take_seat(engine(), panel, name, visitor_key())
    except PanelError as error:
        keep_refusal(error)
        return False
    return True


def offer_opening() -> None:
    """Ask who scores, and open a panel on the role's fixed needs."""
    needs = current_needs()
    st.markdown(_("The panel scores what the role asks:"))
    show_role_line(needs)
    ask_to_fix(needs)
    st.session_state.setdefault(OPEN_NAME, label(needs.name))
    st.text_input(_("Name of the panel"), key=OPEN_NAME, max_chars=120)
    st.text_area(
        _("Members who score, one name a line (at least two)"),
        key=OPEN_MEMBERS,
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
    members = split_names(str(st.session_state.get(OPEN_MEMBERS, "")))
    name = str(st.session_state.get(OPEN_NAME, "")).strip() or label(needs.name)
    if not needs.fixed_on:
        keep_refusal(_("Fix what the role asks before the first candidate is opened."))
        return
    try:
        panel = add_panel(engine(), code, name, members, visitor_key(), today())
    except ValueError:
        keep_refusal(
            _("A panel has at least two members, each with a name of their own.")
        )
        return
    save_needs(engine(), panel, write_role_needs(needs).decode())
    enter_panel(panel, code)
