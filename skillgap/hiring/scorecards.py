"""Scores that members of a panel give candidates, each on their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from unicodedata import normalize

import pandas as pd

SHORTEST_CODE = 12
LONGEST_NOTE = 500
SCORE_COLUMNS = ("member", "candidate", "skill", "level", "note", "stage")

Stage = Literal["first", "after"]


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
    scored under it: files taken in another order must not be mixed up. ``stage`` says
    whether the scores were given alone or after the discussion.
    """

    panel: str
    member: str
    scores: tuple[Score, ...]
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    stage: Stage = "first"


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


@dataclass(frozen=True)
class SealedPanel:
    """What the chair of a panel by file holds once the scorecards are open.

    ``first`` and ``after`` are the cards of the members, at most one each; ``missing``
    names those without whom the chair opened; ``decisions`` only ever grow.
    """

    first: tuple[Scorecard, ...]
    missing: tuple[str, ...] = ()
    after: tuple[Scorecard, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def with_after(self, cards: Iterable[Scorecard]) -> "SealedPanel":
        """Return the panel with later cards; a member's newer card replaces theirs."""
        newer = {fold_name(card.member): card for card in (*self.after, *cards)}
        order = [fold_name(card.member) for card in self.first]
        kept = tuple(newer[name] for name in order if name in newer)
        return replace(self, after=kept)

    def with_decision(self, decision: Decision) -> "SealedPanel":
        """Return the panel with one more decision."""
        return replace(self, decisions=(*self.decisions, decision))


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
        "cannot say"), ``note``, ``stage``.

    """
    rows = [
        (card.member, s.candidate, s.skill, s.level, s.note, card.stage)
        for card in scorecards
        for s in card.scores
    ]
    table = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    texts = [name for name in SCORE_COLUMNS if name != "level"]
    return table.astype({"level": float, **dict.fromkeys(texts, str)})


def scores_of(stage: Stage, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of one stage; columns as in ``tabulate_scores``."""
    return scores[scores["stage"] == stage]
