"""The review out of files: command line, report and problem list say the same."""

import csv
import io
import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from skillgap.cli import main
from skillgap.domain.problems import Problem
from skillgap.domain.ratings import CONTRACT_COLUMNS
from skillgap.domain.team.review import review_team, usual_profile
from skillgap.files.team.problem_list import write_problems
from skillgap.files.team.report import write_report
from skillgap.files.team.report_sections import MOST_PEOPLE
from skillgap.files.team.results import describe_review
from skillgap.files.team.review import ReviewCall, review_files
from tests.teams import people

HEAD = ",".join(CONTRACT_COLUMNS)
TODAY = date(2026, 11, 25)
ROWS = """\
ani,Ani <b>,One,llm_engineer,programming.git,4,claimed,2026-05-18,1.0.0
ani,Ani <b>,One,llm_engineer,ml.nlp,1,checked,2026-05-18,1.0.0
budi,Budi,One,llm_engineer,programming.git,1,claimed,2024-05-18,1.0.0
budi,Budi,One,llm_engineer,programming.git,2,claimed,2026-11-01,1.0.0
budi,Budi,One,llm_engineer,ml.nlp,,,2026-11-01,1.0.0
citra,Citra,Two,data_scientist,programming.git,0,claimed,2026-11-01,1.0.0
citra,Citra,Two,data_scientist,programming.gti,0,claimed,2026-11-01,1.0.0
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "team.csv"
    path.write_text(f"{HEAD}\n{ROWS}", "utf-8")
    return path


def call(*arguments: object, capsys) -> tuple[int, dict]:
    code = main([*map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_rows_add_up_and_figures_are_of_the_latest_ratings(file, capsys):
    code, answer = call("review", file, "--profile", "llm_engineer", capsys=capsys)

    assert code == 1
    assert (answer["people"], answer["rows"]) == (3, 7)
    assert (answer["accepted"], answer["rejected"]) == (6, 1)
    git = next(s for s in answer["skills"] if s["skill"] == "programming.git")
    assert (git["median"], git["target"], git["at_target"]) == (2, 4, 1)
    assert git["single_holder"] == "ani"
    assert git["mentors"] == ["ani", "budi"]
    assert answer["problems"][0]["row"] == 8
    assert "programming.git" in answer["problems"][0]["message"]


def test_dont_know_and_unrated_are_told_apart(file, capsys):
    _, answer = call("review", file, capsys=capsys)

    nlp = next(s for s in answer["skills"] if s["skill"] == "ml.nlp")
    assert (nlp["rated"], nlp["unsure"], nlp["unrated"]) == (1, 1, 1)


def test_without_a_profile_the_usual_one_is_taken(file, capsys, framework):
    _, answer = call("review", file, capsys=capsys)

    assert answer["profile"] == "llm_engineer"
    unknown = people(["ani"], profile="")
    default = framework.manifest.default_profile
    assert usual_profile(framework, unknown) == default


def test_modules_stay_within_hours_and_seats(file, capsys):
    arguments = ("review", file, "--hours", 20, "--seats", 1)

    _, answer = call(*arguments, capsys=capsys)

    assert answer["proof"]["status"] == "optimal"
    assert sum(module["hours"] for module in answer["modules"]) <= 20
    assert all(len(module["people"]) == 1 for module in answer["modules"])


def test_a_profile_that_does_not_exist_is_a_wrong_call(file, capsys):
    with pytest.raises(SystemExit) as wrong:
        main(["review", str(file), "--profile", "llm_enginer"])

    assert wrong.value.code == 2
    assert "llm_engineer" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_a_wrong_call(file, capsys):
    with pytest.raises(SystemExit) as wrong:
        main(["review", str(file), "--html", str(file / "no" / "report.html")])

    assert wrong.value.code == 2
    assert "report.html" in capsys.readouterr().err


def test_nothing_readable_gives_a_review_of_nobody(tmp_path, capsys):
    code, answer = call("review", tmp_path / "gone.csv", capsys=capsys)

    assert (code, answer["people"], answer["rows"]) == (1, 0, 0)
    assert answer["modules"] == []
    assert answer["problems"][0]["code"] == "file_unreadable"


class Tables(HTMLParser):
    """The tables of a page by heading, cell by cell, and every tag there is."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.tables: dict[str, list[list[str]]] = {}
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags[tag] += 1
        self.open.append(tag)
        if tag == "tr":
            self.tables[self.heading].append([])
        if tag in ("td", "th"):
            self.tables[self.heading][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "h2" in self.open:
            self.heading = data
            self.tables[data] = []
        elif "td" in self.open or "th" in self.open:
            self.tables[self.heading][-1][-1] += data


def report(framework, file: Path, language="en") -> tuple[str, Tables]:
    found = review_files(framework, ReviewCall([file], None, TODAY))
    html = write_report(framework, found, language).decode()
    tables = Tables()
    tables.feed(html)
    return html, tables


def test_the_report_runs_nothing_and_fetches_nothing(framework, file):
    html, page = report(framework, file)

    assert not {"script", "link", "img", "iframe", "form", "a", "b"} & set(page.tags)
    assert "Ani &lt;b&gt;" in html
    assert not re.search(r"https?://|url\(|javascript:", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("language", ["en", "id"])
def test_report_and_command_line_give_the_same_numbers(framework, file, language):
    found = review_files(framework, ReviewCall([file], None, TODAY))
    answer = describe_review(framework, found, language)
    _, page = report(framework, file, language)

    tables = list(page.tables.values())
    skills = next(rows for rows in tables if rows and len(rows[0]) == 11)
    for row, skill in zip(skills[1:], answer["skills"]):
        name = framework.skills[skill["skill"]].name.in_language(language)
        unknown = skill["unsure"] + skill["unrated"]
        numbers = [skill["target"], skill["rated"], unknown, skill["at_target"]]
        assert row[0] == name
        assert row[3:7] == [str(n) for n in numbers]
    modules = next(rows for rows in tables if len(rows) > 1 and len(rows[0]) == 5)
    assert [row[0] for row in modules[1:]] == [m["title"] for m in answer["modules"]]


def test_people_are_listed_in_small_teams_only(framework, tmp_path):
    row = "p{},P,One,llm_engineer,programming.git,4,claimed,2026-05-18,1.0.0"
    path = tmp_path / "team.csv"
    path.write_text("\n".join([HEAD, *map(row.format, range(MOST_PEOPLE + 1))]))

    _, page = report(framework, path)

    assert "Pairs" not in page.tables
    assert "Skill by skill" in page.tables


def test_a_team_can_be_reviewed_in_part_and_as_of_a_day(framework, file):
    found = review_files(framework, ReviewCall([file], None, TODAY))
    history = found.scan.history
    one = history.state_on().filter(team="One")

    part = review_team(
        framework, history, "llm_engineer", TODAY, chosen=one, day=date(2026, 6, 1)
    )

    git = part.skills.set_index("skill").loc["programming.git"]
    assert (git["rated"], git["median"], git["stale"]) == (2, 2.5, 1)
    assert part.state.people["person_id"].tolist() == ["ani", "budi"]


def test_problems_are_written_so_that_no_spreadsheet_runs_them():
    blanks = {"row": 3, "column": "skill", "value": "=1+1", "suggestion": ""}
    problems = [
        Problem("a.csv", "skill_unknown", blanks),
        Problem("-b", "file_changed"),
    ]

    rows = list(csv.reader(io.StringIO(write_problems(problems).decode(), newline="")))

    assert rows[0] == ["file", "row", "column", "value", "code", "message"]
    assert rows[1][:5] == ["a.csv", "3", "skill", "'=1+1", "skill_unknown"]
    assert rows[2][:5] == ["'-b", "", "", "", "file_changed"]
