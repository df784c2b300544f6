"""CSV, TSV and other texts of cells: their encoding, separator, and rows."""

import csv
import io
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from charset_normalizer import from_bytes

from skillgap.domain.problems import Problem
from skillgap.domain.sheet import Row, Sheet

SEPARATORS = (",", ";", "\t", "|")
FIRST_ROWS = 120


def find_separator(text: str) -> str:
    """Return the sign that parts the rows of a text into the most even table.

    One that parts every row into as many cells is before all others. A sign scores by
    the share of rows that have the most common width, and by that width; rows of one
    cell score nothing. A comma wins where nothing tells.
    """
    scores = {sign: _score(text, sign) for sign in SEPARATORS}
    return max(SEPARATORS, key=lambda sign: scores[sign])


def _score(text: str, sign: str) -> tuple[bool, float]:
    try:
        rows = list(
            islice(
                csv.reader(io.StringIO(text, newline=""), delimiter=sign), FIRST_ROWS
            )
        )
    except csv.Error:
        return False, 0.0
    widths = Counter(len(row) for row in rows if _is_parted(row))
    wide = Counter({width: n for width, n in widths.items() if width > 1})
    if not wide:
        return False, 0.0
    width, number = max(wide.items(), key=lambda item: item[1] * _worth(item[0]))
    filled = [row for row in rows if len(row) == width]
    full = sum(bool(cell.strip()) for row in filled for cell in row)
    fullness = full / (len(filled) * width)
    share = number / widths.total()
    return share == 1, share * _worth(width) * (0.5 + 0.5 * fullness)


def _is_parted(row: Sequence[str]) -> bool:
    """Say whether a row has several cells, or could have with another sign."""
    text = "".join(row)
    return bool(text.strip()) and (len(row) > 1 or any(s in text for s in SEPARATORS))


def _worth(width: int) -> float:
    return math.sqrt(min(width, 20))


def name_first_column(rows: list[Row]) -> list[Row]:
    """Return the rows with a blank above the first column if the header lacks a cell.

    R writes the names of rows so: the header is one cell shorter than every row.
    """
    head, below = rows[0], [row for row in rows[1:] if any(row)]
    is_short = len(below) > 1 and all(len(row) == len(head) + 1 for row in below)
    is_told = all(head) and any(row[-1].strip() for row in below)
    return [("", *head), *rows[1:]] if is_short and is_told else rows


MAX_BYTES = 20 * 1024 * 1024
MAX_COLUMNS = 1000
MAX_CELLS = 1_000_000
MAX_ROWS = 100_000
SAMPLE = 200_000
# Tried in this order once a file is not UTF-8: the first that makes no mess, or whose
# own script makes up so large a share of the letters.
_ENCODINGS = ("cp1252", "cp1251", "cp1250", "cp1254")
_SCRIPTS = (("cp932", "぀-ヿ", 0.1), ("euc_kr", "가-힣", 0.5), ("gb18030", "一-鿿", 0.5))
LEAST_WRAPPED = 0.9


@dataclass(frozen=True)
class TextTable:
    """The one sheet of a text file, and how it was written.

    ``is_guess`` says that the encoding is likely but not certain; ``is_wrapped`` that
    each row stood in one quoted cell, as a file saved twice has it.
    """

    sheet: Sheet
    encoding: str
    delimiter: str
    is_guess: bool = False
    is_wrapped: bool = False


def read_text_table(name: str, content: bytes) -> TextTable | Problem:
    """Read a text file into cells, or say why it cannot be read."""
    if len(content) > MAX_BYTES:
        return Problem(name, "file_too_large", {"limit": MAX_BYTES // 1024 // 1024})
    decoded = decode_text(content)
    if decoded is None:
        return Problem(name, "encoding_unknown")
    text, encoding, is_guess = decoded
    text, said = _take_hint(text)
    if not text.strip():
        return Problem(name, "file_without_rows")
    delimiter = said or find_separator(text[:SAMPLE])
    rows = _read_rows(name, text, delimiter)
    if isinstance(rows, Problem):
        return rows
    unwrapped = unwrap_rows(rows)
    if unwrapped is not None:
        delimiter = find_separator(unwrapped[:SAMPLE])
        inner = _read_rows(name, unwrapped, delimiter)
        if isinstance(inner, Problem):
            return inner
        rows = inner
    if fault := find_excess(name, rows):
        return fault
    sheet = Sheet("", tuple(name_first_column(rows)))
    return TextTable(sheet, encoding, delimiter, is_guess, unwrapped is not None)


def decode_text(content: bytes) -> tuple[str, str, bool] | None:
    """Return text, encoding, and whether that is a guess; None if unreadable."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _decode(content, encoding, False)
    head = content[:2000]
    if head[1::2].count(0) > len(head) // 4:
        return _decode(content, "utf-16-le", True)
    if head[::2].count(0) > len(head) // 4:
        return _decode(content, "utf-16-be", True)
    if content.count(0) > len(content) // 100 + 1:
        return None
    return _decode(content, "utf-8", False) or _guess(content)


def _decode(
    content: bytes, encoding: str, is_guess: bool
) -> tuple[str, str, bool] | None:
    try:
        return content.decode(encoding), encoding, is_guess
    except UnicodeDecodeError:
        return None


def _guess(content: bytes) -> tuple[str, str, bool] | None:
    """Return the text in the first encoding that makes no mess of it."""
    if b"\0" in content:
        return None
    sample = b"\n".join(
        line for line in content[:SAMPLE].splitlines() if _has_signs(line)
    )
    for encoding in _ENCODINGS:
        found = from_bytes(sample[:50_000], cp_isolation=[encoding], threshold=0.15)
        decoded = _decode(content, encoding, True) if found.best() else None
        if decoded:
            return decoded
    for encoding, script, least in _SCRIPTS:
        decoded = _decode(content, encoding, True)
        signs = re.sub(r"[\x00-\x7f]", "", decoded[0][:SAMPLE]) if decoded else ""
        if signs and len(re.findall(f"[{script}]", signs)) >= least * len(signs):
            return decoded
    return None


def _has_signs(line: bytes) -> bool:
    return any(byte > 127 for byte in line)


def _take_hint(text: str) -> tuple[str, str]:
    """Return the text without Excel's first line "sep=;", and what that line says."""
    first, _, rest = text.partition("\n")
    line = first.strip().strip('"').lower()
    is_hint = line.startswith("sep=") and line[4:5] in SEPARATORS and len(line) == 5
    if first.strip('\r\n"') == "sep=\t":
        return rest, "\t"
    return (rest, line[4:5]) if is_hint else (text, "")


def _read_rows(name: str, text: str, delimiter: str) -> list[Row] | Problem:
    """Return all rows; one after a quote that never closes would not be trusted."""
    rows: list[Row] = []
    cells = 0
    reader = csv.reader(_lines(text), delimiter=delimiter)
    try:
        for row in reader:
            cells += len(row)
            if cells > MAX_CELLS * 2:
                return find_excess(name, [*rows, tuple(row)]) or rows
            rows.append(tuple(row))
    except csv.Error as error:
        blanks = {"row": len(rows) + 1, "value": str(error)}
        return Problem(name, "csv_broken", blanks)
    if _swallowed(rows):
        blanks = {"row": len(rows), "value": "unexpected end of data"}
        return Problem(name, "csv_broken", blanks)
    return rows


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _swallowed(rows: Sequence[Row]) -> bool:
    """Say whether the last cell swallowed what looks like further rows."""
    last = rows[-1][-1] if rows and rows[-1] else ""
    width = max(map(len, rows[:-1]), default=0)
    return last.count("\n") > 2 and len(rows[-1]) < width and last.endswith("\n")


def unwrap_rows(rows: Sequence[Row]) -> str | None:
    """Return the text inside if each row is one quoted cell, None if they are not.

    Such a file was saved as CSV twice. Cells after the first are blank then.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    alone = [row for row in filled if row[0].strip() and not any(row[1:])]
    if len(filled) < 2 or len(alone) < LEAST_WRAPPED * len(filled):
        return None
    inner = "\n".join(row[0] if row else "" for row in rows)
    delimiter = find_separator(inner[:SAMPLE])
    widths = [
        len(row) for row in csv.reader(_lines(inner[:SAMPLE]), delimiter=delimiter)
    ]
    wide = [width for width in widths if width > 1]
    is_json = filled[0][0].lstrip().startswith("{")
    enough = len(wide) >= LEAST_WRAPPED * len([w for w in widths if w])
    return inner if enough and not is_json and max(widths, default=0) > 2 else None


def find_excess(name: str, rows: Sequence[Row]) -> Problem | None:
    """Return the problem of a table that is too wide or too large."""
    width = max(map(len, rows), default=0)
    if width > MAX_COLUMNS:
        blanks = {"limit": MAX_COLUMNS, "value": width}
        return Problem(name, "sheet_too_wide", blanks)
    if sum(map(len, rows)) > MAX_CELLS or len(rows) > MAX_ROWS:
        blanks = {"limit": MAX_CELLS, "rows": MAX_ROWS}
        return Problem(name, "sheet_too_large", blanks)
    return None
