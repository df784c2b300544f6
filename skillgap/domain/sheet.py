"""A sheet of a spreadsheet as a plain grid of texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Row = tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet as texts; a blank cell is an empty text.

    ``rows[0]`` is row 1 of the spreadsheet. Rows may differ in length: what lies
    beyond is blank. ``spans`` has, for the first cell of a horizontal merge (row,
    column), the last column it covers.
    """

    name: str
    rows: tuple[Row, ...]
    spans: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)

    @cached_property
    def filled_rows(self) -> tuple[int, ...]:
        """The positions of the rows that are not blank."""
        return tuple(
            number
            for number, row in enumerate(self.rows)
            if any(cell and not cell.isspace() for cell in row)
        )

    @cached_property
    def _stripped(self) -> tuple[Row, ...]:
        return tuple(tuple(map(str.strip, row)) for row in self.rows)

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell without blanks around it."""
        cells = self._stripped[row]
        return cells[column] if column < len(cells) else ""

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        """Yield the cells of a row that are not blank, with their columns."""
        for column, text in enumerate(self._stripped[row]):
            if text:
                yield column, text


def column_letter(column: int) -> str:
    """Return the letters a spreadsheet shows above a column, counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
