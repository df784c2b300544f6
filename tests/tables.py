"""Small tables in tests, written the way one reads them."""

import re
from collections.abc import Sequence

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
    header, *rows = [line.split() for line in text.splitlines() if line.strip()]
    assert all(len(row) == len(header) for row in rows), "a row is not as wide"
    columns = list(zip(*rows, strict=True)) or [()] * len(header)
    return pd.DataFrame({n: _column(c) for n, c in zip(header, columns, strict=True)})


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


def _column(cells: Sequence[str]) -> "pd.Series":  # type: ignore[type-arg]
    if cells and all(NUMBER.fullmatch(cell) for cell in cells):
        known = [float("nan") if cell == "?" else float(cell) for cell in cells]
        whole = all("." not in cell and cell != "?" for cell in cells)
        return pd.Series(known, dtype=int if whole else float)
    return pd.Series(["" if cell == "." else cell for cell in cells], dtype=str)
