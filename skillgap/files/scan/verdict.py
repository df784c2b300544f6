"""What a block of ratings rows amounts to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from skillgap.files.scan.block_parse import Columns
from skillgap.files.scan.cell_codes import MARK_AT, problem_codes
from skillgap.files.scan.person_list import Answers, PersonList, collect_answers
from skillgap.files.scan.quotes import Places

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Verdict:
    """What a block holds.

    ``records`` counts everything between line ends. ``left_out`` are the records that
    gave no answer, counted from 0, ascending; ``blank`` of them are no rows at all.
    ``faults`` counts rejected rows by their marks, ``ragged`` those of another width
    than the header. ``long_cells`` counts cells beyond the limit. ``noticed`` are the
    first rejected records, as many as were asked for, with the cells they are rejected
    for. ``versions`` counts accepted rows by framework version.
    """

    answers: Answers
    records: int
    versions: Counter[str]
    left_out: Places = field(default_factory=lambda: np.empty(0, np.int64))
    blank: int = 0
    ragged: int = 0
    long_cells: int = 0
    faults: Counter[int] = field(default_factory=Counter)
    noticed: tuple[tuple[int, list[str]], ...] = ()

    def count_problems(self) -> Counter[str]:
        """Return how many problems of each code the block has."""
        counts = Counter({"row_width": self.ragged, "cell_too_long": self.long_cells})
        for marks, rows in self.faults.items():
            for code in problem_codes(marks):
                counts[code] += rows
        return +counts


def accept_rows(
    columns: Columns, codes: Codes, is_accepted: npt.NDArray[np.bool_]
) -> Verdict:
    """Return the verdict on a block of which some rows are accepted.

    Args:
        columns: the block's.
        codes: of each row, as in ``cell_codes``.
        is_accepted: which rows are; what became of the others is not said here.

    """
    rows = np.flatnonzero(is_accepted)
    keys = codes[rows] & (1 << MARK_AT) - 1
    answers = collect_answers(columns, rows, keys)
    return Verdict(answers, columns.records, _count_versions(columns, rows))


def join_verdicts(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the verdict on blocks that follow each other; keys change in place."""
    people = PersonList()
    records = 0
    left_out: list[Places] = [np.empty(0, np.int64)]
    noticed: list[tuple[int, list[str]]] = []
    for each in verdicts:
        people.add(each.answers)
        left_out.append(each.left_out + records)
        noticed += [(records + record, cells) for record, cells in each.noticed]
        records += each.records
    return Verdict(
        people.finish(),
        records,
        sum((each.versions for each in verdicts), Counter[str]()),
        np.concatenate(left_out),
        sum(each.blank for each in verdicts),
        sum(each.ragged for each in verdicts),
        sum(each.long_cells for each in verdicts),
        sum((each.faults for each in verdicts), Counter[int]()),
        tuple(noticed),
    )


def _count_versions(columns: Columns, rows: Places) -> Counter[str]:
    texts, places = columns.words["framework"]
    if len(texts) == 1:
        return +Counter({texts[0].as_py().strip(): len(rows)})
    counts = np.bincount(places[rows], minlength=len(texts)).tolist()
    versions: Counter[str] = Counter()
    for version, count in zip(texts.to_pylist(), counts):
        versions[version.strip()] += count
    return +versions
