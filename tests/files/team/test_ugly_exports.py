"""Exports as spreadsheets leave them: every row counts, each fault is named."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from skillgap.files.catalogues import load_translations
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import Source
from skillgap.files.team.file_review import ReviewCall, review_files
from skillgap.files.wording import describe_problem
from skillgap.sheets.files.reading import read_foreign
from tests.files.team.conftest import HEAD

WHO = "ani,Ani,One,llm_engineer"
ROW = f"{WHO},programming.git,3,claimed,2026-11-01,1.0.0"
MORE = ROW.replace("ani,Ani", "budi,Budi")

# What is in the file; rows read; rows accepted; codes in the order of the rows.
UGLY = {
    "a column twice": (f"{HEAD},level\n{ROW},4", 0, 0, ["columns_repeated"]),
    "a foreign column twice": (f"{HEAD},x,x\n{ROW},4,5", 1, 1, []),
    "columns that are not ours": (f"{HEAD},password\n{ROW},secret", 1, 1, []),
    "columns without a name": (f"{HEAD},,\n{ROW},,", 1, 1, []),
    "cells beyond the header": (f"{HEAD}\n{ROW},,\n{MORE}", 2, 1, ["row_width"]),
    "columns missing": ("person_id,skill\nani,a.b", 0, 0, ["columns_missing"]),
    "columns in another order": (
        ",".join(HEAD.split(",")[::-1]) + "\n" + ",".join(ROW.split(",")[::-1]),
        1, 1, [],
    ),
    "a day of a spreadsheet": (
        f"{HEAD}\n{ROW}".replace("2026-11-01", "25/11/2026"),
        1, 0, ["date_unreadable"],
    ),
    "a day as a number": (
        f"{HEAD}\n{ROW}".replace("2026-11-01", "45986"), 1, 0, ["date_unreadable"],
    ),
    "a day with a time": (
        f"{HEAD}\n{ROW}".replace("2026-11-01", "2026-11-01 00:00:00"),
        1, 0, ["date_unreadable"],
    ),
    "a level with a point": (
        f"{HEAD}\n{ROW}".replace(",3,", ",3.0,"), 1, 0, ["level_off_scale"],
    ),
    "half a level": (
        f"{HEAD}\n{ROW}".replace(",3,", ',"3,5",'), 1, 0, ["level_off_scale"],
    ),
    "a level among blanks": (f"{HEAD}\n{ROW}".replace(",3,", ", 4 ,"), 1, 1, []),
    "a level in words": (
        f"{HEAD}\n{ROW}".replace(",3,", ",level 4,"), 1, 0, ["level_not_a_number"],
    ),
    "nothing": ("", 0, 0, ["file_without_rows"]),
    "blank lines": ("\n\r\n  \n", 0, 0, ["file_without_rows"]),
    "a header alone": (HEAD, 0, 0, []),
    "semicolons": (f"{HEAD}\n{ROW}".replace(",", ";"), 1, 1, []),
    "tabs": (f"{HEAD}\n{ROW}".replace(",", "\t"), 1, 1, []),
    "a mark that is never closed": (
        f'{HEAD}\n{ROW}\nani,"Ani,One,,ml.nlp,3,claimed,2026-11-01,1.0.0\n{MORE}',
        2, 1, ["csv_broken"],
    ),
    "the same person under two names, in two teams": (
        f"{HEAD}\n{ROW}\n{ROW}".replace("ani,Ani,One", "ani,Ani P,Two", 1).replace(
            "2026-11-01", "2026-01-01", 1
        ),
        2, 2, [],
    ),
    "the same row twice": (f"{HEAD}\n{ROW}\n{ROW}", 2, 1, ["rating_repeated"]),
}  # fmt: skip


def scan(framework, *contents: str | bytes) -> Scan:
    data = [c if isinstance(c, bytes) else c.encode() for c in contents]
    named = [Source(f"f{n}.csv", content=each) for n, each in enumerate(data)]
    return scan_files(named, framework)


@pytest.mark.parametrize("case", UGLY)
def test_every_row_is_accounted_for(framework, case):
    text, rows, accepted, codes = UGLY[case]

    found = scan(framework, text)

    assert (found.rows, found.accepted, found.rejected) == (
        rows, accepted, rows - accepted,
    )  # fmt: skip
    assert [problem.code for problem in found.problems] == codes
    translate = load_translations("id").gettext
    for problem in found.problems:
        said = describe_problem(problem, translate)
        assert said.startswith("f0.csv")
        assert said != describe_problem(problem)


def test_a_byte_order_mark_is_no_part_of_the_header(framework):
    assert scan(framework, f"{HEAD}\n{ROW}".encode("utf-8-sig")).accepted == 1


def test_utf_16_is_refused_with_the_way_to_save_it(framework):
    found = scan(framework, f"{HEAD}\n{ROW}".encode("utf-16"))

    assert [problem.code for problem in found.problems] == ["file_not_utf8"]
    assert "CSV UTF-8" in describe_problem(found.problems[0])


def test_a_file_given_twice_counts_once(framework):
    text = "\n".join([HEAD, ROW, MORE])

    found = scan(framework, text, text)

    assert (found.rows, found.accepted, found.rejected) == (4, 2, 2)
    assert [p.code for p in found.problems] == ["rating_repeated_elsewhere"] * 2
    assert "f0.csv" in describe_problem(found.problems[0])


def test_a_person_in_two_teams_is_in_the_one_of_the_newest_day(framework):
    early = ROW.replace("One", "Two").replace("2026-11-01", "2026-01-01")

    for contents in ([ROW, early], [early, ROW]):
        found = scan(framework, *(f"{HEAD}\n{row}" for row in contents))
        assert found.history.people["team"].tolist() == ["One"]


def test_thirty_thousand_rows_with_a_fault_in_every_third(framework):
    lines = [
        ROW.replace("ani,Ani", f"p{n},P").replace(",3,", ",9," if n % 3 == 0 else ",3,")
        for n in range(30_000)
    ]

    found = scan(framework, "\n".join([HEAD, *lines]))

    assert (found.rows, found.accepted, found.rejected) == (30_000, 20_000, 10_000)
    assert found.problems[1].values["row"] == 5
    assert found.counts == {"level_off_scale": 10_000}


def read(folder: Path, name: str, content: bytes, framework) -> Scan:
    """Return what the command line's review reads of a file."""
    (folder / name).write_bytes(content)
    call = ReviewCall([folder / name], None, date(2026, 11, 25))
    return review_files(framework, call, read_foreign).scan


TEXT = "\n".join([HEAD, ROW, MORE.replace(",3,", ",9,")])


def workbook() -> bytes:
    book, target = Workbook(), io.BytesIO()
    for line in TEXT.splitlines():
        book.active.append(line.split(","))
    book.save(target)
    return target.getvalue()


RESTORED = {
    "a workbook": workbook(),
    "UTF-16": TEXT.replace(",", "\t").encode("utf-16"),
    "a line that names a semicolon": b"sep=;\r\n" + TEXT.replace(",", ";").encode(),
    "a line that names a comma": b"\xef\xbb\xbfSEP=,\n" + TEXT.encode(),
    "a line in quotes": b'"sep=;"\n' + TEXT.replace(",", ";").encode(),
}


@pytest.mark.parametrize("case", RESTORED)
def test_an_export_that_a_spreadsheet_saved_its_way_is_an_export(
    framework, tmp_path, case
):
    found = read(tmp_path, "team.csv", RESTORED[case], framework)

    assert (found.rows, found.accepted) == (2, 1)
    assert [problem.values["row"] for problem in found.problems] == [3]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK no workbook", "no_table"),
        (b"\xff\xfe\x00\xd8", "encoding_unknown"),
        (b"sep=;\nname;git\nani;3", "ask_scale_end"),
        (b"sep=;", "file_without_rows"),
    ],
)
def test_what_is_no_export_is_refused_as_it_is(framework, tmp_path, content, code):
    found = read(tmp_path, "team.csv", content, framework)

    assert [problem.code for problem in found.problems] == [code]


def test_a_file_that_is_not_there_is_told_once(framework, tmp_path):
    call = ReviewCall([tmp_path / "gone.xlsx"], None, date(2026, 11, 25))

    problems = review_files(framework, call, read_foreign).scan.problems

    assert [problem.code for problem in problems] == ["file_unreadable"]


def test_utf_16_without_a_mark_is_refused_with_the_way_to_save_it(framework):
    found = scan(framework, f"{HEAD}\n{ROW}".encode("utf-16-le"))

    assert [problem.code for problem in found.problems] == ["file_not_utf8"]


def test_a_broken_row_is_told_in_the_language_of_the_reader(framework):
    text, *_ = UGLY["a mark that is never closed"]

    said = describe_problem(
        scan(framework, text).problems[0], load_translations("id").gettext
    )

    assert "unexpected end of data" not in said


@pytest.mark.parametrize("cell", ["2026-11-01", "programming.git"])
def test_an_empty_cell_is_called_empty(framework, cell):
    found = scan(framework, f"{HEAD}\n{ROW}".replace(cell, ""))

    assert "“”" not in describe_problem(found.problems[0])


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Git", "programming.git"), ("Retrieval and RAG", "engineering.retrieval")],
)
def test_a_skill_called_by_its_name_is_suggested_by_its_id(framework, said, meant):
    found = scan(framework, f"{HEAD}\n{ROW}".replace("programming.git", said))

    assert meant in framework.skills
    assert meant in describe_problem(found.problems[0])
