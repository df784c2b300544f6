"""A plan in weeks, and the levels it leads to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

import pandas as pd

from skillgap.domain.person.plan import OpenGap, Plan, Step


def levels_after(levels: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Return the levels once every step of a plan is done; unknown ones stay unknown.

    Args:
        levels: from ``levels_on``.

    """
    reached = {lift.skill: lift.to for step in plan.steps for lift in step.lifts}
    lifted = levels["skill"].map(reached)
    known = levels["level"].notna()
    return levels.assign(level=lifted.fillna(levels["level"]).where(known))


def schedule_plan(plan: Plan, hours_per_week: float, weeks: int | None = None) -> Plan:
    """Return the plan with weeks, one step after the other.

    A step may begin in the week in which the one before it ends. With ``weeks``, a
    step that would end later is left out, and so is every later step that builds on
    it; what they would have closed is left open for want of time.

    Raises:
        ValueError: the hours per week are not above zero.

    """
    if hours_per_week <= 0:
        raise ValueError("hours_per_week must be above zero")
    used, steps, late = 0.0, [], list(plan.left_open)
    stuck_at: dict[str, int] = {}
    for step in plan.steps:
        week_from = int(round(used / hours_per_week, 9)) + 1
        week_to = max(week_from, ceil(round((used + step.hours) / hours_per_week, 9)))
        too_late = weeks is not None and week_to > weeks
        if too_late or _builds_on(step, stuck_at):
            for lift in step.lifts:
                stuck_at.setdefault(lift.skill, lift.start)
                late.append(OpenGap(lift.skill, lift.start, lift.to, "no_time"))
            continue
        used += step.hours
        steps.append(replace(step, week_from=week_from, week_to=week_to))
    return Plan(tuple(steps), _merge_open(late))


def _builds_on(step: Step, stuck_at: Mapping[str, int]) -> bool:
    """Say whether a step needs a level that a step left out would have reached."""
    starts = {lift.skill: lift.start for lift in step.lifts}
    needs = {**step.needs, **starts}
    return any(needs[skill] > stuck_at[skill] for skill in needs.keys() & stuck_at)


def _merge_open(gaps: Sequence[OpenGap]) -> tuple[OpenGap, ...]:
    """Return one open gap a skill, from its lowest start to its highest aim."""
    merged: dict[str, OpenGap] = {}
    for gap in gaps:
        known = merged.get(gap.skill, gap)
        start, to = min(known.start, gap.start), max(known.to, gap.to)
        merged[gap.skill] = replace(known, start=start, to=to)
    return tuple(merged.values())
