"""The figures of each skill: as plain JSON values, and as a CSV a spreadsheet opens."""

import csv
import io
import math
from typing import Any

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import BASES
from skillgap.domain.scale import Language
from skillgap.domain.team.review import TeamReview
from skillgap.files.safe_cells import escape_cell
from skillgap.files.team.file_review import FileReview

MOST_MENTORS = 100

_NUMBERS = (
    "target", "weight", "median", "q1", "q3", "rated", "unsure", "unrated", *BASES,
    "stale", "ahead",
)  # fmt: skip
_ASKED = ("at_target", "below", "coverage")


def describe_skills(review: TeamReview) -> list[dict[str, Any]]:
    """Return the figures of each skill, in framework order; unknown numbers are None.

    The keys are those of ``measure_skills`` but for the levels. ``single_holder`` is
    the id of the only person at target. ``mentors`` are ids of those
    at target or above and two levels above somebody below it, the highest level first,
    at most ``MOST_MENTORS``; ``mentor_count`` is their number.
    """
    mentors = review.mentors(MOST_MENTORS)
    return [
        _describe(row, mentors[row["skill"]])
        for row in review.skills.to_dict("records")
    ]


def _describe(row: dict[Any, Any], mentors: list[str]) -> dict[str, Any]:
    is_asked = not pd.isna(row["target"])
    return {
        "skill": row["skill"],
        **{name: number(row[name]) for name in _NUMBERS},
        **{name: number(row[name]) if is_asked else None for name in _ASKED},
        "single_holder": row["single_holder"] or None,
        "nobody": bool(row["nobody"]),
        "mentors": mentors,
        "mentor_count": int(row["mentors"]),
        "oldest": row["oldest"] or None,
    }


def number(value: float) -> float | int | None:
    """Return a number as JSON knows it: null if unknown, whole ones as integers."""
    if pd.isna(value):
        return None
    found = float(value)
    return int(found) if found == math.floor(found) else round(found, 6)


def write_skills(framework: Framework, found: FileReview, language: Language) -> bytes:
    """Return the figures of each skill as CSV; what is not known is empty.

    Columns ``skill``, ``name`` and ``area`` (in the language), then the keys of
    ``describe_skills``; ids of mentors stand in one cell, with commas between. A byte
    order mark tells spreadsheets that it is UTF-8.
    """
    rows = describe_skills(found.review)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for place, row in enumerate(rows):
        cells = {"skill": row["skill"], **_name(framework, row["skill"], language)}
        cells |= row | {"mentors": ",".join(row["mentors"])}
        if not place:
            writer.writerow(cells)
        writer.writerow(map(_cell, cells.values()))
    return buffer.getvalue().encode("utf-8-sig")


def _name(framework: Framework, skill: str, language: Language) -> dict[str, str]:
    area = framework.areas[framework.area_of[skill]]
    return {
        "name": framework.skills[skill].name.in_language(language),
        "area": area.name.in_language(language),
    }


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else escape_cell(str(value))
