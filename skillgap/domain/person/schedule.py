"""A plan in weeks, and the levels it leads to."""

from dataclasses import replace
from datetime import date, timedelta
from math import ceil

import pandas as pd

from skillgap.domain.person.plan import Plan


def levels_after(levels: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Return the levels once every step of a plan is done; unknown ones stay unknown.

    A module that is only begun lifts nothing yet.

    Args:
        levels: from ``levels_on``.

    """
    done = [step for step in plan.steps if step.is_last]
    reached = {lift.skill: lift.to for step in done for lift in step.lifts}
    lifted = levels["skill"].map(reached)
    known = levels["level"].notna()
    return levels.assign(level=lifted.fillna(levels["level"]).where(known))


def schedule_plan(plan: Plan, hours_per_week: float) -> Plan:
    """Return the plan with weeks, one step after the other.

    A step may begin in the week in which the one before it ends.

    Raises:
        ValueError: the hours per week are not above zero.

    """
    if hours_per_week <= 0:
        raise ValueError("hours_per_week must be above zero")
    used, steps = 0.0, []
    for step in plan.steps:
        week_from = int(round(used / hours_per_week, 9)) + 1
        week_to = max(week_from, ceil(round((used + step.hours) / hours_per_week, 9)))
        used += step.hours
        steps.append(replace(step, week_from=week_from, week_to=week_to))
    return replace(plan, steps=tuple(steps))


def first_day(start: date, week: int) -> date:
    """Return the day a week of a plan begins, weeks counted from 1."""
    return start + timedelta(weeks=week - 1)
