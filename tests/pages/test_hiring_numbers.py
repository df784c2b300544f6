"""Page, HTML report, CSV and command line: every number of a comparison is the same."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest

from skillgap.cli import main
from skillgap.files.framework import load_framework
from skillgap.settings import ROOT
from tests.pages.conftest import Open
from tests.pages.test_hiring_candidates import PAGE, export
from tests.pages.test_hiring_candidates import totals as shown_totals
from tests.pages.visitor import Visitor

ROLE = ROOT / "examples" / "example-role.yaml"
STATES = {"met": "met", "not_met": "not met", "cannot_tell": "cannot tell: ask"}
SKILLS = list(load_framework().profiles["llm_engineer"].targets)
NINE = [f"{skill} {n % 6} claimed" for n, skill in enumerate(SKILLS[:9])]
ALL = [
    f"{skill} {5 - n % 5} {('claimed', 'evidenced', 'checked')[n % 3]}"
    for n, skill in enumerate(SKILLS)
]
FILES = {
    "nine.csv": export("Budi", *NINE, person="one"),
    "older.csv": export("Budi", *ALL, person="two", version="0.9.0"),
    "none.csv": export("محمد", "ml.nlp 3 claimed", person="three"),
}

# candidate, skill -> target, level, basis, gap, range, chance, state
Levels = dict[tuple[str, str], tuple[str, ...]]
# candidate -> fit, rated share
Totals = dict[str, tuple[str, ...]]


def number(value: float | None) -> str:
    """Return a level or gap as every place shows it."""
    return "?" if value is None else str(int(value))


def chance(value: float | None) -> str:
    """Return a probability as every place shows it."""
    if value is None:
        return "?"
    if value > 0.99:
        return "> 99%"
    return "< 1%" if value < 0.01 else f"{value:.0%}"


def span(low: float | None, high: float | None) -> str:
    """Return a range of levels as every place shows it."""
    return "?" if low is None else f"{number(low)}–{number(high)}"


def from_numbers(rows: list[dict], known=lambda value: value) -> Levels:
    """Return the numbers of a table as the places show them."""
    return {
        (row["candidate"], row["skill"]): (
            str(row["target"]),
            number(known(row["level"])),
            row["basis"],
            number(known(row["gap"])),
            span(known(row["low"]), known(row["high"])),
            chance(known(row["chance"])),
            STATES[row["state"]],
        )
        for row in rows
    }


def of_command_line(folder, capsys) -> tuple[Levels, Totals, list[dict]]:
    """Return what ``compare --json`` prints."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    files = [str(folder / name) for name in FILES]
    assert main(["compare", *files, "--needs", str(ROLE), "--json"]) == 0
    people = json.loads(capsys.readouterr().out)["candidates"]
    rows = [{"candidate": p["candidate"], **row} for p in people for row in p["skills"]]
    totals = {
        p["candidate"]: ("?" if p["fit"] is None else f"{p['fit']:.0%}",
                         f"{p['rated_share']:.0%}")
        for p in people
    }  # fmt: skip
    return from_numbers(rows), totals, rows


def of_csv(content: bytes) -> tuple[Levels, Totals, list[dict]]:
    """Return what the exported table holds."""
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    for row in rows:
        row["candidate"] = row["candidate"].removeprefix("Candidate ")

    def known(text: str) -> float | None:
        return float(text) if text else None

    totals = {
        row["candidate"]: (
            f"{float(row['fit']):.0%}" if row["fit"] else "?",
            f"{float(row['rated_share']):.0%}",
        )
        for row in rows
    }
    return from_numbers(rows, known), totals, rows


def ids_by_name() -> dict[str, str]:
    """Return the id of each skill by its English name."""
    return {skill.name.en: key for key, skill in load_framework().skills.items()}


class Tables(HTMLParser):
    """Collects the cells of every table of a report."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, _attributes) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][-1].append("")

    def handle_data(self, data: str) -> None:
        """Add the text of a cell."""
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1] += data.strip()


def of_report(content: bytes) -> tuple[Levels, Totals]:
    """Return what the HTML report shows."""
    reader = Tables()
    reader.feed(content.decode())
    ids, levels, totals = ids_by_name(), {}, {}
    for head, *rows in reader.tables:
        if head[:2] == ["Candidate", "Fit"]:
            totals = {row[0][-1]: (row[1], row[2]) for row in rows}
        if "Chance of the target" in head:
            for row in rows:
                said = dict(zip(head, row))
                levels[said["Candidate"][-1], ids[said["Skill"]]] = (
                    said["Target"], said["Level"], said["Basis"], said["Gap"],
                    said["Likely range (90 %)"], said["Chance of the target"],
                    said["State"].split(" (")[0],
                )  # fmt: skip
    return levels, totals


def of_page(visitor: Visitor) -> tuple[Levels, Totals]:
    """Return what the tables of the page show; the state stands with must-haves."""
    ids, levels = ids_by_name(), {}
    totals = {
        name[-1]: (row["Fit"], row["Rated share"].split()[0])
        for name, row in shown_totals(visitor).iterrows()
    }
    for table in (each.value for each in visitor.app.dataframe):
        if "Chance of the target" in table:
            for row in table.to_dict("records"):
                levels[row["Candidate"][-1], ids[row["Skill"]]] = (
                    row["Target"], row["Level"], row["Basis"], row["Gap"],
                    row["Likely range (90 %)"], row["Chance of the target"],
                )  # fmt: skip
    return levels, totals


@pytest.fixture
def visitor(open_app: Open) -> Visitor:
    """Return a visitor who compares the files."""
    visitor = open_app().open(PAGE)
    for name, content in FILES.items():
        visitor.widget("candidate-files-0").upload(name, content)
    return visitor.run()


def test_page_report_table_and_command_line_show_the_same_numbers(
    visitor: Visitor, tmp_path, capsys
) -> None:
    levels, totals, rows = of_command_line(tmp_path, capsys)
    assert len(levels) == 3 * 14
    assert {level[1] for level in levels.values()} >= {"?", "0", "5"}

    exported, exported_totals, exported_rows = of_csv(
        visitor.download("comparison-csv")
    )
    assert (exported, exported_totals) == (levels, totals)
    assert of_report(visitor.download("comparison-html")) == (levels, totals)
    shown, shown_totals = of_page(visitor)
    assert shown == {key: level[:-1] for key, level in levels.items()}
    assert shown_totals == totals
    for key in ("weight", "estimate", "chance"):
        said = {(r["candidate"], r["skill"]): r[key] for r in rows}
        kept = {(r["candidate"], r["skill"]): r[key] for r in exported_rows}
        assert {k: float(v) if v else None for k, v in kept.items()} == said, key


def test_page_and_command_line_say_the_same_of_must_haves(
    visitor: Visitor, tmp_path, capsys
) -> None:
    levels, _totals, _rows = of_command_line(tmp_path, capsys)
    text, must_haves = visitor.text(), load_must_haves()
    assert len(must_haves) == 3

    for (letter, skill), (_t, level, basis, *_rest, state) in levels.items():
        if skill in must_haves:
            rests = "not rated" if level == "?" else f"level {level}, {basis}"
            assert f"Candidate {letter}: {state} ({rests})" in text


def load_must_haves() -> tuple[str, ...]:
    """Return the must-haves of the example role."""
    from skillgap.hiring.files.needs_file import read_role_needs

    needs = read_role_needs(ROLE.name, ROLE.read_bytes(), load_framework()).needs
    assert needs is not None
    return needs.must_have


def test_page_and_report_say_the_same_of_each_two_candidates(visitor: Visitor) -> None:
    report = visitor.download("comparison-html").decode()
    said = [line for line in visitor.text().splitlines() if "- Candidate " in line]
    pairs = [line.removeprefix("- ") for line in said if "skill" in line]

    assert len(pairs) == 3
    assert [pair for pair in pairs if pair.replace(">", "&gt;") not in report] == []
