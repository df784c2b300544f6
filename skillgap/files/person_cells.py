"""The person ids of a block as the people wrote them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from skillgap.files.safe_cells import restore_cell

_APOSTROPHE, _DELETE = ord("'"), 127


class PersonIds(NamedTuple):
    """Whose rows a block holds.

    ``ids`` has each id once, its spreadsheet apostrophe taken away; ``blank`` says
    which of them are none. ``persons`` is the place in ``ids`` of each row's.
    """

    ids: pa.StringArray
    blank: npt.NDArray[np.bool_]
    persons: npt.NDArray[np.int32]


def restore_ids(cells: pa.DictionaryArray) -> PersonIds:
    """Return the people whom the cells of a column name.

    A cell that begins with a printable ASCII sign above the apostrophe is neither
    blank nor escaped; only the others are looked at one by one. One person may stand
    there escaped and not.
    """
    ids, persons = cells.dictionary, cells.indices.to_numpy()
    odd = _find_odd(ids)
    if not len(odd):
        return PersonIds(ids, np.zeros(len(ids), dtype=bool), persons)
    texts = ids.to_pylist()
    for place in odd.tolist():
        texts[place] = restore_cell(texts[place])
    coded = pa.array(texts, pa.string()).dictionary_encode()
    ids, numbers = coded.dictionary, coded.indices.to_numpy()
    blank = np.zeros(len(ids), dtype=bool)
    for place in odd.tolist():
        blank[numbers[place]] = not texts[place].strip()
    return PersonIds(ids, blank, numbers[persons])


def _find_odd(ids: pa.StringArray) -> npt.NDArray[np.int64]:
    """Return the places of ids that are empty or begin with an unusual sign."""
    _, ends, content = ids.buffers()
    bounds = np.frombuffer(ends, np.int32)[ids.offset :][: len(ids) + 1]
    codes = np.frombuffer(content or b"", np.uint8)
    filled = bounds[1:] > bounds[:-1]
    first = np.zeros(len(ids), np.uint8)
    first[filled] = codes[bounds[:-1][filled]]
    return np.flatnonzero((first <= _APOSTROPHE) | (first >= _DELETE))
