"""Where a person stands in what the profession is made of."""

import math

import pytest

from skillgap.domain.framework import Era
from skillgap.domain.person.profession import (
    LevelRange,
    era_strengths,
    level_range,
    measure_change,
    signature_skills,
)
from tests.frameworks import both, profile
from tests.gaps import adjustment
from tests.tables import levels

KNOWN = levels("skill level\ngit 0\nsql 4\nnlp ?")


@pytest.mark.parametrize(
    ("skills", "found"),
    [
        (["git", "sql"], LevelRange(0, 4, 2, 2)),
        (["sql", "nlp", "viz"], LevelRange(4, 4, 1, 3)),
        (["nlp", "viz"], LevelRange(None, None, 0, 2)),
        ([], LevelRange(None, None, 0, 0)),
    ],
)
def test_a_range_reaches_from_the_lowest_to_the_highest_known_level(skills, found):
    """Level 0 is known; what is not rated is not 0."""
    assert level_range(skills, KNOWN) == found


def test_the_skills_that_weigh_most_define_a_profile():
    asked = profile("skill target weight\ngit 4 4\nsql 2 5\nnlp 3 5")

    assert signature_skills(asked) == ["sql", "nlp"]


def test_every_specialization_has_a_signature(framework):
    for _key, each in framework.profiles_of("specialization"):
        assert 5 <= len(signature_skills(each)) <= 7


def test_a_change_is_measured_in_the_skills_it_changes_alone():
    asked = profile("skill target weight\ngit 3 2\nsql 3 2\nnlp 3 2")
    context = adjustment(levels={"sql": 1, "viz": 1}, weights={"sql": 1, "nlp": 1})

    found = measure_change(asked, context, levels("skill level\ngit 0\nsql 1"))

    assert list(found["skill"]) == ["sql", "nlp"]
    assert list(found["target"]) == [4, 3]
    assert list(found["usual_target"]) == [3, 3]
    assert list(found["weight"]) == [3, 3]
    assert found["gap"][0] == 3
    assert math.isnan(found["gap"][1])


ERAS = {
    "early": Era(both("early"), both("was"), ("a.sql", "a.stats"), both("reads")),
    "late": Era(both("late"), both("was"), ("a.llm",), both("reads")),
}


def test_an_era_is_the_mean_of_its_rated_skills():
    known = levels("skill level\na.sql 4\na.stats 1\na.llm 3")

    found = era_strengths(ERAS, known)

    assert list(found["level"]) == [2.5, 3]
    assert list(found["rated"]) == [2, 1]
    assert list(found["asked"]) == [2, 1]


def test_what_is_not_rated_counts_in_no_era_and_is_not_zero():
    found = era_strengths(ERAS, levels("skill level\na.sql 4\na.stats ?"))

    assert found["level"][0] == 4
    assert math.isnan(found["level"][1])
    assert list(found["rated"]) == [1, 0]


def test_the_eras_of_the_framework_name_only_skills_it_has(framework):
    found = era_strengths(framework.eras, levels("skill level\na ?"))

    named = {skill for era in framework.eras.values() for skill in era.skills}
    assert named <= set(framework.skills)
    assert len(found) == 3
