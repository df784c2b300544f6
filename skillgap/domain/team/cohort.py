"""Whom modules would help, how much, and which of them to hold for a group."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import coo_array

from skillgap.domain.fit import Demand
from skillgap.domain.framework import Framework
from skillgap.domain.learning import Module
from skillgap.domain.prerequisites import required_levels
from skillgap.domain.team.state import Mask, TeamState

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class ModuleGains:
    """What a module would close for everybody.

    ``worth`` maps each skill it lifts to what that is worth for each person, 0 where
    it closes nothing; see ``weigh_levels``.
    """

    module: str
    hours: float
    worth: dict[str, Ints]

    @property
    def total(self) -> Ints:
        """What the module is worth for each person."""
        return np.asarray(sum(self.worth.values()), np.int64)


def find_gains(
    framework: Framework,
    state: TeamState,
    demand: Demand,
    required: Collection[str] = (),
) -> list[ModuleGains]:
    """Return the modules that would help somebody today, and whom.

    A person can start a module if their known levels reach what it takes for granted
    and where it begins; an unknown level is taken for granted, but closes no gap.

    Args:
        framework: its modules and prerequisites.
        state: whose levels.
        demand: what a profile asks.
        required: modules to return even if they help nobody.

    """
    found = []
    for key, module in framework.modules.items():
        ready = _find_ready(framework, state, module)
        worth = {}
        for skill, (_, to) in module.lifts.items():
            place = state.skills.index(skill)
            level = state.levels[:, place].astype(np.int64)
            steps = np.maximum(np.minimum(to, demand.aims[place]) - level, 0)
            value = weigh_levels(steps, int(demand.weights[place]))
            worth[skill] = np.where(ready & (level >= 0), value, 0)
        gains = ModuleGains(key, module.hours, worth)
        if key in required or gains.total.any():
            found.append(gains)
    return found


def weigh_levels(levels: Ints, weight: int) -> Ints:
    """Return the worth of some levels of a skill, as one person's plan weighs them.

    ``2^weight * (1 + 1/2 + ..., one term a level)``, rounded up to a whole number.
    Nobody waits here: who misses a prerequisite cannot attend.
    """
    whole = 2 << weight
    return whole - (whole >> np.asarray(levels, np.int64))


def _find_ready(framework: Framework, state: TeamState, module: Module) -> Mask:
    """Return who could start a module today."""
    needs: dict[str, int] = dict(required_levels(module, framework.skills))
    for skill, (start, _) in module.lifts.items():
        needs[skill] = max(needs.get(skill, 0), start)
    ready = np.ones(len(state.people), dtype=bool)
    for skill, level in needs.items():
        levels = state.levels[:, state.skills.index(skill)]
        ready &= (levels < 0) | (levels >= level)
    return ready


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


MOST_PEOPLE = 500  # chosen, not measured: larger groups take sessions by team

Status = Literal["optimal", "infeasible", "time_limit"]


@dataclass(frozen=True)
class Session:
    """A module held once for some people.

    ``closes`` is the worth of the levels it closes for them together.
    """

    module: str
    hours: float
    people: tuple[str, ...]
    closes: int


@dataclass(frozen=True)
class Proof:
    """How good a choice is known to be.

    ``closes`` is what the choice closes, ``bound`` what no choice can exceed; both
    are worths, and equal if the status is ``optimal``. ``gap`` is the distance
    between them as a share of ``closes``. All are NaN if nothing is possible.
    """

    status: Status
    closes: float
    bound: float
    gap: float


@dataclass(frozen=True)
class NextAction:
    """The sessions to hold, the one that closes most an hour first, and the proof."""

    sessions: tuple[Session, ...]
    proof: Proof

    @property
    def hours(self) -> float:
        """Working hours of one person who attends everything."""
        return sum(session.hours for session in self.sessions)

    @property
    def closes(self) -> int:
        """The worth all sessions close together."""
        return sum(session.closes for session in self.sessions)


def choose_sessions(
    framework: Framework,
    state: TeamState,
    demand: Demand,
    hours: float,
    seats: int,
    required: Collection[str] = (),
    seconds: float = 30.0,
) -> NextAction:
    """Return the modules that close most worth for a group, each held once.

    It is an exact choice among all sets of modules and all ways to fill the seats; of
    those that close the same the one with the fewest hours is taken. A person counts
    once for each level of a skill, whichever module leads there. Who can attend is
    judged by today's levels: what one session teaches opens no other.

    Args:
        framework: its modules and prerequisites.
        state: the group, at most ``MOST_PEOPLE`` people.
        demand: what a profile asks.
        hours: of one person's working time, for all sessions together.
        seats: people a session holds.
        required: modules to be held in any case.
        seconds: after which the best choice found so far is returned.

    Raises:
        ValueError: there are too many people, or a required module is unknown.

    """
    if len(state.people) > MOST_PEOPLE:
        raise ValueError(f"sessions are for at most {MOST_PEOPLE} people")
    unknown = set(required) - set(framework.modules)
    if unknown:
        raise ValueError(f"no such module: {', '.join(sorted(unknown))}")
    gains = find_gains(framework, state, demand, required)
    if not gains:
        return NextAction((), Proof("optimal", 0.0, 0.0, 0.0))
    model = CohortModel(gains, hours, seats, required)
    result = model.solve(seconds)
    proof = _prove(result)
    if result.x is None:
        return NextAction((), proof)
    if proof.status == "optimal":
        frugal = model.save_hours(seconds, proof.closes)
        result = frugal if frugal.x is not None else result
    attendance = model.read_attendance(result.x)
    sessions = _credit(gains, attendance, state.people["person_id"].tolist(), required)
    return NextAction(tuple(sessions), proof)


def _prove(result: OptimizeResult) -> Proof:
    """Return what the solver knows about its result."""
    if result.x is None:
        unknown = float("nan")
        status: Status = "infeasible" if result.status == 2 else "time_limit"
        return Proof(status, unknown, unknown, unknown)
    closes, bound = round(-result.fun), round(-result.mip_dual_bound, 6)
    status = "optimal" if result.status == 0 else "time_limit"
    gap = (bound - closes) / closes if closes else float(bound > closes)
    return Proof(status, float(closes), float(bound), gap)


def _credit(
    gains: Sequence[ModuleGains],
    attendance: Attendance,
    ids: Sequence[str],
    required: Collection[str],
) -> list[Session]:
    """Return the sessions, each with what it closes and for whom.

    A level that two of them lead to is credited to the one that closes more, to the
    first of equals. A session nobody needs is left out unless it is required.
    """
    best: dict[tuple[str, int], tuple[int, int]] = {}
    for place in sorted(attendance):
        for skill, worth in gains[place].worth.items():
            for person in attendance[place]:
                if worth[person] > best.get((skill, person), (0, 0))[0]:
                    best[skill, person] = int(worth[person]), place
    sessions = []
    for place in sorted(attendance):
        own = [(p, worth) for (_, p), (worth, by) in best.items() if by == place]
        people = tuple(ids[person] for person in sorted({p for p, _ in own}))
        module, hours = gains[place].module, gains[place].hours
        if people or module in required:
            closes = sum(worth for _, worth in own)
            sessions.append(Session(module, hours, people, closes))
    return sorted(sessions, key=lambda each: -each.closes / each.hours)
