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

Source: primary and complementary suppression, after Willenborg and de Waal (2001),
Elements of Statistical Disclosure Control, Springer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from skillgap.domain.team.level_counts import FIRST_LEVEL, count_levels
from skillgap.domain.team.order_statistics import QUARTILES, quantile_of_counts
from skillgap.domain.team.state import Mask, TeamState

SMALLEST = 5

_PERSON_AT, _DAY_AT, _LEVEL = 32, 3, 7

Members = frozenset[int]


@dataclass(frozen=True)
class Disclosure:
    """What has been shown so far, as the parts into which it cuts those concerned.

    Members are numbers: people, or answers (``number_answers``). Parts do not overlap.
    If ``varied``, members are answers and a part needs two different levels.
    """

    varied: bool = False
    parts: tuple[Members, ...] = ()

    def allows(self, group: Iterable[int]) -> bool:
        """Say whether a group may be shown after all that was."""
        shown = frozenset(group)
        return bool(shown) and all(map(self._is_safe, self._cut(shown)))

    def show(self, group: Iterable[int]) -> "Disclosure":
        """Return what has been shown once a group is shown, too.

        Raises:
            ValueError: the group must not be shown.

        """
        shown = frozenset(group)
        if not self.allows(shown):
            raise ValueError("the group can be narrowed down to fewer than five")
        return replace(self, parts=self._cut(shown))

    def _cut(self, shown: Members) -> tuple[Members, ...]:
        """Return the parts into which everything shown and this group cut a team."""
        pieces = [
            piece for part in self.parts for piece in (part & shown, part - shown)
        ]
        pieces.append(shown.difference(*self.parts))
        return tuple(piece for piece in pieces if piece)

    def _is_safe(self, part: Members) -> bool:
        if not self.varied:
            return len(part) >= SMALLEST
        people = {member >> _PERSON_AT for member in part}
        return len(people) >= SMALLEST and len({m & _LEVEL for m in part}) > 1


@dataclass(frozen=True)
class Ledger:
    """What a reader has been shown: of which people, and of which answers by skill."""

    people: Disclosure
    answers: tuple[Disclosure, ...]


def open_ledger(state: TeamState) -> Ledger:
    """Return the ledger of a reader who has been shown nothing."""
    return Ledger(Disclosure(), tuple(Disclosure(True) for _ in state.skills))


def summarise_anonymously(
    state: TeamState, chosen: Mask, ledger: Ledger
) -> tuple[pd.DataFrame | None, Ledger]:
    """Return the figures of some people, as far as they may be shown.

    Args:
        state: everybody, in the same order as in all that was shown before.
        chosen: whose figures.
        ledger: what was shown before.

    Returns:
        None if the group must not be shown, otherwise columns ``skill``, ``people``,
        ``rated`` (people), ``q1``, ``median``, ``q3`` (levels); the last four are NaN
        for a skill that must not be shown. And what has been shown by now.

    """
    members = np.flatnonzero(chosen).tolist()
    if not ledger.people.allows(members):
        return None, ledger
    counts = count_levels(state.select(chosen))[:, FIRST_LEVEL:]
    table = pd.DataFrame({"skill": pd.Series(state.skills, dtype=str)})
    table["people"] = len(members)
    table["rated"] = counts.sum(axis=1).astype(float)
    for name, share in QUARTILES:
        table[name] = quantile_of_counts(counts, share)
    shown = []
    for place, disclosure in enumerate(ledger.answers):
        answers = number_answers(state, chosen, place)
        if disclosure.allows(answers):
            shown.append(disclosure.show(answers))
        else:
            shown.append(disclosure)
            table.loc[place, ["rated", *(name for name, _ in QUARTILES)]] = np.nan
    return table, Ledger(ledger.people.show(members), tuple(shown))


def number_answers(state: TeamState, chosen: Mask, skill: int) -> list[int]:
    """Return a number for each rating that some people gave for a skill.

    The same person's rating of another day, or changed, has another number.
    """
    people = np.flatnonzero(chosen & state.known[:, skill])
    days = state.days[people, skill].astype(np.int64)
    numbers = people << _PERSON_AT | days << _DAY_AT | state.levels[people, skill]
    return [int(number) for number in numbers]


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
