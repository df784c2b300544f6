"""The legend of a skills matrix: what its numbers, letters and symbols mean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from skillgap.domain.sheet import Sheet
from skillgap.sheets.header_words import header_kind
from skillgap.sheets.level_words import phrase_position
from skillgap.sheets.marks import SHAPES, is_unknown

Entry = tuple[str, str]

_SIGNS = SHAPES.replace("X", "").replace("x", "") + "★☆⭐+"
_KEY = rf"[0-9]{{1,3}}%?|[A-Z]{{1,2}}|[x{re.escape(_SIGNS)}]{{1,5}}"
_STRONG = re.compile(rf"(?<![^\s(,;|/\[:])({_KEY})\s*[=→]\s*")
_WEAK = re.compile(rf"({_KEY})\s*[-–—:.)]\s*(\S.{{0,200}})", re.DOTALL)
_MANY = re.compile(rf"(?<![^\s(,;|/\[:])({_KEY})\s*[:–—-]\s*(?=[^\W\d_])")
_TITLE = re.compile(
    r"\W*(legend|keterangan|key|skala|scale|rating|level|note|catatan)\w*\W+",
    re.IGNORECASE,
)
FIRST_ROWS = 200
LAST_ROWS = 60


def find_legend(sheet: Sheet) -> dict[str, str]:
    """Return the meaning of each key a legend of the sheet explains.

    A key that stands there with two meanings is left out. Empty if there are fewer
    than two keys, or if not half of the meanings speak of a level.
    """
    found: dict[str, str] = {}
    torn: set[str] = set()
    for key, meaning in _entries(sheet):
        if found.setdefault(key, meaning) != meaning:
            torn.add(key)
    legend = {key: meaning for key, meaning in found.items() if key not in torn}
    return legend if len(legend) > 1 and _speaks_of_levels(legend) else {}


def legend_columns(
    sheet: Sheet, legend: Mapping[str, str], header: int, names: Sequence[str]
) -> frozenset[int]:
    """Return the columns that below a header row hold a legend: marks, meanings.

    They stand in two columns, or in one whose name is blank or means a legend.
    """
    found: set[int] = set()
    rows = [row for row in sheet.filled_rows if row > header][:FIRST_ROWS]
    for column in range(sheet.width if legend else 0):
        pairs = [(sheet.cell(row, column), sheet.cell(row, column + 1)) for row in rows]
        explained = [pair for pair in pairs if legend.get(pair[0]) == pair[1]]
        filled = [key for key, _meaning in pairs if key]
        if len(explained) > 1 and len(filled) == len(explained):
            found |= {column, column + 1}
        told = [key for key in filled if _explains_itself(key, legend)]
        is_named = bool(names[column]) and header_kind(names[column]) != "text"
        if len(told) > 1 and len(told) == len(filled) and not is_named:
            found.add(column)
    return frozenset(found)


def explains(texts: Sequence[str], legend: Mapping[str, str]) -> bool:
    """Say whether the texts of a row are one mark of a legend and its meaning."""
    return len(texts) == 2 and (
        legend.get(texts[0]) == texts[1] or legend.get(texts[1]) == texts[0]
    )


def _explains_itself(text: str, legend: Mapping[str, str]) -> bool:
    return any(legend.get(key) == meaning for key, meaning in legend_of_cell(text))


def _speaks_of_levels(legend: Mapping[str, str]) -> bool:
    known = [m for m in legend.values() if speaks_of_level(m)]
    return 2 * len(known) >= len(legend)


def speaks_of_level(meaning: str) -> bool:
    """Say whether the meaning of a legend's key is a level, or that there is none."""
    return is_unknown(meaning) or phrase_position(meaning) is not None


def _entries(sheet: Sheet) -> Iterator[Entry]:
    first, last = sheet.filled_rows[:FIRST_ROWS], sheet.filled_rows[FIRST_ROWS:]
    rows = (*first, *last[-LAST_ROWS:])
    for row in rows:
        for _column, text in sheet.texts(row):
            if 3 < len(text) < 1500:
                yield from legend_of_cell(text)
    for column in range(min(sheet.width, 200)):
        yield from _run_of_cells(sheet, rows, column)
        yield from _run_of_pairs(sheet, rows, column)
    for row in rows[:60]:
        yield from _pairs_beside(sheet, row)
    for row, below in pairwise(rows[:60]):
        yield from _keys_above(sheet, row, below)


def legend_of_cell(text: str) -> list[Entry]:
    """Return the entries one cell explains: "0 = none, 1 = basic"."""
    plain = _TITLE.sub("", text, count=1)
    places = list(_STRONG.finditer(plain))
    if not places:
        places = list(_MANY.finditer(plain))
        if len(places) < 3:
            return []
    ends = [place.start() for place in places[1:]] + [len(plain)]
    pieces = [plain[p.end() : end] for p, end in zip(places, ends, strict=True)]
    entries = [
        (place[1], piece.strip(" \n\t,;|/()[]."))
        for place, piece in zip(places, pieces, strict=True)
    ]
    return [(key, meaning) for key, meaning in entries if meaning]


def _run_of_cells(sheet: Sheet, rows: tuple[int, ...], column: int) -> Iterator[Entry]:
    """Yield "1 - Beginner" cells that stand in one column, three or more in a row."""
    run: list[Entry] = []
    for row in (*rows, None):
        text = sheet.cell(row, column) if row is not None else ""
        match = _WEAK.fullmatch(text) if 3 < len(text) < 200 else None
        entry = (match[1], match[2].strip()) if match else None
        if entry and speaks_of_level(entry[1]):
            run.append(entry)
            continue
        yield from _sound(run)
        run = []


def _run_of_pairs(sheet: Sheet, rows: tuple[int, ...], column: int) -> Iterator[Entry]:
    """Yield keys and meanings that stand in two columns, three or more in a row."""
    run: list[Entry] = []
    for row in (*rows, None):
        pair = (sheet.cell(row, column), sheet.cell(row, column + 1)) if (
            row is not None
        ) else ("", "")  # fmt: skip
        entry = _pair(*pair) or _pair(*reversed(pair))
        if entry:
            run.append(entry)
            continue
        yield from _sound(run)
        run = []


def _sound(run: list[Entry]) -> list[Entry]:
    keys = [key for key, _ in run]
    return run if len(run) > 2 and len(set(keys)) == len(keys) else []


def _pair(key: str, meaning: str) -> Entry | None:
    if not meaning or not re.fullmatch(_KEY, key) or re.fullmatch(_KEY, meaning):
        return None
    return (key, meaning) if speaks_of_level(meaning) else None


def _pairs_beside(sheet: Sheet, row: int) -> list[Entry]:
    """Return the pairs of a row that holds nothing else: 0, None, 1, Basic."""
    texts = [text for _column, text in sheet.texts(row)]
    if texts and _TITLE.fullmatch(texts[0] + ":"):
        texts = texts[1:]
    if len(texts) % 2 or len(texts) < 4:
        return []
    pairs = [_pair(*texts[at : at + 2]) for at in range(0, len(texts), 2)]
    found = [pair for pair in pairs if pair]
    return found if len(found) == len(pairs) else []


def _keys_above(sheet: Sheet, row: int, below: int) -> list[Entry]:
    """Return the entries of a legend that lies: keys in a row, meanings under it."""
    pairs = [
        pair
        for column, key in sheet.texts(row)
        if (pair := _pair(key, sheet.cell(below, column)))
    ]
    filled = len(list(sheet.texts(below)))
    return _sound(pairs) if len(pairs) + 1 >= filled else []
