"""What a person chose for a plan: kept, checked, and obeyed."""

from dataclasses import replace

import pytest

from skillgap.domain.gaps import set_targets
from skillgap.domain.learning import Stage
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.first_action import choose_first_action, find_grounds
from skillgap.domain.person.more_time import compare_hours
from skillgap.domain.person.plan_choices import (
    UNTIL_DATE,
    PlanChoices,
    begin_on,
    check_choices,
    count_stages,
    count_weeks,
    due_recalls,
    find_left_out,
    finish_module,
    finish_stage,
    note_recall,
    read_choices,
    tailor_framework,
)
from skillgap.domain.person.planning import recommend_steps
from skillgap.files.framework import load_framework
from tests.frameworks import both, small_framework
from tests.plans import learner_of
from tests.tables import levels

SKILLS = """
    skill    builds_on
    a.shell  .
    a.git    a.shell
    b.sql    .
"""
MODULES = """
    module      lifts        needs  hours
    shell-two   a.shell:0-2  .      10
    git-two     a.git:0-2    .      10
    git-three   a.git:2-3    .      30
    sql-two     b.sql:0-2    .      10
    sql-three   b.sql:2-3    .      10
"""
TARGETS = """
    skill  target  weight
    a.git  3       2
    b.sql  3       5
"""
PARTS = (Stage(20, both("Half")), Stage(10, both("Whole")))
FRAMEWORK = small_framework(SKILLS, MODULES, TARGETS)
FRAMEWORK = replace(
    FRAMEWORK,
    modules={
        **FRAMEWORK.modules,
        "git-three": replace(FRAMEWORK.modules["git-three"], stages=PARTS),
    },
)
KNOWN = levels("skill level\na.shell 3\na.git 2\nb.sql 0")
TODAY = "2026-12-01"


def plan_with(choices, hours=1000.0, known=KNOWN):
    learner = learner_of(tailor_framework(FRAMEWORK, choices), known)
    plan = recommend_steps(Chooser(learner, choices.pinned), "en", hours)
    return count_stages(plan, choices)


def modules_of(plan):
    return [step.module for step in plan.steps if step.is_last]


def test_choices_come_back_as_they_were_stored():
    framework = load_framework()
    begun = next(key for key, m in framework.modules.items() if len(m.stages) > 1)
    other = next(key for key in framework.modules if key != begun)
    choices = PlanChoices(
        7.5, TODAY, UNTIL_DATE, "2027-03-01", "id", "free", "senior", "full",
        next(iter(framework.contexts)), tuple(framework.trends)[:2],
        (begun,), (other,), {begun: ("https://example.org/proof",)},
    )  # fmt: skip

    assert read_choices(choices.to_text(), framework) == choices


def test_who_stored_nothing_has_the_usual_choices():
    assert read_choices("", FRAMEWORK) == PlanChoices()


def test_what_the_framework_no_longer_has_is_left_out():
    text = PlanChoices(
        seniority="king", pinned=("gone", "sql-two"), done={"gone": ("x",)}
    ).to_text()

    read = read_choices(text, FRAMEWORK)

    assert read == PlanChoices(pinned=("sql-two",))


@pytest.mark.parametrize(
    ("hours", "start", "until", "codes"),
    [
        (5, TODAY, "2026-12-31", []),
        (168, TODAY, "2026-12-31", []),
        (169, TODAY, "2026-12-31", ["hours_impossible"]),
        (5, "2026-12-31", TODAY, ["until_before_start"]),
        (5, TODAY, "2026-12-06", ["until_within_week"]),
        (5, "2026-10-01", "2026-11-01", ["until_before_start"]),
        (5, TODAY, "2026-12-07", []),
        (200, "2026-12-31", "", ["hours_impossible", "until_before_start"]),
    ],
)
def test_what_no_plan_can_be_made_for_is_named(hours, start, until, codes):
    choices = PlanChoices(hours=hours, start=start, weeks=UNTIL_DATE, until=until)

    assert [problem.code for problem in check_choices(choices, TODAY)] == codes


def test_weeks_are_given_or_counted_to_the_target_date_or_without_limit():
    until = PlanChoices(start=TODAY, weeks=UNTIL_DATE, until="2026-12-31")

    assert count_weeks(until, TODAY) == 4
    assert count_weeks(PlanChoices(weeks=26), TODAY) == 26
    assert count_weeks(PlanChoices(weeks=0), TODAY) is None


def test_what_is_left_of_a_plan_begun_earlier_begins_today():
    begun = PlanChoices(start="2026-11-01", weeks=UNTIL_DATE, until="2026-12-14")

    assert begin_on(begun, TODAY) == TODAY
    assert count_weeks(begun, TODAY) == 2


def test_an_excluded_module_is_not_planned_and_neither_is_what_needs_it():
    assert "sql-two" in modules_of(plan_with(PlanChoices()))

    plan = plan_with(PlanChoices(excluded=("sql-two",)))

    assert modules_of(plan) == ["git-three"]
    assert [gap.code for gap in plan.left_open] == ["no_module"]


def test_a_pinned_module_comes_first_and_takes_the_hours_of_a_worthier_one():
    assert modules_of(plan_with(PlanChoices(), hours=30)) != ["git-three"]

    plan = plan_with(PlanChoices(pinned=("git-three",)), hours=30)

    assert modules_of(plan) == ["git-three"]
    assert plan.steps[0].reason.code == "pinned"


def test_a_pinned_module_brings_what_it_needs():
    plan = plan_with(PlanChoices(pinned=("sql-three",)), hours=20)

    assert modules_of(plan) == ["sql-two", "sql-three"]


@pytest.mark.parametrize("key", ["shell-two", "gone"])
def test_pinning_what_leads_nowhere_changes_nothing(key):
    usual = plan_with(PlanChoices())

    assert modules_of(plan_with(PlanChoices(pinned=(key,)))) == modules_of(usual)


def test_a_stage_done_leaves_the_plan_and_the_next_keeps_its_number():
    choices = finish_stage(PlanChoices(), "git-three", 1, "my repository")

    steps = [s for s in plan_with(choices).steps if s.module == "git-three"]

    assert choices.done == {"git-three": ("my repository",)}
    assert [(s.stage, s.stages, s.hours, s.is_last) for s in steps] == [
        (2, 2, 10, True)
    ]


def test_a_finished_module_is_not_pinned_nor_begun_and_recalled_weeks_later():
    choices = finish_stage(
        PlanChoices(pinned=("sql-two", "git-three")), "git-three", 1, "x"
    )

    assert finish_module(choices, "git-three", "2026-12-01") == PlanChoices(
        pinned=("sql-two",), recalls={"git-three": ("2026-12-15", "2027-01-12")}
    )


@pytest.mark.parametrize(
    ("today", "due", "left"),
    [
        ("2026-12-14", [], ("2026-12-15", "2027-01-12")),
        ("2026-12-15", ["git-three"], ("2027-01-12",)),
        ("2027-02-01", ["git-three"], ()),
    ],
)
def test_a_module_is_recalled_on_its_days_and_each_once(today, due, left):
    choices = finish_module(PlanChoices(), "git-three", "2026-12-01")

    assert due_recalls(choices, today) == due
    noted = note_recall(choices, "git-three", today)
    assert noted.recalls.get("git-three", ()) == left
    assert due_recalls(noted, today) == []
    assert read_choices(noted.to_text(), FRAMEWORK) == noted


def test_what_was_left_out_is_found_by_its_skill():
    choices = PlanChoices(excluded=("git-two", "sql-two"))

    assert find_left_out(FRAMEWORK, choices, "b.sql") == ["sql-two"]
    assert find_left_out(FRAMEWORK, choices, "a.shell") == []


def test_only_resources_wanted_are_left():
    framework = load_framework()
    choices = PlanChoices(medium="id", cost="free")

    tailored = tailor_framework(framework, choices)

    left = {key for m in tailored.modules.values() for key in m.resources}
    shown = [framework.resources[key] for key in left]
    assert {(each.language, each.cost) for each in shown} == {("id", "free")}
    assert tailor_framework(framework, PlanChoices()).modules == framework.modules


def test_what_brings_the_needs_of_a_step_is_its_ground():
    known = levels("skill level\na.shell 0\na.git 2\nb.sql 0")
    steps = plan_with(PlanChoices(pinned=("git-three",)), known=known).steps

    grounds = dict(zip([(s.module, s.stage) for s in steps], find_grounds(steps)))

    assert grounds["shell-two", 1] == ()
    assert grounds["git-three", 1] == (1,)
    sql = 1 + [s.module for s in steps].index("sql-two")
    assert grounds["sql-three", 1] == (sql,)


def test_without_a_short_resource_the_first_action_is_the_practice():
    action = choose_first_action(FRAMEWORK, plan_with(PlanChoices()))

    assert action.step.module == "sql-two"
    assert action.resource is None


def test_an_empty_plan_has_no_first_action():
    known = levels("skill level\na.git 3\nb.sql 3")

    assert choose_first_action(FRAMEWORK, plan_with(PlanChoices(), known=known)) is None


def test_more_hours_never_close_fewer_levels():
    chooser = Chooser(learner_of(FRAMEWORK, KNOWN))
    targets = set_targets(FRAMEWORK.profiles["p"])

    outcomes = list(compare_hours(chooser, targets, KNOWN, hours=2, weeks=10))

    assert [(o.hours, o.closed, o.open) for o in outcomes] == [
        (1, 2, 2), (2, 3, 1), (3, 3, 1), (4, 3, 1),
    ]  # fmt: skip
    assert outcomes[0].fit < outcomes[1].fit
