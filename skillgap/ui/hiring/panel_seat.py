"""A member's seat: score alone, submit, wait, and score again after talking."""

import pandas as pd
import streamlit as st

from skillgap.domain.hiring.role_needs import RoleNeeds
from skillgap.domain.hiring.scorecards import Score, Stage, tabulate_scores
from skillgap.storage.panel_scores import load_own_scores, save_score
from skillgap.storage.panel_seats import Seat, list_members, submit_scores
from skillgap.storage.panels import Panel, PanelError
from skillgap.ui.hiring.candidate_seals import name_limit
from skillgap.ui.hiring.panel_entry import sit_down
from skillgap.ui.hiring.panel_scoring import score_candidates
from skillgap.ui.hiring.panel_state import (
    ScoreBook,
    current_place,
    masked_letters,
    refuse,
)
from skillgap.ui.language import number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import engine

MISSING = "submit-missing"


def seat_book(seat: Seat, stage: Stage) -> ScoreBook:
    """Return where a member's scores of a stage are kept.

    A page may stay open after the chair freed its seat: it reads and keeps no more.
    """

    def load() -> pd.DataFrame:
        holds = _still_holds(seat)
        return load_own_scores(engine(), seat, stage) if holds else tabulate_scores([])

    def save(score: Score) -> bool:
        if not _still_holds(seat):
            raise PanelError("seat_taken")
        save_score(engine(), seat, score, stage)
        return False

    return ScoreBook(f"{stage}-{seat.panel}-{seat.id}", load, save)


def _still_holds(seat: Seat) -> bool:
    place = current_place()
    return place is not None and place.seat == seat


def offer_seat(panel: Panel) -> None:
    """Offer the chair, who scores as well, the seat of a member."""
    members = list_members(engine(), panel)
    st.selectbox(
        _("I score as well; my name is"), list(members["member"]), key="seat-name"
    )
    st.button(_("Take this seat"), key="seat-take", on_click=_sit, args=(panel,))


def _sit(panel: Panel) -> None:
    sit_down(panel, str(st.session_state["seat-name"]))


def show_seat(panel: Panel, seat: Seat, needs: RoleNeeds) -> None:
    """Let a member score and submit, or say whom the seal waits for."""
    members = list_members(engine(), panel).set_index("member")
    own = members.loc[seat.member]
    st.subheader(
        _("Scores of {member}").format(member=plain(seat.member)), anchor=False
    )
    if own["excused_at"]:
        st.info(_("The panel goes on without you."))
        return
    if own["submitted_at"]:
        st.success(_("You have submitted. Your scores are sealed."))
        return
    letters = masked_letters(panel)
    if not letters:
        st.info(_("The chair has not put in any candidates yet."))
        return
    st.caption(
        _(
            "Score what you saw and heard yourself. You see neither the others' scores "
            "nor what candidates say of themselves until everybody has submitted."
        )
        + " "
        + name_limit()
    )
    score_candidates(seat_book(seat, "first"), needs, letters)
    _offer_submitting(seat, len(needs.targets) * len(letters))


def _offer_submitting(seat: Seat, whole: int) -> None:
    sure = st.checkbox(
        _("I am done; my scores can no longer change"), key="submit-sure"
    )
    st.button(
        _("Submit and seal"),
        key="submit",
        type=main_kind(),
        icon=":material/lock:",
        disabled=not sure,
        on_click=_submit,
        args=(seat, whole),
    )


def _submit(seat: Seat, whole: int) -> None:
    """Submit; who has not scored everything is told once, and presses again."""
    try:
        if not _still_holds(seat):
            raise PanelError("seat_taken")
        missing = whole - len(load_own_scores(engine(), seat, "first"))
        if 0 < missing < whole and st.session_state.get(MISSING) != missing:
            st.session_state[MISSING] = missing
            _warn_of_missing(missing, whole)
            return
        submit_scores(engine(), seat)
    except PanelError as error:
        refuse(error)


def _warn_of_missing(missing: int, whole: int) -> None:
    words = _(
        "Not scored: {count} of {all}. They stay unknown, and nothing can be added "
        "later. Press again to submit all the same."
    )
    refuse(words.format(count=number(missing), all=number(whole)))


def offer_second_look(seat: Seat, needs: RoleNeeds, letters: dict[str, str]) -> None:
    """Offer scores after the discussion; they stand beside the first ones."""
    with st.expander(_("My scores after the discussion"), icon=":material/forum:"):
        st.caption(_("Score only what you see differently now. First scores stay."))
        score_candidates(seat_book(seat, "after"), needs, letters)
