"""Figures about groups in which nobody can be found.

A figure is shown of five people or more; where a smaller group of a breakdown is left
out, the next-smallest is left out too, or it could be had by subtraction. And what is
shown later must not undo what was shown before: all groups ever shown cut a team into
parts, and no part may have one to four people. Whatever is added and subtracted, the
result is about whole parts: about nobody or about five at least. That holds for
filters that overlap as well as for nested ones.

The same is asked of the answers behind each figure: of ten people of whom one has
rated a skill, nothing is said about that skill. Nor is anything said of a part in
which everybody has the same level, for that would be everybody's level.

People are told apart by their ids, not by their place in a table. So what was shown
stays known when other files are read: somebody who is added, or whose answer changed,
cannot be had from the difference either.

Source: primary and complementary suppression, after Willenborg and de Waal (2001),
Elements of Statistical Disclosure Control, Springer.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

import numpy as np
import pandas as pd

from skillgap.domain.team.level_counts import FIRST_LEVEL, count_levels
from skillgap.domain.team.order_statistics import QUARTILES, quantile_of_counts
from skillgap.domain.team.state import Mask, TeamState

SMALLEST = 5  # people; a convention of survey vendors, of whom some take 3

Members = frozenset[Hashable]


class Answer(NamedTuple):
    """A rating of a skill: of another day, or changed, it is another answer."""

    person_id: str
    day: int
    level: int


@dataclass(frozen=True)
class Disclosure:
    """What has been shown so far, as the parts into which it cuts those concerned.

    Members are ids of people. Parts do not overlap.
    """

    parts: tuple[Members, ...] = ()

    def show(self, group: Iterable[Hashable]) -> Self | None:
        """Return what has been shown once a group is, None if it must not be."""
        shown = frozenset(group)
        parts = self._cut(shown)
        if shown and all(map(self._is_safe, parts)):
            return replace(self, parts=parts)
        return None

    def _cut(self, shown: Members) -> tuple[Members, ...]:
        """Return the parts into which everything shown and this group cut a team."""
        pieces = [
            piece for part in self.parts for piece in (part & shown, part - shown)
        ]
        pieces.append(shown.difference(*self.parts))
        return tuple(piece for piece in pieces if piece)

    def _is_safe(self, part: Members) -> bool:
        return len(part) >= SMALLEST


@dataclass(frozen=True)
class AnswerDisclosure(Disclosure):
    """The same of a skill's answers: members are ``Answer``.

    A part needs answers of five people, and two different levels.
    """

    def _is_safe(self, part: Members) -> bool:
        people, levels = set(), set()
        for answer in part:
            if isinstance(answer, Answer):
                people.add(answer.person_id)
                levels.add(answer.level)
            if len(people) >= SMALLEST and len(levels) > 1:
                return True
        return False


@dataclass(frozen=True)
class Ledger:
    """What a reader has been shown: of which people, and of which answers by skill."""

    people: Disclosure
    answers: tuple[AnswerDisclosure, ...]


def open_ledger(state: TeamState) -> Ledger:
    """Return the ledger of a reader who has been shown nothing."""
    return Ledger(Disclosure(), tuple(AnswerDisclosure() for _ in state.skills))


def summarise_anonymously(
    state: TeamState, chosen: Mask, ledger: Ledger
) -> tuple[pd.DataFrame | None, Ledger]:
    """Return the figures of some people, as far as they may be shown.

    Args:
        state: everybody.
        chosen: whose figures.
        ledger: what was shown before, of this state or of any other.

    Returns:
        None if the group must not be shown, otherwise columns ``skill``, ``people``,
        ``rated`` (people), ``q1``, ``median``, ``q3`` (levels); the last four are NaN
        for a skill that must not be shown. And what has been shown by now.

    """
    members = state.people["person_id"][chosen].tolist()
    people = ledger.people.show(members)
    if people is None:
        return None, ledger
    counts = count_levels(state.select(chosen))[:, FIRST_LEVEL:]
    table = pd.DataFrame({"skill": pd.Series(state.skills, dtype=str)})
    table["people"] = len(members)
    table["rated"] = counts.sum(axis=1).astype(float)
    for name, share in QUARTILES:
        table[name] = quantile_of_counts(counts, share)
    after = list(ledger.answers)
    for place, disclosure in enumerate(ledger.answers):
        shown = disclosure.show(_list_answers(state, chosen, place))
        if shown is None:
            table.loc[place, ["rated", *(name for name, _ in QUARTILES)]] = np.nan
        else:
            after[place] = shown
    return table, Ledger(people, tuple(after))


def _list_answers(state: TeamState, chosen: Mask, skill: int) -> list[Answer]:
    """Return the ratings that some people gave for a skill."""
    people = np.flatnonzero(chosen & state.known[:, skill])
    ids = state.people["person_id"].iloc[people]
    days, levels = state.days[people, skill], state.levels[people, skill]
    return list(map(Answer, ids, days.tolist(), levels.tolist()))


def choose_groups(sizes: Mapping[str, int]) -> list[str]:
    """Return which groups of a breakdown may be named, in the order given.

    Groups under five are left out, and with them the next-smallest, of equals the
    last.
    """
    shown = [name for name, size in sizes.items() if size >= SMALLEST]
    if shown and any(0 < size < SMALLEST for size in sizes.values()):
        least = min(sizes[name] for name in shown)
        shown.remove([name for name in shown if sizes[name] == least][-1])
    return shown
