"""Small tables in tests, written the way one reads them."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from skillgap.domain.ratings import RATING_COLUMNS, levels_on

NUMBER = re.compile(r"\?|-?[0-9]+(\.[0-9]+)?")
USUAL = {
    "person_id": "p1",
    "basis": "claimed",
    "rated_on": "2026-11-25",
    "framework": "1.0.0",
}


def table(text: str) -> pd.DataFrame:
    """Return the table a text shows: a header, then rows, cells parted by blanks.

    ``?`` is an unknown number, ``.`` an empty text.
    """
    columns = _columns(text)
    kinds = {name: type(cells[0]) if cells else str for name, cells in columns.items()}
    return pd.DataFrame({n: pd.Series(columns[n], dtype=kinds[n]) for n in columns})


def rows(text: str) -> list[dict[str, Any]]:
    """Return the rows of the table a text shows, without building the table."""
    columns = _columns(text)
    return [dict(zip(columns, row)) for row in zip(*columns.values(), strict=True)]


def ratings(text: str) -> pd.DataFrame:
    """Return ratings of which a text shows the columns that matter."""
    shown = table(text)
    rest = {name: USUAL.get(name, "") for name in RATING_COLUMNS if name not in shown}
    full = shown.assign(**rest)[list(RATING_COLUMNS)]
    return full.astype({"level": float})


def levels(text: str) -> pd.DataFrame:
    """Return one person's levels, as ``levels_on`` does, from ``skill level``."""
    shown = ratings(text)
    return levels_on(shown[shown["level"].notna()], list(shown["skill"]))


def _columns(text: str) -> dict[str, list[Any]]:
    header, *lines = [line.split() for line in text.splitlines() if line.strip()]
    assert all(len(line) == len(header) for line in lines), "a row is not as wide"
    columns = list(zip(*lines, strict=True)) or [()] * len(header)
    return {name: _cells(cells) for name, cells in zip(header, columns, strict=True)}


def _cells(cells: Sequence[str]) -> list[Any]:
    if not all(NUMBER.fullmatch(cell) for cell in cells):
        return ["" if cell == "." else cell for cell in cells]
    if all("." not in cell and cell != "?" for cell in cells):
        return list(map(int, cells))
    return [float("nan") if cell == "?" else float(cell) for cell in cells]
