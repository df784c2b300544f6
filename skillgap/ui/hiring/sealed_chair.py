"""The chair without a shared installation: all scorecards opened at once."""

import streamlit as st

from skillgap.domain.hiring.scorecards import SHORTEST_CODE, SealedPanel
from skillgap.files.hiring.panel_record import read_panel_record
from skillgap.files.hiring.scorecards import open_scorecards
from skillgap.files.wording import describe_problem
from skillgap.storage.panels import make_code
from skillgap.ui.hiring.panel_entry import split_names
from skillgap.ui.hiring.panel_state import refuse
from skillgap.ui.hiring.sealed_results import show_opened
from skillgap.ui.hiring.sealed_state import (
    CARDS,
    FAULTS,
    cards_call,
    close_panel,
    keep_panel,
    opened_panel,
)
from skillgap.ui.language import number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.uploads import take_files


def open_by_file() -> None:
    """Collect sealed scorecards and open them together; then show the results."""
    panel = opened_panel()
    if panel is not None:
        show_faults()
        show_opened(panel)
        return
    st.button(_("Make a new code"), key="cards-code-new", on_click=_make_code)
    st.text_input(_("Code of the panel"), key="cards-code", max_chars=60)
    st.text_area(
        _("Members who score, one name a line"), key="cards-members", max_chars=2000
    )
    given = take_files("cards", _("Sealed scorecards"), ["json"], most=26)
    if given:
        kept = [*st.session_state.get(CARDS, []), *given]
        once = {content: name for name, content in reversed(kept)}
        st.session_state[CARDS] = [(name, content) for content, name in once.items()]
        st.rerun()
    _offer_opening()
    _take_record()


def _offer_opening() -> None:
    count = len(st.session_state.get(CARDS, []))
    st.markdown(_("Sealed scorecards here: {count}").format(count=number(count)))
    st.caption(
        _("Take each scorecard from the member it names: whoever has the code could "
          "seal one under another's name.")
    )  # fmt: skip
    st.checkbox(
        _("Open although a member is missing; the page says who"),
        key="cards-missing",
    )
    with st.container(horizontal=True):
        st.button(
            _("Open all at once"),
            key="cards-open",
            type=main_kind(),
            icon=":material/lock_open:",
            on_click=_open,
        )
        st.button(_("Take the scorecards out"), key="cards-clear", on_click=close_panel)
    show_faults()


def show_faults() -> None:
    """List what was wrong with the last files, numbered."""
    for place, problem in enumerate(st.session_state.get(FAULTS, ()), start=1):
        st.warning(f"{place}. {plain(describe_problem(problem, _))}")


def _make_code() -> None:
    st.session_state["cards-code"] = make_code()


def _open() -> None:
    members = split_names(str(st.session_state.get("cards-members", "")))
    if len(members) < 2:
        refuse(_("A panel has at least two members, each with a name of their own."))
        return
    code = str(st.session_state.get("cards-code", ""))
    try:
        reading = open_scorecards(
            st.session_state.get(CARDS, []),
            cards_call(code, members),
            bool(st.session_state.get("cards-missing")),
        )
    except ValueError:
        _refuse_code()
        return
    st.session_state[FAULTS] = reading.problems
    if reading.cards:
        keep_panel(SealedPanel(reading.cards, reading.missing), code)


def _refuse_code() -> None:
    words = _("A code has at least {count} letters and digits.")
    refuse(words.format(count=SHORTEST_CODE))


def _take_record() -> None:
    """Offer to go on with a panel opened before, out of the chair's record."""
    with st.expander(_("Go on from a record"), icon=":material/folder:"):
        st.caption(_("Enter the code of the panel above, then load the record."))
        words = _("Record of a panel (JSON)")
        for name, content in take_files("record", words, ["json"]):
            _read_record(name, content)
            st.rerun()


def _read_record(name: str, content: bytes) -> None:
    code = str(st.session_state.get("cards-code", ""))
    try:
        reading = read_panel_record(name, content, cards_call(code, []))
    except ValueError:
        _refuse_code()
        return
    st.session_state[FAULTS] = reading.problems
    if reading.panel is not None:
        keep_panel(reading.panel, code)
