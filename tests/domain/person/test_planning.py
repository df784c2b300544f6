"""The steps of a plan: their order, reasons, stages, and what they leave open."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.gaps import set_targets
from skillgap.domain.learning import Stage
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.plan import Deferred, OpenGap
from skillgap.domain.person.planning import recommend_steps
from tests.frameworks import both, small_framework
from tests.plans import (
    known_levels,
    learner_of,
    level_table,
    main_skill,
    plan_for,
    replay,
    short_needs,
)
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
    shell-three a.shell:2-3  .      10
    git-two     a.git:0-2    .      10
    git-three   a.git:2-3    .      10
    sql-two     b.sql:0-2    .      10
    sql-three   b.sql:2-3    .      10
"""
TARGETS = """
    skill  target  weight
    a.git  3       2
    b.sql  3       5
"""
FRAMEWORK = small_framework(SKILLS, MODULES, TARGETS)


def modules_for(known, framework=FRAMEWORK, hours=math.inf):
    plan = plan_for(framework, "p", levels(known), hours)
    return [step.module for step in plan.steps]


def test_the_next_steps_come_by_worth_and_the_second_ones_after_them():
    """sql weighs 5 and git 2: first sql, but its second step waits for git's first."""
    order = modules_for("skill level\na.shell 3\na.git 0\nb.sql 0")

    assert order == ["sql-two", "git-two", "sql-three", "git-three"]


def test_a_prerequisite_known_to_be_short_comes_first():
    plan = plan_for(FRAMEWORK, "p", levels("skill level\na.shell 0\na.git 2"))

    assert [step.module for step in plan.steps] == ["shell-two", "git-three"]
    assert plan.steps[0].reason.code == "needed_before"
    assert plan.steps[0].reason.values == {"level": 2, "needed_for": "a.git"}


def test_an_unrated_prerequisite_is_taken_for_granted_and_named():
    plan = plan_for(FRAMEWORK, "p", levels("skill level\na.shell ?\na.git 2"))

    assert [step.module for step in plan.steps] == ["git-three"]
    assert plan.steps[0].unrated == ("a.shell",)


def test_a_met_target_and_an_unknown_level_get_no_module():
    assert modules_for("skill level\na.git 3\nb.sql ?") == []


def test_a_level_within_a_step_starts_with_that_step():
    assert modules_for("skill level\na.shell 3\na.git 1") == ["git-two", "git-three"]


def test_a_step_says_from_where_to_where_and_why():
    (step,) = plan_for(FRAMEWORK, "p", levels("skill level\nb.sql 2")).steps

    assert [(x.skill, x.start, x.to) for x in step.lifts] == [("b.sql", 2, 3)]
    assert step.reason.code == "closes_gap"
    assert step.reason.values == {"target": 3, "weight": 5}
    assert step.week_from == step.week_to == 0


def test_the_shorter_of_two_modules_is_taken():
    more = f"{MODULES}\n quick-sql b.sql:2-3 . 4"

    assert modules_for(
        "skill level\nb.sql 2", small_framework(SKILLS, more, TARGETS)
    ) == ["quick-sql"]


def test_a_gap_without_a_module_is_left_open():
    framework = small_framework(SKILLS, targets=TARGETS)

    plan = plan_for(framework, "p", levels("skill level\nb.sql 1"))

    assert plan.steps == ()
    assert plan.left_open == (OpenGap("b.sql", 1, 3, "no_module"),)


def test_a_module_that_lifts_a_second_skill_spares_that_skill_its_own():
    """Both gaps weigh the same; one module closes both."""
    modules = f"{MODULES}\n both b.sql:0-2,a.git:0-2 . 4"
    targets = "skill target weight\nb.sql 2 2\na.git 2 1"
    framework = small_framework(SKILLS, modules, targets)

    taken = modules_for("skill level\na.shell 2\na.git 0\nb.sql 0", framework)

    assert taken == ["both"]


def test_a_module_is_not_taken_once_its_preparation_has_done_its_work():
    """``sql-two`` prepares ``git-three`` and lifts git to 3 on the way."""
    modules = """
        module     lifts                needs    hours
        git-three  a.git:2-3            b.sql:2  10
        sql-two    b.sql:0-2,a.git:2-3  .        10
    """
    skills = "skill builds_on\na.git .\nb.sql ."
    framework = small_framework(skills, modules, "skill target weight\na.git 3 1")

    assert modules_for("skill level\na.git 2\nb.sql 0", framework) == ["sql-two"]


def test_the_hours_of_a_plan_are_those_of_its_steps():
    known = "skill level\na.shell 3\na.git 2\nb.sql 2"

    assert plan_for(FRAMEWORK, "p", levels(known)).hours == 20


def test_the_cases_have_what_the_laws_are_about(cases):
    plans = [case.plan for case in cases]
    steps = [step for plan in plans for step in plan.steps]

    assert len(steps) > 150
    assert sum(bool(step.unrated) for step in steps) > 5
    assert sum(len(step.lifts) > 1 for step in steps) > 5
    assert sum(bool(plan.left_open) for plan in plans) > 20
    assert {"closes_gap", "needed_before"} <= {step.reason.code for step in steps}


def test_no_step_comes_before_a_prerequisite_known_to_be_short(cases):
    for case in cases:
        for moment in case.moments():
            assert short_needs(case.framework, moment) == {}, moment.step


def highest_need(framework, skill):
    """Return the highest level of a skill that any module takes for granted."""
    learner = learner_of(framework, level_table(framework, [0.0] * 4))
    return max(needs.get(skill, 0) for needs in learner.needs.values())


def test_no_step_lifts_a_skill_that_already_is_where_it_should_be(cases):
    for case in cases:
        framework = case.framework
        asked = {s: t.level for s, t in framework.profiles["p"].targets.items()}
        for step, at in case.moments():
            skill = main_skill(framework, step)
            assert at[skill] < max(asked[skill], highest_need(framework, skill)), step


def test_each_step_says_truly_what_it_lifts_its_own_skill_first(cases):
    for case in cases:
        for step, at in case.moments():
            assert all(at[x.skill] == x.start < x.to for x in step.lifts), step
            first = main_skill(case.framework, step)
            assert [x.skill for x in step.lifts][:1] == [first], step


def test_a_step_names_exactly_the_prerequisites_that_are_not_rated(cases):
    for case in cases:
        for step, at in case.moments():
            unrated = {skill for skill in step.needs if skill not in at}
            assert set(step.unrated) == unrated, step


def test_no_module_is_taken_twice(cases):
    for case in cases:
        taken = [step.module for step in case.plan.steps]
        assert len(taken) == len(set(taken)), case.plan


def test_every_known_gap_is_closed_or_left_open(cases):
    for case in cases:
        plan, targets = case.plan, case.framework.profiles["p"].targets
        reached = {x.skill: x.to for step in plan.steps for x in step.lifts}
        left = {gap.skill for gap in (*plan.left_open, *plan.not_yet)}
        known = case.levels.dropna(subset="level")
        for skill, level in zip(known["skill"], known["level"], strict=True):
            closed = max(level, reached.get(skill, 0)) >= targets[skill].level
            assert closed or skill in left, plan


@settings(max_examples=30)
@given(known=known_levels(61, rated=True), data=st.data())
def test_the_real_framework_closes_every_known_gap_of_every_profile(
    framework, known, data
):
    profile = data.draw(st.sampled_from(sorted(framework.profiles)))
    table = level_table(framework, known)

    plan = plan_for(framework, profile, table)

    assert plan.left_open == ()
    for moment in replay(plan, table):
        assert short_needs(framework, moment) == {}, moment.step


@settings(max_examples=20)
@given(known=known_levels(61), data=st.data())
def test_a_plan_under_a_context_and_a_trend_keeps_the_law_too(framework, known, data):
    profile = framework.profiles[data.draw(st.sampled_from(sorted(framework.profiles)))]
    parts = [framework.contexts, framework.trends]
    chosen = [part[data.draw(st.sampled_from(sorted(part)))] for part in parts]
    table = level_table(framework, known)
    learner = read_learner(framework, set_targets(profile, chosen), table)
    plan = recommend_steps(Chooser(learner), "id", 60)

    assert plan.hours <= 60 + 1e-9
    for moment in replay(plan, table):
        assert short_needs(framework, moment) == {}, moment.step
        assert moment.step.lifts, moment.step


def test_who_is_at_one_pays_for_one_of_two_levels():
    """From 0 to 2 takes 10 hours; half of the way is left."""
    (step,) = plan_for(
        small_framework(SKILLS, MODULES, "skill target weight\nb.sql 2 3"),
        "p",
        levels("skill level\nb.sql 1"),
    ).steps

    assert step.hours == 5
    assert [(x.start, x.to) for x in step.lifts] == [(1, 2)]


def test_a_step_that_does_not_fit_is_passed_over_for_one_that_does():
    """sql is worth more, but takes 10 hours; 7 are there."""
    modules = "module lifts needs hours\nsql b.sql:0-2 . 10\ngit a.git:0-2 . 6"
    targets = "skill target weight\nb.sql 2 5\na.git 2 2"
    framework = small_framework("skill builds_on\na.git .\nb.sql .", modules, targets)
    known = "skill level\na.git 0\nb.sql 0"

    plan = plan_for(framework, "p", levels(known), hours=7)

    assert [step.module for step in plan.steps] == ["git"]
    assert plan.left_open == (OpenGap("b.sql", 0, 2, "no_time"),)


def test_a_step_that_misses_more_than_two_levels_waits_and_says_for_what():
    """git and sql are both missing in full, four levels; they come themselves."""
    skills = "skill builds_on\na.git .\nb.sql .\nc.ml a.git,b.sql"
    modules = """
        module  lifts      needs  hours
        git     a.git:0-2  .      10
        sql     b.sql:0-2  .      10
        ml      c.ml:0-2   .      10
    """
    framework = small_framework(skills, modules, "skill target weight\nc.ml 2 5")
    known = levels("skill level\na.git 0\nb.sql 0\nc.ml 0")

    none = plan_for(framework, "p", known, hours=9)
    one = plan_for(framework, "p", known, hours=20)
    whole = plan_for(framework, "p", known)

    assert none.not_yet == (Deferred("c.ml", {"a.git": 2, "b.sql": 2}),)
    assert [step.module for step in one.steps] == ["git", "sql"]
    assert one.not_yet == ()
    assert [step.module for step in whole.steps] == ["git", "sql", "ml"]


def in_stages(*hours):
    """Return a framework whose one module has stages."""
    modules = f"module lifts needs hours\nsql b.sql:2-3 . {sum(hours)}"
    framework = small_framework("skill builds_on\nb.sql .", modules, TARGETS)
    stages = tuple(Stage(each, both("goal")) for each in hours)
    module = replace(framework.modules["sql"], stages=stages)
    return replace(framework, modules={"sql": module})


@pytest.mark.parametrize(
    ("hours", "stages", "code"),
    [
        (30, [1, 2], None),
        (29, [1], "begun"),
        (20, [1], "begun"),
        (19, [], "no_time"),
    ],
)
def test_a_plan_may_end_in_the_middle_of_a_module_and_says_so(hours, stages, code):
    plan = plan_for(in_stages(20, 10), "p", levels("skill level\nb.sql 2"), hours)

    assert [step.stage for step in plan.steps] == stages
    assert [gap.code for gap in plan.left_open] == ([code] if code else [])
    assert all(step.stages == 2 for step in plan.steps)


def test_stages_of_a_module_are_shortened_alike():
    framework = in_stages(20, 10)
    module = replace(framework.modules["sql"], lifts={"b.sql": (0, 3)})
    framework = replace(framework, modules={"sql": module})

    plan = plan_for(framework, "p", levels("skill level\nb.sql 1"))

    assert [step.hours for step in plan.steps] == pytest.approx([40 / 3, 20 / 3])


def test_a_step_that_others_wait_for_says_so():
    """git counts 2 x 1.5 itself and inherits 16; ci counts 32, halved as it waits."""
    skills = "skill builds_on\na.git .\na.ci a.git"
    modules = "module lifts needs hours\ngit a.git:0-2 . 5\nci a.ci:0-2 . 5"
    targets = "skill target weight\na.git 2 1\na.ci 2 5"
    framework = small_framework(skills, modules, targets)

    plan = plan_for(framework, "p", levels("skill level\na.git 0\na.ci 1"))

    first = plan.steps[0]
    assert (first.module, first.reason.code) == ("git", "opens_way")
    assert first.reason.values == {"target": 2, "needed_for": "a.ci"}


def test_planning_changes_neither_targets_nor_levels(framework):
    table = level_table(framework, [1.0] * len(framework.skills))
    targets = set_targets(framework.profiles["llm_engineer"])
    before = targets.copy(), table.copy()

    recommend_steps(Chooser(read_learner(framework, targets, table)), "id")

    assert targets.equals(before[0])
    assert table.equals(before[1])
