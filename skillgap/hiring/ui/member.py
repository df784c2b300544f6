"""What a member does: take a seat, score each skill alone, submit."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.domain.scale import LEVELS
from skillgap.hiring.interview import read_anchor
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.scorecards import LONGEST_NOTE, Score, Stage, scores_of
from skillgap.hiring.store.panels import Panel, PanelError
from skillgap.hiring.store.scores import load_own_scores, save_score
from skillgap.hiring.store.seats import Seat, submit_scores
from skillgap.hiring.store.standing import PanelStanding
from skillgap.hiring.ui.panel_entry import sit_down
from skillgap.hiring.ui.panel_state import (
    ScoreBook,
    current_access,
    keep_refusal,
    name_letters,
)
from skillgap.hiring.ui.seals import name_limit
from skillgap.ui.fields import refilled
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.person.answers import UNSURE
from skillgap.ui.session import engine, framework, visitor_key
from skillgap.ui.state import PANEL_OWN_SCORES, SCORE_ANEW, SEAT_NAME, SUBMIT_MISSING

CHOICES: tuple[int | str, ...] = (*LEVELS, UNSURE)


def score_candidates(
    book: ScoreBook, own: pd.DataFrame, needs: RoleNeeds, letters: dict[str, str]
) -> None:
    """Show the skills of one area for one candidate, and how much is scored.

    ``own`` are the scores of the book as they are while the page is drawn.
    """
    st.session_state[PANEL_OWN_SCORES] = own
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
    keys = [f"{what}-{place}" for place in places for what in ("score", "note")]
    whole = len(needs.targets) * len(letters)
    with refilled(book.name, keys):
        for skill in asked:
            _score_skill(book, letter, skill, progress, whole)


@st.fragment
def _score_skill(
    book: ScoreBook, letter: str, skill: str, progress: DeltaGenerator, whole: int
) -> None:
    """Ask for one score; an answer reruns this question and the progress alone.

    Unless it was refused, or changes what else is on the page: then all is drawn anew.
    """
    if st.session_state.pop(SCORE_ANEW, False):
        st.rerun()
    content, own = framework().skills[skill], st.session_state[PANEL_OWN_SCORES]
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
        st.session_state[SCORE_ANEW] = book.save(Score(letter, skill, level, note))
        st.session_state[PANEL_OWN_SCORES] = book.load()
    except PanelError as error:
        keep_refusal(error)
        st.session_state[SCORE_ANEW] = True


def seat_book(panel: Panel, seat: Seat, stage: Stage) -> ScoreBook:
    """Return where a member's scores of a stage are kept.

    A page may stay open after the chair freed its seat: it reads and keeps no more.
    """

    def load() -> pd.DataFrame:
        return scores_of(stage, load_own_scores(engine(), panel, visitor_key()))

    def save(score: Score) -> bool:
        if not _still_holds(seat):
            raise PanelError("seat_taken")
        save_score(engine(), seat, score, stage)
        return False

    return ScoreBook(f"{stage}-{seat.panel}-{seat.id}", load, save)


def _still_holds(seat: Seat) -> bool:
    access = current_access()
    return access is not None and access.seat == seat


def offer_seat(standing: PanelStanding) -> None:
    """Offer the chair, who scores as well, the seat of a member."""
    names = list(standing.members["member"])
    st.selectbox(_("I score as well; my name is"), names, key=SEAT_NAME)
    st.button(
        _("Take this seat"),
        key="seat-take",
        on_click=_sit,
        args=(standing.access.panel,),
    )


def _sit(panel: Panel) -> None:
    sit_down(panel, str(st.session_state[SEAT_NAME]))


def show_seat(standing: PanelStanding, seat: Seat, needs: RoleNeeds) -> None:
    """Let a member score and submit, or say whom the seal waits for."""
    own = standing.members.set_index("member").loc[seat.member]
    st.subheader(
        _("Scores of {member}").format(member=plain(seat.member)), anchor=False
    )
    if own["excused_at"]:
        st.info(_("The panel goes on without you."))
        return
    if own["submitted_at"]:
        st.success(_("You have submitted. Your scores are sealed."))
        return
    letters = name_letters(standing.letters)
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
    book = seat_book(standing.access.panel, seat, "first")
    score_candidates(book, scores_of("first", standing.own), needs, letters)
    _offer_submitting(book, seat, len(needs.targets) * len(letters))


def _offer_submitting(book: ScoreBook, seat: Seat, whole: int) -> None:
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
        args=(book, seat, whole),
    )


def _submit(book: ScoreBook, seat: Seat, whole: int) -> None:
    """Submit; who has not scored everything is told once, and presses again."""
    try:
        if not _still_holds(seat):
            raise PanelError("seat_taken")
        missing = whole - len(book.load())
        if 0 < missing < whole and st.session_state.get(SUBMIT_MISSING) != missing:
            st.session_state[SUBMIT_MISSING] = missing
            _warn_of_missing(missing, whole)
            return
        submit_scores(engine(), seat)
    except PanelError as error:
        keep_refusal(error)


def _warn_of_missing(missing: int, whole: int) -> None:
    words = _(
        "Not scored: {count} of {all}. They stay unknown, and nothing can be added "
        "later. Press again to submit all the same."
    )
    keep_refusal(words.format(count=number(missing), all=number(whole)))


def offer_second_look(
    standing: PanelStanding, seat: Seat, needs: RoleNeeds, letters: dict[str, str]
) -> None:
    """Offer scores after the discussion; they stand beside the first ones."""
    book = seat_book(standing.access.panel, seat, "after")
    with st.expander(_("My scores after the discussion"), icon=":material/forum:"):
        st.caption(_("Score only what you see differently now. First scores stay."))
        score_candidates(book, scores_of("after", standing.own), needs, letters)
