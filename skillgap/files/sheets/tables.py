"""Opens any file of ratings: our own export, or a spreadsheet somebody else made."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.domain.ratings import CONTRACT_COLUMNS, empty_ratings
from skillgap.domain.sheets.mapping import SheetMapping
from skillgap.files.ratings import RatingsReading, read_ratings
from skillgap.files.sheets.foreign import propose, read_foreign
from skillgap.files.sheets.mapping import write_mapping
from skillgap.files.sheets.reading import ForeignReading
from skillgap.files.sheets.separators import SEPARATORS
from skillgap.files.sheets.signatures import find_signature
from skillgap.files.sheets.workbook import open_file

AnyReading = RatingsReading | ForeignReading
ENOUGH_COLUMNS = 5


def own_export(name: str, content: bytes) -> bytes | None:
    """Return one of our exports as CSV, None if the file is somebody else's.

    An export has at least five of the columns we write in its first row. One that a
    spreadsheet program saved as a workbook is written out again, row by row.
    """
    if find_signature(content) != "ZIP":
        first = content[:4000].decode("utf-8-sig", "replace").splitlines()[:1]
        rows = (csv.reader(first, delimiter=separator) for separator in SEPARATORS)
        is_own = any(_is_ours(row) for reader in rows for row in reader)
        return content if is_own else None
    file = open_file(name, content)
    if isinstance(file, Problem) or len(file.sheets) != 1:
        return None
    sheet = file.sheets[0]
    if not sheet.rows or not _is_ours(sheet.rows[0]):
        return None
    target = io.StringIO(newline="")
    padded = ((*row, *[""] * (sheet.width - len(row))) for row in sheet.rows)
    csv.writer(target).writerows(padded)
    return target.getvalue().encode("utf-8")


def _is_ours(row: Sequence[str]) -> bool:
    return len({cell.strip() for cell in row} & set(CONTRACT_COLUMNS)) >= ENOUGH_COLUMNS


def read_any(
    name: str,
    content: bytes,
    framework: Framework,
    mapping: SheetMapping | None = None,
    today: str = "",
) -> AnyReading:
    """Read an export of ours as such, anything else as a foreign spreadsheet.

    Args:
        name: the file's name, for messages.
        content: the bytes.
        framework: the skills and profiles a row may name.
        mapping: what a reader confirmed about a foreign file; with it, even a file
            that looks like ours is read as it says.
        today: ISO date of foreign ratings without one.

    """
    own = own_export(name, content) if mapping is None else None
    if own is not None:
        return read_ratings(name, own, framework)
    return read_foreign(name, content, framework, mapping, today)


def read_files(
    paths: Iterable[Path],
    framework: Framework,
    mapping: SheetMapping | None = None,
    today: str = "",
) -> list[AnyReading]:
    """Read several files; one that cannot be opened is a problem as well."""
    return [_read_file(path, framework, mapping, today) for path in paths]


def write_proposal(
    source: Path, target: Path, framework: Framework
) -> tuple[Problem, ...]:
    """Write the mapping proposed for a foreign file; none where it cannot be read.

    Its questions are problems of the reading; whoever confirms the mapping answers
    them in it.
    """
    try:
        mapping = propose(source.name, source.read_bytes(), framework).mapping
        if mapping is not None:
            target.write_bytes(write_mapping(mapping, source.name))
    except OSError as error:
        blanks = {"value": error.strerror or str(error)}
        return (Problem(str(error.filename), "file_unreadable", blanks),)
    return ()


def _read_file(
    path: Path, framework: Framework, mapping: SheetMapping | None, today: str
) -> AnyReading:
    try:
        content = path.read_bytes()
    except OSError as error:
        blanks = {"value": error.strerror or str(error)}
        problem = Problem(str(path), "file_unreadable", blanks)
        return RatingsReading(empty_ratings(), 0, (problem,))
    return read_any(path.name, content, framework, mapping, today)
