"""What a reader confirmed about a foreign spreadsheet; a small YAML keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skillgap.domain.scale import Level
from skillgap.domain.shape import Shape
from skillgap.sheets.days import DayOrder
from skillgap.sheets.scale import Scale, fold_mark

LayoutName = Literal["people_in_rows", "people_in_columns", "long", "form", "packed"]
ColumnRole = Literal[
    "person", "first_name", "last_name", "id", "team", "date", "area", "skill", "level",
    "packed", "ratings", "out",
]  # fmt: skip
MarkLevel = Level | Literal["unknown"]
OWN = "own"
OUT = "out"
TEAM_PREFIX = "team."
SHOWN = 6


@dataclass(frozen=True)
class ScaleMapping(Shape):
    """The confirmed scale: the level of each mark, and the ends of its numbers.

    Numbers from ``low`` to ``high`` that have no level of their own are spread over
    ours, halves go down.
    """

    values: Mapping[str | int | float, MarkLevel] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None

    def to_scale(self, name: str = "") -> Scale:
        """Return the scale that reads cells."""
        levels: dict[str, Level | None] = {
            fold_mark(f"{mark}"): None if level == "unknown" else level
            for mark, level in self.values.items()
        }
        ends = f"{self.low:g}-{self.high:g}" if self.high is not None else ""
        marks = ", ".join(list(map(str, self.values))[:SHOWN])
        return Scale(name or ends or marks or "?", levels, self.low or 0.0, self.high)


@dataclass(frozen=True)
class SheetMapping(Shape):
    """How a sheet is read: nothing in it is guessed any more.

    ``columns`` names every column with its role; ``ratings`` are columns of levels,
    one for a skill, or for a person in ``people_in_columns``. ``skills`` says for each
    skill of the file which of ours it is, or ``own`` or ``out``. ``rows_out`` are names
    of rows that are no people (or skills). ``person`` and ``date`` stand for all rows
    where the file does not say.
    """

    layout: LayoutName
    header_rows: tuple[int, ...]
    columns: Mapping[str, ColumnRole]
    scale: ScaleMapping
    skills: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    in_brackets: Literal["skill", "person"] = "skill"
    person: str = ""
    date: str = ""
    date_order: DayOrder | None = None
    blank_people: Literal["faulty", "same as above"] = "faulty"
    rows_out: tuple[str, ...] = ()
