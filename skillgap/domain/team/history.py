"""Everybody's dated answers in one sorted column of numbers, and what stood when.

An answer is one int64, from the highest bit down: person (26 bits, a row of
``people``), skill (10), day (22, as ``date.toordinal``; 0 is "not rated"), level (3; 6
is "don't know", 7 is "not rated"), basis (2; 3 is none). Sorted, the answers of a
person on a skill stand together, oldest first: eight bytes an answer hold a whole
history, and one pass over it gives the state of any day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.team.state import TeamState, empty_state

Keys = npt.NDArray[np.int64]

BASIS_BITS, LEVEL_BITS, DAY_BITS, SKILL_BITS, PERSON_BITS = 2, 3, 22, 10, 26
LEVEL_AT = BASIS_BITS
DAY_AT = LEVEL_AT + LEVEL_BITS
SKILL_AT = DAY_AT + DAY_BITS
PERSON_AT = SKILL_AT + SKILL_BITS
UNSURE_LEVEL, NO_LEVEL, NO_BASIS = 6, 7, 3
MAX_PEOPLE, MAX_SKILLS = 1 << PERSON_BITS, 1 << SKILL_BITS

# From the level of a key to that of a state: -2 is "don't know", -1 not rated.
_LEVELS = np.array([0, 1, 2, 3, 4, 5, -2, -1], dtype=np.int8)
_BASES = np.array([0, 1, 2, -1], dtype=np.int8)
_CHUNK = 1 << 16  # keys at a time, to bound memory; measured: no size is quicker


@dataclass(frozen=True)
class History:
    """Dated answers of people on skills.

    ``people`` has the columns ``person_id``, ``name``, ``team``, ``profile`` (texts,
    may be empty) as they stand in the first row of each person's newest day, by id.
    ``keys`` are sorted and hold at most one answer for a person, skill and day.
    """

    people: pd.DataFrame
    skills: tuple[str, ...]
    keys: Keys

    def days(self, until: date | None = None) -> list[date]:
        """Return the days with answers up to a day, None is all, oldest first."""
        seen = np.zeros(1 << DAY_BITS, dtype=bool)
        for start in range(0, len(self.keys), _CHUNK):
            seen[days_of(self.keys[start : start + _CHUNK])] = True
        seen[0] = False
        last = until.toordinal() if until else len(seen)
        return [date.fromordinal(int(day)) for day in np.flatnonzero(seen[: last + 1])]

    def state_on(self, day: date | None = None) -> TeamState:
        """Return everybody's latest answers up to a day; None counts everything.

        Who had answered nothing by then is in ``people`` all the same, all unrated.
        """
        until = day.toordinal() if day else 1 << DAY_BITS
        state = empty_state(self.people, self.skills)
        for keys in _windows(self.keys):
            cell, there = keys >> SKILL_AT, days_of(keys) <= until
            last = (cell[1:-1] != cell[:-2]) | ~there[1:-1]
            _fill(state, keys[:-2][there[:-2] & last])
        return state

    def previous_state(self) -> TeamState:
        """Return the answer before the latest one of each person and skill.

        A cell answered once only, or never, is unrated.
        """
        state = empty_state(self.people, self.skills)
        for keys in _windows(self.keys):
            cell = keys >> SKILL_AT
            again = (cell[1:-1] == cell[:-2]) & (cell[1:-1] != cell[2:])
            _fill(state, keys[:-2][again])
        return state


def _windows(keys: Keys) -> Iterator[Keys]:
    """Yield sorted keys piece by piece, each with the two keys that follow it.

    After the last key follow two that belong to nobody. In pieces everything stays in
    the processor's cache, and nothing as long as a history is ever copied.
    """
    for start in range(0, len(keys), _CHUNK):
        piece = keys[start : start + _CHUNK + 2]
        ahead = max(start + _CHUNK + 2 - len(keys), 0)
        yield np.append(piece, np.full(min(ahead, 2), -1)) if ahead else piece


def _fill(state: TeamState, keys: Keys) -> None:
    """Write answers, at most one for a person and skill, into the matrices."""
    cell = (keys >> PERSON_AT) * len(state.skills) + skills_of(keys)
    level = _LEVELS[keys >> LEVEL_AT & 7]
    state.levels.reshape(-1)[cell] = level
    state.days.reshape(-1)[cell] = days_of(keys)
    state.bases.reshape(-1)[cell] = np.where(level < 0, -1, _BASES[keys & 3])


def days_of(keys: Keys) -> Keys:
    """Return the day of each key as an ordinal, 0 where there is none."""
    return keys >> DAY_AT & ((1 << DAY_BITS) - 1)


def skills_of(keys: Keys) -> Keys:
    """Return the skill of each key as a place in ``History.skills``."""
    return keys >> SKILL_AT & (MAX_SKILLS - 1)


def sort_history(
    people: pd.DataFrame, skills: Sequence[str], keys: Keys
) -> tuple[History, Keys, Keys]:
    """Return the history of keys in reading order, without repeated answers.

    Of several answers of a person on a skill on one day the first one read counts.

    Returns:
        The history, the positions in ``keys`` of the repeated answers, ascending,
        and for each of them the position of the answer it repeats.

    """
    ordered = np.sort(keys)
    twice = np.unique(np.concatenate([np.empty(0, np.int64), *_days_twice(ordered)]))
    repeats, firsts = _find_repeats(keys, twice)
    if len(repeats):
        ordered = _drop(ordered, np.sort(keys[repeats]))
    return History(people, tuple(skills), ordered), repeats, firsts


def _days_twice(ordered: Keys) -> Iterator[Keys]:
    """Yield, piece by piece, the days that stand twice in sorted keys."""
    for keys in _windows(ordered):
        days = keys >> DAY_AT
        yield days[:-2][days[:-2] == days[1:-1]]


def _drop(ordered: Keys, surplus: Keys) -> Keys:
    """Return sorted keys without some of them, each as often as it is given."""
    times = np.arange(len(surplus)) - np.searchsorted(surplus, surplus)
    return np.delete(ordered, np.searchsorted(ordered, surplus) + times)


def _find_repeats(keys: Keys, twice: Keys) -> tuple[Keys, Keys]:
    """Return where ``keys`` repeat one of the days in ``twice``, and what each does."""
    if not len(twice):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    found = [np.empty((2, 0), np.int64), *_occurrences(keys, twice)]
    places, group = np.concatenate(found, axis=1)
    firsts = np.full(len(twice), len(keys))
    np.minimum.at(firsts, group, places)
    repeated = places != firsts[group]
    return places[repeated], firsts[group[repeated]]


def _occurrences(keys: Keys, twice: Keys) -> Iterator[npt.NDArray[np.int64]]:
    """Yield, chunk by chunk, positions in ``keys`` and their place in ``twice``."""
    likely = np.zeros(1 << 16, dtype=bool)
    likely[_fold(twice)] = True
    for start in range(0, len(keys), _CHUNK):
        part = keys[start : start + _CHUNK] >> DAY_AT
        hit = np.flatnonzero(likely[_fold(part)])
        place = np.searchsorted(twice, part[hit]).clip(max=len(twice) - 1)
        same = twice[place] == part[hit]
        yield np.stack([hit[same] + start, place[same]])


def _fold(days: Keys) -> Keys:
    """Return 16 bits that are the same for the same person, skill and day."""
    return (days ^ days >> 16 ^ days >> 27) & 0xFFFF
