"""Our own exports, also as spreadsheet programs give them back."""

import codecs
import csv
import io
import re
from collections.abc import Sequence

from skillgap.domain.problems import Problem
from skillgap.domain.ratings import CONTRACT_COLUMNS
from skillgap.files.sources import Source, SourceError
from skillgap.files.text_tables import SEPARATORS
from skillgap.files.workbook import find_signature, open_file

ENOUGH_COLUMNS = 5
LARGEST_SHEET = 64 << 20
_HEAD = 4096
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATOR = re.compile(rb'(\xef\xbb\xbf)?"?sep=.?"?\r?\n', re.IGNORECASE)


def own_export(name: str, content: bytes) -> bytes | None:
    """Return one of our exports as CSV, None if the file is somebody else's.

    An export has at least five of the columns we write in its first row. It may be a
    workbook, UTF-16 text, or begin with a line ``sep=;``. Rows are numbered as the
    spreadsheet shows them: such a line is none of them.
    """
    if find_signature(content) == "ZIP":
        return _from_workbook(name, content)
    if content.startswith(_UTF_16):
        try:
            content = content.decode("utf-16").encode()
        except UnicodeError:
            return None
    line = _SEPARATOR.match(content)
    content = content[line.end() :] if line else content
    first = content[:_HEAD].decode("utf-8-sig", "replace").splitlines()[:1]
    readers = (csv.reader(first, delimiter=separator) for separator in SEPARATORS)
    is_own = any(_is_ours(row) for reader in readers for row in reader)
    return content if is_own else None


def _from_workbook(name: str, content: bytes) -> bytes | None:
    file = open_file(name, content)
    if isinstance(file, Problem) or len(file.sheets) != 1:
        return None
    sheet = file.sheets[0]
    if not sheet.rows or not _is_ours(sheet.rows[0]):
        return None
    target = io.StringIO(newline="")
    padded = ((*row, *[""] * (sheet.width - len(row))) for row in sheet.rows)
    csv.writer(target).writerows(padded)
    return target.getvalue().encode("utf-8")


def _is_ours(row: Sequence[str]) -> bool:
    return len({cell.strip() for cell in row} & set(CONTRACT_COLUMNS)) >= ENOUGH_COLUMNS


def open_export(source: Source) -> Source | None:
    """Return a file if it is one of our exports, None if it is somebody else's.

    Only an export that must be restored first is read as a whole. A file too large for
    a spreadsheet, or one that cannot be opened, counts as an export: reading it says
    what is wrong.
    """
    try:
        with source.open() as (stream, size):
            head = stream.read(_HEAD)
            has_plain_start = not head.startswith((b"PK", *_UTF_16))
            if has_plain_start and not _SEPARATOR.match(head):
                is_own = own_export(source.name, head) is not None
                return source if is_own or size > LARGEST_SHEET else None
            if size > LARGEST_SHEET:
                return source
            content = own_export(source.name, head + stream.read())
    except SourceError:  # reading it will say so again
        return source
    return None if content is None else Source(source.name, content=content)
