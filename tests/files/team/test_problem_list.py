"""The rejections as a file: every one with its place, its value and its cure."""

import csv
import io
import re
from collections.abc import Iterable

import pytest

from skillgap.domain.problems import Problem
from skillgap.files.catalogues import load_translations
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import Source
from skillgap.files.team.problem_list import COLUMNS, write_problems
from tests.files.team.conftest import HEAD

SENTENCE_END = re.compile(r"[.?](?: |$)")
GIT = "ani,Ani,One,llm_engineer,programming.git"


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def scan(framework, *rows: str, name: str = "team.csv", head: str = HEAD) -> Scan:
    content = "\n".join([head, *rows]).encode()
    return scan_files([Source(name, content=content)], framework)


def listed(framework, row: str) -> tuple[str, ...]:
    """Return file, row, column, value and code of the one rejection of a row."""
    good = f"{GIT},3,claimed,2026-11-01,1.0.0"
    (only,) = read(write_problems(scan(framework, good, "", row).problems))
    return tuple(only[column] for column in COLUMNS[:-1])


# Row 1 is the header, row 2 is good, row 3 is empty and counts as a row all the same.
FAULTS = {
    "skill_unknown": (
        "ani,Ani,One,llm_engineer,programming.gti,3,claimed,2026-11-02,1.0.0",
        ("skill", "programming.gti"),
    ),
    "profile_unknown": (
        "ani,Ani,One,LLM,programming.git,3,claimed,2026-11-02,1.0.0",
        ("profile", "LLM"),
    ),
    "person_missing": (
        ",Ani,One,llm_engineer,programming.git,3,claimed,2026-11-02,1.0.0",
        ("person_id", ""),
    ),
    "level_not_a_number": (
        f"{GIT},level 4,claimed,2026-11-02,1.0.0",
        ("level", "level 4"),
    ),
    "level_off_scale": (f'{GIT},"3,5",claimed,2026-11-02,1.0.0', ("level", "3,5")),
    "date_unreadable": (
        f"{GIT},3,claimed,25/11/2026,1.0.0",
        ("rated_on", "25/11/2026"),
    ),
    "basis_unknown": (f"{GIT},3,diklaim,2026-11-02,1.0.0", ("basis", "diklaim")),
    "version_unreadable": (f"{GIT},3,claimed,2026-11-02,v1", ("framework", "v1")),
    "row_width": (f"{GIT},3,claimed,2026-11-02,1.0.0,x", ("", "10")),
    "rating_repeated": (
        f"{GIT},1,claimed,2026-11-01,1.0.0",
        ("skill", "programming.git"),
    ),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_rejection_names_file_row_column_value_and_code(framework, code):
    row, (column, value) = FAULTS[code]

    assert listed(framework, row) == ("team.csv", "4", column, value, code)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("code", FAULTS)
def test_a_rejection_names_its_cure_in_the_language_of_the_reader(
    framework, code, language
):
    translate = load_translations(language).gettext
    problems = scan(framework, f"{GIT},3,claimed,2026-11-01,1.0.0", FAULTS[code][0])

    (only,) = read(write_problems(problems.problems, translate))

    english = read(write_problems(problems.problems))[0]["message"]
    assert only["message"].startswith("team.csv, ")
    assert len(SENTENCE_END.findall(only["message"])) >= 2, "what is wrong, and a cure"
    assert (only["message"] == english) == (language == "en")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("-1", "-1"),
        ("6", "6"),
    ],
)
def test_no_spreadsheet_runs_a_value(value, cell):
    blanks = {"row": 3, "column": "level", "value": value}
    problem = Problem("a.csv", "level_not_a_number", blanks)

    (only,) = read(write_problems([problem]))

    assert only["value"] == cell


def test_no_spreadsheet_runs_the_name_of_a_file():
    (only,) = read(write_problems([Problem("=1+1.csv", "file_changed")]))

    assert only["file"] == "'=1+1.csv"
    assert only["message"].startswith("'=1+1.csv: ")
    assert (only["row"], only["column"], only["value"]) == ("", "", "")


def test_a_spreadsheet_sees_that_it_is_utf_8():
    blanks = {"row": 3, "column": "level", "value": "“Mahir”"}

    content = write_problems([Problem("a.csv", "level_not_a_number", blanks)])

    assert content.startswith(b"\xef\xbb\xbf")
    assert read(content)[0]["value"] == "“Mahir”"


def test_every_rejected_row_is_listed(framework):
    rows = [row for row, _ in FAULTS.values()]
    found = scan(framework, f"{GIT},3,claimed,2026-11-01,1.0.0", *rows)

    lines = read(write_problems(found.problems))

    assert found.rejected == len(rows)
    assert {int(line["row"]) for line in lines} == set(range(3, 3 + len(rows)))
    assert _all_in_order(int(line["row"]) for line in lines)


def _all_in_order(numbers: Iterable[int]) -> bool:
    found = list(numbers)
    return found == sorted(found)


def test_problems_beyond_those_listed_are_not_passed_over_in_silence(framework):
    rows = [f"{GIT},{level},claimed,2026-11-01,1.0.0" for level in range(6, 16)]
    content = "\n".join([HEAD, *rows]).encode()
    found = scan_files([Source("a.csv", content=content)], framework, most_problems=4)

    lines = read(write_problems(found.problems, left_out=found.counts.total() - 4))

    assert [line["row"] for line in lines] == ["2", "3", "4", "5", ""]
    assert lines[-1]["message"].startswith("6 further problems")


def test_no_problem_leaves_the_header_alone():
    assert read(write_problems([])) == []
