"""The weeks of a plan and the small checks after its modules."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from skillgap.domain.person.weeks import find_rechecks, split_weeks
from tests.papers import MONDAY, framework_of, paper_of, papers


def shown(paper):
    """Return week, module, stage and hours of each part."""
    return [
        (week.number, part.step.module, part.step.stage, part.hours)
        for week in paper.weeks()
        for part in week.parts
    ]


def test_a_step_is_spread_over_its_weeks_hour_by_hour():
    """Git takes 5 hours and sql 8, at 4 a week."""
    assert shown(paper_of(hours_per_week=4)) == [
        (1, "git-two", 1, 4),
        (2, "git-two", 1, 1),
        (2, "sql-two", 1, 3),
        (3, "sql-two", 1, 4),
        (4, "sql-two", 1, 1),
    ]


def test_the_stages_of_a_module_are_parts_of_their_own():
    paper = paper_of(framework_of(stages=(6, 2)), hours_per_week=10)

    assert shown(paper) == [
        (1, "git-two", 1, 5),
        (1, "sql-two", 1, 5),
        (2, "sql-two", 1, 1),
        (2, "sql-two", 2, 2),
    ]


def test_weeks_count_from_the_first_day_and_have_seven():
    paper = paper_of(hours_per_week=4, start=date(2026, 2, 4))

    days = [(week.first, week.last) for week in paper.weeks()][:2]

    assert days == [
        (date(2026, 2, 4), date(2026, 2, 10)),
        (date(2026, 2, 11), date(2026, 2, 17)),
    ]


def test_only_the_week_in_which_a_step_begins_is_its_first():
    weeks = paper_of(hours_per_week=4).weeks()

    assert [part.is_first for week in weeks for part in week.parts] == [
        True, False, True, False, False,
    ]  # fmt: skip


def test_a_plan_without_steps_has_no_weeks():
    assert paper_of(known="skill level\na.git 2\nb.sql 2").weeks() == ()


@given(papers())
def test_weeks_add_up_and_every_one_but_the_last_is_full(paper):
    weeks = paper.weeks()

    assert [week.number for week in weeks] == list(range(1, len(weeks) + 1))
    assert sum(week.hours for week in weeks) == pytest.approx(paper.plan.hours)
    for week in weeks[:-1]:
        assert week.hours == pytest.approx(paper.hours_per_week)


@given(papers())
def test_every_step_begins_once_and_its_parts_add_up(paper):
    parts = [part for week in paper.weeks() for part in week.parts]
    begun = [part.step for part in parts if part.is_first]

    assert begun == list(paper.plan.steps)
    for step in begun:
        hours = sum(part.hours for part in parts if part.step == step)
        assert hours == pytest.approx(step.hours)


def test_a_module_comes_back_two_and_six_weeks_after_its_last_day():
    """Git ends in the second week, on 15 February; sql in the fourth, on 1 March."""
    plan = paper_of(hours_per_week=4).plan

    found = find_rechecks(plan, MONDAY)

    assert [(each.day, each.module, each.weeks_after) for each in found] == [
        (date(2026, 3, 1), "git-two", 2),
        (date(2026, 3, 15), "sql-two", 2),
        (date(2026, 3, 29), "git-two", 6),
        (date(2026, 4, 12), "sql-two", 6),
    ]


def test_a_module_that_is_only_begun_does_not_come_back():
    paper = paper_of(framework_of(stages=(6, 2)), hours=11)

    assert [step.module for step in paper.plan.steps] == ["git-two", "sql-two"]
    assert {each.module for each in paper.rechecks()} == {"git-two"}


@given(papers())
def test_every_finished_module_comes_back_twice_after_its_end(paper):
    ends = {s.module: s.week_to for s in paper.plan.steps if s.is_last}
    found = paper.rechecks()

    assert sorted(each.module for each in found) == sorted([*ends, *ends])
    for each in found:
        last = paper.start + timedelta(days=7 * ends[each.module] - 1)
        assert each.day - last == timedelta(weeks=each.weeks_after)


def test_a_plan_beyond_the_last_day_of_the_calendar_is_refused():
    paper = paper_of(hours_per_week=4, start=date(9999, 12, 20))

    with pytest.raises(OverflowError):
        split_weeks(paper.plan, paper.start, 4)
