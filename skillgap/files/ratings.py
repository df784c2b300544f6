"""The ratings CSV: what one person exports and a manager collects."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.domain.ratings import (
    CONTRACT_COLUMNS,
    OWN_WORDS,
    RATING_COLUMNS,
    empty_ratings,
)
from skillgap.files.rating_rows import RowJudge
from skillgap.files.rating_rules import is_blank
from skillgap.files.safe_cells import escape_cell

MAX_BYTES = 5 * 1024 * 1024
MAX_COLUMNS = 200
DELIMITERS = (",", ";", "\t")


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
    judge = RowJudge(name, header, framework)
    count, line = 0, 1
    try:
        for line, row in enumerate(rows, start=2):
            if not is_blank(row):
                count += 1
                judge.take(line, row)
    except csv.Error as error:
        blanks = {"row": line + 1, "value": str(error)}
        judge.problems.append(Problem(name, "csv_broken", blanks))
        count += 1
    ratings = pd.DataFrame(judge.accepted, columns=list(RATING_COLUMNS))
    ratings = ratings.astype({"level": float})
    kept_out = tuple(c for c in header if c not in RATING_COLUMNS)
    encoding = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    problems = tuple(judge.problems)
    return RatingsReading(ratings, count, problems, delimiter, encoding, kept_out)


def _open_table(
    name: str, content: bytes
) -> tuple[list[str], str, Iterator[list[str]]] | Problem:
    if len(content) > MAX_BYTES:
        return Problem(name, "file_too_large", {"limit": MAX_BYTES // 1024 // 1024})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem(name, "file_not_utf8")
    if not text.strip():
        return Problem(name, "file_without_rows")
    first = text.splitlines()[0]
    if "\0" in first:  # UTF-16 without its mark, or no text at all
        return Problem(name, "file_not_utf8")
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
    return header, delimiter, reader


def _header_problem(name: str, header: Sequence[str]) -> Problem | None:
    repeated = sorted(
        {c for c in header if c in RATING_COLUMNS and header.count(c) > 1}
    )
    if repeated:
        return Problem(name, "columns_repeated", {"value": ", ".join(repeated)})
    missing = [column for column in CONTRACT_COLUMNS if column not in header]
    if missing:
        blanks = {"value": ", ".join(missing), "found": ", ".join(header)[:200]}
        return Problem(name, "columns_missing", blanks)
    return None
