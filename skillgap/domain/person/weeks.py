"""The weeks of a scheduled plan, and the small checks that come after its modules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from skillgap.domain.person.plan import Plan, Step
from skillgap.domain.person.schedule import first_day

RECHECK_WEEKS = (2, 6)


@dataclass(frozen=True)
class Part:
    """What a week holds of a step; ``hours`` are those of this week alone."""

    step: Step
    week: int
    hours: float

    @property
    def is_first(self) -> bool:
        """Whether the step begins in this week."""
        return self.week == self.step.week_from


@dataclass(frozen=True)
class Week:
    """A week of a plan, counted from 1, with its first and last day."""

    number: int
    first: date
    last: date
    parts: tuple[Part, ...]

    @property
    def hours(self) -> float:
        """Working hours of the week."""
        return sum(part.hours for part in self.parts)


@dataclass(frozen=True)
class Recheck:
    """A day on which to bring a module back to mind, some weeks after its end."""

    day: date
    module: str
    weeks_after: int


def split_weeks(plan: Plan, start: date, hours_per_week: float) -> tuple[Week, ...]:
    """Return the weeks of a plan in order; every one but the last is full.

    Args:
        plan: scheduled with the same hours per week.
        start: its first day.
        hours_per_week: above zero.

    Raises:
        OverflowError: the plan ends after the last day a calendar has.

    """
    parts: dict[int, list[Part]] = {}
    for part in _split_steps(plan, hours_per_week):
        parts.setdefault(part.week, []).append(part)
    return tuple(
        Week(number, first_day(start, number), last_day(start, number), tuple(found))
        for number, found in parts.items()
    )


def _split_steps(plan: Plan, hours_per_week: float) -> Iterator[Part]:
    """Yield what each week holds of each step."""
    begin = 0.0
    for step in plan.steps:
        end = begin + step.hours
        for week in range(step.week_from, step.week_to + 1):
            until = min(end, week * hours_per_week)
            since = max(begin, (week - 1) * hours_per_week)
            yield Part(step, week, max(0.0, until - since))
        begin = end


def find_rechecks(plan: Plan, start: date) -> tuple[Recheck, ...]:
    """Return two days for each finished module, in order of the days.

    They lie 2 and 6 weeks after the last day of the week in which the module ends.
    Fixed intervals are enough: growing ones did no better.

    Source: Latimier et al. 2021, doi:10.1007/s10648-020-09572-8.
    """
    found = [
        Recheck(last_day(start, step.week_to + weeks), step.module, weeks)
        for step in plan.steps
        if step.is_last
        for weeks in RECHECK_WEEKS
    ]
    return tuple(sorted(found, key=lambda each: each.day))


def last_day(start: date, week: int) -> date:
    """Return the day a week of a plan ends, weeks counted from 1."""
    return first_day(start, week) + timedelta(days=6)
