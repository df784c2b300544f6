"""A block that only a strict reader can tell, written anew so that every reader can."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from skillgap.files.scan.block_parse import NotUtf8Error
from skillgap.files.scan.records import BlockShape, shape_records

_LONGEST_LINE = 32 << 20  # signs; chosen, not measured: twice the longest block
_PIECE = 1 << 20  # signs; chosen, not measured


@dataclass(frozen=True)
class StrictBlock:
    """Records written anew, and where in the file the next one begins.

    ``fault`` says why nothing can be read beyond these records; None if all is well.
    """

    shape: BlockShape
    end: int
    fault: str | None


def read_strictly(
    stream: BinaryIO, offset: int, until: int, delimiter: str
) -> StrictBlock:
    """Read records from a record's start until one ends at ``until`` or beyond.

    Raises:
        NotUtf8Error: the file is no text; beyond a fault all of it is looked at.

    """
    clean = io.StringIO(newline="")
    writer = csv.writer(clean, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    fault = None
    with _text_from(stream, offset) as text:
        lines = Lines(text)
        try:
            for row in csv.reader(lines, delimiter=delimiter, strict=True):
                writer.writerow(row)
                if offset + lines.taken >= until:
                    break
        except csv.Error as error:
            fault = str(error)
            while text.read(_PIECE):
                pass
    data = clean.getvalue().encode()
    shape = shape_records(data, delimiter, is_last=True)
    return StrictBlock(shape, offset + lines.taken, fault)


@contextmanager
def _text_from(stream: BinaryIO, offset: int) -> Iterator[TextIO]:
    stream.seek(offset)
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        yield text
    except UnicodeDecodeError as error:
        raise NotUtf8Error from error
    finally:
        text.detach()


class Lines:
    """The lines of a text, and how many bytes those given so far take."""

    def __init__(self, text: TextIO) -> None:
        self.taken = 0
        self._text = text

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                raise csv.Error("a line is too long")
            self.taken += len(line.encode())
            yield line
