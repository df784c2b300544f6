"""What the short cells of a ratings row mean, as numbers to judge whole blocks by.

A code is the part of an answer's key (see ``domain.history``) that the cell stands
for, with the marks of ``rating_rules`` above bit 47.
"""

from collections.abc import Iterable, Sequence
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
from skillgap.files.rating_rules import CODED_COLUMNS, MARKS, CellRules, is_accepted

MARK_AT = 48
_EMPTY = {
    "level": UNSURE_LEVEL << LEVEL_AT,
    "rated_on": 1 << LEVEL_AT,  # turns "don't know" into "not rated"
    "basis": NO_BASIS,
}
_REMEMBERED = 100_000  # texts a column; chosen, not measured: bounds memory


class CellCodes:
    """The code of every cell text met so far; safe to share between threads."""

    def __init__(self, skills: Iterable[str], profiles: Iterable[str]) -> None:
        self._places = {skill: n for n, skill in enumerate(skills)}
        if len(self._places) > MAX_SKILLS:
            raise ValueError(f"a framework has at most {MAX_SKILLS} skills")
        self._rules = CellRules(self._places, list(profiles))
        self._known: dict[str, dict[str, int]] = {name: {} for name in CODED_COLUMNS}

    def of(self, column: str, cells: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return the code of each cell of a column."""
        known = self._known[column]
        found = [known.get(cell) for cell in cells]
        for place, code in enumerate(found):
            if code is None:
                found[place] = code = self._code(column, cells[place].strip())
                if len(known) < _REMEMBERED:
                    known[cells[place]] = code
        return np.array(found, np.int64)

    def _code(self, column: str, value: str) -> int:
        marks = mark(self._rules.judge(column, value))
        if not value:
            return marks | _EMPTY.get(column, 0)
        return marks or self._meaning(column, value)

    def _meaning(self, column: str, value: str) -> int:
        """Return what a sound cell that is not empty says."""
        match column:
            case "skill":
                return self._places[value] << SKILL_AT
            case "level":
                return int(value) << LEVEL_AT
            case "rated_on":
                return date.fromisoformat(value).toordinal() << DAY_AT
            case "basis":
                return BASES.index(value)
        return 0


def mark(marks: int) -> int:
    """Return marks at their place in a code."""
    return marks << MARK_AT


ACCEPTED = np.array([is_accepted(marks) for marks in range(MARKS)])
"""Whether a row is accepted, by its marks."""
