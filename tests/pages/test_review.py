"""Team review: what the files hold, what they add up to, and what is kept back."""

import pytest

from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

HEADER = "person_id,name,team,profile,skill,level,basis,rated_on,framework"
PARTS = ("areas", "people", "coverage", "next", "mentors", "trend", "report")


def open_review(open_app: Open, *files: tuple[str, str], locale: str = "en") -> Visitor:
    visitor = open_app(locale=locale).open("team/review")
    for name, text in files:
        visitor.widget("team-files-0").upload(name, text.encode(), "text/csv")
        visitor.run()
    return visitor


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_example_team_opens(open_app, language, part):
    visitor = open_review(open_app, locale=language).set("review-part", part)
    assert "783" in visitor.text()


def test_rows_read_are_accepted_plus_rejected_and_faults_are_numbered(open_app):
    rows = [
        "007,NA,T,,programming.git,3,claimed,2026-11-01,1.0.0",
        "007,NA,T,,programming.gti,3,claimed,2026-11-01,1.0.0",
    ]
    visitor = open_review(open_app, ("a.csv", "\n".join([HEADER, *rows])))
    assert "2 rows read = 1 accepted + 1 rejected" in visitor.text()
    assert "Did you mean “programming.git”?" in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_name_under_two_ids_is_said(open_app, language):
    rows = [
        f"{who},Ana Sari,T,,programming.git,3,claimed,2026-11-01,1.0.0"
        for who in ("007", "Ana Sari")
    ]
    file = ("a.csv", "\n".join([HEADER, *rows]))

    assert "Ana Sari (007, Ana Sari)" in open_review(
        open_app, file, locale=language
    ).text().replace("\\", "")


@pytest.mark.parametrize(("version", "said"), [("1.0.0", True), ("2.0.0", False)])
def test_ratings_on_another_version_of_the_framework_are_said(open_app, version, said):
    row = f"1,Ana,T,,programming.git,3,claimed,2026-11-01,{version}"
    page = open_review(open_app, ("a.csv", f"{HEADER}\n{row}"))

    words = "other versions of the framework: 1.0.0; this is 2.0.0."
    assert (words in page.text()) is said
    assert ("other versions" in page.text()) is said


def test_where_no_row_is_accepted_the_reason_is_open_and_no_figure_is_shown(open_app):
    row = "1,Ana,T,,programming.gti,3,claimed,2026-11-01,1.0.0"
    page = open_review(open_app, ("a.csv", f"{HEADER}\n{row}"))

    assert "No row was accepted" in page.text()
    assert [part.proto.expanded for part in page.app.expander] == [True]
    assert not page.app.metric


def test_the_anonymous_summary_names_nobody_and_no_group_under_five(open_app):
    visitor = open_review(open_app).set("anonymous-only", True)
    shown = visitor.text()
    assert "Ayu Lestari" not in shown
    assert list(visitor.widget("anonymous-team").options) == []


def test_forgetting_the_files_brings_the_example_back(open_app):
    row = "1,Ana,T,,programming.git,3,claimed,2026-11-01,1.0.0"
    visitor = open_review(open_app, ("a.csv", f"{HEADER}\n{row}"))
    assert "made-up people" not in visitor.text()
    assert "made-up people" in visitor.click("team-forget").text()


@pytest.mark.parametrize("forgets", [False, True])
def test_somebody_added_to_the_files_cannot_be_had_by_subtraction(open_app, forgets):
    rows = [
        f"p{n},P{n},T,,programming.git,{n % 4},claimed,2026-11-01,1.0.0"
        for n in range(9)
    ]
    visitor = open_review(open_app, ("a.csv", "\n".join([HEADER, *rows[1:]])))
    visitor.set("anonymous-only", True)
    assert visitor.app.metric[0].value == "8"
    if forgets:
        visitor.click("team-forget")

    upload = next(visitor.keys("team-files-"))
    text = "\n".join([HEADER, *rows]).encode()
    visitor.widget(upload).upload("b.csv", text, "text/csv")
    visitor.run()

    assert "9 rows read" in visitor.text()
    assert not visitor.app.metric
