"""Which modules close the gaps, in what order, and in which weeks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Lift, Module, Resource, fits_step
from skillgap.domain.prerequisites import required_levels


@dataclass(frozen=True)
class Reason:
    """Why a step stands in a plan: a code and the values its sentence needs.

    ``closes_gap``: target, weight. ``needed_before``: level, needed_for.
    """

    code: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Step:
    """A module of a plan.

    ``needs`` are the levels of prerequisite skills, ``unrated`` those of them without
    a known level: the plan takes them for granted and says so. Weeks count from 1; 0
    means not scheduled.
    """

    module: str
    lifts: tuple[Lift, ...]
    hours: float
    reason: Reason
    resources: tuple[str, ...]
    needs: Mapping[str, int] = field(default_factory=dict)
    unrated: tuple[str, ...] = ()
    week_from: int = 0
    week_to: int = 0


@dataclass(frozen=True)
class OpenGap:
    """A gap the plan leaves: ``no_module`` fits, or ``no_time`` in the given weeks."""

    skill: str
    start: int
    to: int
    code: str


@dataclass(frozen=True)
class Plan:
    """Steps in the order to take them, and the gaps they leave open."""

    steps: tuple[Step, ...]
    left_open: tuple[OpenGap, ...]

    @property
    def hours(self) -> float:
        """Working hours of all steps."""
        return sum(step.hours for step in self.steps)


def recommend_modules(
    framework: Framework, gaps: pd.DataFrame, levels: pd.DataFrame, language: str
) -> Plan:
    """Return the modules that close the known gaps, the highest priority first.

    After each module the gaps are weighed anew. A module whose prerequisite is known
    to be short comes after the modules that lift the prerequisite. An unrated
    prerequisite is taken for granted and named. A met target gets no module, an
    unknown one neither: it gets a question.

    Args:
        gaps: from ``measure_gaps``, best first.
        levels: from ``levels_on``; prerequisites may lie outside the profile.
        language: resources in this language stand first.

    """
    planner = _Planner(framework, levels, language)
    open_gaps = {str(row.skill): row for row in gaps[gaps["gap"] > 0].itertuples()}
    while open_gaps:
        row = max(
            open_gaps.values(),
            key=lambda r: ((r.target - planner.levels[r.skill]) * r.weight, r.weight),
        )
        skill, target = str(row.skill), int(row.target)
        reason = Reason("closes_gap", {"target": target, "weight": int(row.weight)})
        advanced = planner.advance(skill, target, reason)
        if not advanced or planner.levels[skill] >= target:
            del open_gaps[skill]
        open_gaps = {s: r for s, r in open_gaps.items() if planner.levels[s] < r.target}
    return Plan(tuple(planner.steps), tuple(planner.left_open))


class _Planner:
    """The levels reached so far, and the steps that reached them."""

    def __init__(
        self, framework: Framework, levels: pd.DataFrame, language: str
    ) -> None:
        self.framework = framework
        self.language = language
        known = levels[levels["level"].notna()]
        self.levels = {s: int(v) for s, v in zip(known["skill"], known["level"])}
        self.steps: list[Step] = []
        self.left_open: list[OpenGap] = []
        self.underway: set[str] = set()

    def advance(self, skill: str, target: int, reason: Reason) -> bool:
        """Add the next module of a skill and what must come before it, if any fits."""
        module, before = self.next_module(skill), (len(self.steps), dict(self.levels))
        if module is None or not self.prepare(module, skill):
            del self.steps[before[0] :]
            self.levels = before[1]
            gap = OpenGap(skill, self.levels[skill], target, "no_module")
            self.left_open.append(gap)
            return False
        if self.levels[skill] == before[1][skill]:
            self.take(module, reason)
        return True

    def reach(self, skill: str, level: int, reason: Reason) -> bool:
        """Add the modules that lift a skill to a level; say whether they exist."""
        while self.levels[skill] < level:
            if not self.advance(skill, level, reason):
                return False
        return True

    def next_module(self, skill: str) -> str | None:
        """Return the shortest module that starts at or below the skill's level."""
        level = self.levels[skill]
        fitting = [
            (module.lifts[skill][1], module.hours, key)
            for key, module in self.framework.modules.items()
            if skill in module.lifts
            and module.lifts[skill][0] <= level < module.lifts[skill][1]
            and key not in self.underway
            and next(iter(module.lifts)) == skill
        ]
        return min(fitting)[2] if fitting else None

    def prepare(self, key: str, skill: str) -> bool:
        """Plan what a module takes for granted, where it is known to be missing."""
        self.underway.add(key)
        needs = self.needs(self.framework.modules[key])
        ready = all(
            self.reach(
                needed,
                level,
                Reason("needed_before", {"level": level, "needed_for": skill}),
            )
            for needed, level in needs.items()
            if self.levels.get(needed, level) < level
        )
        self.underway.discard(key)
        return ready

    def needs(self, module: Module) -> dict[str, int]:
        needs: dict[str, int] = dict(required_levels(module, self.framework.skills))
        for skill, (start, _) in module.lifts.items():
            needs[skill] = max(needs.get(skill, 0), start)
        return needs

    def take(self, key: str, reason: Reason) -> None:
        module = self.framework.modules[key]
        lifts = tuple(
            Lift(skill, self.levels[skill], to)
            for skill, (_, to) in module.lifts.items()
            if self.levels.get(skill, to) < to
        )
        needs = self.needs(module)
        unrated = tuple(skill for skill in needs if skill not in self.levels)
        chosen = tuple(choose_resources(self.framework, module, self.language, lifts))
        step = Step(key, lifts, module.hours, reason, chosen, needs, unrated)
        self.steps.append(step)
        self.levels.update({lift.skill: lift.to for lift in lifts})


def choose_resources(
    framework: Framework, module: Module, language: str, lifts: Iterable[Lift]
) -> list[str]:
    """Return the module's resources that fit the step, the reader's language first.

    Within a language the free ones come first, then the shorter ones.
    """

    def fits(resource: Resource) -> bool:
        return any(
            lift.skill in resource.skills
            and fits_step(resource.levels, lift.start, lift.to)
            for lift in lifts
        )

    def order(key: str) -> tuple[bool, bool, float]:
        resource = framework.resources[key]
        return resource.language != language, resource.cost == "paid", resource.hours

    fitting = [key for key in module.resources if fits(framework.resources[key])]
    return sorted(fitting, key=order)
