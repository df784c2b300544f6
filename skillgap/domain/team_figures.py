"""What a team's levels add up to, skill by skill and area by area."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.mentors import count_mentors
from skillgap.domain.order_statistics import (
    QUARTILES,
    quantile_of_counts,
)
from skillgap.domain.ratings import BASES
from skillgap.domain.scale import LEVELS
from skillgap.domain.team_state import UNRATED, UNSURE, TeamState

STALE_AFTER = 365
NO_TARGET = 6
"""A target nobody reaches, where a profile asks nothing."""

Ints = npt.NDArray[np.int64]


def measure_skills(
    state: TeamState,
    targets: pd.DataFrame,
    today: date,
    stale_after: int = STALE_AFTER,
) -> pd.DataFrame:
    """Return what a team's levels of each skill add up to, in framework order.

    Args:
        state: whose levels.
        targets: from ``set_targets``; skills it does not name have no target.
        today: the day from which a rating's age is counted.
        stale_after: days after which a rating is flagged.

    Returns:
        Columns ``skill``; ``target``, ``weight`` (NaN where the profile asks nothing);
        ``q1``, ``median``, ``q3`` (levels of those rated, NaN if nobody is);
        ``level_0`` to ``level_5``, ``rated``, ``unsure``, ``unrated`` (people);
        ``at_target``, ``below`` (people rated; 0 without a target); ``coverage`` (share
        of the rated at target, NaN if unknown); ``single_holder`` (id of the only
        person at target, empty otherwise); ``nobody`` (there is a target and nobody
        rated is at it); ``mentors`` (people); ``oldest`` (ISO date of the oldest
        rating, empty if none), ``stale`` (ratings); ``claimed``, ``evidenced``,
        ``checked`` (ratings).

    """
    asked = targets.set_index("skill")[["target", "weight"]].reindex(state.skills)
    aims = set_aims(state, targets)
    counts = count_levels(state)
    quartiles = {
        name: quantile_of_counts(counts[:, 2:], share) for name, share in QUARTILES
    }
    levels = {f"level_{level}": counts[:, level + 2] for level in LEVELS}
    table = asked.rename_axis("skill").reset_index().assign(**quartiles, **levels)
    table["rated"] = counts[:, 2:].sum(axis=1)
    table["unsure"], table["unrated"] = counts[:, 0], counts[:, 1]
    return pd.concat(
        [table, _holders(state, aims), _ages(state, today, stale_after), _bases(state)],
        axis=1,
    )


def set_aims(state: TeamState, targets: pd.DataFrame) -> npt.NDArray[np.int8]:
    """Return the target of each skill, ``NO_TARGET`` where the profile asks nothing."""
    asked = targets.set_index("skill")["target"].reindex(state.skills)
    return asked.fillna(NO_TARGET).to_numpy(np.int8)


def count_levels(state: TeamState) -> Ints:
    """Return how many people are unsure, unrated and at each level, skill by skill.

    Columns: unsure, unrated, level 0 to 5.
    """
    counts = np.empty((len(state.skills), 8), np.int64)
    for column, level in enumerate((UNSURE, UNRATED, *LEVELS)):
        counts[:, column] = np.count_nonzero(state.levels == level, axis=0)
    return counts


def _holders(state: TeamState, aims: npt.NDArray[np.int8]) -> pd.DataFrame:
    """Return who is at target, below it, and above somebody who is below it."""
    there = state.levels >= aims
    at_target = np.count_nonzero(there, axis=0)
    below = np.count_nonzero(state.known & ~there, axis=0)
    below[aims == NO_TARGET] = 0
    rated = at_target + below
    ids = state.people["person_id"].to_numpy(dtype=object)
    holder = there.argmax(axis=0) if len(ids) else np.zeros(len(aims), int)
    only = [ids[p] if n == 1 else "" for p, n in zip(holder, at_target)]
    with np.errstate(invalid="ignore"):
        coverage = np.where(rated > 0, at_target / np.maximum(rated, 1), np.nan)
    return pd.DataFrame(
        {
            "at_target": at_target,
            "below": below,
            "coverage": coverage,
            "single_holder": pd.Series(only, dtype=str),
            "nobody": (at_target == 0) & (aims != NO_TARGET),
            "mentors": count_mentors(state, aims),
        }
    )


def _ages(state: TeamState, today: date, stale_after: int) -> pd.DataFrame:
    days = np.where(state.known, state.days, np.iinfo(np.int32).max)
    oldest = days.min(axis=0, initial=np.iinfo(np.int32).max)
    stale = np.count_nonzero(days < today.toordinal() - stale_after, axis=0)
    texts = [
        date.fromordinal(day).isoformat() if count else ""
        for day, count in zip(oldest.tolist(), np.count_nonzero(state.known, axis=0))
    ]
    return pd.DataFrame({"oldest": pd.Series(texts, dtype=str), "stale": stale})


def _bases(state: TeamState) -> pd.DataFrame:
    return pd.DataFrame(
        {
            basis: np.count_nonzero(state.bases == place, axis=0)
            for place, basis in enumerate(BASES)
        }
    )
