"""How many people have which level of each skill."""

import numpy as np
import numpy.typing as npt

from skillgap.domain.team.state import TeamState

KINDS = 8
"""What a level can be: unsure, unrated, 0 to 5, in this order."""
FIRST_LEVEL = 2

Counts = npt.NDArray[np.int64]


def count_levels(state: TeamState) -> Counts:
    """Return how many people are unsure, unrated and at each level.

    One row a skill; columns as in ``KINDS``.
    """
    return _count(_kinds(state), len(state.skills), KINDS)


def count_steps(before: TeamState, after: TeamState) -> Counts:
    """Return how many people went from which level to which.

    One layer a skill; rows are what was before, columns what is after.
    """
    joined = _kinds(before) * np.int16(KINDS) + _kinds(after)
    found = _count(joined, len(after.skills), KINDS * KINDS)
    return found.reshape(-1, KINDS, KINDS)


def _kinds(state: TeamState) -> npt.NDArray[np.int16]:
    return state.levels + np.int16(FIRST_LEVEL)


def _count(kinds: npt.NDArray[np.int16], skills: int, most: int) -> Counts:
    """Return how often each kind stands in each column."""
    places = kinds + np.arange(skills, dtype=np.int32) * np.int32(most)
    return np.bincount(places.reshape(-1), minlength=skills * most).reshape(-1, most)


def at_or_above(counts: Counts, goals: npt.NDArray[np.int8]) -> Counts:
    """Return how many people have reached a level of their own for each skill.

    Args:
        counts: of levels 0 to 5, one row a skill.
        goals: one for each skill; nobody reaches one above 5.

    """
    reached = np.arange(counts.shape[1]) >= goals[:, None]
    return np.asarray((counts * reached).sum(axis=1))
