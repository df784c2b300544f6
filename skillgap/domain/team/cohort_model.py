"""Which modules to hold for whom, as a mixed-integer program."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import coo_array

from skillgap.domain.team.cohort_gains import ModuleGains

Floats = npt.NDArray[np.float64]
Attendance = dict[int, list[int]]


@dataclass
class Program:
    """A maximisation, built one variable and one upper bound at a time."""

    worth: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)
    terms: list[tuple[int, int, float]] = field(default_factory=list)

    def add_variable(
        self, worth: float, *, whole: bool = True, lower: float = 0.0
    ) -> int:
        """Add a variable of at most 1 and return its place."""
        self.worth.append(worth)
        self.lower.append(lower)
        self.whole.append(int(whole))
        return len(self.worth) - 1

    def add_limit(self, terms: Mapping[int, float], limit: float) -> None:
        """Ask that a weighted sum of variables stays within a limit."""
        row = len(self.limits)
        self.limits.append(limit)
        self.terms += [(row, place, factor) for place, factor in terms.items()]

    def solve(self, seconds: float, worth: Sequence[float]) -> OptimizeResult:
        """Maximise the worth; whole numbers, and no gap left unless time runs out."""
        rows, places, factors = zip(*self.terms) if self.terms else ((), (), ())
        shape = (len(self.limits), len(self.worth))
        matrix = coo_array((factors, (rows, places)), shape=shape).tocsc()
        return milp(
            -np.array(worth, float),
            integrality=np.array(self.whole),
            bounds=Bounds(np.array(self.lower), np.ones(len(self.worth))),
            constraints=LinearConstraint(matrix, ub=np.array(self.limits)),
            options={"time_limit": seconds, "mip_rel_gap": 0.0},
        )


class CohortModel:
    """The choice of modules and attendants; see ``cohort.choose_sessions``.

    A module is held or not. Who attends is a variable only where it matters: where
    seats are short and somebody could gain the same level from another module. Where
    two modules lead a person on in the same skill, only one of them is credited.
    """

    def __init__(
        self,
        gains: Sequence[ModuleGains],
        hours: float,
        seats: int,
        required: Collection[str],
    ) -> None:
        self.gains, self.seats = gains, seats
        self.program = Program()
        self.contested = _find_contested(gains)
        self.held = [
            self.program.add_variable(0.0, lower=float(each.module in required))
            for each in gains
        ]
        self.seated: set[int] = set()
        self.attends: dict[tuple[int, int], int] = {}
        for place in range(len(gains)):
            self._add_module(place)
        self._credit_once()
        self.spent = dict(zip(self.held, (each.hours for each in gains)))
        self.program.add_limit(self.spent, hours)

    def _add_module(self, place: int) -> None:
        """Add what a module closes for those who gain a skill from it alone."""
        total = self.gains[place].total
        gaining = np.flatnonzero(total)
        worth, held = self.program.worth, self.held[place]
        alone = self._worth_alone(place)
        if len(gaining) <= self.seats:
            worth[held] = float(alone.sum())
        elif not (alone != total).any():
            worth[held] = float(total[self._best(total)].sum())
        else:
            self.seated.add(place)
            for person in gaining.tolist():
                seat = self.program.add_variable(float(alone[person]))
                self.attends[place, person] = seat
                self.program.add_limit({seat: 1, held: -1}, 0)
            seats = {self.attends[place, p]: 1.0 for p in gaining.tolist()}
            self.program.add_limit({**seats, held: -float(self.seats)}, 0)

    def _worth_alone(self, place: int) -> npt.NDArray[np.int64]:
        """Return what a module closes in skills for which no other would do as well."""
        alone = self.gains[place].total.copy()
        for skill, worth in self.gains[place].worth.items():
            alone -= np.where(self.contested[skill], worth, 0)
        return alone

    def _credit_once(self) -> None:
        """Credit each person with one module at most for each contested skill."""
        choices: dict[tuple[str, int], dict[int, float]] = defaultdict(dict)
        for place, gains in enumerate(self.gains):
            for skill, worth in gains.worth.items():
                for person in np.flatnonzero(self.contested[skill] & (worth > 0)):
                    credit = self.program.add_variable(worth[person], whole=False)
                    source = self.attends.get((place, int(person)), self.held[place])
                    self.program.add_limit({credit: 1, source: -1}, 0)
                    choices[skill, int(person)][credit] = 1
        for credits in choices.values():
            self.program.add_limit(credits, 1)

    def _best(self, total: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return who gains most, as many as there are seats."""
        order = np.argsort(-total, kind="stable")[: self.seats]
        return order[total[order] > 0]

    def solve(self, seconds: float) -> OptimizeResult:
        """Close as much as possible."""
        return self.program.solve(seconds, self.program.worth)

    def save_hours(self, seconds: float, closes: float) -> OptimizeResult:
        """Close no less than that in as few hours as possible."""
        worth = self.program.worth
        closing = {place: -each for place, each in enumerate(worth) if each}
        self.program.add_limit(closing, 0.5 - closes)
        hours = [-self.spent.get(place, 0.0) for place in range(len(worth))]
        return self.program.solve(seconds, hours)

    def read_attendance(self, solution: Floats) -> Attendance:
        """Return who attends each module that is held, by their places."""
        chosen: Attendance = {}
        for place, held in enumerate(self.held):
            if solution[held] > 0.5 and place not in self.seated:
                chosen[place] = self._best(self.gains[place].total).tolist()
        for (place, person), seat in self.attends.items():
            if solution[seat] > 0.5:
                chosen.setdefault(place, []).append(person)
        return chosen


def _find_contested(gains: Sequence[ModuleGains]) -> dict[str, npt.NDArray[np.bool_]]:
    """Return, for each skill, who could be led on in it by more than one module."""
    counts: dict[str, npt.NDArray[np.int64]] = {}
    for each in gains:
        for skill, worth in each.worth.items():
            counts[skill] = counts.get(skill, np.zeros(len(worth), int)) + (worth > 0)
    return {skill: count > 1 for skill, count in counts.items()}
