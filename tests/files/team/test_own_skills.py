"""A team's own skills: counted apart, in the report and in the printed review alike."""

from datetime import date

import pytest

from skillgap.domain.scale import LANGUAGES
from skillgap.files.team.file_review import FileReview, ReviewCall, review_files
from skillgap.files.team.json_answers import describe_review
from skillgap.files.team.report import write_report
from skillgap.sheets.files.reading import read_foreign
from tests.html_tables import Tables

SHEET = """,Software,,Crafts,
Name,Python,Git,Beekeeping,Glass blowing
Ani,4,3,5,
Budi,2,1,2,
Citra,3,5,5,
"""


@pytest.fixture
def found(framework, tmp_path) -> FileReview:
    path = tmp_path / "team.csv"
    path.write_text(SHEET, "utf-8")
    return review_files(
        framework, ReviewCall([path], None, date(2026, 11, 25)), read_foreign
    )


def test_they_are_in_the_printed_review(framework, found):
    own = describe_review(framework, found, "en")["own_skills"]

    people = found.review.state.people
    names = dict(zip(people["person_id"], people["name"]))
    said = ("skill", "area", "rated", "median", "highest")
    assert [tuple(skill[name] for name in said) for skill in own] == [
        ("Beekeeping", "Crafts", 3, 5, 5),
        ("Glass blowing", "Crafts", 0, None, None),
    ]
    assert [names[each] for each in own[0]["holders"]] == ["Ani", "Citra"]
    assert own[1]["holders"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_in_the_report(framework, found, language):
    tables = Tables(write_report(framework, found, language).decode()).tables

    rows = [row for table in tables.values() for row in table]
    assert ["Beekeeping", "Crafts", "3", "5", "5", "Ani, Citra"] in rows
    assert ["Glass blowing", "Crafts", "0", "?", "?", ""] in rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_assumed_of_a_spreadsheet_is_said(framework, found, language):
    tables = Tables(write_report(framework, found, language).decode()).tables
    rows = [row for table in tables.values() for row in table]

    said = describe_review(framework, found, language)["files"][0]["assumed"]
    assert any("1-5" in sentence for sentence in said)
    assert [["team.csv", sentence] for sentence in said] == [
        row for row in rows if row[0] == "team.csv" and len(row) == 2
    ]
