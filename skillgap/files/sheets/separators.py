"""Which sign parts the cells of a text file."""

import csv
import io
import math
from collections import Counter
from collections.abc import Sequence
from itertools import islice

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
