"""Scoring: one candidate, one area, each skill on its anchors, each alone."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.domain.hiring.interview import read_anchor
from skillgap.domain.hiring.role_needs import RoleNeeds
from skillgap.domain.hiring.scorecards import LONGEST_NOTE, Score
from skillgap.domain.scale import LEVELS
from skillgap.storage.panels import PanelError
from skillgap.ui.answers import UNSURE
from skillgap.ui.fields import refill
from skillgap.ui.hiring.panel_state import ScoreBook, refuse
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework

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
