"""The person ids of a block as the people wrote them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from skillgap.files.safe_cells import restore_cell

_APOSTROPHE, _DELETE = ord("'"), 127


class PersonIds(NamedTuple):
    """Ids whose spreadsheet apostrophe is taken away, and which of them are blank."""

    ids: pa.StringArray
    blank: npt.NDArray[np.bool_]


def restore_ids(cells: pa.StringArray) -> PersonIds:
    """Return the ids that cells hold.

    A cell that begins with a printable ASCII sign above the apostrophe is neither
    blank nor escaped; only the others are looked at one by one.
    """
    blank = np.zeros(len(cells), dtype=bool)
    odd = _find_odd(cells)
    if not len(odd):
        return PersonIds(cells, blank)
    texts = cells.to_pylist()
    for place in odd.tolist():
        texts[place] = restore_cell(texts[place])
        blank[place] = not texts[place].strip()
    return PersonIds(pa.array(texts, pa.string()), blank)


def _find_odd(cells: pa.StringArray) -> npt.NDArray[np.int64]:
    _, ends, content = cells.buffers()
    bounds = np.frombuffer(ends, np.int32)[cells.offset :][: len(cells) + 1]
    codes = np.frombuffer(content or b"", np.uint8)
    filled = bounds[1:] > bounds[:-1]
    first = np.zeros(len(cells), np.uint8)
    first[filled] = codes[bounds[:-1][filled]]
    return np.flatnonzero((first <= _APOSTROPHE) | (first >= _DELETE))
