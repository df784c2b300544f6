"""Who can help whom: two levels or more above somebody short of the target."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment

from skillgap.domain.team_state import Mask, TeamState

AHEAD = 2
MOST_PEOPLE = 1_000
_NOBODY = 99

Aims = npt.NDArray[np.int8]


def find_mentors(state: TeamState, aims: Aims) -> Mask:
    """Return who could help a colleague with which skill, people x skills.

    A mentor is two levels or more above somebody who is rated below the target.

    Args:
        state: whose levels.
        aims: the target of each skill; above 5 where there is none.

    """
    learning = state.known & (state.levels < aims) & (aims <= 5)
    lowest = np.where(learning, state.levels, _NOBODY).min(axis=0, initial=_NOBODY)
    return np.asarray(state.levels >= lowest.astype(np.int16) + AHEAD)


def count_mentors(state: TeamState, aims: Aims) -> npt.NDArray[np.int64]:
    """Return how many could help a colleague with each skill."""
    return np.asarray(np.count_nonzero(find_mentors(state, aims), axis=0))


def list_mentors(
    state: TeamState, aims: Aims, most: int | None = None
) -> dict[str, list[str]]:
    """Return the ids of those who could help with each skill, highest level first.

    Of equals the first in the table of people comes first; ``most`` cuts each list.
    """
    able = find_mentors(state, aims)
    ids = state.people["person_id"].tolist()
    found = {}
    for place, skill in enumerate(state.skills):
        people = np.flatnonzero(able[:, place])
        order = np.argsort(-state.levels[people, place], kind="stable")
        found[skill] = [ids[person] for person in people[order][:most]]
    return found


def pair_up(state: TeamState, targets: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of mentor and learner that together close most priority.

    Everybody mentors at most one colleague and learns from at most one. A pair works
    on the skill in which the learner's weighted gap is largest among those where the
    mentor is two levels or more above; of equals the first in the framework.

    Args:
        state: whose levels; at most ``MOST_PEOPLE`` people.
        targets: from ``set_targets``.

    Returns:
        Columns ``mentor``, ``learner`` (ids), ``skill``, ``mentor_level``,
        ``learner_level``, ``target``, ``priority`` (gap x weight), largest first.

    Raises:
        ValueError: there are too many people for pairs.

    """
    best = _best_skills(state, targets)
    mentors, learners = linear_sum_assignment(best.value, maximize=True)
    useful = best.value[mentors, learners] > 0
    mentors, learners = mentors[useful], learners[useful]
    skill = best.skill[mentors, learners]
    ids = state.people["person_id"].to_numpy(dtype=object)
    aims = targets.set_index("skill")["target"].reindex(state.skills).to_numpy()
    pairs = pd.DataFrame(
        {
            "mentor": pd.Series(ids[mentors], dtype=str),
            "learner": pd.Series(ids[learners], dtype=str),
            "skill": pd.Series([state.skills[s] for s in skill], dtype=str),
            "mentor_level": state.levels[mentors, skill].astype(int),
            "learner_level": state.levels[learners, skill].astype(int),
            "target": aims[skill].astype(int),
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


def _best_skills(state: TeamState, targets: pd.DataFrame) -> _Best:
    count = len(state.people)
    if count > MOST_PEOPLE:
        raise ValueError(f"pairs are for at most {MOST_PEOPLE} people")
    best = _Best(np.zeros((count, count), int), np.zeros((count, count), np.int16))
    places = {skill: place for place, skill in enumerate(state.skills)}
    rows = sorted(targets.itertuples(), key=lambda row: places[str(row.skill)])
    for row in rows:
        place = places[str(row.skill)]
        level = state.levels[:, place].astype(np.int16)
        gap = np.where(level >= 0, np.maximum(row.target - level, 0), 0)
        able = level[:, None] >= level[None, :] + AHEAD
        worth = np.where(able, (gap * row.weight).astype(np.int16)[None, :], 0)
        better = worth > best.value
        best.value[better] = worth[better]
        best.skill[better] = place
    return best
