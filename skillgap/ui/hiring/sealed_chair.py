"""The chair without a shared installation: all scorecards opened at once."""

import streamlit as st

from skillgap.domain.hiring.scorecards import SHORTEST_CODE, Scorecard, tabulate_scores
from skillgap.files.hiring.scorecards import open_scorecards
from skillgap.files.wording import describe_problem
from skillgap.storage.panels import make_code
from skillgap.ui.hiring.candidate_state import Lineup, line_up, offer_reveal
from skillgap.ui.hiring.panel_decisions import offer_decision
from skillgap.ui.hiring.panel_entry import split_names
from skillgap.ui.hiring.panel_results import show_results
from skillgap.ui.hiring.panel_state import refuse
from skillgap.ui.hiring.role_state import current_needs
from skillgap.ui.hiring.sealed_state import (
    OPENED,
    decisions,
    fingerprints,
    keep_decision,
    sealed_candidates,
)
from skillgap.ui.language import number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.uploads import take_files

CARDS, FAULTS = "sealed_cards", "sealed_faults"


def open_by_file() -> None:
    """Collect sealed scorecards and open them together; then show the results."""
    opened = st.session_state.get(OPENED)
    if opened is not None:
        _show_opened(opened)
        return
    st.button(_("Make a new code"), key="cards-code-new", on_click=_make_code)
    st.text_input(_("Code of the panel"), key="cards-code", max_chars=60)
    st.text_area(
        _("Members who score, one name a line"), key="cards-members", max_chars=2000
    )
    given = take_files("cards", _("Sealed scorecards"), ["json"], most=26)
    if given:
        kept = [*st.session_state.get(CARDS, []), *given]
        st.session_state[CARDS] = list(dict.fromkeys(kept))
        st.rerun()
    _offer_opening()


def _offer_opening() -> None:
    count = len(st.session_state.get(CARDS, []))
    st.markdown(_("Sealed scorecards here: {count}").format(count=number(count)))
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
        st.button(_("Take the scorecards out"), key="cards-clear", on_click=_clear)
    for place, problem in enumerate(st.session_state.get(FAULTS, ()), start=1):
        st.warning(f"{place}. {plain(describe_problem(problem, _))}")


def _make_code() -> None:
    st.session_state["cards-code"] = make_code()


def _clear() -> None:
    for key in (CARDS, FAULTS, OPENED):
        st.session_state.pop(key, None)


def _open() -> None:
    members = split_names(str(st.session_state.get("cards-members", "")))
    files = st.session_state.get(CARDS, [])
    if len(members) < 2:
        refuse(_("A panel has at least two members, each with a name of their own."))
        return
    try:
        reading = open_scorecards(
            files,
            str(st.session_state.get("cards-code", "")),
            members,
            fingerprints(),
            bool(st.session_state.get("cards-missing")),
        )
    except ValueError:
        words = _("A code has at least {count} letters and digits.")
        refuse(words.format(count=SHORTEST_CODE))
        return
    st.session_state[FAULTS] = reading.problems
    if reading.cards:
        st.session_state[OPENED] = (reading.cards, reading.missing)


def _show_opened(opened: tuple[tuple[Scorecard, ...], tuple[str, ...]]) -> None:
    cards, missing = opened
    for place, problem in enumerate(st.session_state.get(FAULTS, ()), start=1):
        st.warning(f"{place}. {plain(describe_problem(problem, _))}")
    if missing:
        words = _("Opened without: {names}").format(names=", ".join(missing))
        st.warning(plain(words))
    offer_reveal()
    lineup = line_up(sealed_candidates())

    def ask(shown: Lineup) -> None:
        offer_decision(shown, keep_decision)

    scores = tabulate_scores(cards), tabulate_scores([])
    show_results(current_needs(), lineup, scores, decisions(), ask)
    st.button(_("Take the scorecards out"), key="cards-clear", on_click=_clear)
