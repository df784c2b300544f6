"""Opens any file of ratings: our own export, or a spreadsheet somebody else made."""

import csv
import io
from collections.abc import Iterable
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

AnyReading = RatingsReading | ForeignReading
ENOUGH_COLUMNS = 5


def is_own_export(content: bytes) -> bool:
    """Say whether the first row has at least five of the columns we export."""
    first = content[:4000].decode("utf-8-sig", "replace").splitlines()[:1]
    for separator in SEPARATORS:
        for row in csv.reader(io.StringIO("".join(first)), delimiter=separator):
            names = {cell.strip() for cell in row}
            if len(names & set(CONTRACT_COLUMNS)) >= ENOUGH_COLUMNS:
                return True
    return False


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
    if mapping is None and is_own_export(content):
        return read_ratings(name, content, framework)
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
