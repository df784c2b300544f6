"""What a reader sees of a spreadsheet while saying how it is to be read."""

import pytest

from skillgap.domain.sheet import Sheet
from skillgap.sheets.files.draft import (
    list_columns,
    move_header,
    preview_rows,
    start_mapping,
    survey_table,
)
from skillgap.sheets.files.reading import propose

SPLIT = [
    ["No", "Nama", "Tim", "Programming", "", "Password"],
    ["", "", "", "Python", "Kafka", ""],
    ["1", "Ayu", "Data", "3", "2", "hunter1!x"],
    ["2", "Budi", "Web", "5", "1", "hunter2!x"],
]


def as_csv(rows):
    return "\n".join(",".join(row) for row in rows).encode()


def as_sheet(rows):
    return Sheet("", tuple(tuple(row) for row in rows))


def test_a_header_of_two_rows_that_begins_with_a_number_sign_is_found(framework):
    proposal = propose("a.csv", as_csv(SPLIT), framework)

    assert proposal.mapping.header_rows == (1, 2)
    assert proposal.mapping.columns["Tim"] == "team"
    assert proposal.mapping.columns["Password"] == "out"


@pytest.mark.parametrize("header_rows", [(1, 2), (2,), (3,)])
def test_a_password_is_never_shown_wherever_the_header_is_said_to_be(header_rows):
    sheet = as_sheet(SPLIT)

    shown = [preview_rows(sheet, header_rows), list_columns(sheet, header_rows)]
    assert "hunter2" not in str(shown)


def test_moving_the_header_keeps_what_each_column_is(framework):
    mapping = propose("a.csv", as_csv(SPLIT), framework).mapping

    moved = move_header(as_sheet(SPLIT), mapping, (2,))
    assert moved.header_rows == (2,)
    assert moved.columns["column B"] == "person"
    assert moved.columns["Python"] == "ratings"
    assert move_header(as_sheet(SPLIT), moved, (1, 2)).columns == mapping.columns


def test_what_was_said_decides_which_skills_and_marks_are_asked_about(framework):
    mapping = propose("a.csv", as_csv(SPLIT), framework).mapping

    survey = survey_table(as_sheet(SPLIT), mapping, framework)
    assert survey.skills["Python"].skill == "programming.python"
    assert survey.skills["Kafka"].is_own
    assert survey.marks == {"3": 1, "2": 1, "5": 1, "1": 1}
    assert survey.labels == ("Ayu", "Budi")


def test_a_sheet_nothing_is_known_of_begins_with_every_column_left_out():
    mapping = start_mapping(as_sheet([["", ""], ["a", "b"], ["x", "y"]]))

    assert mapping.header_rows == (2,)
    assert mapping.columns == {"a": "out", "b": "out"}
