"""Opens any file of ratings: our own export, or a spreadsheet somebody else made."""

from collections.abc import Iterable
from pathlib import Path

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.domain.ratings import empty_ratings
from skillgap.domain.sheets.mapping import SheetMapping
from skillgap.files.own_exports import own_export
from skillgap.files.ratings import RatingsReading, read_ratings
from skillgap.files.sheets.draft import (
    complete_skills,
    start_mapping,
    survey_table,
)
from skillgap.files.sheets.foreign import find_sheet, propose, read_foreign
from skillgap.files.sheets.mapping import write_mapping
from skillgap.files.sheets.proposal import Proposal
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
    source: Path,
    target: Path,
    framework: Framework,
    mapping: SheetMapping | None = None,
) -> tuple[Problem, ...]:
    """Write the mapping proposed for a foreign file; none where it cannot be opened.

    Its questions are problems of the reading; whoever confirms the mapping answers
    them in it. Where no table was found, every column is "out", for the reader to say
    what it is. A ``mapping`` begun by the reader stays; its skills become those of the
    columns it names.
    """
    try:
        proposal = propose(source.name, source.read_bytes(), framework)
        proposed = _complete(proposal, mapping, framework)
        if proposed is not None:
            target.write_bytes(write_mapping(proposed, source.name))
    except OSError as error:
        blanks = {"value": error.strerror or str(error)}
        return (Problem(str(error.filename), "file_unreadable", blanks),)
    return ()


def _complete(
    proposal: Proposal, mapping: SheetMapping | None, framework: Framework
) -> SheetMapping | None:
    """Return what a reader confirms next, None if the file cannot be opened."""
    if mapping is None:
        empty = start_mapping(proposal.sheet) if proposal.sheet else None
        return proposal.mapping or empty
    sheet = find_sheet(proposal.file, mapping.sheet) if proposal.file else None
    if sheet is None:
        return mapping
    return complete_skills(mapping, survey_table(sheet, mapping, framework))


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
