"""The command ``read``: any file of ratings, and what it says of itself."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.domain.ratings import empty_ratings
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.own_exports import own_export
from skillgap.files.ratings import RatingsReading, read_ratings
from skillgap.files.wording import describe_note
from skillgap.sheets.files.draft import complete_skills, start_mapping, survey_table
from skillgap.sheets.files.file_proposal import Proposal, propose
from skillgap.sheets.files.mapping_file import write_mapping
from skillgap.sheets.files.reading import find_sheet, read_foreign
from skillgap.sheets.mapping import SheetMapping

AnyReading = RatingsReading | SheetReading


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
    return read_foreign(name, content, framework, today, mapping)


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


OWN_LAYOUT, OWN_SCALE = "ratings", "0-5"


def describe_readings(
    readings: Sequence[AnyReading], translate: Callable[[str], str]
) -> dict[str, Any]:
    """Return what was read: rows are always accepted plus rejected.

    Layout, encoding, separator and scale are those of the first file. ``assumed`` says
    what was assumed of foreign files, ``rows_left_out`` which of their rows are no
    people or skills; ``cells_rejected`` counts faulty cells that stay unknown.
    """
    people: set[str] = set()
    skills: set[str] = set()
    for reading in readings:
        people |= set(reading.ratings["person_id"])
        skills |= set(reading.ratings["skill"])
    foreign = [each for each in readings if isinstance(each, SheetReading)]
    for each in foreign:
        people |= {person.id for person in each.people}
        skills |= set(each.skills)
    return {
        "rows": sum(reading.rows for reading in readings),
        "accepted": sum(reading.accepted for reading in readings),
        "rejected": sum(reading.rejected for reading in readings),
        "people": len(people),
        "skills": len(skills),
        "ratings": sum(int(each.ratings["level"].notna().sum()) for each in readings),
        **_shape(readings[0]),
        **(_beside(foreign, translate) if foreign else {}),
    }


def _shape(reading: AnyReading) -> dict[str, Any]:
    layout, scale = OWN_LAYOUT, OWN_SCALE
    if isinstance(reading, SheetReading):
        layout, scale = reading.layout, reading.scale
    return {
        "layout": layout,
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "scale": scale,
    }


def _beside(
    foreign: Sequence[SheetReading], translate: Callable[[str], str]
) -> dict[str, Any]:
    return {
        "sheet": foreign[0].sheet,
        "cells_rejected": sum(reading.cells_rejected for reading in foreign),
        "rows_left_out": [
            {"row": entry.row, "label": entry.label, "why": entry.why}
            for reading in foreign
            for entry in reading.left_out
        ],
        "columns_left_out": [
            {"column": name, "why": why}
            for reading in foreign
            for name, why in reading.columns_out.items()
        ],
        "own_skills": {
            key: name for each in foreign for key, name in each.own_skills.items()
        },
        "assumed": [
            {"code": note.code, "message": describe_note(note, translate)}
            for reading in foreign
            for note in reading.assumed
        ],
    }
