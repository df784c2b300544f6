"""XLSX workbooks as grids of texts: values only, nothing is calculated or followed."""

import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from skillgap.domain.problems import Problem
from skillgap.domain.sheet import Row, Sheet
from skillgap.files.text_tables import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    find_excess,
)

MAX_PACKED = 20 * 1024 * 1024
MAX_UNPACKED = 80 * 1024 * 1024
MAX_MEMBERS = 2000
MAX_RATIO = 120
RATIO_COUNTS_FROM = 4 * 1024 * 1024
MAX_SHEETS = 40
MAX_BLANK = 4_000_000  # cells that only have a colour
_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3}[0-9]+:[A-Z]{1,3}[0-9]+)"'
)
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def read_workbook(name: str, content: bytes) -> tuple[Sheet, ...] | Problem:
    """Return the visible sheets of a workbook, or say why it cannot be read."""
    if len(content) > MAX_PACKED:
        return Problem(name, "file_too_large", {"limit": MAX_PACKED // 1024 // 1024})
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            fault = _find_fault(name, archive)
            if fault:
                return fault
            return _read_sheets(name, content, archive)
    except Exception:  # zipfile, zlib and openpyxl raise whatever a broken part makes
        return Problem(name, "workbook_broken")


def _find_fault(name: str, archive: zipfile.ZipFile) -> Problem | None:
    """Look at the list of contents, before anything is unpacked."""
    members = archive.infolist()
    names = {member.filename for member in members}
    if "xl/workbook.xml" not in names:
        kind = "XLSB" if "xl/workbook.bin" in names else _zip_kind(archive, names)
        return Problem(name, "not_a_spreadsheet", {"value": kind})
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    is_bomb = unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * max(packed, 1)
    if unpacked > MAX_UNPACKED or is_bomb or len(members) > MAX_MEMBERS:
        blanks = {"value": unpacked // 1024 // 1024, "limit": MAX_UNPACKED // 1024**2}
        return Problem(name, "workbook_too_large", blanks)
    for member in members:
        is_markup = member.filename.endswith((".xml", ".rels"))
        if is_markup and _ENTITY.search(_head(archive, member)):
            return Problem(name, "workbook_broken")
    return None


def _zip_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with archive.open("mimetype") as stream:
            kind = stream.read(60).decode("ascii", "replace")
        return "ODS" if "spreadsheet" in kind else "ODF"
    return "DOCX / PPTX" if "[Content_Types].xml" in names else "ZIP"


def _head(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as stream:
        return stream.read(4096)


def _read_sheets(
    name: str, content: bytes, archive: zipfile.ZipFile
) -> tuple[Sheet, ...] | Problem:
    found: list[Sheet] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(
            io.BytesIO(content), read_only=True, data_only=True, keep_links=False
        )
        cells = 0
        for sheet in book.worksheets[:MAX_SHEETS]:
            if sheet.sheet_state != "visible":
                continue
            rows = _read_rows(name, sheet, MAX_CELLS - cells)
            if isinstance(rows, Problem):
                return rows
            cells += sum(map(len, rows))
            merges = list(_merges(archive, sheet))
            found.append(_with_merges(sheet.title, rows, merges))
        book.close()
    return tuple(found)


def _read_rows(name: str, sheet: Any, most_cells: int) -> list[Row] | Problem:
    """Return the rows of a sheet up to the last filled one."""
    sheet.reset_dimensions()
    rows: list[Row] = []
    cells = filled = 0
    for row in sheet.iter_rows():
        cells += len(row)
        texts = [_text(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        if len(texts) > MAX_COLUMNS:
            blanks = {"limit": MAX_COLUMNS, "value": len(texts)}
            return Problem(name, "sheet_too_wide", blanks)
        filled += len(texts)
        if filled > most_cells or cells > MAX_BLANK:
            size = {"limit": MAX_CELLS, "rows": MAX_ROWS}
            return Problem(name, "sheet_too_large", size)
        rows.append(tuple(texts))
    while rows and not rows[-1]:
        rows.pop()
    return find_excess(name, rows) or rows


def _text(cell: Any) -> str:
    """Return a cell as the spreadsheet shows it, as far as that matters here."""
    value = cell.value
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is int or kind is float:
        return _number(value, cell.number_format or "")
    if value is None:
        return ""
    if kind is bool:
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        has_time = value.time() != time(0)
        return value.isoformat(" ", "seconds") if has_time else value.date().isoformat()
    return str(value)


@lru_cache(maxsize=10_000)
def _number(value: float, shape: str) -> str:
    if not math.isfinite(value):
        return str(value)
    if "%" in shape:
        return f"{round(value * 100, 6):g}%"
    if re.fullmatch(r"0{2,}", shape) and value == int(value):
        return f"{int(value):0{len(shape)}d}"
    return str(int(value)) if value == int(value) else f"{round(value, 9):.9g}"


def _merges(
    archive: zipfile.ZipFile, sheet: Any
) -> Iterator[tuple[int, int, int, int]]:
    """Yield merged cells as first row, first column, last row, last column from 0."""
    path = str(getattr(sheet, "_worksheet_path", ""))
    if path not in archive.namelist():
        return
    with archive.open(path) as stream:
        tail = b""
        while block := stream.read(1 << 20):
            for match in _MERGE.finditer(tail + block):
                left, top, right, bottom = range_boundaries(match[1].decode("ascii"))
                yield top - 1, left - 1, bottom - 1, right - 1
            tail = block[-200:]


def _with_merges(
    title: str, rows: list[Row], merges: list[tuple[int, int, int, int]]
) -> Sheet:
    """Fill cells that are merged downwards; remember those merged to the right."""
    grid = [list(row) for row in rows]
    spans: dict[tuple[int, int], int] = {}
    for top, left, bottom, right in merges[:20_000]:
        if top >= len(grid) or left >= len(grid[top]):
            continue
        text = grid[top][left]
        if right > left:
            spans[top, left] = right
        elif text and not re.fullmatch(r"[0-9.,%\s]+", text):
            for row in range(top + 1, min(bottom + 1, len(grid))):
                grid[row] += [""] * (left + 1 - len(grid[row]))
                grid[row][left] = grid[row][left] or text
    return Sheet(title, tuple(map(tuple, grid)), spans)
