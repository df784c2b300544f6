"""The modules that close most for a group within its hours and seats, with a proof."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from scipy.optimize import OptimizeResult

from skillgap.domain.framework import Framework
from skillgap.domain.team.cohort_gains import ModuleGains, find_gains
from skillgap.domain.team.cohort_model import Attendance, CohortModel
from skillgap.domain.team.demand import Asked
from skillgap.domain.team.state import TeamState

MOST_PEOPLE = 500

Status = Literal["optimal", "infeasible", "time_limit"]


@dataclass(frozen=True)
class Session:
    """A module held once for some people.

    ``closes`` is the priority (levels x weight) it closes for them together.
    """

    module: str
    hours: float
    people: tuple[str, ...]
    closes: int


@dataclass(frozen=True)
class Proof:
    """How good a choice is known to be.

    ``closes`` is what the choice closes, ``bound`` what no choice can exceed; both
    are priorities, and equal if the status is ``optimal``. ``gap`` is the distance
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
        """The priority all sessions close together."""
        return sum(session.closes for session in self.sessions)


def choose_sessions(
    framework: Framework,
    state: TeamState,
    targets: Asked,
    hours: float,
    seats: int,
    required: Collection[str] = (),
    seconds: float = 30.0,
) -> NextAction:
    """Return the modules that close most priority for a group, each held once.

    It is an exact choice among all sets of modules and all ways to fill the seats; of
    those that close the same the one with the fewest hours is taken. A person counts
    once for each level of a skill, whichever module leads there. Who can attend is
    judged by today's levels: what one session teaches opens no other.

    Args:
        framework: its modules and prerequisites.
        state: the group, at most ``MOST_PEOPLE`` people.
        targets: what a profile asks.
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
    gains = find_gains(framework, state, targets, required)
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
