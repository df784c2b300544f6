"""Scoring: one candidate, one area, each skill on its anchors, each alone."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.domain.scale import LEVELS
from skillgap.hiring.interview import read_anchor
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.scorecards import LONGEST_NOTE, Score, Stage, tabulate_scores
from skillgap.hiring.store.panels import Panel, PanelError
from skillgap.hiring.store.scores import load_own_scores, save_score
from skillgap.hiring.store.seats import Seat, list_members, submit_scores
from skillgap.hiring.ui.panel_entry import sit_down
from skillgap.hiring.ui.panel_state import (
    ScoreBook,
    current_place,
    masked_letters,
    refuse,
)
from skillgap.hiring.ui.seals import name_limit
from skillgap.ui.fields import refill
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.person.answers import UNSURE
from skillgap.ui.session import engine, framework

ANEW = "score-anew"
CHOICES: tuple[int | str, ...] = (*LEVELS, UNSURE)


def score_candidates(
    book: ScoreBook, needs: RoleNeeds, letters: dict[str, str]
) -> None:
    """Show the skills of one area for one candidate, and how much is scored."""
    progress = st.empty()
    area_of = framework().area_of
    areas = list(dict.fromkeys(area_of[skill] for skill in needs.targets))
    names = {a: label(framework().areas[a].name) for a in areas}
    with st.container(horizontal=True):
        letter = st.selectbox(
            _("Candidate"),
            list(letters),
            format_func=letters.__getitem__,
            key=f"score-candidate-{book.name}",
        )
        area = st.selectbox(
            _("Area"),
            areas,
            format_func=names.__getitem__,
            key=f"score-area-{book.name}",
        )
    asked = [skill for skill in needs.targets if area_of[skill] == area]
    places = [f"{book.name}-{letter}-{skill}" for skill in asked]
    refill(book.name, [f"{what}-{p}" for p in places for what in ("score", "note")])
    whole = len(needs.targets) * len(letters)
    for skill in asked:
        _score_skill(book, letter, skill, progress, whole)


@st.fragment
def _score_skill(
    book: ScoreBook, letter: str, skill: str, progress: DeltaGenerator, whole: int
) -> None:
    """Ask for one score; an answer reruns this question and the progress alone.

    Unless it was refused, or changes what else is on the page: then all is drawn anew.
    """
    if st.session_state.pop(ANEW, False):
        st.rerun()
    content, own = framework().skills[skill], book.load()
    kept = own[(own["candidate"] == letter) & (own["skill"] == skill)]
    place = f"{book.name}-{letter}-{skill}"
    with st.container(border=True):
        st.markdown(f"**{plain(label(content.name))}**")
        st.caption(plain(label(content.definition)))
        _ask_level(book, letter, skill, kept)
        if not kept.empty:
            st.session_state.setdefault(f"note-{place}", kept.iloc[0]["note"])
            st.text_input(
                _("Note: what did you see or hear?"),
                key=f"note-{place}",
                max_chars=LONGEST_NOTE,
                on_change=_keep,
                args=(book, letter, skill),
            )
    done = _("{done} of {all} scored").format(done=number(len(own)), all=number(whole))
    progress.progress(min(len(own) / max(whole, 1), 1.0), text=done)


def _ask_level(book: ScoreBook, letter: str, skill: str, kept: pd.DataFrame) -> None:
    key = f"score-{book.name}-{letter}-{skill}"
    if not kept.empty:
        level = kept.iloc[0]["level"]
        st.session_state.setdefault(key, UNSURE if pd.isna(level) else int(level))
    scale = framework().manifest.scale
    words: dict[int | str, str] = {UNSURE: _("I cannot say")}
    for n in LEVELS:
        words[n] = f"{n} · {label(scale[n].name)}"
    st.radio(
        _("Which act have you seen or heard proof of? The last one that is true."),
        CHOICES,
        index=None,
        format_func=words.__getitem__,
        captions=[
            *(plain(label(read_anchor(framework(), skill, n))) for n in LEVELS),
            _("Stays unknown; it is not counted as zero"),
        ],
        key=key,
        on_change=_keep,
        args=(book, letter, skill),
    )


def _keep(book: ScoreBook, letter: str, skill: str) -> None:
    place = f"{book.name}-{letter}-{skill}"
    choice = st.session_state.get(f"score-{place}")
    if choice is None or choice not in CHOICES:
        return
    note = str(st.session_state.get(f"note-{place}", "")).strip()
    level = None if choice == UNSURE else int(choice)
    try:
        st.session_state[ANEW] = book.save(Score(letter, skill, level, note))
    except PanelError as error:
        refuse(error)
        st.session_state[ANEW] = True


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
