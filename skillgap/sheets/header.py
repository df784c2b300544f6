"""The header of a table: where it stands, and the name and section of each column."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from skillgap.domain.sheet import Sheet, column_letter
from skillgap.sheets.header_words import header_kind, words_of
from skillgap.sheets.legend import explains, legend_of_cell
from skillgap.sheets.level_words import phrase_position
from skillgap.sheets.marks import read_mark
from skillgap.sheets.packed_cells import is_packed
from skillgap.sheets.private_values import mask_private

FIRST_ROWS = 40
SAMPLE = 60
LONGEST_NAME = 300
LONGEST_SECTION = 80
BESIDE_LEVELS = {
    "level", "target", "total", "not_level", "text", "date", "other_date",
}  # fmt: skip
TELLING = {
    "person", "first_name", "last_name", "id", "skill", "level", "team", "role", "area",
    "date", "index",
}  # fmt: skip


@dataclass(frozen=True)
class Header:
    """The header rows of a table, counted from 0, and what they say.

    ``names`` has the text of each column, ``sections`` what stands above a group of
    columns; both are empty where nothing is said.
    """

    rows: tuple[int, ...]
    names: tuple[str, ...]
    sections: tuple[str, ...]

    @property
    def bottom(self) -> int:
        """The last row of the header."""
        return self.rows[-1]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.names)

    def key(self, column: int) -> str:
        """Return the name of a column, or "column C" where it has none of its own."""
        name = self.names[column]
        is_unique = bool(name) and self._counts[name] == 1
        is_fit = is_unique and mask_private(name) == name
        return name if is_fit else f"column {column_letter(column)}"


def find_header(sheet: Sheet, legend: Mapping[str, str]) -> Header | None:
    """Return the header under which most ratings stand, None if there is none."""
    best: tuple[float, Header] | None = None
    for row in sheet.filled_rows[:FIRST_ROWS]:
        header = build_header(sheet, _rows_of_header(sheet, row))
        score = _score(sheet, header, legend)
        if score > 0 and (best is None or score > best[0]):
            best = (score, header)
    return best[1] if best else None


def build_header(sheet: Sheet, rows: Sequence[int]) -> Header:
    """Return what one or two header rows say.

    A name stands in the lower row, or in the upper one where the lower is blank (a
    cell merged downwards). A section reaches to the end of its merged cell, else to
    the next section.
    """
    lower, upper = rows[-1], rows[0] if len(rows) > 1 else None
    names, sections, section, reach = [], [], "", -1
    for column in range(sheet.width):
        name = sheet.cell(lower, column)
        above = sheet.cell(upper, column) if upper is not None else ""
        if upper is not None and above:
            section = above
            reach = sheet.spans.get((upper, column), sheet.width)
        names.append(tidy(name or above))
        is_under = bool(name) and column <= reach and name != section
        sections.append(tidy(section) if is_under else "")
    return _swapped(Header(tuple(rows), tuple(names), tuple(sections)))


def tidy(text: str) -> str:
    """Return a header on one line."""
    return " ".join(text[:LONGEST_NAME].split())


def _swapped(header: Header) -> Header:
    """Name the columns by their sections if only these tell them apart.

    Under each skill stand the same few words then: current, target, gap.
    """
    under = [c for c, section in enumerate(header.sections) if section]
    names = [header.names[column] for column in under]
    kinds = {header_kind(name) if words_of(name) else "level" for name in names}
    repeats = len(names) > len(set(names)) and len({*header.sections}) > 2
    if not under or not repeats or "level" not in kinds or not kinds <= BESIDE_LEVELS:
        return header
    swapped = list(header.names)
    for column in under:
        name, skill = header.names[column], header.sections[column]
        is_level = not words_of(name) or header_kind(name) == "level"
        swapped[column] = skill if is_level else f"{skill} {name}"
    return Header(header.rows, tuple(swapped), ("",) * len(swapped))


def _rows_of_header(sheet: Sheet, row: int) -> tuple[int, ...]:
    """Return a row, with the one above it if that names sections or merged columns."""
    if row == 0 or row - 1 not in sheet.filled_rows[:FIRST_ROWS]:
        return (row,)
    above = list(sheet.texts(row - 1))
    own = {column for column, _text in sheet.texts(row)}
    first = min(own)
    is_title = len(above) == 1 and (above[0][0] <= first or len(own) < 2)
    is_long = any(len(text) > LONGEST_SECTION for _column, text in above)
    says_marks = any(
        (read_mark(text) and header_kind(text) not in TELLING)
        or legend_of_cell(text)
        or re.fullmatch(r".{1,3}\s*[-=:].*", text)
        for _column, text in above
    )
    outside = [column for column, _text in above if column > max(own)]
    if is_title or is_long or says_marks or len(outside) > len(above) // 2:
        return (row,)
    return (row - 1, row)


def _score(sheet: Sheet, header: Header, legend: Mapping[str, str]) -> float:
    """Return how many ratings stand under columns told apart; marks as names cost.

    "No" and "Rata-rata" are level words as well, but tell what a column holds.
    """
    named = [
        column
        for column, name in enumerate(header.names)
        if name and not _is_mark(name, legend)
    ]
    marks = sum(
        _is_mark(name, legend) and not header_kind(name)
        for name in header.names
        if name
    )
    kinds = [header_kind(header.names[column]) for column in named]
    below = (row for row in sheet.filled_rows if row > header.bottom)
    sound = (row for row in below if not explains(_cells(sheet, row), legend))
    rows = list(islice(sound, SAMPLE))
    marked = sum(
        _weight(sheet.cell(row, column), legend) for row in rows for column in named
    )
    telling = sum(kind in TELLING for kind in kinds)
    if len(named) < 2 or not rows:
        return 0
    pairs = {(header.sections[column], header.names[column]) for column in named}
    told_apart = len(pairs) / len(named)
    return marked * told_apart + 4 * telling + 0.5 * len(pairs) - 5 * marks


def _weight(text: str, legend: Mapping[str, str]) -> int:
    if not text:
        return 0
    return 1 if _is_mark(text, legend) else 5 * is_packed(text)


def _cells(sheet: Sheet, row: int) -> list[str]:
    return [text for _column, text in sheet.texts(row)]


def _is_mark(text: str, legend: Mapping[str, str]) -> bool:
    if text in legend:
        return True
    mark = read_mark(text) if len(text) < LONGEST_NAME else None
    if mark and mark.kind == "number" and mark.label:
        return phrase_position(mark.label) is not None
    return mark is not None and mark.kind != "unknown"
