"""A panel of three on three candidates: the same numbers everywhere, few questions."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from statistics import mean

import pandas as pd
import pytest
from sqlalchemy import Engine, event

from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.candidates import add_candidates
from skillgap.hiring.store.panels import add_panel, save_needs
from skillgap.hiring.store.scores import save_score
from skillgap.hiring.store.seats import Seat, submit_scores, take_seat
from tests.html_tables import Tables
from tests.needs import people
from tests.pages.conftest import Open
from tests.pages.test_hiring_numbers import ROLE, ids_by_name
from tests.pages.test_hiring_panel import (
    each_tab_carries_its_own_cookie as each_tab_carries_its_own_cookie,
)
from tests.pages.test_hiring_panel import joined
from tests.pages.visitor import Visitor
from tests.tables import table

CODE = "ABCDE-FGHJK-23456-PQRST"
MEMBERS = ("Rini", "Tono", "Wati")
RATED = (
    "skill level\nprogramming.git 5\nprogramming.python 1",
    "skill level\nprogramming.git 1",
    "skill level\nml.evaluation 2",
)
NAMES = ("Sukarno", "Sukarno", "Zubaidah")
# ? stands for "cannot say"
FIRST = """
    candidate  skill               Rini  Tono  Wati
    A          programming.git     1     4     4
    A          programming.python  2     2     3
    A          ml.evaluation       0     5     ?
    C          programming.python  3     3     3
    C          programming.git     ?     1     2
"""
AFTER = """
    candidate  skill               Rini  Tono
    A          programming.git     3     4
    C          ml.evaluation       2     2
"""
# candidate, skill -> members, mean, lowest to highest, self-rating, difference
Units = dict[tuple[str, str], tuple[str, ...]]


@pytest.fixture
def seats(engine: Engine) -> dict[str, Seat]:
    """Return the seats of three members of a panel on three candidates."""
    panel = add_panel(engine, CODE, "Panel", MEMBERS, "key-", "2026-11-25")
    save_needs(engine, panel, ROLE.read_text("utf-8"))
    add_candidates(engine, panel, people(*RATED, names=NAMES))
    return {name: take_seat(engine, panel, name, f"key-{name}") for name in MEMBERS}


def score(engine: Engine, seats: dict[str, Seat], text: str, stage="first") -> None:
    """Keep the scores a table shows."""
    for row in table(text).to_dict("records"):
        for member in (name for name in row if name in seats):
            level = None if pd.isna(row[member]) else int(row[member])
            kept = Score(row["candidate"], row["skill"], level, f"{member} saw it")
            save_score(engine, seats[member], kept, stage)


@pytest.fixture
def opened(open_app: Open, engine: Engine, seats: dict[str, Seat]) -> Visitor:
    """Return a member who sees the results, also those after the discussion."""
    score(engine, seats, FIRST)
    for seat in seats.values():
        submit_scores(engine, seat)
    score(engine, seats, AFTER, "after")
    return joined(open_app, CODE, "Rini")


def number(value: float) -> str:
    """Return a number with at most two digits as English pages show it."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def signed(value: float) -> str:
    """Return a difference with its sign."""
    return f"+{number(value)}" if value > 0 else number(value)


def rows_of(visitor: Visitor, key: str) -> list[dict[str, str]]:
    """Return the rows of an exported table."""
    return list(csv.DictReader(io.StringIO(visitor.download(key).decode())))


def units_of_csv(visitor: Visitor) -> Units:
    """Return what a plain loop makes of the exported scores and levels."""
    levels = rows_of(visitor, "panel-levels-csv")
    own = {(row["candidate"][-1], row["skill"]): row["level"] for row in levels}
    given: dict[tuple[str, str], list[float]] = {}
    for row in rows_of(visitor, "panel-scores-csv"):
        if row["stage"] == "first" and row["level"]:
            unit = (row["candidate"][-1], row["skill"])
            given.setdefault(unit, []).append(float(row["level"]))
    return {
        unit: (
            str(len(found)),
            number(mean(found)),
            f"{number(min(found))}–{number(max(found))}",
            own[unit] or "?",
            signed(mean(found) - float(own[unit])) if own[unit] else "?",
        )
        for unit, found in given.items()
    }


def rows_of_report(visitor: Visitor, column: str) -> list[dict[str, str]]:
    """Return the rows of the table of the report that has a column."""
    return Tables(visitor.download("panel-report-html").decode()).rows(column)


def table_of_page(visitor: Visitor, column: str) -> pd.DataFrame:
    """Return the table of a page that has a column, markdown escapes resolved."""
    tables = [t.value.rename(columns=unescaped) for t in visitor.app.table]
    (shown,) = [each for each in tables if column in each]
    return shown.map(unescaped)


def unescaped(text: str) -> str:
    """Return a text as a reader sees it."""
    return re.sub(r"\\(.)", r"\1", text).replace("\u00a0", " ")


def units_of_page(visitor: Visitor) -> Units:
    """Return what the page shows of each candidate; one is chosen by letter."""
    ids, found = ids_by_name(), {}
    for letter in "AC":
        visitor.set("panel-candidate", letter)
        shown = table_of_page(visitor, "Lowest to highest")
        for row in shown.to_dict("records"):
            level, members = re.fullmatch(r"(\S+) \(n = (\d)\)", row["Mean"]).groups()
            own, apart = re.fullmatch(r"(\S+) \((\S+)\)", row["Self-rating"]).groups()
            unit = (letter, ids[row["Skill"]])
            found[unit] = (members, level, row["Lowest to highest"], own, apart)
    return found


def test_page_report_and_csv_show_the_same_numbers_of_a_panel(opened: Visitor) -> None:
    units, ids = units_of_csv(opened), ids_by_name()
    reported = {
        (row["Candidate"][-1], ids[row["Skill"]]): (
            row["Members"], row["Mean of the panel"], row["Lowest to highest"],
            row["Self-rating"], row["Panel minus self-rating"],
        )
        for row in rows_of_report(opened, "Panel minus self-rating")
    }  # fmt: skip

    assert units["A", "programming.git"] == ("3", "3", "1–4", "5", "-2")
    assert len(units) == 5
    assert reported == units
    assert units_of_page(opened) == units


def test_page_and_report_say_the_same_of_each_member(opened: Visitor) -> None:
    reported = {
        row["Member"]: f"{row['Difference']} (n = {row['Scores compared']})"
        for row in rows_of_report(opened, "Scores compared")
    }
    shown = table_of_page(opened, "Remark")

    assert list(reported) == list(MEMBERS)
    assert dict(zip(shown["Member"], shown["Difference"])) == reported


def test_two_candidates_of_one_name_keep_their_own_scores(opened: Visitor) -> None:
    masked = units_of_page(opened)

    assert units_of_page(opened.set("reveal-names", True)) == masked
    assert "Sukarno (A)" in opened.text()
    opened.set("panel-candidate", "B")
    assert "Nobody scored this candidate." in opened.text()


def test_a_later_score_stands_beside_its_own_first_one(opened: Visitor) -> None:
    shown = {}
    for letter in "AC":
        opened.set("panel-candidate", letter)
        rows = table_of_page(opened, "First → after").set_index("Skill and member")
        shown |= {(letter, place): row for place, row in rows["First → after"].items()}

    names = {skill: name for name, skill in ids_by_name().items()}
    git, evaluation = names["programming.git"], names["ml.evaluation"]
    assert shown == {
        ("A", f"{git} · Rini"): "1 → 3",
        ("A", f"{git} · Tono"): "4 → 4",
        ("C", f"{evaluation} · Rini"): "? → 2",
        ("C", f"{evaluation} · Tono"): "? → 2",
    }


@pytest.fixture
def asked(engine: Engine) -> Iterator[list[str]]:
    """Return the table each statement is about; the beginning of a transaction, too."""
    tables: list[str] = []

    def note(_connection, _cursor, statement: str, *_more: object) -> None:
        found = re.search(r"(?:FROM|INTO|UPDATE) (\w+)", statement)
        tables.append(found[1] if found else statement.split()[0])

    event.listen(engine, "before_cursor_execute", note)
    yield tables
    event.remove(engine, "before_cursor_execute", note)


def test_a_look_at_a_panel_asks_each_question_once_in_one_transaction(
    open_app: Open, engine: Engine, seats: dict[str, Seat], asked: list[str]
) -> None:
    visitor = ["BEGIN", "people"]
    panel = ["BEGIN", "panel_members", "panel_needs", "panel_scores"]
    sealed = Counter([*visitor, *panel, "panel_candidates"])
    chair = joined(open_app, CODE, "")
    score(engine, seats, FIRST)
    rini = joined(open_app, CODE, "Rini")
    for look in (rini, chair):
        asked.clear()
        look.run()
        assert Counter(asked) == sealed

    for seat in seats.values():
        submit_scores(engine, seat)
    for look in (rini, chair):
        asked.clear()
        look.run()
        assert Counter(asked) == sealed + Counter(["panel_decisions"])
