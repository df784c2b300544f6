"""Scores that members of a panel give candidates, each on their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

import pandas as pd

SHORTEST_CODE = 12
SCORE_COLUMNS = ("member", "candidate", "skill", "level", "note")


@dataclass(frozen=True)
class Score:
    """One score: ``candidate`` is a letter; ``level`` None means "cannot say"."""

    candidate: str
    skill: str
    level: int | None
    note: str = ""


@dataclass(frozen=True)
class Scorecard:
    """All scores of one member in one panel.

    ``fingerprints`` maps each letter to the fingerprint of the candidate the member
    scored under it: files taken in another order must not be mixed up.
    """

    panel: str
    member: str
    scores: tuple[Score, ...]
    fingerprints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """What somebody decided about one candidate; the product never makes one.

    ``who`` is a person's name, ``on`` a moment in UTC as ISO text, ``candidate`` a
    letter, ``outcome`` and ``reason`` their own words.

    Raises:
        ValueError: any of these is empty.

    """

    who: str
    on: str
    candidate: str
    outcome: str
    reason: str

    def __post_init__(self) -> None:
        for name in ("who", "on", "candidate", "outcome", "reason"):
            if not str(getattr(self, name)).strip():
                raise ValueError(f"a decision without {name} is none")


def fold_code(code: str) -> str:
    """Return what counts of a panel's code: neither capitals nor blanks nor hyphens.

    Raises:
        ValueError: it is shorter than twelve signs and could be guessed.

    """
    folded = "".join(c for c in normalize("NFKC", code).casefold() if c.isalnum())
    if len(folded) < SHORTEST_CODE:
        raise ValueError(f"a code has at least {SHORTEST_CODE} letters and digits")
    return folded


def fold_name(name: str) -> str:
    """Return what counts of a member's name: neither capitals nor extra blanks."""
    return " ".join(normalize("NFKC", name).casefold().split())


def tabulate_scores(scorecards: Iterable[Scorecard]) -> pd.DataFrame:
    """Return one row per score.

    Returns:
        Columns ``member``, ``candidate``, ``skill``, ``level`` (0 to 5, NaN for
        "cannot say"), ``note``.

    """
    rows = [
        (card.member, score.candidate, score.skill, score.level, score.note)
        for card in scorecards
        for score in card.scores
    ]
    table = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    texts = [name for name in SCORE_COLUMNS if name != "level"]
    return table.astype({"level": float, **dict.fromkeys(texts, str)})
