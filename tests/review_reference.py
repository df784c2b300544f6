"""A slow, plain review: one row after the other, nothing clever.

What the fast review computes must equal this bit by bit.
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.domain.team.state import PEOPLE_COLUMNS, TeamState
from skillgap.files.rating_rows import RowJudge
from skillgap.files.ratings import DELIMITERS, read_ratings

BASES = {"claimed": 0, "evidenced": 1, "checked": 2, "": -1}
Row = dict[str, Any]
Cell = tuple[str, str]


@dataclass
class PlainReview:
    """Accepted rows in reading order, and everything that was wrong.

    ``versions`` counts valid rows, those that repeat an earlier one among them.
    """

    rows: list[Row] = field(default_factory=list)
    read: list[int] = field(default_factory=list)
    accepted: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    versions: Counter[str] = field(default_factory=Counter)

    @property
    def counts(self) -> Counter[str]:
        return Counter(problem.code for problem in self.problems)

    def people(self) -> list[tuple[str, str, str, str]]:
        """Return everybody by id with the details of their newest day."""
        newest: dict[str, Row] = {}
        for row in self.rows:
            known = newest.setdefault(row["person_id"], row)
            if row["rated_on"] > known["rated_on"]:
                newest[row["person_id"]] = row
        columns = ("person_id", "name", "team", "profile")
        return sorted(tuple(row[name] for name in columns) for row in newest.values())

    def latest(self, day: str = "9999-12-31") -> dict[Cell, Row]:
        """Return the latest dated row of each person and skill up to a day."""
        found: dict[Cell, Row] = {}
        for row in self.rows:
            if not row["rated_on"] or row["rated_on"] > day:
                continue
            cell = row["person_id"], row["skill"]
            if cell not in found or row["rated_on"] > found[cell]["rated_on"]:
                found[cell] = row
        return found

    def previous(self) -> dict[Cell, Row]:
        """Return the dated row before the latest one of each person and skill."""
        latest = self.latest()
        found: dict[Cell, Row] = {}
        for row in self.rows:
            cell = row["person_id"], row["skill"]
            if not row["rated_on"] or row is latest[cell]:
                continue
            if cell not in found or row["rated_on"] > found[cell]["rated_on"]:
                found[cell] = row
        return found


def state_of(plain: PlainReview, skills: list[str], day: str = "9999") -> TeamState:
    """Return where everybody stood on a day, one cell after the other."""
    everybody, latest = plain.people(), plain.latest(day)
    levels, days, bases = [], [], []
    for person, *_ in everybody:
        rows = [latest.get((person, skill)) for skill in skills]
        levels.append([_level(row) for row in rows])
        days.append([_ordinal(row) for row in rows])
        bases.append([BASES[row["basis"]] if _level(row) >= 0 else -1 for row in rows])
    shape = (len(everybody), len(skills))
    return TeamState(
        pd.DataFrame(everybody, columns=list(PEOPLE_COLUMNS), dtype=str),
        tuple(skills),
        np.array(levels, np.int8).reshape(shape),
        np.array(days, np.int32).reshape(shape),
        np.array(bases, np.int8).reshape(shape),
    )


def _level(row: Row | None) -> int:
    """Return a level, -1 for unrated, -2 for "don't know"."""
    if row is None:
        return -1
    return -2 if row["level"] != row["level"] else int(row["level"])


def _ordinal(row: Row | None) -> int:
    return date.fromisoformat(row["rated_on"]).toordinal() if row else 0


def review_plainly(files: list[tuple[str, bytes]], framework: Framework) -> PlainReview:
    """Judge files row by row; what repeats an earlier row is no answer."""
    review, seen = PlainReview(), {}
    for name, content in files:
        read, lines, problems = _judge_file(name, content, framework)
        kept = 0
        for line, row in lines:
            review.versions[row["framework"]] += 1
            key = row["person_id"], row["skill"], row["rated_on"]
            other, first = seen.setdefault(key, (name, line))
            if (other, first) == (name, line):
                review.rows.append(row)
                kept += 1
                continue
            blanks = {"row": line, "column": "skill", "value": row["skill"]}
            blanks["first"], code = first, "rating_repeated"
            if other != name:
                blanks["other"], code = other, "rating_repeated_elsewhere"
            problems.append(Problem(name, code, blanks))
        problems.sort(key=lambda problem: problem.values.get("row", 0))
        review.problems += problems
        review.read.append(read)
        review.accepted.append(kept)
    return review


def _judge_file(
    name: str, content: bytes, framework: Framework
) -> tuple[int, list[tuple[int, Row]], list[Problem]]:
    """Return how many rows a file has, the good ones by number, and its problems."""
    reading = read_ratings(name, content, framework)
    if not reading.rows:
        return 0, [], list(reading.problems)
    text = content.decode("utf-8-sig")
    delimiter = max(DELIMITERS, key=text.splitlines()[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = [cell.strip() for cell in next(reader)]
    rows, lines, problems, number = 0, [], [], 1
    try:
        for number, row in enumerate(reader, start=2):
            if any(row):
                rows += 1
                judge = RowJudge(name, header, framework)
                judge.take(number, row)
                lines += [(number, good) for good in judge.accepted]
                problems += judge.problems
    except csv.Error as error:
        rows += 1
        blanks = {"row": number + 1, "value": str(error)}
        problems.append(Problem(name, "csv_broken", blanks))
    assert rows == reading.rows
    return rows, lines, problems
