"""Ratings from elsewhere taken into a team's history."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.ratings import BASES
from skillgap.domain.team.history import (
    DAY_AT,
    LEVEL_AT,
    PERSON_AT,
    SKILL_AT,
    History,
    Keys,
    sort_history,
)
from skillgap.domain.team.state import PEOPLE_COLUMNS

_DETAILS = list(PEOPLE_COLUMNS[1:])


def empty_history(skills: Sequence[str]) -> History:
    """Return a history in which nobody has answered anything."""
    people = pd.DataFrame({name: pd.Series(dtype=str) for name in PEOPLE_COLUMNS})
    return History(people, tuple(skills), np.empty(0, np.int64))


def join_ratings(
    history: History, people: pd.DataFrame, ratings: pd.DataFrame
) -> tuple[History, npt.NDArray[np.int64]]:
    """Return a history with further ratings in it.

    What is known of somebody stays; blank details are filled from ``people``. Where a
    person, skill and day is rated already, that rating stays.

    Args:
        history: what is known so far.
        people: who is named; columns ``person_id``, ``name``, ``team``, ``profile``.
        ratings: rows with a level; columns ``person_id``, ``skill`` (one of the
            history's), ``level``, ``basis``, ``rated_on`` (ISO date).

    Returns:
        The history, and the positions of the ratings that were not taken.

    """
    everybody = _merge_people(history.people, people)
    places = pd.Index(everybody["person_id"])
    moved = places.get_indexer(history.people["person_id"]).astype(np.int64)
    known = history.keys & ((1 << PERSON_AT) - 1)
    known |= moved[history.keys >> PERSON_AT] << PERSON_AT
    persons = places.get_indexer(ratings["person_id"]).astype(np.int64)
    added = persons << PERSON_AT | _pack(ratings, history.skills)
    keys = np.concatenate([known, added])
    joined, repeats, _firsts = sort_history(everybody, history.skills, keys)
    return joined, repeats - len(known)


def _merge_people(known: pd.DataFrame, further: pd.DataFrame) -> pd.DataFrame:
    both = pd.concat([known, further])[list(PEOPLE_COLUMNS)].replace("", None)
    merged = both.groupby("person_id", sort=True)[_DETAILS].first()
    return merged.fillna("").astype(str).reset_index()


def _pack(ratings: pd.DataFrame, skills: Sequence[str]) -> Keys:
    """Return the key of each rating but for its person."""
    skill = pd.Index(skills).get_indexer(ratings["skill"]).astype(np.int64)
    days = pd.to_datetime(ratings["rated_on"]).map(pd.Timestamp.toordinal)
    level = ratings["level"].to_numpy(np.int64) << LEVEL_AT
    basis = pd.Index(BASES).get_indexer(ratings["basis"]).astype(np.int64)
    keys: Keys = skill << SKILL_AT | days.to_numpy(np.int64) << DAY_AT | level | basis
    return keys
