"""Which row of its file an answer came from, long after the row was read."""

from dataclasses import dataclass, field

import numpy as np

from skillgap.files.scan.records import Places


@dataclass
class RowNumbers:
    """The rows of a file, block by block: where each begins and what it left out."""

    first_rows: list[int] = field(default_factory=list)
    left_out: list[Places] = field(default_factory=list)
    first_answers: list[int] = field(default_factory=list)
    answers: int = 0

    def add(self, first_row: int, records: int, left_out: Places) -> None:
        """Take a block of records, some of which gave no answer (counted from 0)."""
        self.first_rows.append(first_row)
        self.left_out.append(left_out)
        self.first_answers.append(self.answers)
        self.answers += records - len(left_out)

    def of(self, answer: int) -> int:
        """Return the row, as a spreadsheet numbers it, of the n-th answer from 0."""
        block = int(np.searchsorted(self.first_answers, answer, side="right")) - 1
        place = answer - self.first_answers[block]
        left_out = self.left_out[block]
        skipped = np.searchsorted(
            left_out - np.arange(len(left_out)), place, side="right"
        )
        return self.first_rows[block] + place + int(skipped)
