"""What a learning plan is: steps with reasons, and what they leave open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skillgap.domain.learning import Lift


@dataclass(frozen=True)
class Reason:
    """Why a step stands in a plan: a code and the values its sentence needs.

    ``closes_gap``: target, weight. ``opens_way``: target, needed_for (the skill
    that waits for it). ``needed_before``: level, needed_for. ``pinned``: wanted by
    the person, no values.
    """

    code: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Step:
    """A module of a plan, or the stage of one.

    ``lifts`` is what the module raises once its last stage is done, ``hours`` what
    this stage takes the person. ``needs`` are the levels of prerequisite skills,
    ``unrated`` those of them without a known level: the plan takes them for granted
    and says so. Weeks count from 1; 0 means not scheduled.
    """

    module: str
    lifts: tuple[Lift, ...]
    hours: float
    reason: Reason
    resources: tuple[str, ...]
    needs: Mapping[str, int] = field(default_factory=dict)
    unrated: tuple[str, ...] = ()
    stage: int = 1
    stages: int = 1
    week_from: int = 0
    week_to: int = 0

    @property
    def is_last(self) -> bool:
        """Whether the skills are lifted at its end."""
        return self.stage == self.stages


@dataclass(frozen=True)
class OpenGap:
    """A gap the plan leaves.

    ``no_module`` leads there, or ``no_time`` is left in the given weeks, or the module
    is ``begun`` and ends after them.
    """

    skill: str
    start: int
    to: int
    code: str


@dataclass(frozen=True)
class Deferred:
    """A skill whose next step misses too much: the levels to be reached before it."""

    skill: str
    because: Mapping[str, int]


@dataclass(frozen=True)
class Plan:
    """Steps in the order to take them, what they leave, and what to ask first.

    ``is_optimal`` says that it is proven that no choice of modules is better:
    ``unproven`` are skills left out of which that is not known.
    """

    steps: tuple[Step, ...]
    left_open: tuple[OpenGap, ...]
    not_yet: tuple[Deferred, ...] = ()
    ask_first: tuple[str, ...] = ()
    is_optimal: bool = True
    unproven: tuple[str, ...] = ()

    @property
    def hours(self) -> float:
        """Working hours of all steps."""
        return sum(step.hours for step in self.steps)
