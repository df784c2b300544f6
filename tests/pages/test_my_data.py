"""My data: take the ratings away, bring them back, erase them."""

import csv
import io
import re

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import CONTRACT_COLUMNS
from skillgap.files.ratings import MAX_COLUMNS, read_ratings, write_ratings
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, UNSURE, Visitor
from tests.people import rate_fully, rate_partly

GIT = "programming.git"
HEADER = ",".join(CONTRACT_COLUMNS)
SOUND = f"{HEADER}\np1,Ani,Data,,{GIT},3,claimed,2026-05-01,1.0.0\n"
FAULTY = (
    f"{HEADER}\n"
    f"p1,Ani,Data,,{GIT},3,claimed,2026-05-01,1.0.0\n"
    "p1,Ani,Data,,programming.gti,3,claimed,2026-05-01,1.0.0\n"
    "p1,Ani,Data,,cloud.cost,9,claimed,yesterday,1.0.0\n"
)


def rows_of(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV as anyone would read them."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"))))


def upload(visitor: Visitor, content: str | bytes, name: str = "mine.csv") -> Visitor:
    """Put a file into the uploader of the open page."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    visitor.widget("import-file").upload(name, data, "text/csv")
    return visitor.run()


def erase(visitor: Visitor) -> Visitor:
    """Erase everything kept about the visitor."""
    return visitor.open("my_data").set("erase-sure", True).click("erase")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_has_nothing_to_export_or_erase(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).open("my_data")
    assert not visitor.has("download-ratings")
    assert not visitor.has("erase")
    assert visitor.app.info
    assert visitor.has("import-file")


@pytest.mark.parametrize("rate_someone", [rate_partly, rate_fully])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exported_file_reads_back_as_what_was_answered(
    open_app: Open, engine: Engine, framework: Framework, language: str, rate_someone
) -> None:
    rate_someone(engine, "browser-a")
    visitor = open_app(locale=language).open("my_data")
    visitor.set("own_words", ["evidence", "note"])
    reading = read_ratings("x.csv", visitor.download("download-ratings"), framework)
    assert reading.problems == ()
    answers = reading.ratings[reading.ratings["rated_on"] != ""]
    assert_frame_equal(answers.set_index("skill"), visitor.ratings())


def test_the_export_has_a_row_for_every_skill_and_unrated_ones_are_empty(
    open_app: Open, framework: Framework
) -> None:
    visitor = open_app().answer(GIT, 0).answer("cloud.cost", UNSURE).open("my_data")
    rows = {row["skill"]: row for row in rows_of(visitor.download("download-ratings"))}
    assert set(rows) == set(framework.skills)
    assert rows[GIT]["level"] == "0"
    assert (rows["cloud.cost"]["level"], rows["cloud.cost"]["rated_on"] != "") == (
        "",
        True,
    )
    assert (rows["ml.vision"]["level"], rows["ml.vision"]["rated_on"]) == ("", "")


@pytest.mark.parametrize("ticked", [[], ["evidence"], ["note"], ["evidence", "note"]])
def test_own_words_leave_only_where_they_are_ticked(
    open_app: Open, engine: Engine, ticked: list[str]
) -> None:
    rate_partly(engine, "browser-a")
    visitor = open_app().open("my_data").set("own_words", ticked)
    content = visitor.download("download-ratings")
    assert list(rows_of(content)[0]) == [*CONTRACT_COLUMNS, *ticked]
    assert (b"run book, May" in content) == ("evidence" in ticked)


def test_own_words_stay_here_unless_somebody_ticks_them(
    open_app: Open, engine: Engine
) -> None:
    rate_partly(engine, "browser-a")
    content = open_app().open("my_data").download("download-ratings")
    assert b"run book" not in content


def test_name_and_team_are_kept_at_once_and_stand_in_the_export(open_app: Open) -> None:
    visitor = open_app().answer(GIT, 2).open("my_data")
    visitor.set("person-name", "Ani Wijaya").set("person-team", "Data")
    person = visitor.person()
    assert (person.name, person.team) == ("Ani Wijaya", "Data")
    rows = rows_of(visitor.download("download-ratings"))
    assert {(row["name"], row["team"]) for row in rows} == {("Ani Wijaya", "Data")}
    assert open_app().open("my_data").widget("person-name").value == "Ani Wijaya"


@pytest.mark.parametrize("cell", ["=1+1", "+62 811", "@SUM(1)", "\tx", "-cmd"])
def test_a_name_a_spreadsheet_would_run_leaves_as_text(
    open_app: Open, framework: Framework, cell: str
) -> None:
    visitor = open_app().answer(GIT, 2).open("my_data").set("person-name", cell)
    content = visitor.download("download-ratings")
    assert all(row["name"] == f"'{cell}" for row in rows_of(content))
    assert set(read_ratings("x.csv", content, framework).ratings["name"]) == {cell}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faulty_file_is_answered_with_numbered_problems_and_changes_nothing(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = open_app(locale=language).open("my_data")
    before = visitor.ratings()
    upload(visitor, FAULTY)
    numbers = re.findall(r"^(\d+)\. .*mine.csv", visitor.text(), re.MULTILINE)
    assert numbers == ["1", "2", "3"]
    assert visitor.app.error
    assert not visitor.has("import-confirm")
    assert visitor.ratings().equals(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_problem_names_row_column_value_and_the_likely_cure(
    open_app: Open, language: str
) -> None:
    text = upload(open_app(locale=language).open("my_data"), FAULTY).text()
    problem = next(line for line in text.split("\n") if "programming.gti" in line)
    assert "3" in problem
    assert "skill" in problem
    assert "programming.git”" in problem


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\xff\xfe\x00",
        b"\x00",
        b"PK\x03\x04zip",
        b"a,b\n1,2\n",
        SOUND.replace("skill", "skil").encode(),
        (SOUND + '"open\n').encode(),
        SOUND.replace(",3,", ",1e3,").encode(),
        HEADER.encode(),
        ("x" * (MAX_COLUMNS * 100 + 1)).encode(),
        (HEADER + ",x" * (MAX_COLUMNS + 1 - len(CONTRACT_COLUMNS)) + "\n").encode(),
    ],
    ids=range(12),
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_can_break_the_page_or_change_an_answer(
    open_app: Open, language: str, content: bytes
) -> None:
    visitor = open_app(locale=language).answer(GIT, 2).open("my_data")
    before = visitor.ratings()
    upload(visitor, content)
    assert visitor.app.error
    assert not visitor.has("import-confirm")
    assert visitor.ratings().equals(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_several_people_is_not_taken_in(
    open_app: Open, language: str
) -> None:
    two = SOUND + f"p2,Budi,Data,,{GIT},3,claimed,2026-05-01,1.0.0\n"
    visitor = upload(open_app(locale=language).open("my_data"), two)
    assert "2" in visitor.app.error[0].value
    assert not visitor.has("import-confirm")
    assert visitor.person() is None


def test_a_file_name_is_shown_as_text(open_app: Open) -> None:
    name = "![x](http://127.0.0.1:9911/b)<b>.csv"
    visitor = upload(open_app().open("my_data"), FAULTY, name)
    shown = "\n".join(each.value for each in visitor.app.markdown)
    assert "![x](" not in shown
    assert "<b>" not in shown
    assert name in visitor.text()


def test_a_sound_file_changes_nothing_before_it_is_confirmed(open_app: Open) -> None:
    visitor = upload(open_app().open("my_data"), SOUND)
    assert visitor.has("import-confirm")
    assert visitor.person() is None


@pytest.mark.parametrize("rate_someone", [rate_partly, rate_fully])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_exported_and_erased_comes_back_whole(
    open_app: Open, engine: Engine, language: str, rate_someone
) -> None:
    rate_someone(engine, "browser-a")
    visitor = open_app(locale=language).open("my_data")
    visitor.set("person-name", "Ani").set("own_words", ["evidence", "note"])
    before, content = visitor.ratings(), visitor.download("download-ratings")
    upload(erase(visitor), content).click("import-confirm")
    assert_frame_equal(visitor.ratings(), before)
    assert visitor.open("my_data").download("download-ratings") != b""


@pytest.mark.parametrize("language", LANGUAGES)
def test_imported_answers_are_on_every_page_at_once(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language).answer(GIT, 1).open("my_data")
    later = SOUND.replace("2026-05-01", "2026-12-31")
    upload(visitor, later).click("import-confirm")
    assert visitor.widget("person-name").value == "Ani"
    assert visitor.ask(GIT).widget(f"level-{GIT}").value == 3
    name = framework.skills[GIT].name.in_language(language)
    assert visitor.open("gaps").table(rows=61).loc[name].iloc[0] == "3"


def test_an_import_keeps_what_the_file_does_not_speak_of(open_app: Open) -> None:
    visitor = open_app().answer("cloud.cost", 2).answer(GIT, 1).open("my_data")
    upload(visitor, SOUND).click("import-confirm")
    rows = visitor.ratings()
    assert rows.loc["cloud.cost", "level"] == 2
    assert sorted(rows.loc[[GIT], "level"]) == [1, 3]


def test_taking_the_same_file_in_twice_is_taking_it_in_once(open_app: Open) -> None:
    visitor = upload(open_app().open("my_data"), SOUND).click("import-confirm")
    once = visitor.ratings()
    upload(visitor.open("my_data"), SOUND).click("import-confirm")
    assert visitor.ratings().equals(once)


def test_the_export_of_an_import_is_the_file_again(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_fully(engine, "browser-a")
    first = open_app().open("my_data").download("download-ratings")
    other = upload(open_app(key="browser-b").open("my_data"), first)
    other.click("import-confirm").open("my_data")
    assert other.download("download-ratings") == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_erasing_takes_a_second_look_and_then_removes_everything(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("my_data")
    assert visitor.widget("erase").disabled
    visitor.set("erase-sure", True).click("erase")
    assert visitor.person() is None
    for table in ("people", "ratings"):
        assert pd.read_sql(f"select * from {table}", engine).empty


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_erasing_every_page_greets_a_newcomer(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language)
    for name in ("assess", "gaps", "plan"):
        visitor.open(name)
    erase(visitor)
    for name in ("start", "gaps", "plan"):
        assert "Sari" in visitor.open(name).text()
    assert visitor.ask(GIT).widget(f"level-{GIT}").value is None
    assert visitor.widget("language").value == language


def test_erasing_leaves_other_people_alone(open_app: Open, engine: Engine) -> None:
    rate_partly(engine, "browser-a")
    rate_fully(engine, "browser-b")
    other = open_app(key="browser-b").ratings()
    erase(open_app(key="browser-a"))
    assert open_app(key="browser-b").ratings().equals(other)


def test_one_can_answer_again_after_erasing(open_app: Open) -> None:
    visitor = erase(open_app().answer(GIT, 4)).answer(GIT, 1)
    assert list(visitor.ratings()["level"]) == [1]


def test_the_writing_of_the_file_is_that_of_the_command_line(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("my_data")
    table = visitor.ratings().reset_index()
    assert visitor.download("download-ratings") == write_ratings(table)
