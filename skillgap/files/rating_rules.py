"""What each cell of a ratings row must be: one definition, for rows and for blocks.

A cell is judged by its text alone, so a row's cells can be judged one by one and the
many rows of a block by their few different texts. What is wrong, or empty, is a mark;
only all marks of a row together say what is to be reported.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from skillgap.domain.ratings import BASES

MAX_CELL = 20_000
FREE_TEXTS = ("person_id", "name", "team", "evidence", "note")
CODED_COLUMNS = ("skill", "level", "rated_on", "basis", "profile", "framework")
(
    NO_PERSON, BAD_SKILL, BAD_PROFILE, NOT_A_LEVEL, OFF_SCALE, BAD_DAY, BAD_BASIS,
    BAD_VERSION, EMPTY_LEVEL, EMPTY_DAY, EMPTY_BASIS, TOO_LONG,
) = (1 << bit for bit in range(12))  # fmt: skip
MARKS = 1 << 12
BLANK = NO_PERSON | BAD_SKILL | BAD_VERSION | EMPTY_LEVEL | EMPTY_DAY | EMPTY_BASIS
"""The marks of an empty row; other rows may have them, too."""
_LEVEL = re.compile(r"[0-5]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}([-+.][0-9A-Za-z.]+)?")


class Fault(NamedTuple):
    """A column in which something is wrong, and the code of the problem."""

    column: str
    code: str


_FAULTS = {
    NO_PERSON: Fault("person_id", "person_missing"),
    BAD_SKILL: Fault("skill", "skill_unknown"),
    BAD_PROFILE: Fault("profile", "profile_unknown"),
    NOT_A_LEVEL: Fault("level", "level_not_a_number"),
    OFF_SCALE: Fault("level", "level_off_scale"),
    BAD_DAY: Fault("rated_on", "date_unreadable"),
    BAD_BASIS: Fault("basis", "basis_unknown"),
    BAD_VERSION: Fault("framework", "version_unreadable"),
}
"""In the order in which a row's problems are told."""


class CellRules:
    """What is wrong with the cell of a column; ``names`` are those a cell may name."""

    def __init__(self, skills: Collection[str], profiles: Collection[str]) -> None:
        self.names = {
            "skill": frozenset(skills),
            "profile": frozenset(["", *profiles]),
            "basis": frozenset(BASES),
        }

    def judge(self, column: str, value: str) -> int:
        """Return the marks of a cell of ``CODED_COLUMNS``, 0 if it is sound.

        Args:
            column: its name.
            value: its text without blanks around it.

        """
        match column:
            case "skill":
                return 0 if value in self.names["skill"] else BAD_SKILL
            case "profile":
                return 0 if value in self.names["profile"] else BAD_PROFILE
            case "basis" if value:
                return 0 if value in self.names["basis"] else BAD_BASIS
            case "basis":
                return EMPTY_BASIS
            case "level":
                return _judge_level(value)
            case "rated_on":
                return _judge_day(value)
        return 0 if _VERSION.fullmatch(value) else BAD_VERSION


def _judge_level(value: str) -> int:
    if not value:
        return EMPTY_LEVEL
    if _LEVEL.fullmatch(value):
        return 0
    return OFF_SCALE if _NUMBER.fullmatch(value) else NOT_A_LEVEL


def _judge_day(value: str) -> int:
    if not value:
        return EMPTY_DAY
    try:
        if _DAY.fullmatch(value):
            date.fromisoformat(value)
            return 0
    except ValueError:
        pass
    return BAD_DAY


def is_blank(cells: Iterable[str]) -> bool:
    """Say whether a line is no row at all."""
    return not any(cells)


def judge_person(person: str) -> int:
    """Return the marks of a person id, 0 if it is one."""
    return 0 if person.strip() else NO_PERSON


def is_too_long(text: str) -> bool:
    """Say whether a free text is longer than one may be."""
    return len(text) > MAX_CELL


def list_faults(marks: int) -> list[Fault]:
    """Return what is wrong with a row with these marks, in the order of its sentences.

    An empty day or basis is wrong only beside a level. Texts that are too long are
    left out: there may be several in a row.
    """
    has_level = not marks & EMPTY_LEVEL
    if has_level and marks & EMPTY_DAY:
        marks |= BAD_DAY
    if has_level and marks & EMPTY_BASIS:
        marks |= BAD_BASIS
    return [fault for mark, fault in _FAULTS.items() if marks & mark]


def is_accepted(marks: int) -> bool:
    """Say whether a row with these marks is a rating."""
    return not list_faults(marks) and not marks & TOO_LONG
