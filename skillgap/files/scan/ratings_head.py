"""The header row of a ratings file, and where its rows begin."""

import csv
import io
from dataclasses import dataclass
from typing import BinaryIO

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.files.ratings import DELIMITERS, read_ratings
from skillgap.files.scan.block_parse import Layout
from skillgap.files.scan.strict_block import Lines

_USUAL, _MOST = 1 << 13, 1 << 20  # bytes of a header; chosen, not measured
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Head:
    """A sound header: its columns, the byte at which rows begin, what is kept out."""

    layout: Layout
    start: int
    encoding: str
    kept_out: tuple[str, ...]


def read_head(name: str, stream: BinaryIO, framework: Framework) -> Head | Problem:
    """Return the header of a file, or what is wrong with it.

    The rules are those of ``read_ratings``, which is given the header alone.
    """
    content = stream.read(_USUAL)
    body = content.removeprefix(_BOM)
    header, size = _first_record(body.decode(errors="ignore"))
    if size + 4 > len(body) and len(content) == _USUAL:  # it may go on
        content += stream.read(_MOST - _USUAL)
        body = content.removeprefix(_BOM)
        header, size = _first_record(body.decode(errors="ignore"))
    judged = body[:size] if header or not body.strip() else b'""'
    reading = read_ratings(name, judged, framework)
    if reading.problems:
        return reading.problems[0]
    layout = Layout(tuple(cell.strip() for cell in header), reading.delimiter)
    start = len(content) - len(body) + size
    encoding = "utf-8" if body is content else "utf-8-sig"
    return Head(layout, start, encoding, reading.kept_out)


def _first_record(text: str) -> tuple[list[str], int]:
    """Return the cells of the first record and its bytes, the whole if it is broken."""
    lines = Lines(io.StringIO(text, newline=""))
    delimiter = max(DELIMITERS, key=next(iter(text.splitlines()), "").count)
    try:
        header = next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error:
        return [text], len(text.encode())
    return header, lines.taken
