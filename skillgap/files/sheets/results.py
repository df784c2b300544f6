"""What a reading of ratings files says of itself, as plain JSON values."""

from collections.abc import Callable, Sequence
from typing import Any

from skillgap.files.sheets.reading import ForeignReading
from skillgap.files.sheets.tables import AnyReading
from skillgap.files.wording import describe_note

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
    foreign = [each for each in readings if isinstance(each, ForeignReading)]
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
    if isinstance(reading, ForeignReading):
        layout, scale = reading.layout, reading.scale
    return {
        "layout": layout,
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "scale": scale,
    }


def _beside(
    foreign: Sequence[ForeignReading], translate: Callable[[str], str]
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
