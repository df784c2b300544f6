"""A manager's own spreadsheet on the team page: proposed, corrected, confirmed."""

import io

import openpyxl
import pytest

from skillgap.sheets.files.mapping_file import read_mapping
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

HEADER = "person_id,name,team,profile,skill,level,basis,rated_on,framework"
MATRIX = """\
Team skills,,,,
Name,Team,Python,Git,Kopi
Ayu,Data,5,4,3
Budi,Data,1,,5
Citra,Web,3,2,1
Average,,3,3,3
"""
OPEN_END = "Name,Python,Git\nAyu,3,3\nBudi,2,1\n"


def upload(open_app: Open, *files: tuple[str, str], locale: str = "en") -> Visitor:
    visitor = open_app(locale=locale).open("team/review")
    for name, text in files:
        visitor.widget("team-files-0").upload(name, text.encode(), "text/csv")
    return visitor.run()


def key_of(visitor: Visitor, end: str) -> str:
    return next(key for key in visitor.keys("sheet-") if key.endswith(end))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spreadsheet_is_read_only_after_the_reader_confirms(open_app, language):
    visitor = upload(open_app, ("team.csv", MATRIX), locale=language)
    assert visitor.has("sheet-confirm")
    assert not visitor.has("review-part")

    visitor.click("sheet-confirm")
    assert not visitor.has("sheet-confirm")
    assert visitor.has("review-part")


def test_what_comes_out_is_shown_before_it_is_taken(open_app):
    shown = upload(open_app, ("team.csv", MATRIX)).text()
    assert "3 people, 3 skills, 8 levels" in shown
    assert "3 rows = 3 accepted + 0 rejected" in shown
    assert "rows 6" in shown


def test_a_question_has_to_be_answered_before_the_file_can_be_taken(open_app):
    visitor = upload(open_app, ("team.csv", OPEN_END))
    assert visitor.widget("sheet-confirm").disabled

    visitor.set(key_of(visitor, "-high"), 5.0).set(key_of(visitor, "-low"), 1.0)
    assert not visitor.widget("sheet-confirm").disabled
    assert "4 levels" in visitor.text()
    visitor.click("sheet-confirm")
    assert visitor.has("review-part")


def test_the_team_s_own_skills_stand_beside_ours(open_app):
    visitor = upload(open_app, ("team.csv", MATRIX)).click("sheet-confirm")
    visitor.set("review-part", "people")

    own = visitor.table(1)
    assert own.loc["Kopi", "Rated"] == 3
    assert own.loc["Kopi", "Who"] == "Budi"


def test_one_person_of_two_files_is_one_and_a_level_given_twice_is_reported(open_app):
    export = f"{HEADER}\nAyu,Ayu,Data,,programming.python,3,claimed,2026-11-24,1.0.0"
    dated = "Name,Date,Python\nAyu,2026-11-24,5\nBudi,2026-11-24,1\n"
    visitor = upload(open_app, ("own.csv", export), ("team.csv", dated))
    visitor.click("sheet-confirm")

    shown = visitor.text()
    assert "3 rows read = 2 accepted + 1 rejected, in 2 files" in shown
    assert "team.csv, row 2, column C (Python): Ayu has a level" in shown


def test_a_file_left_out_changes_nothing(open_app):
    visitor = upload(open_app, ("team.csv", MATRIX)).click("sheet-leave")
    assert "made-up people" in visitor.text()


def test_a_second_file_of_the_same_shape_is_read_the_same_way_if_wished(open_app):
    second = MATRIX.replace("Ayu", "Dewi").replace("Budi", "Eko").replace("Citra", "F")
    visitor = upload(open_app, ("a.csv", MATRIX), ("b.csv", second))
    assert "2 spreadsheets wait. After this one: b.csv" in visitor.text()

    visitor.set(key_of(visitor, "-same"), True).click("sheet-confirm")
    assert "6 rows read = 6 accepted + 0 rejected, in 2 files" in visitor.text()


def test_a_file_that_cannot_be_read_is_reported_and_nothing_waits(open_app):
    visitor = upload(open_app, ("photo.csv", "%PDF-1.7 not a table"))
    assert "photo.csv: the content is PDF" in visitor.text()
    assert not visitor.has("sheet-confirm")


def test_the_mapping_taken_away_reads_the_same_file_the_same_way(open_app, framework):
    visitor = upload(open_app, ("team.csv", MATRIX))
    skills = key_of(visitor, "-skills-name")
    visitor.set(skills, "Kopi")
    visitor.set(key_of(visitor, "-of-Kopi"), "domain.product_thinking")
    kept = visitor.download("sheet-mapping")
    mapping, problems = read_mapping("m.yaml", kept, framework)
    assert not problems
    assert mapping.skills["Kopi"] == "domain.product_thinking"

    again = upload(open_app, ("team.csv", MATRIX))
    again.widget("sheet-map-0").upload("m.yaml", kept, "application/yaml")
    again.run()
    assert again.download("sheet-mapping") == kept


def test_a_faulty_mapping_is_reported_with_its_line(open_app):
    visitor = upload(open_app, ("team.csv", MATRIX))
    visitor.widget("sheet-map-0").upload("m.yaml", b"layout: sideways\n", "text/yaml")
    assert "m.yaml" in visitor.run().text()


def test_two_names_for_one_skill_of_ours_cannot_both_be_taken(open_app):
    visitor = upload(open_app, ("team.csv", MATRIX))
    visitor.set(key_of(visitor, "-skills-name"), "Kopi")
    visitor.set(key_of(visitor, "-of-Kopi"), "programming.python")

    assert visitor.widget("sheet-confirm").disabled
    assert "are both programming.python" in visitor.text()


def test_another_layout_begins_the_questions_again(open_app):
    visitor = upload(open_app, ("team.csv", MATRIX))
    visitor.set(key_of(visitor, "-layout"), "people_in_columns")

    assert visitor.widget(key_of(visitor, "-layout")).value == "people_in_columns"
    assert visitor.has(key_of(visitor, "-skill"))


def test_an_export_saved_as_a_workbook_is_still_our_export(open_app):
    book = openpyxl.Workbook()
    row = "007,Ayu,T,,programming.git,3,checked,2026-11-01,1.0.0"
    for line in (HEADER, row):
        book.active.append(line.split(","))
    target = io.BytesIO()
    book.save(target)
    visitor = open_app(locale="en").open("team/review")
    visitor.widget("team-files-0").upload("own.xlsx", target.getvalue())

    assert "1 rows read = 1 accepted + 0 rejected" in visitor.run().text()
    assert "checked 100%" in visitor.text()
