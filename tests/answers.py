"""Random claims and answers for the laws about estimates."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from skillgap.domain.estimate import Estimate, ItemAnswer

LEVELS_OR_NONE = st.none() | st.integers(0, 5)


def answers() -> st.SearchStrategy[list[ItemAnswer]]:
    """Return up to eight answered checks: two to five options, or a number."""
    answer = st.builds(
        ItemAnswer,
        st.integers(1, 5),
        st.sampled_from([0, 0.2, 0.25, 0.5]),
        st.booleans(),
    )
    return st.lists(answer, max_size=8)


def known() -> st.SearchStrategy[dict[str, Any]]:
    """Return what can be known about a level, as ``estimate_level`` takes it."""
    return st.fixed_dictionaries(
        {"claim": LEVELS_OR_NONE, "evidenced": st.booleans(), "answers": answers()}
    )


def given_right(pattern: str, level: int, guess: float = 0.25) -> list[ItemAnswer]:
    """Return checks of one level: ``+`` was right, ``-`` was wrong."""
    return [ItemAnswer(level, guess, sign == "+") for sign in pattern]


def one_more_right(before: dict[str, Any], place: int) -> dict[str, Any]:
    """Return the same with the answer at a place right instead of wrong."""
    changed = list(before["answers"])
    changed[place] = replace(changed[place], right=True)
    return {**before, "answers": changed}


def is_nowhere_lower(after: Estimate, before: Estimate) -> bool:
    """Say whether no figure of an estimate went down."""
    figures = ("level", "low", "high")
    chances = [(after.chance_of(n), before.chance_of(n)) for n in range(6)]
    return all(getattr(after, f) >= getattr(before, f) for f in figures) and all(
        new >= old - 1e-9 for new, old in chances
    )
