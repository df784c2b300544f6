"""The person ids of a block as the people wrote them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from skillgap.files.safe_cells import restore_cell
from skillgap.files.scan.words import Words

_APOSTROPHE, _DELETE = ord("'"), 127


class PersonIds(NamedTuple):
    """Whose rows a block holds.

    ``ids`` has each id once, its spreadsheet apostrophe taken away; ``blank`` says
    which of them are none. ``persons`` is the place in ``ids`` of each row's.
    """

    ids: pa.StringArray
    blank: npt.NDArray[np.bool_]
    persons: npt.NDArray[np.int32]


def restore_ids(column: Words) -> PersonIds:
    """Return the people whom the cells of a column name.

    A cell that begins with a printable ASCII sign above the apostrophe is neither
    blank nor escaped; only the others are looked at one by one. One person may stand
    there escaped and not.
    """
    ids, persons = column
    odd = _find_odd(ids)
    if not len(odd):
        return PersonIds(ids, np.zeros(len(ids), dtype=bool), persons)
    cells = ids.take(odd).to_pylist()
    restored = [restore_cell(cell) for cell in cells]
    if restored != cells:
        ids, moved = _replace(ids, odd, restored)
        odd, persons = moved[odd].astype(np.int64), moved[persons]
    blank = np.zeros(len(ids), dtype=bool)
    blank[odd] = [not person.strip() for person in restored]
    return PersonIds(ids, blank, persons)


def _replace(
    ids: pa.StringArray, places: npt.NDArray[np.int64], texts: list[str]
) -> tuple[pa.StringArray, npt.NDArray[np.int32]]:
    """Return ids, some of them other texts, once each, and where each went."""
    mask = np.zeros(len(ids), dtype=bool)
    mask[places] = True
    coded = pc.replace_with_mask(ids, pa.array(mask), pa.array(texts, pa.string()))
    coded = coded.dictionary_encode()
    return coded.dictionary, coded.indices.to_numpy()


def _find_odd(ids: pa.StringArray) -> npt.NDArray[np.int64]:
    """Return the places of ids that are empty or begin with an unusual sign."""
    _, ends, content = ids.buffers()
    bounds = np.frombuffer(ends, np.int32)[ids.offset :][: len(ids) + 1]
    codes = np.frombuffer(content or b"", np.uint8)
    filled = bounds[1:] > bounds[:-1]
    first = np.zeros(len(ids), np.uint8)
    first[filled] = codes[bounds[:-1][filled]]
    return np.flatnonzero((first <= _APOSTROPHE) | (first >= _DELETE))
