"""The person ids of a block as the people wrote them."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from skillgap.files.rating_rules import CODED_COLUMNS, judge_person
from skillgap.files.safe_cells import restore_cell
from skillgap.files.scan.distinct_texts import Words, tell_apart
from skillgap.files.scan.records import BlockShape

_APOSTROPHE, _DELETE = ord("'"), 127


class PersonIds(NamedTuple):
    """Whose rows a block holds.

    ``ids`` has each id once, its spreadsheet apostrophe taken away; ``blank`` says
    which of them are none. ``persons`` is the place in ``ids`` of each row's.
    """

    ids: pa.StringArray
    blank: npt.NDArray[np.bool_]
    persons: npt.NDArray[np.int32]


def restore_ids(column: Words) -> PersonIds:
    """Return the people whom the cells of a column name.

    A cell that begins with a printable ASCII sign above the apostrophe is neither
    blank nor escaped; only the others are looked at one by one. One person may stand
    there escaped and not.
    """
    ids, persons = column
    odd = _find_odd(ids)
    if not len(odd):
        return PersonIds(ids, np.zeros(len(ids), dtype=bool), persons)
    cells = ids.take(odd).to_pylist()
    restored = [restore_cell(cell) for cell in cells]
    if restored != cells:
        ids, moved = _replace(ids, odd, restored)
        odd, persons = moved[odd].astype(np.int64), moved[persons]
    blank = np.zeros(len(ids), dtype=bool)
    blank[odd] = [bool(judge_person(person)) for person in restored]
    return PersonIds(ids, blank, persons)


def _replace(
    ids: pa.StringArray, places: npt.NDArray[np.int64], texts: list[str]
) -> tuple[pa.StringArray, npt.NDArray[np.int32]]:
    """Return ids, some of them other texts, once each, and where each went."""
    mask = np.zeros(len(ids), dtype=bool)
    mask[places] = True
    coded = pc.replace_with_mask(ids, pa.array(mask), pa.array(texts, pa.string()))
    coded = coded.dictionary_encode()
    return coded.dictionary, coded.indices.to_numpy()


def _find_odd(ids: pa.StringArray) -> npt.NDArray[np.int64]:
    """Return the places of ids that are empty or begin with an unusual sign."""
    _, ends, content = ids.buffers()
    bounds = np.frombuffer(ends, np.int32)[ids.offset :][: len(ids) + 1]
    codes = np.frombuffer(content or b"", np.uint8)
    filled = bounds[1:] > bounds[:-1]
    first = np.zeros(len(ids), np.uint8)
    first[filled] = codes[bounds[:-1][filled]]
    return np.flatnonzero((first <= _APOSTROPHE) | (first >= _DELETE))


_DETAILS = ("name", "team", "profile")
_NEEDED = tuple(dict.fromkeys((*CODED_COLUMNS, "person_id", *_DETAILS)))


class NotUtf8Error(Exception):
    """Bytes that are no UTF-8 text."""


class IrregularError(Exception):
    """A block whose cells only a strict reader can tell."""


@dataclass(frozen=True)
class Layout:
    """The columns of a file: the header's names in order, and the delimiter."""

    header: tuple[str, ...]
    delimiter: str


class RaggedRow(NamedTuple):
    """A record (counted from 0) that is not as wide as the header."""

    record: int
    width: int
    text: str


@dataclass(frozen=True)
class Columns:
    """The rows of a block that are as wide as the header, column by column.

    ``cells`` are as they stand in the file; empty ones are empty texts. ``words`` are
    the distinct ones of each short column.
    """

    cells: dict[str, pa.StringArray]
    words: dict[str, Words]
    rows: int
    ragged: list[RaggedRow]

    @property
    def records(self) -> int:
        """Everything between two line ends."""
        return self.rows + len(self.ragged)

    @cached_property
    def people(self) -> PersonIds:
        """The people named in this block."""
        return restore_ids(tell_apart(self.cells["person_id"]))

    def details(self, rows: npt.NDArray[np.int64]) -> dict[str, pa.StringArray]:
        """Return name, team and profile as they stand in some rows."""
        return {name: self.cells[name].take(rows) for name in _DETAILS}

    def list_rows(
        self, rows: npt.NDArray[np.int64], header: tuple[str, ...]
    ) -> list[list[str]]:
        """Return the cells of some rows, empty where a column is not among these."""
        empty = [""] * len(rows)
        columns = [
            self.cells[name].take(rows).to_pylist() if name in self.cells else empty
            for name in header
        ]
        return [list(row) for row in zip(*columns)]


def parse_block(shape: BlockShape, layout: Layout) -> Columns:
    """Return the columns of a block.

    Raises:
        NotUtf8Error: the block is no text.
        IrregularError: quotation marks stand where only a strict reader can tell.

    """
    content = pa.py_buffer(shape.data).slice(0, shape.size)
    _check_text(content)
    if not shape.is_regular():
        raise IrregularError
    ragged: list[RaggedRow] = []
    places = {name: str(layout.header.index(name)) for name in _NEEDED}

    def notice(row: arrow_csv.InvalidRow) -> str:
        ragged.append(RaggedRow(row.number - 1, row.actual_columns, row.text))
        return "skip"

    table = arrow_csv.read_csv(
        pa.BufferReader(content),
        arrow_csv.ReadOptions(
            use_threads=False,
            block_size=shape.size + 1,
            column_names=[str(place) for place in range(len(layout.header))],
        ),
        _reading_of(shape, notice),
        arrow_csv.ConvertOptions(
            check_utf8=False,
            include_columns=list(places.values()),
            column_types=dict.fromkeys(places.values(), pa.string()),
        ),
    )
    cells = {name: table.column(place).chunk(0) for name, place in places.items()}
    words = {name: tell_apart(cells[name]) for name in CODED_COLUMNS}
    return Columns(cells, words, table.num_rows, ragged)


def _reading_of(
    shape: BlockShape, notice: Callable[[arrow_csv.InvalidRow], str]
) -> arrow_csv.ParseOptions:
    """Return how to tell the cells of a block; without a quotation mark it is quick."""
    has_quotes = len(shape.quotes) > 0
    return arrow_csv.ParseOptions(
        delimiter=shape.delimiter,
        quote_char='"' if has_quotes else False,
        newlines_in_values=has_quotes,
        ignore_empty_lines=False,
        invalid_row_handler=notice,
    )


def _check_text(content: pa.Buffer) -> None:
    """Raise ``NotUtf8Error`` unless the bytes are UTF-8."""
    ends = pa.py_buffer(np.array([0, content.size], np.int32))
    try:
        pa.StringArray.from_buffers(1, ends, content).validate(full=True)
    except pa.ArrowInvalid as error:
        raise NotUtf8Error from error


def read_record(shape: BlockShape, start: int, end: int) -> list[str]:
    """Return the cells of one record as a strict reader tells them.

    Raises:
        IrregularError: a cell is longer than such a reader takes.

    """
    return read_cells(shape.data[start:end].decode(), shape.delimiter)


def read_cells(text: str, delimiter: str) -> list[str]:
    """Return the cells of the text of one record, as ``read_record`` does."""
    lines = io.StringIO(text, newline="")
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise IrregularError from error
