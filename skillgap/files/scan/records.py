"""Where the records of a CSV file begin, and the file cut into blocks of whole ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

QUOTE, LF, CR = b'"'[0], b"\n"[0], b"\r"[0]

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class BlockShape:
    """The first ``size`` bytes of ``data``: whole records, the first at byte 0.

    ``quotes`` are the places of the quotation marks in them.
    """

    data: bytes
    size: int
    delimiter: str
    quotes: Places

    @cached_property
    def codes(self) -> Bytes:
        """The bytes as numbers."""
        return np.frombuffer(self.data, np.uint8, self.size)

    def is_regular(self) -> bool:
        """Say whether a strict and a fast reader agree on this block."""
        if len(self.quotes) % 2 or self.data.startswith(b"\xef\xbb\xbf"):
            return False
        if not len(self.quotes):
            return True
        edges = np.zeros(256, dtype=bool)
        edges[[ord(self.delimiter), LF, CR, QUOTE]] = True
        before, after = self.quotes[0::2] - 1, self.quotes[1::2] + 1
        before = before[before >= 0]
        after = after[after < len(self.codes)]
        return bool(edges[self.codes[before]].all() and edges[self.codes[after]].all())

    def records(self) -> tuple[Places, Places]:
        """Return where each record begins and ends; the line end is not part of it."""
        ends = np.flatnonzero(self.codes == LF)
        widths = np.ones(len(ends), np.int64)
        if self.data.find(b"\r", 0, self.size) >= 0:
            ends, widths = self._ends_with_returns(ends)
        outside = np.searchsorted(self.quotes, ends) % 2 == 0
        ends, widths = ends[outside], widths[outside]
        starts = np.concatenate([[0], ends + widths])
        if starts[-1] < len(self.codes):
            return starts, np.append(ends, len(self.codes))
        return starts[:-1], ends

    def _ends_with_returns(self, feeds: Places) -> tuple[Places, Places]:
        """Return line ends and their widths where CR LF and CR alone are among them."""
        returns = np.flatnonzero(self.codes == CR)
        followed = np.append(self.codes, 0)[returns + 1] == LF
        pairs = returns[followed]
        alone = np.setdiff1d(feeds, pairs + 1, assume_unique=True)
        ends = np.concatenate([pairs, returns[~followed], alone])
        widths = np.ones(len(ends), np.int64)
        widths[: len(pairs)] = 2
        order = np.argsort(ends)
        return ends[order], widths[order]

    def may_hold_long_cell(self, limit: int) -> bool:
        """Say whether a cell of more than ``limit`` bytes is possible; rarely wrong.

        False is certain: no quoted cell is that long, and no bytes without a line
        end are.
        """
        place = 0
        while place + limit < self.size:
            place = self.data.rfind(b"\n", place, place + limit + 1) + 1
            if not place:
                return True
        opens, closes = self.quotes[0::2], self.quotes[1::2]
        if not len(opens):
            return False
        apart = closes[:-1] + 1 != opens[1:]
        first = opens[np.append(True, apart)]
        last = closes[np.append(apart, True)]
        return bool((last - first).max() > limit)


def shape_records(data: bytes, delimiter: str, is_last: bool) -> BlockShape:
    """Return the whole records at the beginning of some bytes, if they are regular.

    Args:
        data: bytes from a record's start.
        delimiter: between the cells.
        is_last: whether the file ends with these bytes; then all of them count.

    """
    codes = np.frombuffer(data, np.uint8)
    quotes = np.flatnonzero(codes == QUOTE)
    size = len(data) if is_last else _last_record_end(codes, quotes)
    inside = quotes[: np.searchsorted(quotes, size)]
    return BlockShape(data, size, delimiter, inside)


def _last_record_end(codes: Bytes, quotes: Places) -> int:
    """Return where the last line ends that no quoted cell contains, 0 if none does."""
    window = 1 << 14
    while True:
        start = max(len(codes) - window, 0)
        feeds = np.flatnonzero(codes[start:] == LF) + start
        ends = feeds[np.searchsorted(quotes, feeds) % 2 == 0]
        if len(ends):
            return int(ends[-1]) + 1
        if not start:
            return 0
        window *= 8


BLOCK_SIZE = 4 << 20  # measured: 256 kB takes twice as long, 16 MB is no quicker
LONGEST = 16 << 20  # a record; chosen, not measured: 800 cells of the longest kind


@dataclass(frozen=True)
class Block:
    """Bytes of a file from ``offset`` to ``end``.

    ``shape`` is None where no record ends within ``LONGEST`` bytes.
    """

    offset: int
    end: int
    shape: BlockShape | None


def cut_blocks(
    stream: BinaryIO, start: int, size: int, delimiter: str
) -> Iterator[Block]:
    """Yield the blocks of a file from a record's start up to byte ``size``.

    Where blocks end is right as long as the blocks before are regular.
    """
    offset, length = start, BLOCK_SIZE
    while offset < size:
        stream.seek(offset)
        data = stream.read(min(length, size - offset))
        if not data:  # cut short while it is read: the source will say so
            return
        is_last = offset + len(data) >= size or len(data) < length
        shape = shape_records(data, delimiter, is_last)
        if not shape.size and length < LONGEST:
            length *= 4
            continue
        if not shape.size:
            yield Block(offset, offset + len(data), None)
            return
        yield Block(offset, offset + shape.size, shape)
        offset, length = offset + shape.size, BLOCK_SIZE
