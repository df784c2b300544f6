"""What each cell of a ratings row must be."""

import pytest

from skillgap.files.rating_rules import (
    BLANK,
    CODED_COLUMNS,
    NO_PERSON,
    CellRules,
    is_accepted,
    judge_person,
    list_faults,
)

RULES = CellRules({"ml.nlp"}, {"p"})
SOUND = {
    "skill": ["ml.nlp"],
    "profile": ["p", ""],
    "level": ["0", "5"],
    "rated_on": ["2024-02-29"],
    "basis": ["claimed", "evidenced", "checked"],
    "framework": ["1", "2024.10", "1.0.0", "1.0.0-rc.1", "1.2.3.4"],
}
FAULTY = """
    skill      ML.NLP      skill_unknown
    skill      .           skill_unknown
    profile    q           profile_unknown
    level      6           level_off_scale
    level      -1          level_off_scale
    level      2.5         level_off_scale
    level      2,5         level_off_scale
    level      +3          level_off_scale
    level      1e3         level_not_a_number
    level      ٣           level_not_a_number
    level      NaN         level_not_a_number
    rated_on   2026-02-30  date_unreadable
    rated_on   2026-5-1    date_unreadable
    rated_on   20260501    date_unreadable
    rated_on   ٢٠٢٦-١١-٢٥  date_unreadable
    basis      Checked     basis_unknown
    framework  .           version_unreadable
    framework  v1          version_unreadable
    framework  1.0.0,1     version_unreadable
"""


@pytest.mark.parametrize("column", CODED_COLUMNS)
def test_a_sound_cell_has_no_fault(column):
    for value in SOUND[column]:
        assert RULES.judge(column, value) == 0


@pytest.mark.parametrize("line", FAULTY.strip().splitlines())
def test_a_faulty_cell_names_its_column_and_code(line):
    column, value, code = line.split()
    marks = RULES.judge(column, "" if value == "." else value)

    assert list_faults(marks) == [(column, code)]


def test_day_and_basis_may_be_empty_only_without_a_level():
    empty = RULES.judge("rated_on", "") | RULES.judge("basis", "")

    beside_a_level = list_faults(empty)
    alone = list_faults(empty | RULES.judge("level", ""))

    assert [fault.code for fault in beside_a_level] == [
        "date_unreadable",
        "basis_unknown",
    ]
    assert alone == []


def test_a_day_may_be_empty_beside_no_level_but_not_beside_a_wrong_one():
    marks = RULES.judge("rated_on", "") | RULES.judge("level", "6")

    codes = [fault.code for fault in list_faults(marks)]

    assert codes == ["level_off_scale", "date_unreadable"]


@pytest.mark.parametrize("person", ["", " ", "\u00a0"])
def test_a_blank_id_is_nobody(person):
    assert judge_person(person) == NO_PERSON
    assert not is_accepted(NO_PERSON)


def test_the_marks_of_an_empty_row_are_those_of_its_cells():
    marks = judge_person("")
    for column in CODED_COLUMNS:
        marks |= RULES.judge(column, "")

    assert marks == BLANK
