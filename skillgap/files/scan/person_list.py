"""Everybody named in some rows, gathered from many blocks and files."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from skillgap.domain.team.history import MAX_PEOPLE, PERSON_AT, Keys, days_of
from skillgap.domain.team.state import PEOPLE_COLUMNS
from skillgap.files.safe_cells import restore_cell
from skillgap.files.scan.block_parse import Columns

_ANSWER = (1 << PERSON_AT) - 1
_LATER = (1 << 32) - 1
_CHUNK = 1 << 16  # keys at a time, to bound memory; chosen, not measured
_ENOUGH = 250_000  # people; chosen, not measured: few joinings, little memory


@dataclass(frozen=True)
class Answers:
    """Accepted rows in reading order, and whose they are.

    ``people`` has the columns ``person_id``, ``name``, ``team``, ``profile`` (cells as
    in the file, but for the id) in order of appearance. ``newest`` is the ordinal of
    each person's newest day, 0 if undated; the details are those of its first row.
    ``keys`` are as in ``domain.history``; their person is a row of ``people``.
    """

    people: pa.Table
    newest: Keys
    keys: Keys


def collect_answers(
    columns: Columns, rows: npt.NDArray[np.int64], keys: Keys
) -> Answers:
    """Return the accepted rows of a block; people who have none are left out.

    Args:
        columns: the block's.
        rows: which of its rows are accepted.
        keys: of these rows, still without their person; changed in place.

    """
    ids, _, everybody = columns.people
    persons, days = everybody[rows], days_of(keys)
    first = _first_of_newest(persons, days, len(ids))
    present = np.flatnonzero(first >= 0)
    numbers = np.cumsum(first >= 0) - 1
    first = first[present]
    details = columns.details(rows[first])
    people = pa.table({"person_id": ids.take(present), **details})
    keys |= numbers[persons] << PERSON_AT
    return Answers(people, days[first], keys)


class PersonList:
    """Gathers answers piece by piece; each person is known once."""

    def __init__(self) -> None:
        empty = {name: pa.array([], pa.string()) for name in PEOPLE_COLUMNS}
        self._people = pa.table(empty)
        self._newest: Keys = np.empty(0, np.int64)
        self._keys: list[Keys] = []
        self._waiting: list[Answers] = []
        self._names = 0

    def add(self, piece: Answers) -> None:
        """Take a piece; its keys are changed in place later on."""
        self._waiting.append(piece)
        self._names += len(piece.people)
        if self._names > max(len(self._newest), _ENOUGH):
            self._join()

    def finish(self) -> Answers:
        """Return everything taken as one piece; nothing may be added after that."""
        self._join()
        if len(self._keys) != 1:
            joined = np.concatenate([np.empty(0, np.int64), *self._keys])
            self._keys = [joined]
        return Answers(self._people, self._newest, self._keys[0])

    def _join(self) -> None:
        """Give everybody who waits their place among those known already.

        People are compared all at once, and only when as many wait as are known: each
        is looked up a few times, however often they return.
        """
        tables = [self._people, *(piece.people for piece in self._waiting)]
        newest = [self._newest, *(piece.newest for piece in self._waiting)]
        self._people, self._newest, places = _merge_people(tables, newest)
        start = len(tables[0])
        for piece in self._waiting:
            end = start + len(piece.people)
            _move_people(piece.keys, places[start:end])
            self._keys.append(piece.keys)
            start = end
        self._waiting, self._names = [], 0


def sort_people(answers: Answers) -> Answers:
    """Return the same answers with people in the order of their ids.

    So it does not matter in which order files were read. Keys change in place.
    """
    order = pc.sort_indices(answers.people.column("person_id")).to_numpy()
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order))
    _move_people(answers.keys, places)
    return Answers(answers.people.take(order), answers.newest[order], answers.keys)


def _merge_people(
    tables: Sequence[pa.Table], newest: Sequence[Keys]
) -> tuple[pa.Table, Keys, npt.NDArray[np.int32]]:
    """Return everybody once, their newest days, and where each row of all went."""
    everyone = pa.concat_tables(tables).combine_chunks()
    if not len(everyone):
        return everyone, newest[0], np.empty(0, np.int32)
    coded = everyone.column("person_id").chunk(0).dictionary_encode()
    if len(coded.dictionary) > MAX_PEOPLE:
        raise ValueError(f"more than {MAX_PEOPLE} people")
    places = coded.indices.to_numpy()
    days = np.concatenate(newest)
    first = _first_of_newest(places, days, len(coded.dictionary))
    return everyone.take(first), days[first], places


def _first_of_newest(
    persons: npt.NDArray[np.int32], days: Keys, count: int
) -> npt.NDArray[np.int64]:
    """Return the first row of each person's newest day, -1 for who has no row."""
    order = days << 32 | _LATER - np.arange(len(days))
    best = np.full(count, -1, np.int64)
    np.maximum.at(best, persons, order)
    return np.where(best < 0, -1, _LATER - (best & _LATER))


def _move_people(keys: Keys, places: npt.NDArray[np.int32]) -> None:
    """Replace the person of each key by the place given for it, in place."""
    if np.array_equal(places, np.arange(len(places))):
        return
    for start in range(0, len(keys), _CHUNK):
        part = keys[start : start + _CHUNK]
        moved = places.astype(np.int64)[part >> PERSON_AT] << PERSON_AT
        part &= _ANSWER
        part |= moved


def people_frame(people: pa.Table) -> pd.DataFrame:
    """Return people as the domain wants them: texts as they were written.

    Columns ``person_id``, ``name``, ``team``, ``profile``.
    """
    frame = people.to_pandas()
    for column in ("name", "team"):
        escaped = pc.starts_with(people.column(column), "'").to_numpy()
        if escaped.any():
            restored = frame.loc[escaped, column].map(restore_cell)
            frame.loc[escaped, column] = restored
    profiles = {cell: cell.strip() for cell in frame["profile"].unique()}
    return frame.assign(profile=frame["profile"].map(profiles)).astype(str)
