"""Scores of panel members, and decisions of people."""

import math

import pytest

from skillgap.hiring.scorecards import (
    Decision,
    Score,
    Scorecard,
    fold_code,
    fold_name,
    tabulate_scores,
)

SOUND = {
    "who": "Rini",
    "on": "2026-11-25T10:00:00+00:00",
    "candidate": "A",
    "outcome": "invite",
    "reason": "showed it",
}


@pytest.mark.parametrize("missing", SOUND)
def test_a_decision_without_a_name_or_a_reason_cannot_exist(missing):
    with pytest.raises(ValueError, match=missing):
        Decision(**{**SOUND, missing: "  "})


def test_cannot_say_is_no_zero_in_the_table():
    card = Scorecard("p", "Rini", (Score("A", "a.git", None), Score("A", "a.sql", 0)))

    table = tabulate_scores([card])

    assert math.isnan(table.loc[0, "level"])
    assert table.loc[1, "level"] == 0
    assert list(table["member"]) == ["Rini", "Rini"]


def test_no_scorecard_gives_an_empty_table():
    assert list(tabulate_scores([]).columns) == [
        "member", "candidate", "skill", "level", "note", "stage",
    ]  # fmt: skip


def test_capitals_blanks_and_hyphens_of_a_code_do_not_count():
    assert fold_code("ABCDE-FGHJK-23456") == fold_code(" abcde fghjk 23456 ")


@pytest.mark.parametrize("code", ["", "panel", "------------"])
def test_a_code_that_could_be_guessed_is_refused(code):
    with pytest.raises(ValueError, match="12"):
        fold_code(code)


def test_a_members_name_is_the_same_however_it_is_typed():
    assert fold_name("  Rini  Astuti") == fold_name("rini astuti")
