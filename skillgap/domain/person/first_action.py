"""What to do this week, and why each step stands where it does."""

from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.domain.framework import Framework
from skillgap.domain.person.plan import Plan, Step

EVENING = 3  # hours


@dataclass(frozen=True)
class FirstAction:
    """The first step, and what of it fits into an evening.

    ``resource`` is None if no resource is as short: then its practice is begun.
    """

    step: Step
    resource: str | None


def choose_first_action(framework: Framework, plan: Plan) -> FirstAction | None:
    """Return the shortest resource of the first step, None for an empty plan."""
    if not plan.steps:
        return None
    step, hours = plan.steps[0], framework.resources
    short = [key for key in step.resources if hours[key].hours <= EVENING]
    short.sort(key=lambda key: hours[key].hours)
    return FirstAction(step, short[0] if short else None)


def find_grounds(steps: Sequence[Step]) -> list[tuple[int, ...]]:
    """Return for each step the places, from 1, of earlier ones that bring its needs."""
    grounds = []
    for place, step in enumerate(steps):
        starts = {lift.skill: lift.start for lift in step.lifts}
        needs = {**step.needs, **starts}
        found = [
            number
            for number, earlier in enumerate(steps[:place], start=1)
            if earlier.is_last and earlier.module != step.module
            for lift in earlier.lifts
            if lift.start < needs.get(lift.skill, 0)
        ]
        grounds.append(tuple(dict.fromkeys(found)))
    return grounds
