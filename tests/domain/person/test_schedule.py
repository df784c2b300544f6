"""A plan in weeks, and the levels it leads to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.learning import Lift
from skillgap.domain.person.plan import OpenGap, Plan, Reason, Step
from skillgap.domain.person.schedule import levels_after, schedule_plan
from tests.plans import plan_for, replay, short_needs, situations
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


def test_a_step_that_ends_too_late_is_left_open_for_want_of_time():
    plan = schedule_plan(CHAIN, 5, weeks=4)

    assert weeks_of(plan) == {"m": (1, 3), "n": (3, 4)}
    assert plan.left_open == (OpenGap("git", 2, 3, "no_time"),)


def test_a_short_step_after_one_that_is_too_long_still_fits():
    assert set(weeks_of(schedule_plan(CHAIN, 8, weeks=1))) == {"n"}


def test_what_builds_on_a_step_left_out_is_left_out_as_well():
    plan = plan_of("""
        module  skill  start  to  hours  needs
        m       git    0      2   12     .
        n       ci     0      2   1      git:2
    """)

    assert schedule_plan(plan, 5, weeks=1).steps == ()


def test_the_next_step_of_a_skill_waits_for_the_one_left_out():
    plan = plan_of("""
        module  skill  start  to  hours  needs
        m       git    0      2   12     .
        n       git    2      3   1      .
    """)

    assert schedule_plan(plan, 5, weeks=1).steps == ()


def test_one_skill_left_open_twice_is_one_open_gap():
    plan = plan_of("""
        module  skill  start  to  hours  needs
        m       git    0      2   12     .
        n       git    2      3   12     .
    """)

    left = schedule_plan(plan, 5, weeks=1).left_open

    assert left == (OpenGap("git", 0, 3, "no_time"),)


@pytest.mark.parametrize("hours", [0, -1])
def test_hours_must_be_above_zero(hours):
    with pytest.raises(ValueError, match="hours_per_week"):
        schedule_plan(CHAIN, hours)


@given(situations(), st.integers(1, 60))
def test_the_hours_up_to_each_week_fit_into_it(case, hours):
    framework, table = case
    plan = schedule_plan(plan_for(framework, "p", table), hours)

    used, week = 0.0, 1
    for step in plan.steps:
        assert week <= step.week_from <= step.week_to
        assert (step.week_from - 1) * hours <= used < step.week_from * hours
        used, week = used + step.hours, step.week_to
        assert (week - 1) * hours < used <= week * hours


@given(situations(), st.integers(1, 20), st.integers(1, 12))
def test_no_step_ends_after_the_last_week_and_none_is_lost(case, hours, weeks):
    framework, table = case
    whole = plan_for(framework, "p", table)
    plan = schedule_plan(whole, hours, weeks)

    assert all(step.week_to <= weeks for step in plan.steps)
    taken = {step.module for step in plan.steps}
    left = {gap.skill for gap in plan.left_open}
    for step in whole.steps:
        assert step.module in taken or left >= {lift.skill for lift in step.lifts}


@given(situations(), st.integers(1, 20), st.integers(1, 12))
def test_the_steps_that_stay_need_none_that_was_left_out(case, hours, weeks):
    framework, known = case
    plan = schedule_plan(plan_for(framework, "p", known), hours, weeks)

    for moment in replay(plan, known):
        assert short_needs(framework, moment) == {}, moment.step


def test_a_step_is_not_left_out_for_a_need_that_was_met_before():
    """``n`` needs git at 2, which it has; that git stays below 4 is no hindrance."""
    plan = plan_of("""
        module  skill  start  to  hours  needs
        m       git    3      4   40     .
        n       ci     0      2   5      git:2
    """)

    assert set(weeks_of(schedule_plan(plan, 5, weeks=1))) == {"n"}


def test_levels_after_a_plan_are_those_it_leads_to():
    known = levels("skill level\ngit 1\nsql 1\nml 4\nci ?")

    after = levels_after(known, CHAIN).set_index("skill")["level"]

    assert after.dropna().to_dict() == {"git": 3, "sql": 2, "ml": 4}


@given(situations())
def test_a_plan_lowers_no_level_and_makes_none_known(case):
    framework, known = case

    after = levels_after(known, plan_for(framework, "p", known))

    assert not (after["level"] < known["level"]).any()
    assert after["level"].isna().equals(known["level"].isna())
