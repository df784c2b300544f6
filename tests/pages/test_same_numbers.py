"""Page, report, CSV and command line say the same about the same files."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest

from skillgap.cli import main
from skillgap.domain.framework import Framework
from skillgap.files.catalogues import load_translations
from tests.html_tables import Tables
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

HEADER = "person_id,name,team,profile,skill,level,basis,rated_on,framework"
PROFILE = "llm_engineer"
PEOPLE = {"007": "NA", "7": "Ani <b>", "b": "Budi", "c": "Citra", "d": ""}
RECENT, OLD = (date.today() - timedelta(days) for days in (30, 500))
Files = dict[str, str]


class Said(NamedTuple):
    """What one of them says: counts, modules, and of each skill four figures.

    ``counts`` are people, rows, accepted, rejected. A skill has its median (None if
    unknown), people at target, who it hangs on, and the number of mentors.
    """

    counts: tuple[int, ...]
    skills: dict[str, tuple[float | None, int, str, int]]
    modules: dict[str, int]


def team_files(framework: Framework) -> Files:
    """Return two files: two dates, two versions, repeats, and rows that are no good."""
    return {
        "old.csv": "\n".join([HEADER, *_rows(framework, str(OLD), "2024.10", 0)]),
        "new.csv": "\n".join(
            [HEADER, *_rows(framework, str(RECENT), "1.0.0", 1), *BAD]
        ),
    }


BAD = [
    f"b,Budi,One,{PROFILE},programming.gti,3,claimed,{RECENT},1.0.0",
    f"b,Budi,One,{PROFILE},programming.git,3.0,claimed,{RECENT},1.0.0",
    f"b,Budi,One,{PROFILE},programming.git,3,claimed,25/11/2026,1.0.0",
    f"7,Ani,One,{PROFILE},programming.python,1,claimed,{RECENT},1.0.0",
]


def _rows(framework: Framework, day: str, version: str, lift: int) -> Iterator[str]:
    for number, (person, name) in enumerate(PEOPLE.items()):
        for place, skill in enumerate(framework.skills):
            level = min((number * 7 + place * 3) % 5 + lift, 5)
            if (number + place) % 6 and (lift or number != 2):
                known = "" if (number * place) % 11 == 10 else level
                basis = ("claimed", "evidenced", "checked")[place % 3]
                yield (
                    f"{person},{name},One,{PROFILE},{skill},{known},{basis},{day},"
                    f"{version}"
                )


def changed(files: Files) -> Files:
    """Return the files with one good rating of level 5 instead of 1 to 4."""
    good = re.compile(r",[1-4],(claimed,.*1\.0\.0)")
    return {**files, "new.csv": good.sub(r",5,\1", files["new.csv"], count=1)}


class Told(NamedTuple):
    """The command line's answer, and the report and the CSV it wrote."""

    answer: dict[str, Any]
    html: str
    skills: str


def run(files: Files, language: str, folder: Path, capsys: Any) -> Told:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    html, skills = folder / "report.html", folder / "skills.csv"
    paths = [str(folder / name) for name in files]
    options = ["--profile", PROFILE, "--language", language, "--json"]
    main(["review", *paths, *options, "--html", str(html), "--skills", str(skills)])
    answer = json.loads(capsys.readouterr().out)
    return Told(
        answer, html.read_text("utf-8"), skills.read_bytes().decode("utf-8-sig")
    )


def of_command_line(told: Told, names: dict[str, str]) -> Said:
    counts = ("people", "rows", "accepted", "rejected")
    skills = {
        names[s["skill"]]: (
            s["median"],
            s["at_target"],
            PEOPLE.get(s["single_holder"], "") or s["single_holder"] or "",
            len(s["mentors"]),
        )
        for s in told.answer["skills"]
        if s["target"] is not None
    }
    modules = {m["title"]: m["closes"] for m in told.answer["modules"]}
    return Said(tuple(told.answer[name] for name in counts), skills, modules)


def of_csv(told: Told, said: Said) -> Said:
    """Return what the CSV says of the skills; it has no counts and modules."""
    rows = csv.DictReader(io.StringIO(told.skills, newline=""))
    skills = {
        r["name"]: (
            _number(r["median"]),
            int(r["at_target"]),
            PEOPLE.get(r["single_holder"], "") or r["single_holder"],
            len(r["mentors"].split(",")) if r["mentors"] else 0,
        )
        for r in rows
        if r["target"]
    }
    return said._replace(skills=skills)


def of_report(told: Told, language: str) -> Said:
    say = load_translations(language).gettext
    page = Tables(told.html)
    files = page.rows(*map(say, ("File", "Rows", "Accepted", "Rejected")))
    people = page.rows(*map(say, ("Person", "Fit", "Rated share")))
    fragile = page.rows(*map(say, ("Skill", "Target", "Who")))
    holders = {r[say("Skill")]: r[say("Who")] for r in fragile}
    skills = {
        r[say("Skill")]: (
            _number(r[say("Median")]),
            int(r[say("At target")]),
            holders.get(r[say("Skill")], "").replace(say("nobody"), ""),
            len(r[say("Mentors")].split(",")) if r[say("Mentors")] else 0,
        )
        for r in page.rows(*map(say, ("Skill", "Coverage", "Mentors")))
        if r[say("Target")] != "?"
    }
    sums = (
        sum(int(r[say(c)]) for r in files) for c in ("Rows", "Accepted", "Rejected")
    )
    modules = page.rows(*map(say, ("Module", "Closes")))
    return Said(
        (len(people), *sums),
        skills,
        {r[say("Module")]: int(r[say("Closes")]) for r in modules},
    )


def of_page(page: Visitor, language: str) -> Said:
    say = load_translations(language).gettext
    sums = say(
        "{rows} rows read = {accepted} accepted + {rejected} rejected, in {files}."
    )
    blanks = dict.fromkeys(("rows", "accepted", "rejected"), r"(\d+)")
    pattern = re.escape(sums).replace(r"\{", "{").replace(r"\}", "}")
    found = re.search(pattern.format(**blanks, files=".*"), page.text())
    assert found, "the page does not say how many rows were read"
    metrics = {metric.label: metric.value for metric in page.app.metric}
    table = shown_with(page.set("review-part", "coverage"), say("Hangs on"))
    skills = {
        r[say("Skill")]: (
            _number(r[say("Median")]),
            int(r[say("At target")]),
            r[say("Hangs on")],
            int(r[say("Mentors")]),
        )
        for r in table.to_dict("records")
    }
    modules = shown_with(page.set("review-part", "next"), say("Closes"))
    closes = dict(zip(modules[say("Module")], map(int, modules[say("Closes")])))
    counts = (int(metrics[say("People")]), *map(int, found.groups()))
    return Said(counts, skills, closes)


def shown_with(page: Visitor, column: str) -> pd.DataFrame:
    """Return the first table on a page that has a column."""
    return next(t.value for t in page.app.dataframe if column in t.value.columns)


def _number(text: str) -> float | None:
    return None if text in ("?", "") else float(text.replace(",", "."))


def open_page(open_app: Open, files: Files, language: str) -> Visitor:
    page = open_app(locale=language).open("team/review")
    for name, text in files.items():
        page.widget("team-files-0").upload(name, text.encode(), "text/csv")
    return page.run().set("review-profile", PROFILE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_report_csv_and_command_line_say_the_same(
    open_app, framework, tmp_path, capsys, language
):
    files = team_files(framework)
    names = {k: s.name.in_language(language) for k, s in framework.skills.items()}
    told = run(files, language, tmp_path / "files", capsys)
    page = open_page(open_app, files, language)

    said = of_command_line(told, names)
    assert said.counts[0] == len(PEOPLE)
    assert said.counts[3] == len(BAD)
    assert said.counts[1] == said.counts[2] + said.counts[3]
    assert len(said.skills) == len(framework.profiles[PROFILE].targets)
    assert any(holder for _, _, holder, _ in said.skills.values())
    assert said.modules
    assert of_csv(told, said) == said
    assert of_report(told, language) == said
    assert of_page(page, language) == said


@pytest.mark.parametrize("broken", ["page", "report", "csv", "command line"])
def test_a_single_rating_read_differently_by_one_of_them_shows(
    open_app, framework, tmp_path, capsys, broken
):
    files = team_files(framework)
    names = {key: skill.name.en for key, skill in framework.skills.items()}
    right = run(files, "en", tmp_path / "right", capsys)
    wrong = run(changed(files), "en", tmp_path / "wrong", capsys)
    said = of_command_line(right, names)

    other = {
        "page": lambda: of_page(open_page(open_app, changed(files), "en"), "en"),
        "report": lambda: of_report(wrong, "en"),
        "csv": lambda: of_csv(wrong, said),
        "command line": lambda: of_command_line(wrong, names),
    }[broken]()

    assert other != said


@pytest.mark.usefixtures("files_at_once")
def test_the_page_hands_out_the_report_that_the_command_line_writes(
    open_app, framework, tmp_path, capsys
):
    files = team_files(framework)
    told = run(files, "en", tmp_path / "files", capsys)
    page = open_page(open_app, files, "en").set("review-part", "report")

    assert page.download("team-report").decode() == told.html
