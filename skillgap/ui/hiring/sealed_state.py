"""Scores by file: what this session holds of a panel without a shared installation."""

import pandas as pd
import streamlit as st

from skillgap.domain.hiring.candidates import MOST, Candidate
from skillgap.domain.hiring.scorecards import (
    Decision,
    Score,
    Scorecard,
    tabulate_scores,
)
from skillgap.ui.hiring.panel_state import ScoreBook

CANDIDATES, SCORES, OPENED = "sealed_candidates", "sealed_scores", "sealed_opened"
DECISIONS, SEALED = "sealed_decisions", "sealed_file"


def sealed_candidates() -> tuple[Candidate, ...]:
    """Return the candidates scored by file; who they are stays behind letters."""
    kept: tuple[Candidate, ...] = st.session_state.get(CANDIDATES, ())
    return kept


def keep_sealed_candidates(candidates: tuple[Candidate, ...]) -> None:
    """Keep candidates for this session; scores on others are forgotten."""
    drop_sealed()
    st.session_state[CANDIDATES] = candidates[:MOST]


def drop_sealed() -> None:
    """Forget candidates, scores and decisions."""
    named = (CANDIDATES, SCORES, OPENED, DECISIONS, SEALED)
    for key in [str(key) for key in st.session_state]:
        if key in named or key.startswith(("score-file", "note-file")):
            del st.session_state[key]


def fingerprints() -> dict[str, str]:
    """Return what tells whether two members mean the same candidates."""
    return {c.letter: c.fingerprint for c in sealed_candidates()}


def own_scores() -> tuple[Score, ...]:
    """Return one's own scores in the order they were given."""
    kept: dict[tuple[str, str], Score] = st.session_state.get(SCORES, {})
    return tuple(kept.values())


def file_book() -> ScoreBook:
    """Return where one's own scores are kept until they are sealed."""
    return ScoreBook("file", _load, _save)


def _load() -> pd.DataFrame:
    return tabulate_scores([Scorecard("", "", own_scores())])


def _save(score: Score) -> None:
    kept = dict(st.session_state.get(SCORES, {}))
    kept[score.candidate, score.skill] = score
    st.session_state[SCORES] = kept
    st.session_state.pop(SEALED, None)


def decisions() -> list[Decision]:
    """Return what was decided in this session."""
    return list(st.session_state.get(DECISIONS, []))


def keep_decision(decision: Decision) -> None:
    """Append a decision; there is no way to change one."""
    st.session_state[DECISIONS] = [*decisions(), decision]
