"""The ratings CSV: what one person exports and a manager collects."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.domain.ratings import (
    BASES,
    CONTRACT_COLUMNS,
    OWN_WORDS,
    RATING_COLUMNS,
    empty_ratings,
)
from skillgap.files.safe_cells import escape_cell, restore_cell

MAX_BYTES = 5 * 1024 * 1024
MAX_COLUMNS = 200
MAX_CELL = 20_000
DELIMITERS = (",", ";", "\t")
FREE_TEXTS = ("person_id", "name", "team", "evidence", "note")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}([-+.][0-9A-Za-z.]+)?")


@dataclass(frozen=True)
class RatingsReading:
    """What a ratings CSV holds: ``rows`` is always accepted plus rejected.

    ``ratings`` has the accepted rows, columns as in ``empty_ratings``. Rows count
    data rows, the header not among them. ``kept_out`` names columns that are not
    part of the format.
    """

    ratings: pd.DataFrame
    rows: int
    problems: tuple[Problem, ...]
    delimiter: str = ","
    encoding: str = "utf-8"
    kept_out: tuple[str, ...] = ()

    @property
    def accepted(self) -> int:
        """Rows that became ratings."""
        return len(self.ratings)

    @property
    def rejected(self) -> int:
        """Rows that did not; each has at least one problem."""
        return self.rows - self.accepted


def write_ratings(ratings: pd.DataFrame, own_words: Iterable[str] = ()) -> bytes:
    """Return the ratings as CSV bytes.

    Args:
        ratings: columns as in ``empty_ratings``; a level that is not known is empty.
        own_words: which of ``evidence`` and ``note`` the person shares.
    """
    shared = set(own_words)
    columns = [*CONTRACT_COLUMNS, *(c for c in OWN_WORDS if c in shared)]
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    for row in ratings[columns].itertuples(index=False):
        writer.writerow(map(_cell, columns, row))
    return buffer.getvalue().encode("utf-8")


def _cell(column: str, value: object) -> str:
    if column == "level":
        return "" if pd.isna(value) else str(int(value))  # type: ignore[call-overload]
    return escape_cell(str(value))


def read_ratings(name: str, content: bytes, framework: Framework) -> RatingsReading:
    """Read a ratings CSV; every faulty row is a problem, none stops the others.

    Args:
        name: the file's name, for messages only.
        content: the bytes; UTF-8 with or without BOM.
        framework: the skills and profiles a row may name.
    """
    table = _open_table(name, content)
    if isinstance(table, Problem):
        return RatingsReading(empty_ratings(), 0, (table,))
    header, delimiter, rows = table
    fault = _header_problem(name, header)
    if fault:
        return RatingsReading(empty_ratings(), 0, (fault,), delimiter)
    judge = _Judge(name, header, framework)
    count = 0
    try:
        for line, row in rows:
            count += 1
            judge.take(line, row)
    except csv.Error as error:
        blanks = {"row": count + 2, "value": str(error)}
        judge.problems.append(Problem(name, "csv_broken", blanks))
        count += 1
    ratings = pd.DataFrame(judge.accepted, columns=list(RATING_COLUMNS))
    ratings = ratings.astype({"level": float})
    kept_out = tuple(c for c in header if c not in RATING_COLUMNS)
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    problems = tuple(judge.problems)
    return RatingsReading(ratings, count, problems, delimiter, encoding, kept_out)


Rows = Iterator[tuple[int, list[str]]]


def _open_table(name: str, content: bytes) -> tuple[list[str], str, Rows] | Problem:
    if len(content) > MAX_BYTES:
        return Problem(name, "file_too_large", {"limit": MAX_BYTES // 1024 // 1024})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(name, "file_not_utf8")
    if not text.strip():
        return Problem(name, "file_without_rows")
    first = text.splitlines()[0]
    if len(first) > MAX_COLUMNS * 100:
        return Problem(name, "too_many_columns", {"limit": MAX_COLUMNS})
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip() for cell in next(reader)]
    except csv.Error as error:
        return Problem(name, "csv_broken", {"row": 1, "value": str(error)})
    if len(header) > MAX_COLUMNS:
        return Problem(name, "too_many_columns", {"limit": MAX_COLUMNS})
    numbered = ((n, row) for n, row in enumerate(reader, start=2) if any(row))
    return header, delimiter, numbered


def _header_problem(name: str, header: Sequence[str]) -> Problem | None:
    repeated = sorted({c for c in header if c in RATING_COLUMNS and header.count(c) > 1})
    if repeated:
        return Problem(name, "columns_repeated", {"value": ", ".join(repeated)})
    missing = [column for column in CONTRACT_COLUMNS if column not in header]
    if missing:
        blanks = {"value": ", ".join(missing), "found": ", ".join(header)[:200]}
        return Problem(name, "columns_missing", blanks)
    return None


class _Judge:
    """Accepts rows one by one and notes what is wrong with the others."""

    def __init__(self, name: str, header: Sequence[str], framework: Framework) -> None:
        self.name = name
        self.framework = framework
        self.width = len(header)
        self.positions = {c: header.index(c) for c in RATING_COLUMNS if c in header}
        self.accepted: list[dict[str, object]] = []
        self.problems: list[Problem] = []
        self.seen: dict[tuple[str, str, str], int] = {}

    def take(self, line: int, row: list[str]) -> None:
        if len(row) != self.width:
            self.report(line, "row_width", "", len(row), expected=self.width)
            return
        cells = {column: row[place] for column, place in self.positions.items()}
        before = len(self.problems)
        record = self.record(line, cells)
        if len(self.problems) == before and self.is_first(line, record):
            self.accepted.append(record)

    def record(self, line: int, cells: dict[str, str]) -> dict[str, object]:
        """Return the typed row; what does not hold is reported."""
        found: dict[str, object] = {"evidence": "", "note": ""}
        for column in FREE_TEXTS:
            if column in cells:
                found[column] = self.free_text(line, column, cells[column])
        if not str(found["person_id"]).strip():
            self.report(line, "person_missing", "person_id", "")
        found["skill"] = self.named(line, "skill", cells["skill"], self.framework.skills)
        profiles = ["", *self.framework.profiles]
        found["profile"] = self.named(line, "profile", cells["profile"], profiles)
        found["level"] = self.level(line, cells["level"])
        found["rated_on"] = self.day(line, cells["rated_on"], cells["level"])
        found["basis"] = self.basis(line, cells["basis"], cells["level"])
        found["framework"] = self.version(line, cells["framework"])
        return found

    def free_text(self, line: int, column: str, cell: str) -> str:
        if len(cell) > MAX_CELL:
            self.report(line, "cell_too_long", column, cell[:40], limit=MAX_CELL)
        return restore_cell(cell)

    def named(self, line: int, column: str, cell: str, known: Iterable[str]) -> str:
        names = set(known)
        value = cell.strip()
        if value not in names:
            hint = suggest_name(value, names - {""})
            self.report(line, f"{column}_unknown", column, value, suggestion=hint)
        return value

    def level(self, line: int, cell: str) -> float:
        value = cell.strip()
        if re.fullmatch(r"[0-5]", value):
            return float(value)
        if value:
            is_number = re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?", value)
            code = "level_off_scale" if is_number else "level_not_a_number"
            self.report(line, code, "level", value)
        return float("nan")

    def day(self, line: int, cell: str, level: str) -> str:
        value = cell.strip()
        if not value and not level.strip():
            return ""
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value, re.ASCII):
                return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
        self.report(line, "date_unreadable", "rated_on", value)
        return ""

    def basis(self, line: int, cell: str, level: str) -> str:
        value = cell.strip()
        if value not in BASES and (value or level.strip()):
            hint = suggest_name(value, BASES)
            self.report(line, "basis_unknown", "basis", value, suggestion=hint)
        return value

    def version(self, line: int, cell: str) -> str:
        value = cell.strip()
        if not _VERSION.fullmatch(value):
            self.report(line, "version_unreadable", "framework", value)
        return value

    def is_first(self, line: int, record: dict[str, object]) -> bool:
        key = (str(record["person_id"]), str(record["skill"]), str(record["rated_on"]))
        first = self.seen.setdefault(key, line)
        if first != line:
            self.report(line, "rating_repeated", "skill", record["skill"], first=first)
        return first == line

    def report(
        self, line: int, code: str, column: str, value: object, **more: object
    ) -> None:
        blanks = {"row": line, "column": column, "value": value, **more}
        self.problems.append(Problem(self.name, code, blanks))
