"""What the short cells of a ratings row mean, as numbers to judge whole blocks by.

The rules are those of ``rating_rows.RowJudge``, one distinct text at a time instead of
one row at a time; ``tests/files/test_cell_codes.py`` holds the two together. A code is
the part of an answer's key (see ``domain.history``) that the cell stands for, with
marks above bit 47 for what is wrong with it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from skillgap.domain.ratings import BASES
from skillgap.domain.team.history import (
    DAY_AT,
    LEVEL_AT,
    MAX_SKILLS,
    NO_BASIS,
    SKILL_AT,
    UNSURE_LEVEL,
)

MARK_AT = 48
(
    NO_PERSON, BAD_SKILL, BAD_PROFILE, NOT_A_LEVEL, OFF_SCALE, BAD_DAY, BAD_BASIS,
    BAD_VERSION, EMPTY_LEVEL, EMPTY_DAY, EMPTY_BASIS, TOO_LONG,
) = (1 << bit for bit in range(12))  # fmt: skip
MARKS = 1 << 12
BLANK = NO_PERSON | BAD_SKILL | BAD_VERSION | EMPTY_LEVEL | EMPTY_DAY | EMPTY_BASIS

_CODES = (
    (NO_PERSON, "person_missing"),
    (BAD_SKILL, "skill_unknown"), (BAD_PROFILE, "profile_unknown"),
    (NOT_A_LEVEL, "level_not_a_number"), (OFF_SCALE, "level_off_scale"),
    (BAD_DAY, "date_unreadable"), (BAD_BASIS, "basis_unknown"),
    (BAD_VERSION, "version_unreadable"),
)  # fmt: skip
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}([-+.][0-9A-Za-z.]+)?")
_REMEMBERED = 100_000

CODED_COLUMNS = ("skill", "level", "rated_on", "basis", "profile", "framework")


class CellCodes:
    """The code of every cell text met so far; safe to share between threads."""

    def __init__(self, skills: Iterable[str], profiles: Iterable[str]) -> None:
        places = {skill: n << SKILL_AT for n, skill in enumerate(skills)}
        if len(places) > MAX_SKILLS:
            raise ValueError(f"a framework has at most {MAX_SKILLS} skills")
        bases = {"": mark(EMPTY_BASIS) | NO_BASIS}
        bases |= {basis: n for n, basis in enumerate(BASES)}
        known = dict.fromkeys(["", *profiles], 0)
        self._rules: dict[str, Callable[[str], int]] = {
            "skill": lambda value: places.get(value, mark(BAD_SKILL)),
            "profile": lambda value: known.get(value, mark(BAD_PROFILE)),
            "basis": lambda value: bases.get(value, mark(BAD_BASIS)),
            "level": _level_code,
            "rated_on": _day_code,
            "framework": _version_code,
        }
        self._known: dict[str, dict[str, int]] = {name: {} for name in CODED_COLUMNS}

    def of(self, column: str, cells: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return the code of each cell of a column."""
        known, rule = self._known[column], self._rules[column]
        found = [known.get(cell) for cell in cells]
        for place, code in enumerate(found):
            if code is None:
                found[place] = code = rule(cells[place].strip())
                if len(known) < _REMEMBERED:
                    known[cells[place]] = code
        return np.array(found, np.int64)


def mark(fault: int) -> int:
    """Return a mark at its place in a code."""
    return fault << MARK_AT


def problem_codes(marks: int) -> list[str]:
    """Return what is wrong with a row with these marks, in the order of its sentences.

    An empty day or basis is wrong only beside a level. Texts that are too long are
    left out: there may be several in a row.
    """
    has_level = not marks & EMPTY_LEVEL
    if has_level and marks & EMPTY_DAY:
        marks |= BAD_DAY
    if has_level and marks & EMPTY_BASIS:
        marks |= BAD_BASIS
    return [code for fault, code in _CODES if marks & fault]


ACCEPTED = np.array(
    [not problem_codes(marks) and not marks & TOO_LONG for marks in range(MARKS)]
)
"""Whether a row is accepted, by its marks."""


def _level_code(value: str) -> int:
    if value in {"0", "1", "2", "3", "4", "5"}:
        return int(value) << LEVEL_AT
    if not value:
        return mark(EMPTY_LEVEL) | UNSURE_LEVEL << LEVEL_AT
    return mark(OFF_SCALE if _NUMBER.fullmatch(value) else NOT_A_LEVEL)


def _day_code(value: str) -> int:
    if not value:  # turns "don't know" into "not rated"
        return mark(EMPTY_DAY) | 1 << LEVEL_AT
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value).toordinal() << DAY_AT
    except ValueError:
        pass
    return mark(BAD_DAY)


def _version_code(value: str) -> int:
    return 0 if _VERSION.fullmatch(value) else mark(BAD_VERSION)
