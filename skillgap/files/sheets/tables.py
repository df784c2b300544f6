"""Opens any file of ratings: our own export, or a spreadsheet somebody else made."""

from collections.abc import Iterable
from pathlib import Path

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.domain.ratings import empty_ratings
from skillgap.domain.sheets.mapping import SheetMapping
from skillgap.files.own_exports import own_export
from skillgap.files.ratings import RatingsReading, read_ratings
from skillgap.files.sheets.foreign import propose, read_foreign
from skillgap.files.sheets.mapping import write_mapping
from skillgap.files.sheets.reading import ForeignReading

AnyReading = RatingsReading | ForeignReading


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
