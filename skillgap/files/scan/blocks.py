"""A file cut into blocks of whole records, each to be read on its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from skillgap.files.scan.quotes import BlockShape, shape_records

BLOCK_SIZE = 4 << 20
LONGEST = 16 << 20


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
