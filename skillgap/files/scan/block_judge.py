"""A whole block of ratings rows judged at once; faulty rows are looked at alone."""

from collections import Counter
from dataclasses import replace
from functools import cached_property

import numpy as np

from skillgap.files.rating_rows import FREE_TEXTS, MAX_CELL
from skillgap.files.scan.block_parse import (
    Columns,
    Layout,
    parse_block,
    read_cells,
    read_record,
)
from skillgap.files.scan.cell_codes import (
    ACCEPTED,
    BLANK,
    CODED_COLUMNS,
    MARK_AT,
    NO_PERSON,
    TOO_LONG,
    CellCodes,
    mark,
)
from skillgap.files.scan.quotes import BlockShape, Places
from skillgap.files.scan.verdict import Codes, Verdict, accept_rows


def judge_block(
    shape: BlockShape, layout: Layout, codes: CellCodes, wanted: int
) -> Verdict:
    """Return what the rows of a block amount to; ``wanted`` limits the noticed ones.

    Raises:
        NotUtf8Error: the block is no text.
        IrregularError: only a strict reader can tell the cells of this block.

    """
    columns = parse_block(shape, layout)
    found = _code_rows(columns, codes)
    is_accepted = ACCEPTED[found >> MARK_AT]
    is_clean = not columns.ragged and bool(is_accepted.all())
    if is_clean and not shape.may_hold_long_cell(MAX_CELL):
        return accept_rows(columns, found, is_accepted)
    return _Sorter(shape, layout, columns, found).sort_out(wanted)


def _code_rows(columns: Columns, codes: CellCodes) -> Codes:
    """Return the code of each row: all its cells' codes joined."""
    _, blank, persons = columns.people
    found: Codes = np.zeros(columns.rows, np.int64)
    if blank.any():
        found[blank[persons]] = mark(NO_PERSON)
    for name in CODED_COLUMNS:
        texts, places = columns.words[name]
        book = codes.of(name, texts.to_pylist())
        if book.any():  # most profiles and versions say nothing
            found |= book[places]
    return found


class _Sorter:
    """Tells the rows of a block apart that may not all be accepted.

    Rows count from 0 among those as wide as the header, records among all.
    """

    def __init__(
        self, shape: BlockShape, layout: Layout, columns: Columns, found: Codes
    ) -> None:
        self.shape, self.layout, self.columns = shape, layout, columns
        self.found = found
        self.ragged = np.array([each.record for each in columns.ragged], np.int64)
        self.records = np.delete(np.arange(columns.records), self.ragged)
        self.rows_alone: dict[int, list[str]] = {}

    @cached_property
    def spans(self) -> tuple[Places, Places]:
        """Where each record begins and ends."""
        starts, ends = self.shape.records()
        if len(starts) != self.columns.records:
            raise RuntimeError("two readers disagree on how many records there are")
        return starts, ends

    def sort_out(self, wanted: int) -> Verdict:
        """Return the verdict on the block."""
        long_cells = self._mark_long_cells()
        marks = self.found >> MARK_AT
        is_accepted = ACCEPTED[marks]
        rejected = np.flatnonzero(~is_accepted)
        blank = self._find_blank(rejected[marks[rejected] == BLANK])
        ragged = self._find_ragged()
        faulty = np.setdiff1d(rejected, blank, assume_unique=True)
        kinds, counts = np.unique(marks[faulty], return_counts=True)
        return replace(
            accept_rows(self.columns, self.found, is_accepted),
            left_out=np.sort(np.concatenate([self.records[rejected], self.ragged])),
            blank=len(blank) + len(self.ragged) - len(ragged),
            ragged=len(ragged),
            long_cells=long_cells,
            faults=Counter(dict(zip(kinds.tolist(), counts.tolist()))),
            noticed=self._notice(faulty, ragged, wanted),
        )

    def _notice(
        self, faulty: Places, ragged: dict[int, int], wanted: int
    ) -> tuple[tuple[int, list[str]], ...]:
        """Return the first rejected records with the cells that rules ask for."""
        rows = faulty[:wanted]
        cells = self.columns.list_rows(rows, self.layout.header)
        shown = [
            (int(self.records[row]), self.rows_alone.get(row, known))
            for row, known in zip(rows.tolist(), cells)
        ]
        widths = list(ragged.items())[:wanted]
        shown += [(record, [""] * width) for record, width in widths]
        return tuple(sorted(shown, key=lambda each: each[0])[:wanted])

    def _read_alone(self, row: int) -> list[str]:
        starts, ends = self.spans
        record = self.records[row]
        return read_record(self.shape, starts[record], ends[record])

    def _find_blank(self, rows: Places) -> Places:
        """Return which rows without any known cell have no other cell either."""
        if set(self.layout.header) <= set(self.columns.cells):
            return rows
        found = [row for row in rows.tolist() if not any(self._read_alone(row))]
        return np.array(found, np.int64)

    def _find_ragged(self) -> dict[int, int]:
        """Return the width of each ragged record in which a cell is filled."""
        delimiter = self.layout.delimiter
        return {
            each.record: each.width
            for each in self.columns.ragged
            if each.text.strip(delimiter + '"') or any(read_cells(each.text, delimiter))
        }

    def _mark_long_cells(self) -> int:
        """Mark the rows in which a text is too long, and count such texts."""
        if not self.shape.may_hold_long_cell(MAX_CELL):
            return 0
        starts, ends = self.spans
        free = [n for n, name in enumerate(self.layout.header) if name in FREE_TEXTS]
        total = 0
        for row in np.flatnonzero((ends - starts)[self.records] > MAX_CELL).tolist():
            cells = self._read_alone(row)
            count = sum(len(cells[place]) > MAX_CELL for place in free)
            if count:
                self.found[row] |= mark(TOO_LONG)
                self.rows_alone[row] = cells
            total += count
        return total
