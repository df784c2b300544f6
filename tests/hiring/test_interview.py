"""What a panel should still ask."""

from skillgap.hiring.interview import (
    nearest_check,
    read_anchor,
    suggest_questions,
)
from tests.needs import ROLE, compare, role

CLAIMS = """
    skill               level  basis
    programming.git     3      claimed
    programming.python  5      claimed
    ml.evaluation       2      claimed
"""
SHOWN = """
    skill               level  basis
    programming.git     3      evidenced
    programming.python  1      evidenced
    ml.evaluation       2      evidenced
"""


def asked(framework, needs, *tables):
    questions = suggest_questions(framework, compare(framework, needs, *tables))
    return [(q.candidate, q.skill, q.reason) for q in questions]


def test_a_must_have_that_is_only_claimed_is_asked(framework):
    needs = role(ROLE, "ml.evaluation")

    assert asked(framework, needs, CLAIMS) == [("A", "ml.evaluation", "must_have")]


def test_a_must_have_nobody_rated_is_asked(framework):
    needs = role(ROLE, "ml.evaluation")

    assert asked(framework, needs, "skill level\nprogramming.git 3") == [
        ("A", "ml.evaluation", "must_have")
    ]


def test_a_must_have_shown_and_clearly_met_is_not_asked(framework):
    needs = role("skill target weight\nml.evaluation 1 1", "ml.evaluation")

    assert asked(framework, needs, "skill level basis\nml.evaluation 4 evidenced") == []


def test_an_evidenced_must_have_that_cannot_be_told_is_asked(framework):
    needs = role("skill target weight\nml.evaluation 3 1", "ml.evaluation")

    assert (
        len(asked(framework, needs, "skill level basis\nml.evaluation 3 evidenced"))
        == 1
    )


def test_a_large_difference_is_asked_of_who_only_claims(framework):
    assert asked(framework, role(), CLAIMS, SHOWN) == [
        ("A", "programming.python", "difference")
    ]


def test_must_haves_come_before_differences_candidate_by_candidate(framework):
    needs = role(ROLE, "programming.git")

    assert asked(framework, needs, CLAIMS, SHOWN.replace("evidenced", "claimed")) == [
        ("A", "programming.git", "must_have"),
        ("A", "programming.python", "difference"),
        ("B", "programming.git", "must_have"),
        ("B", "programming.python", "difference"),
    ]


def test_a_question_carries_the_anchor_of_the_target_and_a_check(framework):
    needs = role(ROLE, "programming.python")
    (question,) = suggest_questions(framework, compare(framework, needs, CLAIMS))

    skill = framework.skills["programming.python"]
    assert question.anchor == skill.anchors[4]
    assert (question.target, question.claim) == (4, 5)
    check = framework.checks[question.check]
    assert (check.skill, check.level) == ("programming.python", question.check_level)


def test_a_check_at_the_target_is_taken_where_there_is_one(framework):
    levels = {(c.skill, c.level) for c in framework.checks.values()}

    for skill, level in levels:
        assert framework.checks[nearest_check(framework, skill, level)].level == level


def test_a_skill_without_checks_has_none(framework):
    assert nearest_check(framework, "no.such_skill", 3) is None


def test_the_anchor_of_level_zero_is_that_of_the_scale(framework):
    assert read_anchor(framework, "ml.nlp", 0) == framework.manifest.scale[0].anchor
