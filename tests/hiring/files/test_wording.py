"""What a comparison says in words."""

import math
from types import SimpleNamespace

import pytest

from skillgap.hiring.agreement import Agreement
from skillgap.hiring.files.panel_sections import Notice, write_notice
from skillgap.hiring.files.wording import (
    Speech,
    describe_agreement,
    describe_pair,
    describe_versions,
)
from tests.needs import people

ENGLISH = Speech("en")
NAMES = {"A": "Ann", "B": "Bob"}


def words_on(chance, above, shared=12):
    pair = SimpleNamespace(
        first="A", second="B", chance=chance, above=above, shared=shared
    )
    return describe_pair(pair, NAMES, ENGLISH)


@pytest.mark.parametrize(
    ("chance", "above", "words"),
    [
        (0.62, "", "Ann and Bob cannot be told apart: the chance that Bob is above Ann "
         "is 62% (skills both rated: 12)."),
        (0.93, "B", "Bob is above Ann with a chance of 93% (skills both rated: 12)."),
        (0.04, "A", "Ann is above Bob with a chance of 96% (skills both rated: 12)."),
        (0.9999, "B", "Bob is above Ann with a chance of > 99% (skills both rated: "
         "12)."),
    ],
)  # fmt: skip
def test_a_pair_is_told_with_its_chance(chance, above, words):
    assert words_on(chance, above) == words


def test_a_pair_with_nothing_in_common_is_told_as_such():
    assert "nothing can be said" in words_on(math.nan, "", shared=0)


@pytest.mark.parametrize(
    ("agreement", "words"),
    [
        (Agreement(0.71, "defined", 40, 12), "Agreement 0.71, n = 12 candidates"),
        (Agreement(0.71, "defined", 40, 9), "not shown under 10"),
        (
            Agreement(None, "constant", 40, 12),
            "fewer than two members gave more than one level",
        ),
        (Agreement(None, "too_few", 1, 1), "undefined, too little"),
    ],
)
def test_agreement_is_told_with_its_n_or_the_reason_there_is_none(agreement, words):
    said = describe_agreement(agreement, ENGLISH)

    assert words in said
    assert f"n = {agreement.candidates} candidates" in said
    assert "nan" not in said


def test_numbers_are_written_as_the_reader_writes_them():
    assert (ENGLISH.number(1.5, 2), Speech("id").number(1.5, 2)) == ("1.5", "1,5")
    assert ENGLISH.number(-0.001, 2) == "0"


def test_what_is_unknown_is_a_question_mark():
    unknown = math.nan

    assert ENGLISH.number(unknown) == "?"
    assert ENGLISH.percent(unknown) == "?"
    assert ENGLISH.chance(unknown) == "?"
    assert ENGLISH.span(unknown, unknown) == "?"


def test_only_candidates_on_another_version_are_named():
    candidates = people(
        "skill level framework\na.git 3 0.9.0", "skill level framework\na.git 3 1.0.0"
    )

    (said,) = describe_versions(candidates, "1.0.0", NAMES, ENGLISH)

    assert said.startswith("Ann rated on framework 0.9.0; the present one is 1.0.0.")


@pytest.mark.parametrize("contact", ["", "hr@example.org"])
def test_a_notice_says_where_to_object(contact):
    notice = Notice("LLM engineer", 14, "2026-11-16", 0, False, contact)

    text = "\n".join(write_notice(notice, ENGLISH))

    assert (contact or "whoever invited you") in text
    assert "article 10; GDPR, article 22" in text
    assert "fixed on November 16, 2026" in text
    assert "scored you" not in text


def test_a_notice_is_honest_about_open_and_changed_needs():
    still_open = Notice("LLM engineer", 14, "", 2, True, "")

    text = "\n".join(write_notice(still_open, ENGLISH))

    assert "was not fixed" in text
    assert "Changes since then: 2." in text
    assert "scored you" in text
