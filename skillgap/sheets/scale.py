"""A foreign scale and how it is put on ours, 0 to 5.

The ends of their scale go to the ends of ours: the lowest mark of a scale that begins
at 0 becomes level 0, of one that begins at 1 level 1; the highest becomes level 5.
What lies between is spread evenly, and a half is rounded down: nobody is credited with
a level that was not reached. Words and symbols have a table.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from skillgap.domain.scale import Level
from skillgap.sheets.marks import read_mark

TOP = 5


@dataclass(frozen=True)
class Scale:
    """How the marks of a file become levels.

    ``levels`` has the level of each mark by its folded text, None for a mark that says
    nothing. Numbers that are not in it and lie from ``low`` to ``high`` are spread;
    without these two no number counts.
    """

    name: str
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None

    def level_of(self, cell: str) -> float | None:
        """Return the level of a cell, NaN if it is unknown, None if off the scale."""
        folded = fold_mark(cell)
        if folded in self.levels:
            level = self.levels[folded]
            return math.nan if level is None else float(level)
        mark = read_mark(cell)
        if mark is None:
            return None
        if mark.kind == "unknown":
            return math.nan
        if mark.kind == "percent":
            return spread(mark.value, 0, 100)
        if mark.kind not in ("number", "count") or self.high is None:
            return None
        return spread(mark.value, self.low, mark.high or self.high)

    def table(self, cells: Iterable[str]) -> dict[str, Level | None]:
        """Return the level of each mark that occurs, None for the unknown ones."""
        found: dict[str, Level | None] = {}
        for cell in cells:
            level = self.level_of(cell)
            if level is not None and cell.strip():
                found[cell.strip()] = None if math.isnan(level) else to_level(level)
        return found


def fold_mark(cell: str) -> str:
    """Return a mark without capitals and without blanks around it."""
    return cell.strip().casefold()


def to_level(value: float) -> Level:
    """Return a whole number from 0 to 5 as a level."""
    return int(value)  # type: ignore[return-value]


def spread(value: float | None, low: float | None, high: float | None) -> float | None:
    """Return the level of a number on a scale, None if it lies outside.

    A scale that begins at 1 ends up on 1 to 5, any other on 0 to 5; halves go down.
    """
    if value is None or low is None or high is None or not low <= value <= high:
        return None
    if high <= low:
        return None
    bottom = 1 if low == 1 else 0
    exact = bottom + (value - low) * (TOP - bottom) / (high - low)
    return float(math.ceil(round(exact - 0.5, 9)))
