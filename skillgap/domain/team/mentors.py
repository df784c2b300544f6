"""Who can help whom, and who could stand in for whom."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment

from skillgap.domain.fit import Demand, measure_fits
from skillgap.domain.scale import LEVELS
from skillgap.domain.team.level_counts import (
    FIRST_LEVEL,
    Counts,
    at_or_above,
    count_levels,
)
from skillgap.domain.team.state import TeamState

AHEAD = 2  # levels; chosen, not measured: a claim errs by about one (estimate.yaml)
MOST_PEOPLE = 1_000  # measured: pairs of so many take .2 s of the processor
_NOBODY = 99  # any level nobody can have

Goals = npt.NDArray[np.int8]


def mentor_levels(counts: Counts, goals: Goals) -> npt.NDArray[np.int8]:
    """Return the level from which somebody could mentor each skill.

    A mentor stands at the target or above, for nobody leads to where they have not
    been, and two levels or more above somebody who is rated below the target; the level
    is out of reach where nobody is.

    Args:
        counts: of levels 0 to 5, one row a skill.
        goals: the target of each skill; above 5 where there is none.

    """
    learning = (counts > 0) & (np.arange(counts.shape[1]) < goals[:, None])
    learning[goals > counts.shape[1] - 1] = False
    lowest = np.maximum(learning.argmax(axis=1) + AHEAD, goals)
    return np.where(learning.any(axis=1), lowest, _NOBODY).astype(np.int8)


def count_mentors(counts: Counts, goals: Goals) -> Counts:
    """Return how many could help a colleague with each skill."""
    return at_or_above(counts, mentor_levels(counts, goals))


def list_mentors(
    state: TeamState, goals: Goals, most: int | None = None
) -> dict[str, list[str]]:
    """Return the ids of those who could help with each skill, highest level first.

    Of equals the first in the table of people comes first; ``most`` cuts each list.
    """
    least = mentor_levels(count_levels(state)[:, FIRST_LEVEL:], goals)
    columns = np.ascontiguousarray(state.levels.T)
    ids = state.people["person_id"].tolist()
    found: dict[str, list[str]] = {}
    for skill, levels, lowest in zip(state.skills, columns, least.tolist()):
        people: list[int] = []
        for level in range(max(LEVELS), lowest - 1, -1):
            if most is None or len(people) < most:
                people += np.flatnonzero(levels == level)[:most].tolist()
        found[skill] = [ids[person] for person in people[:most]]
    return found


def pair_up(state: TeamState, demand: Demand) -> pd.DataFrame:
    """Return pairs of mentor and learner that together close most priority.

    Everybody mentors at most one colleague and learns from at most one. A pair works
    on the skill in which the learner's weighted gap is largest among those where the
    mentor stands at the target or above, and two levels or more above the learner; of
    equals the first in the framework.

    Args:
        state: whose levels; at most ``MOST_PEOPLE`` people.
        demand: what a profile asks.

    Returns:
        Columns ``mentor``, ``learner`` (ids), ``skill``, ``mentor_level``,
        ``learner_level``, ``target``, ``priority`` (gap x weight), largest first.

    Raises:
        ValueError: there are too many people for pairs.

    """
    best = _best_skills(state, demand)
    mentors, learners = linear_sum_assignment(best.value, maximize=True)
    useful = best.value[mentors, learners] > 0
    mentors, learners = mentors[useful], learners[useful]
    skill = best.skill[mentors, learners]
    ids = state.people["person_id"].to_numpy(dtype=object)
    pairs = pd.DataFrame(
        {
            "mentor": pd.Series(ids[mentors], dtype=str),
            "learner": pd.Series(ids[learners], dtype=str),
            "skill": pd.Series([state.skills[s] for s in skill], dtype=str),
            "mentor_level": state.levels[mentors, skill].astype(int),
            "learner_level": state.levels[learners, skill].astype(int),
            "target": demand.aims[skill],
            "priority": best.value[mentors, learners].astype(int),
        }
    )
    return pairs.sort_values(
        "priority", ascending=False, kind="stable", ignore_index=True
    )


class _Best(NamedTuple):
    """For each mentor (row) and learner (column), the skill worth most, and its worth.

    A worth of 0 says that there is none.
    """

    skill: npt.NDArray[np.int64]
    value: npt.NDArray[np.int16]


def _best_skills(state: TeamState, demand: Demand) -> _Best:
    count = len(state.people)
    if count > MOST_PEOPLE:
        raise ValueError(f"pairs are for at most {MOST_PEOPLE} people")
    best = _Best(np.zeros((count, count), int), np.zeros((count, count), np.int16))
    for place, (aim, weight) in enumerate(zip(demand.aims, demand.weights)):
        level = state.levels[:, place].astype(np.int16)
        gap = np.where(level >= 0, np.maximum(aim - level, 0), 0)
        able = level[:, None] >= np.maximum(level[None, :] + AHEAD, aim)
        worth = np.where(able, (gap * weight).astype(np.int16)[None, :], 0)
        better = worth > best.value
        best.value[better] = worth[better]
        best.skill[better] = place
    return best


def rank_stand_ins(state: TeamState, demand: Demand, person_id: str) -> pd.DataFrame:
    """Return who could stand in for a person on a profile, best first.

    What is asked is what the person brings: of each skill the profile asks, their
    level, but not more than the target. Skills in which they are unknown or at 0 are
    not asked.

    Args:
        state: the team, the person among them.
        demand: what the profile asks.
        person_id: who is to be replaced.

    Returns:
        Columns ``person_id``, ``name``, ``fit`` (0 to 1, NaN if unknown on all that is
        asked), ``rated_share`` (0 to 1), ``short`` (rated skills below what is
        asked); fit first, then rated share, unknown fits last.

    Raises:
        KeyError: nobody has the id.

    """
    found = np.flatnonzero(state.people["person_id"] == person_id)
    if not len(found):
        raise KeyError(person_id)
    brought = np.minimum(state.levels[found[0]], demand.aims).clip(min=0)
    asked = Demand(brought, np.where(brought > 0, demand.weights, 0))
    fits = measure_fits(state.levels, {person_id: asked})
    table = state.people[["person_id", "name"]].assign(
        fit=fits.fit[:, 0],
        rated_share=fits.rated_share[:, 0],
        short=np.count_nonzero(state.known & (state.levels < brought), axis=1),
    )
    return table.drop(index=found).sort_values(
        ["fit", "rated_share"],
        ascending=False,
        na_position="last",
        kind="stable",
        ignore_index=True,
    )
