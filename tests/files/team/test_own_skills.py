"""A team's own skills: counted apart, in the report and in the printed review alike."""

from datetime import date

import pytest

from skillgap.domain.scale import LANGUAGES
from skillgap.files.team.report import write_report
from skillgap.files.team.results import describe_review
from skillgap.files.team.review import FileReview, ReviewCall, review_files
from tests.html_tables import Tables

SHEET = """Name,Python,Git,Beekeeping,Glass blowing
Ani,4,3,5,
Budi,2,1,2,
Citra,3,5,5,
"""


@pytest.fixture
def found(framework, tmp_path) -> FileReview:
    path = tmp_path / "team.csv"
    path.write_text(SHEET, "utf-8")
    return review_files(framework, ReviewCall([path], None, date(2026, 11, 25)))


def test_they_are_in_the_printed_review(framework, found):
    own = describe_review(framework, found, "en")["own_skills"]

    people = found.review.state.people
    names = dict(zip(people["person_id"], people["name"]))
    assert [(s["skill"], s["rated"], s["median"], s["highest"]) for s in own] == [
        ("Beekeeping", 3, 5, 5),
        ("Glass blowing", 0, None, None),
    ]
    assert [names[each] for each in own[0]["holders"]] == ["Ani", "Citra"]
    assert own[1]["holders"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_in_the_report(framework, found, language):
    tables = Tables(write_report(framework, found, language).decode()).tables

    rows = [row for table in tables.values() for row in table]
    assert ["Beekeeping", "3", "5", "5", "Ani, Citra"] in rows
    assert ["Glass blowing", "0", "?", "?", ""] in rows
