"""Which modules close the gaps, and in what order."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.person.plan import OpenGap, choose_resources, recommend_modules
from tests.frameworks import resource, small_framework
from tests.plans import (
    known_levels,
    level_table,
    main_skill,
    plan_for,
    replay,
    short_needs,
    situations,
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


def modules_for(known, framework=FRAMEWORK):
    return [step.module for step in plan_for(framework, "p", levels(known)).steps]


def test_the_heaviest_gap_is_closed_first_and_gaps_are_weighed_anew():
    """Five at sql-two: 15 before 6; then 5 against 6, so git comes in between."""
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


def test_nothing_is_prepared_for_a_module_that_cannot_be_taken():
    """``m`` needs the shell, which has a module, and sql, which has none."""
    modules = """
        module      lifts        needs              hours
        shell-two   a.shell:0-2  .                  10
        m           a.git:0-2    a.shell:2,b.sql:2  10
    """
    framework = small_framework(SKILLS, modules, "skill target weight\na.git 2 1")

    plan = plan_for(framework, "p", levels("skill level\na.shell 0\na.git 0\nb.sql 0"))

    assert plan.steps == ()


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


def test_resources_come_in_the_readers_language_free_ones_first_then_shorter():
    offered = {
        "en": resource((0, 2), "b.sql"),
        "paid": resource((0, 2), "b.sql", language="id", cost="paid", hours=1),
        "long": resource((0, 2), "b.sql", language="id", hours=9),
        "short": resource((0, 2), "b.sql", language="id", hours=1),
        "late": resource((3, 4), "b.sql", language="id"),
    }
    modules = f"module lifts needs hours resources\nm b.sql:0-2 . 8 {','.join(offered)}"
    framework = small_framework(SKILLS, modules, TARGETS, offered)
    (step,) = plan_for(framework, "p", levels("skill level\nb.sql 0")).steps

    chosen = choose_resources(framework, framework.modules["m"], "id", step.lifts)

    assert chosen == ["short", "long", "paid", "en"]


@given(situations())
def test_no_step_comes_before_a_prerequisite_known_to_be_short(case):
    framework, table = case

    for moment in replay(plan_for(framework, "p", table), table):
        assert short_needs(framework, moment) == {}, moment.step


@given(situations())
def test_no_step_lifts_a_skill_that_already_is_where_it_should_be(case):
    framework, table = case
    asked = {s: t.level for s, t in framework.profiles["p"].targets.items()}

    for step, at in replay(plan_for(framework, "p", table), table):
        skill = main_skill(framework, step)
        aim = step.reason.values.get("level", asked[skill])
        assert at[skill] < aim, step


@given(situations())
def test_each_step_says_truly_what_it_lifts_its_own_skill_first(case):
    framework, table = case

    for step, at in replay(plan_for(framework, "p", table), table):
        assert all(at[x.skill] == x.start < x.to for x in step.lifts)
        assert [x.skill for x in step.lifts][:1] == [main_skill(framework, step)]


@given(situations())
def test_a_step_names_exactly_the_prerequisites_that_are_not_rated(case):
    framework, table = case

    for step, at in replay(plan_for(framework, "p", table), table):
        assert set(step.unrated) == {skill for skill in step.needs if skill not in at}


@given(situations())
def test_no_module_is_taken_twice(case):
    framework, table = case
    taken = [step.module for step in plan_for(framework, "p", table).steps]

    assert len(taken) == len(set(taken))


@given(situations())
def test_every_known_gap_is_closed_or_left_open(case):
    framework, table = case
    plan = plan_for(framework, "p", table)
    reached = {x.skill: x.to for step in plan.steps for x in step.lifts}
    left = {gap.skill for gap in plan.left_open}

    for skill, level in zip(table["skill"], table["level"], strict=True):
        short = framework.profiles["p"].targets[skill].level
        assert (
            math.isnan(level)
            or max(level, reached.get(skill, 0)) >= short
            or skill in left
        )


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
    gaps = measure_gaps(set_targets(profile, chosen), table)

    for moment in replay(recommend_modules(framework, gaps, table, "id"), table):
        assert short_needs(framework, moment) == {}, moment.step
        assert moment.step.lifts, moment.step


def test_planning_changes_neither_gaps_nor_levels(framework):
    table = level_table(framework, [1.0] * len(framework.skills))
    gaps = measure_gaps(set_targets(framework.profiles["llm_engineer"]), table)
    before = gaps.copy(), table.copy()

    recommend_modules(framework, gaps, table, "id")

    assert gaps.equals(before[0])
    assert table.equals(before[1])


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_first_resource_is_in_the_readers_language_where_there_is_one(
    framework, language
):
    table = level_table(framework, [0.0] * len(framework.skills))
    gaps = measure_gaps(set_targets(framework.profiles["llm_engineer"]), table)

    for step in recommend_modules(framework, gaps, table, language).steps:
        languages = [framework.resources[key].language for key in step.resources]
        assert languages == sorted(languages, key=lambda each: each != language)
