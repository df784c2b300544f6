"""The opened panel of the chair: results, later scores, decisions, and the record."""

import streamlit as st

from skillgap.domain.hiring.scorecards import SealedPanel, tabulate_scores
from skillgap.files.hiring.scorecards import open_scorecards
from skillgap.ui.hiring.candidate_state import Lineup, line_up, offer_reveal
from skillgap.ui.hiring.panel_decisions import offer_decision
from skillgap.ui.hiring.panel_results import show_results
from skillgap.ui.hiring.role_state import current_needs
from skillgap.ui.hiring.sealed_state import (
    CODE,
    FAULTS,
    RECORD,
    SAVED,
    cards_call,
    close_panel,
    keep_decision,
    keep_panel,
    sealed_candidates,
)
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import today
from skillgap.ui.uploads import take_files


def show_opened(panel: SealedPanel) -> None:
    """Show what the panel found and decided; take later scores and decisions."""
    if panel.missing:
        words = _("Opened without: {names}").format(names=", ".join(panel.missing))
        st.warning(plain(words))
    _offer_record()
    _take_later_scores(panel)
    offer_reveal()

    def ask(shown: Lineup) -> None:
        offer_decision(shown, keep_decision)

    scores = tabulate_scores(panel.first), tabulate_scores(panel.after)
    lineup = line_up(sealed_candidates())
    show_results(current_needs(), lineup, scores, panel.decisions, ask)
    _offer_closing()


def _offer_record() -> None:
    with st.container(border=True):
        sign, words = (
            "warning",
            _(
                "Scores and decisions stay in this session only. Save the record: with "
                "it, the role and the candidates' files you go on later."
            ),
        )
        if st.session_state.get(SAVED):
            sign, words = "check", _("The record is saved as it stands now.")
        st.markdown(f":material/{sign}: {words}")
        st.download_button(
            _("Save the record"),
            data=st.session_state[RECORD],
            file_name=f"panel-record-{today()}.json",
            mime="application/json",
            key="record-download",
            icon=":material/download:",
            on_click=_note_saved,
        )


def _note_saved() -> None:
    st.session_state[SAVED] = True


def _take_later_scores(panel: SealedPanel) -> None:
    """Offer to open scorecards given after the discussion, as they come."""
    with st.expander(_("Scores after the discussion"), icon=":material/forum:"):
        st.caption(
            _(
                "Members score again on their own page, seal, and send the file. First "
                "scores stay; a member's newer file replaces their earlier one."
            )
        )
        words = _("Sealed scorecards after the discussion")
        given = take_files("cards-after", words, ["json"], most=26)
        if given:
            code = st.session_state[CODE]
            members = [card.member for card in panel.first]
            call = cards_call(code, members, "after")
            reading = open_scorecards(given, call, without_missing=True)
            st.session_state[FAULTS] = reading.problems
            if reading.cards:
                keep_panel(panel.with_after(reading.cards), code)
            st.rerun()


def _offer_closing() -> None:
    sure = st.checkbox(
        _("Yes, forget scores and decisions here; I have saved the record"),
        key="record-close-sure",
    )
    st.button(
        _("Close this panel"),
        key="record-close",
        icon=":material/close:",
        disabled=not sure,
        on_click=close_panel,
    )
