"""Opens CSV, TSV, TXT and XLSX as grids of texts; what is none of these is refused."""

import re
from dataclasses import dataclass

from skillgap.domain.problems import Problem
from skillgap.domain.sheet import Sheet
from skillgap.files.text_tables import read_text_table
from skillgap.files.xlsx_tables import read_workbook

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "XLS (Excel 97-2003)"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"PAR1", "PARQUET"),
    (b"SQLite format", "SQLITE"),
    (b"{\\rtf", "RTF"),
    (b"BM", "BMP"),
)
_MARKUP = re.compile(rb"\s*(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|svg)", re.I)
_JSON = re.compile(rb"\s*(\xef\xbb\xbf)?\s*[\[{]\s*([\[{\"\]}]|-?[0-9])")
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"


def find_signature(content: bytes) -> str:
    """Return the kind of file its first bytes tell, an empty text if it may be CSV.

    A ZIP archive is told as ``ZIP``; an XLSX file is one, too.
    """
    head = content[:1024]
    if head.startswith((ZIP, EMPTY_ZIP)):
        return "ZIP"
    for sign, kind in _SIGNS:
        if head.startswith(sign) and (kind != "BMP" or b"\0" in head[:16]):
            return kind
    if _MARKUP.match(head):
        return "HTML / XML"
    return "JSON" if _JSON.match(head) else ""


@dataclass(frozen=True)
class OpenedFile:
    """The sheets of a file and how it was written.

    A text file has one sheet without a name. ``delimiter`` is empty for a workbook.
    ``is_guess`` says that the encoding is likely but not certain, ``is_wrapped`` that
    each row stood in one quoted cell.
    """

    sheets: tuple[Sheet, ...]
    encoding: str
    delimiter: str
    is_guess: bool = False
    is_wrapped: bool = False


def open_file(name: str, content: bytes) -> OpenedFile | Problem:
    """Return the sheets of a file, or the one reason why it cannot be read.

    What a file is, its content tells and not its name. Sizes are bounded before and
    after unpacking; formulas count by their last values; links and macros are left.
    """
    kind = find_signature(content)
    if kind == "ZIP":
        sheets = read_workbook(name, content)
        if isinstance(sheets, Problem):
            return sheets
        return OpenedFile(sheets, "xlsx", "")
    if kind:
        return Problem(name, "not_a_spreadsheet", {"value": kind})
    table = read_text_table(name, content)
    if isinstance(table, Problem):
        return table
    return OpenedFile(
        (table.sheet,),
        table.encoding,
        table.delimiter,
        table.is_guess,
        table.is_wrapped,
    )
