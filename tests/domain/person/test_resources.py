"""The resources that are worth the hours of a step."""

import pytest

from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.resources import choose_resources
from tests.frameworks import resource, small_framework
from tests.plans import learner_of, level_table, plan_for
from tests.tables import levels

SKILLS = "skill builds_on\nb.sql ."
TARGETS = "skill target weight\nb.sql 2 5"


def chosen(offered, language="id", hours=100.0, seen=()):
    """Return what is chosen for the step from 0 to 2, out of resources by name."""
    modules = f"module lifts needs hours resources\nm b.sql:0-2 . 8 {','.join(offered)}"
    framework = small_framework(SKILLS, modules, TARGETS, offered)
    (step,) = plan_for(framework, "p", levels("skill level\nb.sql 0")).steps
    module = framework.modules["m"]
    found = choose_resources(framework, module, language, step.lifts, hours, seen)
    return list(found)


def sql(language, hours=2, cost="free", translation="none", step=(0, 2)):
    return resource(
        step,
        "b.sql",
        language=language,
        cost=cost,
        hours=hours,
        translation=translation,
    )


def test_they_come_in_the_readers_language_free_ones_first_then_shorter():
    offered = {
        "en": sql("en"),
        "paid": sql("id", hours=1, cost="paid"),
        "long": sql("id", hours=9),
        "short": sql("id", hours=1),
        "late": sql("id", step=(3, 4)),
    }

    assert chosen(offered) == ["short", "long", "paid"]


def test_a_machine_translation_comes_after_originals_one_can_read():
    offered = {"machine": sql("id", translation="machine"), "original": sql("en")}

    assert chosen(offered) == ["original", "machine"]


def test_another_language_comes_only_where_there_is_nothing_to_read():
    assert chosen({"id": sql("id"), "en": sql("en")}, "en") == ["en"]
    assert chosen({"id": sql("id")}, "en") == ["id"]


def test_together_they_take_no_more_hours_than_the_step():
    offered = {"a": sql("id", 4), "b": sql("id", 5), "c": sql("en", 3)}

    assert chosen(offered, hours=8) == ["a", "c"]


def test_three_are_enough():
    assert len(chosen({name: sql("id") for name in "abcd"})) == 3


def test_a_later_stage_shows_what_was_not_seen_and_else_the_same_again():
    offered = {"a": sql("id", 1), "b": sql("id", 2)}

    assert chosen(offered, hours=2, seen=["a"]) == ["b"]
    assert chosen(offered, hours=1, seen=["a"]) == ["a"]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("level", [0.0, 1.0, 3.0])
def test_no_step_of_the_framework_has_more_to_read_than_hours(
    framework, language, level
):
    table = level_table(framework, [level] * len(framework.skills))
    chooser = Chooser(learner_of(framework, table, "llm_engineer"))
    steps = recommend_steps(chooser, language).steps

    for step in steps:
        hours = [framework.resources[key].hours for key in step.resources]
        assert sum(hours) <= step.hours
        assert len(hours) <= 3
    assert sum(not step.resources for step in steps) <= len(steps) / 10
