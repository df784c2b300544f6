"""A review as data: JSON that is strict, and a CSV with the same figures."""

import csv
import io
import json
from datetime import date

import pytest

from skillgap.files.team.file_review import FileReview, ReviewCall, review_files
from skillgap.files.team.json_answers import Outputs, describe_review, save_review
from skillgap.files.team.skill_list import number, write_skills
from skillgap.sheets.files.reading import read_foreign

TODAY = date(2026, 11, 25)


@pytest.fixture
def found(framework, file) -> FileReview:
    return review_files(
        framework, ReviewCall([file], "llm_engineer", TODAY), read_foreign
    )


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("value", "known"),
    [(float("nan"), None), (2.0, 2), (2.5, 2.5), (1 / 3, 0.333333), (0, 0)],
)
def test_unknown_is_null_and_a_whole_number_is_whole(value, known):
    assert number(value) == known
    assert type(number(value)) is type(known)


def test_it_is_strict_json(framework, found):
    answer = describe_review(framework, found, "en")

    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_skills_stand_in_framework_order_with_what_is_asked(framework, found):
    skills = describe_review(framework, found, "en")["skills"]

    asked = framework.profiles["llm_engineer"].targets
    assert [s["skill"] for s in skills] == list(framework.skills)
    for skill in skills:
        target = asked.get(skill["skill"])
        assert skill["target"] == (int(target.level) if target else None)
        assert skill["weight"] == (int(target.weight) if target else None)
        assert (skill["at_target"] is None) == (target is None)


def test_nothing_is_said_of_a_skill_nobody_rated(framework, found):
    skills = {s["skill"]: s for s in describe_review(framework, found, "en")["skills"]}
    python = skills["programming.python"]

    assert python["median"] is None
    assert python["coverage"] is None
    assert python["oldest"] is None
    assert (python["rated"], python["unrated"]) == (0, 3)


def test_each_file_is_accounted_for(framework, file):
    extra = file.with_name("extra.csv")
    head, *rows = file.read_text("utf-8").splitlines()
    lines = [f"{head},mood", *(f"{row},fine" for row in rows)]
    extra.write_text("\n".join(lines), "utf-8")

    call = ReviewCall([file, extra, file.with_name("gone.csv")], None, TODAY)
    files = describe_review(
        framework, review_files(framework, call, read_foreign), "en"
    )["files"]

    assert [(f["rows"], f["accepted"], f["rejected"]) for f in files] == [
        (7, 6, 1), (7, 0, 7), (0, 0, 0),
    ]  # fmt: skip
    assert [f["kept_out"] for f in files] == [[], ["mood"], []]


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_csv_has_the_figures_of_the_json(framework, found, language):
    skills = describe_review(framework, found, language)["skills"]

    rows = rows_of(write_skills(framework, found, language))

    assert len(rows) == len(skills)
    for row, skill in zip(rows, skills):
        assert row["name"] == framework.skills[skill["skill"]].name.in_language(
            language
        )
        assert row["mentors"] == ",".join(skill["mentors"])
        assert row["nobody"] == ("yes" if skill["nobody"] else "")
        for name in set(skill) - {"mentors", "nobody"}:
            assert row[name] == ("" if skill[name] is None else str(skill[name]))


def test_no_spreadsheet_runs_an_id(framework, file):
    text = file.read_text("utf-8").replace("ani,Ani <b>", "=1+1,=1+1")
    file.write_text(text, "utf-8")
    found = review_files(
        framework, ReviewCall([file], "llm_engineer", TODAY), read_foreign
    )

    rows = {r["skill"]: r for r in rows_of(write_skills(framework, found, "en"))}

    assert rows["programming.git"]["single_holder"] == "'=1+1"
    assert rows["programming.git"]["mentors"].startswith("'=1+1")


def test_what_is_asked_for_is_written_and_nothing_else(framework, found, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()

    save_review(framework, found, "id", Outputs(html=folder / "r.html"))
    assert [path.name for path in folder.iterdir()] == ["r.html"]

    outputs = Outputs(skills=folder / "s.csv", problems=folder / "p.csv")
    save_review(framework, found, "id", outputs)
    assert '<html lang="id">' in (folder / "r.html").read_text("utf-8")
    assert len(rows_of((folder / "s.csv").read_bytes())) == len(framework.skills)
    (problem,) = rows_of((folder / "p.csv").read_bytes())
    assert "Perbaiki" in problem["message"]
