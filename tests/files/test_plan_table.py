"""A plan as CSV."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given

from skillgap.domain.scale import Text
from skillgap.files.plan_table import COLUMNS, write_plan_table
from skillgap.files.safe_cells import restore_cell
from tests.files.payloads import CELL_PAYLOADS
from tests.papers import framework_of, paper_of, papers, with_git


def rows_of(paper):
    text = write_plan_table(paper).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_there_is_a_row_for_each_step():
    paper = paper_of(framework_of(stages=(6, 2)), hours_per_week=10)

    assert [
        (row["place"], row["module"], row["stage"], row["week_from"], row["week_to"])
        for row in rows_of(paper)
    ] == [
        ("1", "git-two", "1", "1", "1"),
        ("2", "sql-two", "1", "1", "2"),
        ("3", "sql-two", "2", "2", "2"),
    ]


def test_a_row_says_all_of_a_step():
    row = rows_of(paper_of(hours_per_week=4, start=date(2026, 2, 4)))[0]

    assert tuple(row) == COLUMNS
    assert row == {
        "place": "1",
        "module": "git-two",
        "title": "git-two",
        "stage": "1",
        "stages": "1",
        "goal": "",
        "skills": "a.git 0 > 2",
        "hours": "5",
        "week_from": "1",
        "week_to": "2",
        "first_day": "2026-02-04",
        "last_day": "2026-02-17",
        "why": "a.git is at level 0, the profile asks 2, and it weighs 5 of 5.",
        "outcome": "outcome",
        "practice": "practice",
        "proof": "proof",
        "resources": "Title https://example.org/",
    }


def test_texts_stand_in_the_language_and_columns_do_not():
    row = rows_of(paper_of(framework_of(stages=(6, 2)), language="id"))[1]

    assert row["goal"] == "Bagian 1 dari 2: Tujuan 1"
    assert tuple(row) == COLUMNS


@pytest.mark.parametrize("payload", CELL_PAYLOADS)
def test_a_cell_a_spreadsheet_would_run_is_made_harmless(payload):
    changed = with_git(proof=Text(payload, payload))
    row = rows_of(paper_of(changed))[0]

    assert row["proof"] == f"'{payload}"
    assert restore_cell(row["proof"]) == payload


def test_a_plan_without_steps_has_its_header():
    content = write_plan_table(paper_of(known="skill level\na.git 2\nb.sql 2"))

    assert content.decode("utf-8-sig") == ",".join(COLUMNS) + "\r\n"


@given(papers())
def test_rows_are_the_steps_and_their_hours_add_up(paper):
    rows = rows_of(paper)

    assert [row["module"] for row in rows] == [s.module for s in paper.plan.steps]
    total = sum(float(row["hours"]) for row in rows)
    assert total == pytest.approx(paper.plan.hours, abs=1e-4)
