"""A plan in weeks, and the levels it leads to."""

from dataclasses import replace
from datetime import date

import pytest

from skillgap.domain.learning import Lift
from skillgap.domain.person.plan import Plan, Reason, Step
from skillgap.domain.person.schedule import first_day, levels_after, schedule_plan
from tests.plans import plan_for
from tests.tables import levels, table


def plan_of(text):
    """Return a plan from a table ``module skill start to hours needs``."""
    steps = []
    for row in table(text).itertuples():
        lifts = (Lift(row.skill, row.start, row.to),)
        pairs = [need.split(":") for need in row.needs.split(",") if need]
        needs = {skill: int(level) for skill, level in pairs}
        reason = Reason("closes_gap", {"target": row.to, "weight": 1})
        steps.append(Step(row.module, lifts, row.hours, reason, (), needs))
    return Plan(tuple(steps), ())


def weeks_of(plan):
    return {step.module: (step.week_from, step.week_to) for step in plan.steps}


CHAIN = plan_of("""
    module  skill  start  to  hours  needs
    m       git    0      2   12     .
    n       sql    0      2   8      .
    o       git    2      3   20     .
""")


def test_a_step_may_begin_in_the_week_in_which_the_one_before_it_ends():
    assert weeks_of(schedule_plan(CHAIN, 5)) == {"m": (1, 3), "n": (3, 4), "o": (5, 8)}


def test_a_full_week_is_over_before_the_next_step_begins():
    assert weeks_of(schedule_plan(CHAIN, 12)) == {"m": (1, 1), "n": (2, 2), "o": (2, 4)}


def test_a_full_week_is_over_with_hours_that_are_no_whole_number_too():
    """22 hours at 2.2 a week fill weeks 1 to 10."""
    plan = plan_of("""
        module  skill  start  to  hours  needs
        m       git    0      2   22     .
        n       sql    0      2   2      .
    """)

    assert weeks_of(schedule_plan(plan, 2.2)) == {"m": (1, 10), "n": (11, 11)}


@pytest.mark.parametrize("hours", [0, -1])
def test_hours_must_be_above_zero(hours):
    with pytest.raises(ValueError, match="hours_per_week"):
        schedule_plan(CHAIN, hours)


def test_the_hours_up_to_each_week_fit_into_it(cases):
    for case in cases:
        hours, used, week = case.hours, 0.0, 1
        for step in schedule_plan(case.plan, hours).steps:
            assert week <= step.week_from <= step.week_to, step
            assert (step.week_from - 1) * hours <= used < step.week_from * hours, step
            used, week = used + step.hours, step.week_to
            assert (week - 1) * hours < used <= week * hours, step


def test_steps_that_fit_into_the_hours_end_within_the_weeks(cases):
    shortened = 0
    for case in cases:
        hours = case.hours * case.weeks
        whole = plan_for(case.framework, "p", case.levels, hours)
        plan = schedule_plan(whole, case.hours)
        assert all(step.week_to <= case.weeks for step in plan.steps), plan
        shortened += len(plan.steps) < len(case.plan.steps)
    assert shortened > 10, "the cases have what the law is about"


def test_the_weeks_of_a_plan_begin_seven_days_apart():
    start = date(2026, 12, 28)

    assert first_day(start, 1) == start
    assert first_day(start, 3) == date(2027, 1, 11)


def test_a_module_that_is_only_begun_lifts_nothing():
    step = replace(CHAIN.steps[0], stage=1, stages=2)
    known = levels("skill level\ngit 0")

    after = levels_after(known, Plan((step,), ()))

    assert list(after["level"]) == [0]


def test_levels_after_a_plan_are_those_it_leads_to():
    known = levels("skill level\ngit 1\nsql 1\nml 4\nci ?")

    after = levels_after(known, CHAIN).set_index("skill")["level"]

    assert after.dropna().to_dict() == {"git": 3, "sql": 2, "ml": 4}


def test_a_plan_lowers_no_level_and_makes_none_known(cases):
    for case in cases:
        after = levels_after(case.levels, case.plan)
        assert not (after["level"] < case.levels["level"]).any(), case.plan
        assert after["level"].isna().equals(case.levels["level"].isna()), case.plan
