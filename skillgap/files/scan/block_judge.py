"""A whole block of ratings rows judged at once, and what it amounts to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from skillgap.files.rating_rules import (
    BLANK,
    CODED_COLUMNS,
    FREE_TEXTS,
    MAX_CELL,
    NO_PERSON,
    TOO_LONG,
    is_blank,
    is_too_long,
    list_faults,
)
from skillgap.files.scan.block_parse import (
    Columns,
    Layout,
    parse_block,
    read_cells,
    read_record,
)
from skillgap.files.scan.cell_codes import ACCEPTED, MARK_AT, CellCodes, mark
from skillgap.files.scan.person_list import Answers, PersonList, collect_answers
from skillgap.files.scan.records import BlockShape, Places

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Verdict:
    """What a block holds.

    ``records`` counts everything between line ends. ``left_out`` are the records that
    gave no answer, counted from 0, ascending; ``blank`` of them are no rows at all.
    ``faults`` counts rejected rows by their marks, ``ragged`` those of another width
    than the header. ``long_cells`` counts cells beyond the limit. ``noticed`` are the
    first rejected records, as many as were asked for, with the cells they are rejected
    for. ``versions`` counts accepted rows by framework version.
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
            for fault in list_faults(marks):
                counts[fault.code] += rows
        return +counts


def accept_rows(
    columns: Columns, codes: Codes, is_accepted: npt.NDArray[np.bool_]
) -> Verdict:
    """Return the verdict on a block of which some rows are accepted.

    Args:
        columns: the block's.
        codes: of each row, as in ``cell_codes``.
        is_accepted: which rows are; what became of the others is not said here.

    """
    rows = np.flatnonzero(is_accepted)
    keys = codes[rows] & (1 << MARK_AT) - 1
    answers = collect_answers(columns, rows, keys)
    return Verdict(answers, columns.records, _count_versions(columns, rows))


def join_verdicts(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict on blocks that follow each other; keys change in place."""
    people = PersonList()
    records = 0
    left_out: list[Places] = [np.empty(0, np.int64)]
    noticed: list[tuple[int, list[str]]] = []
    for each in verdicts:
        people.add(each.answers)
        left_out.append(each.left_out + records)
        noticed += [(records + record, cells) for record, cells in each.noticed]
        records += each.records
    return Verdict(
        people.finish(),
        records,
        sum((each.versions for each in verdicts), Counter[str]()),
        np.concatenate(left_out),
        sum(each.blank for each in verdicts),
        sum(each.ragged for each in verdicts),
        sum(each.long_cells for each in verdicts),
        sum((each.faults for each in verdicts), Counter[int]()),
        tuple(noticed),
    )


def _count_versions(columns: Columns, rows: Places) -> Counter[str]:
    texts, places = columns.words["framework"]
    if len(texts) == 1:
        return +Counter({texts[0].as_py().strip(): len(rows)})
    counts = np.bincount(places[rows], minlength=len(texts)).tolist()
    versions: Counter[str] = Counter()
    for version, count in zip(texts.to_pylist(), counts):
        versions[version.strip()] += count
    return +versions


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
        """Return which rows have no cell at all: what a review needs, then the rest."""
        cells = self.columns.cells
        for column in cells.values():
            rows = rows[pc.equal(column.take(rows), "").to_numpy(zero_copy_only=False)]
        if set(self.layout.header) <= set(cells):
            return rows
        found = [row for row in rows.tolist() if is_blank(self._read_alone(row))]
        return np.array(found, np.int64)

    def _find_ragged(self) -> dict[int, int]:
        """Return the width of each ragged record in which a cell is filled."""
        delimiter = self.layout.delimiter
        return {
            each.record: each.width
            for each in self.columns.ragged
            if each.text.strip(delimiter + '"')
            or not is_blank(read_cells(each.text, delimiter))
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
            count = sum(is_too_long(cells[place]) for place in free)
            if count:
                self.found[row] |= mark(TOO_LONG)
                self.rows_alone[row] = cells
            total += count
        return total
