"""Scores by file: what this session holds of a panel without a shared installation."""

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from skillgap.hiring.candidates import MOST, Candidate
from skillgap.hiring.files.sealed_files import CardsCall, write_panel_record
from skillgap.hiring.needs import skills_ever_asked
from skillgap.hiring.scorecards import (
    Decision,
    Score,
    Scorecard,
    SealedPanel,
    Stage,
    tabulate_scores,
)
from skillgap.hiring.ui.needs import current_needs
from skillgap.hiring.ui.panel_state import ScoreBook
from skillgap.ui.state import (
    PANEL_OWN_SCORES,
    SEALED_CANDIDATES,
    SEALED_CARDS,
    SEALED_CODE,
    SEALED_FAULTS,
    SEALED_FILE,
    SEALED_OPENED,
    SEALED_RECORD,
    SEALED_SAVED,
    SEALED_SCORES,
)

CHAIRS = (
    SEALED_OPENED,
    SEALED_CODE,
    SEALED_RECORD,
    SEALED_CARDS,
    SEALED_FAULTS,
    SEALED_SAVED,
)


@dataclass(frozen=True)
class SealedFile:
    """One's own sealed scorecard; stale once a score has changed since."""

    stage: Stage
    name: str
    content: bytes
    is_stale: bool = False


def sealed_candidates() -> tuple[Candidate, ...]:
    """Return the candidates scored by file; who they are stays behind letters."""
    kept: tuple[Candidate, ...] = st.session_state.get(SEALED_CANDIDATES, ())
    return kept


def keep_sealed_candidates(candidates: tuple[Candidate, ...]) -> None:
    """Keep candidates for this session; scores on others are forgotten."""
    drop_sealed()
    st.session_state[SEALED_CANDIDATES] = candidates[:MOST]


def drop_sealed() -> None:
    """Forget candidates, scores and the opened panel."""
    close_panel()
    for key in [str(key) for key in st.session_state]:
        if key in (
            SEALED_CANDIDATES,
            SEALED_SCORES,
            SEALED_FILE,
            PANEL_OWN_SCORES,
        ) or key.startswith(("score-file", "note-file")):
            del st.session_state[key]


def close_panel() -> None:
    """Forget the scorecards, and the panel if they were opened."""
    for key in CHAIRS:
        st.session_state.pop(key, None)


def fingerprints() -> dict[str, str]:
    """Return what tells whether two members mean the same candidates."""
    return {c.letter: c.fingerprint for c in sealed_candidates()}


def cards_call(code: str, members: list[str], stage: Stage = "first") -> CardsCall:
    """Return what scorecards must fit: the candidates and the role of this session."""
    skills = skills_ever_asked(current_needs())
    return CardsCall(code, members, fingerprints(), skills, stage)


def own_scores(stage: Stage = "first") -> tuple[Score, ...]:
    """Return one's own scores of a stage in the order they were given."""
    kept: dict[tuple[str, str, str], Score] = st.session_state.get(SEALED_SCORES, {})
    return tuple(score for key, score in kept.items() if key[0] == stage)


def file_book(stage: Stage = "first") -> ScoreBook:
    """Return where one's own scores are kept until they are sealed."""

    def load() -> pd.DataFrame:
        return tabulate_scores([Scorecard("", "", own_scores(stage), stage=stage)])

    def save(score: Score) -> bool:
        kept = dict(st.session_state.get(SEALED_SCORES, {}))
        kept[stage, score.candidate, score.skill] = score
        st.session_state[SEALED_SCORES] = kept
        sealed: SealedFile | None = st.session_state.get(SEALED_FILE)
        if not sealed or sealed.is_stale:
            return False
        st.session_state[SEALED_FILE] = replace(sealed, is_stale=True)
        return True

    return ScoreBook("file" if stage == "first" else "file-after", load, save)


def opened_panel() -> SealedPanel | None:
    """Return the panel whose scorecards were opened here, None before."""
    panel: SealedPanel | None = st.session_state.get(SEALED_OPENED)
    return panel


def keep_panel(panel: SealedPanel, code: str) -> None:
    """Keep an opened panel, and write its record anew."""
    st.session_state[SEALED_OPENED], st.session_state[SEALED_CODE] = panel, code
    st.session_state[SEALED_RECORD] = write_panel_record(panel, code)
    st.session_state[SEALED_SAVED] = False


def keep_decision(decision: Decision) -> None:
    """Append a decision; there is no way to change one."""
    panel = opened_panel()
    if panel is not None:
        keep_panel(panel.with_decision(decision), st.session_state[SEALED_CODE])
