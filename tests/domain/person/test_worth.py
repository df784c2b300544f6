"""What a step in a skill is worth, worked out by hand."""

import pytest
from hypothesis import given

from skillgap.domain.person.worth import Worth, measure_worth
from tests.frameworks import small_framework
from tests.plans import learner_of, situations
from tests.tables import levels

SKILLS = """
    skill   builds_on
    a.git   .
    a.ci    a.git
    a.mlops a.ci
    b.sql   .
"""
MODULES = """
    module     lifts        needs  hours
    git        a.git:0-2    .      10
    git-three  a.git:2-3    .      10
    ci         a.ci:0-2     .      10
    mlops      a.mlops:0-2  .      10
    sql        b.sql:0-2    .      10
    sql-three  b.sql:2-3    .      10
"""


def worth_of(targets, known):
    framework = small_framework(SKILLS, MODULES, f"skill target weight\n{targets}")
    return measure_worth(learner_of(framework, levels(f"skill level\n{known}")))


def test_each_grade_of_weight_doubles():
    worth = worth_of("b.sql 2 5\na.git 2 4", "b.sql 1\na.git 1")

    assert {skill: each.total for skill, each in worth.items()} == {
        "b.sql": 32,
        "a.git": 16,
    }


@pytest.mark.parametrize(("level", "terms"), [(2, 1), (1, 1.5), (0, 1.75)])
def test_each_further_missing_level_counts_half(level, terms):
    assert worth_of("b.sql 3 3", f"b.sql {level}") == {"b.sql": Worth(8 * terms, 0)}


def test_what_must_wait_counts_half_and_what_it_waits_for_inherits_half():
    """ci misses git: 16 x 1.5 x 1/2 of its own; git is not asked and gets 16 / 2."""
    worth = worth_of("a.ci 2 4", "a.ci 0\na.git 0")

    assert worth == {
        "a.ci": Worth(12, 0),
        "a.git": Worth(0, 8, waited_for_by="a.ci"),
    }


def test_a_way_over_one_skill_hands_down_a_quarter():
    """mlops waits for ci, ci for git: 32/2 to ci, 32/4 and half of ci's 8 to git."""
    worth = worth_of("a.mlops 2 5\na.ci 2 3", "a.mlops 0\na.ci 0\na.git 0")

    assert worth["a.ci"].inherited == 16
    assert worth["a.git"].inherited == 8 + 4
    assert worth["a.git"].waited_for_by == "a.ci"


@pytest.mark.parametrize("known", ["b.sql 3", "b.sql 5", "b.sql ?"])
def test_what_is_met_or_unknown_is_worth_nothing(known):
    assert worth_of("b.sql 3 5", known) == {}


def test_an_unknown_prerequisite_is_taken_for_granted_and_inherits_nothing():
    assert worth_of("a.ci 2 4", "a.ci 0\na.git ?") == {"a.ci": Worth(24, 0)}


@given(situations())
def test_the_worthiest_stands_first_and_modules_in_a_circle_do_no_harm(case):
    framework, table = case

    worth = [
        each.total for each in measure_worth(learner_of(framework, table)).values()
    ]

    assert worth == sorted(worth, reverse=True)
    assert all(0 < each < float("inf") for each in worth)
