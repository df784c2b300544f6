"""A whole block of ratings rows judged at once; faulty rows are looked at alone."""

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from skillgap.files.block_parse import Columns, Layout, parse_block, read_record
from skillgap.files.cell_codes import (
    ACCEPTED,
    BLANK,
    CODED_COLUMNS,
    MARK_AT,
    NO_PERSON,
    TOO_LONG,
    CellCodes,
    mark,
    problem_codes,
)
from skillgap.files.person_list import Answers, collect_answers
from skillgap.files.quotes import BlockShape, Places
from skillgap.files.rating_rows import FREE_TEXTS, MAX_CELL

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Verdict:
    """What a block holds.

    ``records`` counts everything between line ends. ``left_out`` are the records that
    gave no answer, counted from 0, ascending; ``blank`` of them are no rows at all.
    ``faults`` counts rejected rows by their marks, ``ragged`` those of another width
    than the header. ``long_cells`` counts cells beyond the limit. ``noticed`` are the
    first rejected records, as many as were asked for, with their cells. ``versions``
    counts accepted rows by framework version.
    """

    answers: Answers
    records: int
    versions: Counter[str]
    left_out: Places = field(default_factory=lambda: np.empty(0, np.int64))
    blank: int = 0
    ragged: int = 0
    long_cells: int = 0
    faults: Counter[int] = field(default_factory=Counter)
    noticed: tuple[tuple[int, list[str]], ...] = ()

    def count_problems(self) -> Counter[str]:
        """Return how many problems of each code the block has."""
        counts = Counter({"row_width": self.ragged, "cell_too_long": self.long_cells})
        for marks, rows in self.faults.items():
            for code in problem_codes(marks):
                counts[code] += rows
        return +counts


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
    is_clean = bool(is_accepted.all()) and not len(columns.ragged)
    if is_clean and not shape.may_hold_long_cell(MAX_CELL):
        return _accept(columns, found, is_accepted)
    return _Sorter(shape, layout, columns, found).sort_out(wanted)


def _code_rows(columns: Columns, codes: CellCodes) -> Codes:
    """Return the code of each row: all its cells' codes joined."""
    _, blank, persons = columns.people
    found: Codes = np.zeros(columns.rows, np.int64)
    if blank.any():
        found[blank[persons]] = mark(NO_PERSON)
    for name in CODED_COLUMNS:
        column = columns.cells[name]
        book = codes.of(name, column.dictionary.to_pylist())
        found |= book[column.indices.to_numpy()]
    return found


def _accept(
    columns: Columns, found: Codes, is_accepted: npt.NDArray[np.bool_]
) -> Verdict:
    """Return the verdict on a block of which some rows are accepted."""
    rows = np.flatnonzero(is_accepted)
    keys = found[rows] & (1 << MARK_AT) - 1
    ids, _, persons = columns.people
    answers = collect_answers(ids, persons[rows], columns.details, rows, keys)
    return Verdict(answers, columns.records, _count_versions(columns, rows))


def _count_versions(columns: Columns, rows: Places) -> Counter[str]:
    words = columns.cells["framework"]
    used = words.indices.to_numpy()[rows]
    counts = np.bincount(used, minlength=len(words.dictionary)).tolist()
    versions: Counter[str] = Counter()
    for version, count in zip(words.dictionary.to_pylist(), counts):
        versions[version.strip()] += count
    return +versions


class _Sorter:
    """Tells the rows of a block apart that may not all be accepted."""

    def __init__(
        self, shape: BlockShape, layout: Layout, columns: Columns, found: Codes
    ) -> None:
        self.shape, self.layout, self.columns = shape, layout, columns
        self.starts, self.ends = shape.records()
        if len(self.starts) != columns.records:
            raise RuntimeError("two readers disagree on how many records there are")
        self.found = found
        self.records = np.delete(np.arange(columns.records), columns.ragged)

    def sort_out(self, wanted: int) -> Verdict:
        long_cells = self._mark_long_cells()
        marks = self.found >> MARK_AT
        is_accepted = ACCEPTED[marks]
        rejected = np.flatnonzero(~is_accepted)
        emptyish = self.records[rejected[marks[rejected] == BLANK]]
        blank = self._blanks(np.concatenate([emptyish, self.columns.ragged]))
        left_out = np.sort(
            np.concatenate([self.records[rejected], self.columns.ragged])
        )
        is_row = ~np.isin(self.records[rejected], blank)
        kinds, counts = np.unique(marks[rejected[is_row]], return_counts=True)
        shown = np.setdiff1d(left_out, blank)[:wanted]
        return replace(
            _accept(self.columns, self.found, is_accepted),
            left_out=left_out,
            blank=len(blank),
            ragged=len(np.setdiff1d(self.columns.ragged, blank)),
            long_cells=long_cells,
            faults=Counter(dict(zip(kinds.tolist(), counts.tolist()))),
            noticed=tuple((int(n), self._cells(n)) for n in shown),
        )

    def _cells(self, record: int) -> list[str]:
        return read_record(self.shape, self.starts[record], self.ends[record])

    def _blanks(self, records: Places) -> Places:
        """Return those records in which every cell is empty."""
        found = [n for n in records.tolist() if not any(self._cells(n))]
        return np.sort(np.array(found, np.int64))

    def _mark_long_cells(self) -> int:
        """Mark the rows in which a text is too long, and count such texts."""
        header, total = self.layout.header, 0
        free = [place for place, name in enumerate(header) if name in FREE_TEXTS]
        spans = (self.ends - self.starts)[self.records]
        for row in np.flatnonzero(spans > MAX_CELL).tolist():
            cells = self._cells(self.records[row])
            count = sum(len(cells[place]) > MAX_CELL for place in free)
            if count:
                self.found[row] |= mark(TOO_LONG)
            total += count
        return total
