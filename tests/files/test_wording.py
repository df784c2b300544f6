"""Every code has its sentence, and every sentence its code."""

from string import Formatter

import pytest

from skillgap.domain.person.plan import Reason
from skillgap.domain.problems import Problem
from skillgap.files.wording import (
    NOTES,
    PROBLEMS,
    REASONS,
    describe_problem,
    describe_reason,
)
from tests.sources import PASSED_ON, given_codes

SENTENCES = {**PROBLEMS, **REASONS, **NOTES}
GIVEN = sorted(given_codes(), key=lambda given: (given.where, given.code))


def blanks_of(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def sentence_key(given):
    """Return the key of the sentence a code is told with: rows may have their own."""
    in_row = f"row_{given.code}"
    return in_row if "row" in given.values and in_row in PROBLEMS else given.code


def test_the_source_hands_out_codes_of_every_kind():
    """If the search finds few, it is the search that is broken."""
    assert len({given.code for given in GIVEN}) > 40


def test_every_code_has_a_sentence():
    without = {f"{g.where} {g.code}" for g in GIVEN if sentence_key(g) not in SENTENCES}

    assert without == set()


def test_every_sentence_has_a_code():
    told = {sentence_key(given) for given in GIVEN}
    of_empty_cells = {f"{key}_empty" for key in told}

    assert set(SENTENCES) - told - of_empty_cells == set()


@pytest.mark.parametrize("given", GIVEN, ids=lambda g: f"{g.code}@{g.where}")
def test_every_blank_of_a_sentence_is_filled_by_whoever_hands_out_the_code(given):
    sentence = SENTENCES.get(sentence_key(given), "")

    assert PASSED_ON in given.values or blanks_of(sentence) <= given.values


@pytest.mark.parametrize("key", PROBLEMS)
def test_a_sentence_says_where_and_ends_with_what_to_do(key):
    """At least two sentences: what is wrong, and what to do about it."""
    sentence = PROBLEMS[key]

    assert sentence.startswith("{where}")
    assert sentence.endswith(".")
    assert sentence.count(". ") + sentence.count(".{hint} ") >= 1


def test_a_row_problem_is_told_with_its_row():
    values = {
        "row": 3,
        "column": "skill",
        "value": "ml.vison",
        "suggestion": "ml.vision",
    }

    words = describe_problem(Problem("team.csv", "skill_unknown", values))

    assert words == (
        "team.csv, row 3, skill: there is no skill “ml.vison”. Did you mean "
        "“ml.vision”? Correct the name."
    )


def test_without_a_suggestion_nothing_is_guessed():
    words = describe_problem(
        Problem("eras.yaml:3", "skill_unknown", {"value": "x", "suggestion": ""})
    )

    assert words == "eras.yaml:3: there is no skill “x”. Correct the name."


def test_braces_in_a_value_are_shown_as_they_are():
    problem = Problem("a.yaml:1", "profile_unknown", {"value": "{where}{0}"})

    assert "“{where}{0}”" in describe_problem(problem)


def test_sentence_and_suggestion_are_both_translated():
    problem = Problem("a", "profile_unknown", {"value": "x", "suggestion": "y"})
    asked = []

    describe_problem(problem, lambda text: asked.append(text) or text)

    assert PROBLEMS["profile_unknown"] in asked
    assert len(asked) == 2


def test_a_reason_is_told_with_its_values():
    reason = Reason("needed_before", {"skill": "Git", "level": 2, "needed_for": "CI"})

    assert describe_reason(reason) == "Git must reach level 2 before CI."
