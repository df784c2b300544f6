"""What a team's levels add up to, skill by skill and area by area."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.fit import NO_TARGET, Demand
from skillgap.domain.ratings import BASES
from skillgap.domain.scale import LEVELS
from skillgap.domain.team.level_counts import (
    FIRST_LEVEL,
    Counts,
    at_or_above,
    count_levels,
)
from skillgap.domain.team.mentors import count_mentors
from skillgap.domain.team.order_statistics import (
    QUARTILES,
    quantile_of_counts,
)
from skillgap.domain.team.state import TeamState

STALE_AFTER = 365  # days; a convention: a yearly review
_NEVER = np.iinfo(np.int32).max


def measure_skills(
    state: TeamState,
    demand: Demand,
    today: date,
    stale_after: int = STALE_AFTER,
) -> pd.DataFrame:
    """Return what a team's levels of each skill add up to, in framework order.

    Args:
        state: whose levels.
        demand: what a profile asks.
        today: the day from which a rating's age is counted.
        stale_after: days after which a rating is flagged.

    Returns:
        Columns ``skill``; ``target``, ``weight`` (NaN where the profile asks nothing);
        ``q1``, ``median``, ``q3`` (levels of those rated, NaN if nobody is);
        ``level_0`` to ``level_5``, ``rated``, ``unsure``, ``unrated`` (people);
        ``at_target``, ``below`` (people rated; 0 without a target); ``coverage`` (share
        of the rated at target, NaN if unknown); ``single_holder`` (id of the only
        person at target, empty otherwise); ``nobody`` (somebody is rated and nobody
        is at target), ``unknown`` (there is a target and nobody is rated);
        ``mentors`` (people); ``oldest`` (ISO date of the oldest rating, empty if
        none), ``stale`` (ratings), ``ahead`` (ratings dated after ``today``);
        ``claimed``, ``evidenced``, ``checked`` (ratings).

    """
    is_asked = demand.weights > 0
    kinds = count_levels(state)
    counts = kinds[:, FIRST_LEVEL:]
    return pd.DataFrame(
        {
            "skill": pd.Series(state.skills, dtype=str),
            "target": np.where(is_asked, demand.aims, np.nan),
            "weight": np.where(is_asked, demand.weights, np.nan),
            **{name: quantile_of_counts(counts, share) for name, share in QUARTILES},
            **{f"level_{level}": counts[:, level] for level in LEVELS},
            "rated": counts.sum(axis=1),
            "unsure": kinds[:, 0],
            "unrated": kinds[:, 1],
            **_holders(state, counts, demand.goals),
            **_ages(state, today, stale_after),
            **{
                basis: np.count_nonzero(state.bases == place, axis=0)
                for place, basis in enumerate(BASES)
            },
        }
    )


def _holders(
    state: TeamState, counts: Counts, goals: npt.NDArray[np.int8]
) -> dict[str, object]:
    """Return who is at target, below it, and above somebody who is below it."""
    at_target = at_or_above(counts, goals)
    rated = np.where(goals == NO_TARGET, 0, counts.sum(axis=1))
    ids = state.people["person_id"]
    holders = [
        str(ids.iloc[int((state.levels[:, skill] >= goal).argmax())]) if n == 1 else ""
        for skill, (goal, n) in enumerate(zip(goals, at_target))
    ]
    share = at_target / np.maximum(rated, 1)
    return {
        "at_target": at_target,
        "below": rated - at_target,
        "coverage": np.where(rated > 0, share, np.nan),
        "single_holder": pd.Series(holders, dtype=str),
        "nobody": (at_target == 0) & (rated > 0),
        "unknown": (rated == 0) & (goals != NO_TARGET),
        "mentors": count_mentors(counts, goals),
    }


def _ages(state: TeamState, today: date, stale_after: int) -> dict[str, object]:
    """Return the oldest rating of each skill, how many are stale, how many ahead."""
    days = np.where(state.known, state.days, _NEVER)
    oldest = days.min(axis=0, initial=_NEVER).tolist()
    texts = ["" if d == _NEVER else date.fromordinal(d).isoformat() for d in oldest]
    stale = np.count_nonzero(days < today.toordinal() - stale_after, axis=0)
    ahead = np.count_nonzero(state.known & (state.days > today.toordinal()), axis=0)
    return {"oldest": pd.Series(texts, dtype=str), "stale": stale, "ahead": ahead}
