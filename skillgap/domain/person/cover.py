"""The cheapest modules that lead to some levels, as a mixed-integer program."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from skillgap.domain.person.learner import Learner, Levels

# Real profiles take two programs at most; frameworks whose modules wait for each other
# take a new one for every circle.
MOST_NODES = 2_000
MOST_PROGRAMS = 40


class Need(NamedTuple):
    """A level that must be reached."""

    skill: str
    level: int


@dataclass(frozen=True)
class Found:
    """A set of modules, None if there is none within the limit.

    ``proven`` says that no cheaper set exists, or, with None, no set at all.
    """

    modules: frozenset[str] | None
    proven: bool = True


class Cover:
    """Sets of modules that meet needs, with all they take for granted.

    Of the modules those count that lead a skill towards its aim, or towards what one
    of them takes for granted.
    """

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.candidates = self._find_candidates()
        self.cost = {key: learner.hours(key) for key in self.candidates}
        self.providers: dict[Need, list[str]] = {}
        self.programs = 0

    def _find_candidates(self) -> list[str]:
        """Return the modules that may be of use, what is needed first."""
        levels, found = self.learner.levels, dict[str, None]()
        aims = {skill: aim.level for skill, aim in self.learner.aims.items()}
        waiting = [skill for skill in aims if skill in levels]
        while waiting:
            skill = waiting.pop()
            for key in self.learner.ladders[skill]:
                start, to = self.learner.framework.modules[key].lifts[skill]
                if key in found or start >= aims[skill] or to <= levels[skill]:
                    continue
                found[key] = None
                for needed, level in self.learner.missing(key, levels).items():
                    if level > aims.get(needed, 0):
                        aims[needed] = level
                        waiting.append(needed)
        return list(found)

    def providers_of(self, need: Need) -> list[str]:
        """Return the modules that lead to a level, the cheapest first."""
        if need not in self.providers:
            modules = self.learner.framework.modules
            self.providers[need] = sorted(
                (
                    key
                    for key in self.candidates
                    if need.skill in modules[key].lifts
                    and modules[key].lifts[need.skill][0] < need.level
                    and modules[key].lifts[need.skill][1] >= need.level
                ),
                key=self.cost.__getitem__,
            )
        return self.providers[need]

    def is_open(self, need: Need) -> bool:
        """Say whether a need is known not to be met today."""
        return self.learner.levels.get(need.skill, need.level) < need.level

    def needs_of(self, key: str) -> list[Need]:
        """Return what must be reached before a module."""
        missing = self.learner.missing(key, self.learner.levels)
        return [Need(skill, level) for skill, level in missing.items()]

    def hours(self, modules: Iterable[str] | None) -> float:
        """Return the hours of some modules, infinite if there are none."""
        return inf if modules is None else sum(self.cost[key] for key in modules)

    def extend(self, levels: Levels, need: Need) -> list[str] | None:
        """Return modules that lead from some levels to a need, in order.

        It is one way, not always the cheapest; None if it leads nowhere.
        """
        chosen, waiting = dict[str, None](), [need]
        while waiting:
            need = waiting.pop()
            providers = self.providers_of(need)
            if any(key in chosen for key in providers):
                continue
            if not providers:
                return None
            chosen[providers[0]] = None
            missing = self.learner.missing(providers[0], levels)
            waiting += [Need(*pair) for pair in missing.items()]
        order = self.put_in_order(chosen, levels)
        return order if len(order) == len(chosen) else None

    def put_in_order(self, modules: Iterable[str], levels: Levels) -> list[str]:
        """Return modules so that each can begin after those before it.

        Modules that wait for each other in a circle are left out.
        """
        waiting, order, reached = list(modules), list[str](), dict(levels)
        while True:
            ready = [k for k in waiting if not self.learner.missing(k, reached)]
            if not ready:
                return order
            order += ready
            waiting = [key for key in waiting if key not in ready]
            self.learner.lift(reached, ready)

    def find_stuck(self, modules: Collection[str]) -> set[str]:
        """Return the modules that can never begin, because they wait in a circle."""
        return set(modules) - set(self.put_in_order(modules, self.learner.levels))

    def find_cheapest(self, needs: Iterable[Need], limit: float = inf) -> Found:
        """Return the cheapest modules that meet some needs, None above a limit."""
        needs = [need for need in needs if self.is_open(need)]
        forced, choices = self._force(needs)
        if self.hours(forced) > limit:
            return Found(None)
        if not choices:
            return Found(None if self.find_stuck(forced or ()) else forced)
        least = max(min(self.cost[key] for key in keys) for keys in choices)
        if self.hours(forced) + least > limit:
            return Found(None)
        return self._solve(needs)

    def _force(
        self, needs: list[Need]
    ) -> tuple[frozenset[str] | None, list[list[str]]]:
        """Return the modules no set can do without, and the choices that remain."""
        forced, choices, waiting = dict[str, None](), list[list[str]](), list(needs)
        while waiting:
            providers = self.providers_of(waiting.pop())
            if not providers:
                return None, []
            if len(providers) > 1:
                choices.append(providers)
            elif providers[0] not in forced:
                forced[providers[0]] = None
                waiting += self.needs_of(providers[0])
        remaining = [keys for keys in choices if not any(key in forced for key in keys)]
        return frozenset(forced), remaining

    def _solve(self, needs: list[Need]) -> Found:
        """Minimise the hours; sets whose modules wait in a circle are cut off.

        After ``MOST_PROGRAMS`` for one person nothing more is searched, nor proven.
        """
        place = {key: number for number, key in enumerate(self.candidates)}
        rows = [self._row(place, None, need) for need in needs]
        limits = [1.0] * len(rows)
        for key in self.candidates:
            of_key = [self._row(place, key, need) for need in self.needs_of(key)]
            rows, limits = rows + of_key, limits + [0.0] * len(of_key)
        hours = np.array([self.cost[key] for key in self.candidates])
        while self.programs < MOST_PROGRAMS:
            self.programs += 1
            result = milp(
                hours,
                integrality=np.ones(len(hours)),
                bounds=Bounds(0, 1),
                constraints=LinearConstraint(np.array(rows), lb=np.array(limits)),
                options={"mip_rel_gap": 0.0, "node_limit": MOST_NODES},
            )
            if result.x is None:
                return Found(None, proven=result.status == 2)
            modules = frozenset(k for k in self.candidates if result.x[place[k]] > 0.5)
            stuck = self.find_stuck(modules)
            if not stuck:
                return Found(modules, proven=result.status == 0)
            cut = np.array([-float(key in stuck) for key in self.candidates])
            cut += np.array([float(key not in modules) for key in self.candidates])
            rows, limits = [*rows, cut], [*limits, 1.0 - len(stuck)]
        return Found(None, proven=False)

    def _row(self, place: Mapping[str, int], key: str | None, need: Need) -> np.ndarray:
        """Return the row that asks for a need, of a module or in any case."""
        row = np.zeros(len(place))
        for provider in self.providers_of(need):
            row[place[provider]] += 1
        if key is not None:
            row[place[key]] -= 1
        return row
