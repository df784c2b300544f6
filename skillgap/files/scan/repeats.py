"""Rows that repeat an answer given before, in the same file or another."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

from skillgap.domain.problems import Problem
from skillgap.domain.team.history import Keys
from skillgap.files.scan.row_numbers import RowNumbers


class AnswerFinder:
    """Finds the file and row of an answer by its position among those of all files."""

    def __init__(self, numbers: Sequence[RowNumbers]) -> None:
        self._numbers = numbers
        self._ends = list(accumulate(each.answers for each in numbers))

    def files_of(self, answers: Keys) -> Keys:
        """Return the place of the file of each answer."""
        return np.searchsorted(self._ends, answers, side="right")

    def find(self, answer: int) -> tuple[int, int]:
        """Return the place of the file, and the row as a spreadsheet numbers it."""
        file = int(np.searchsorted(self._ends, answer, side="right"))
        before = self._ends[file - 1] if file else 0
        return file, self._numbers[file].of(answer - before)


def report_repeats(
    finder: AnswerFinder,
    names: Sequence[str],
    skills: Sequence[str],
    repeats: Keys,
    firsts: Keys,
) -> list[tuple[int, Problem]]:
    """Return each repeated answer as the place of its file and a problem.

    Args:
        finder: of all answers.
        names: of the files.
        skills: of each repeated answer.
        repeats: positions of the repeated answers.
        firsts: positions of the answers they repeat.

    """
    found = []
    for skill, repeat, first in zip(skills, repeats.tolist(), firsts.tolist()):
        (file, row), (other, first_row) = finder.find(repeat), finder.find(first)
        blanks = {"row": row, "column": "skill", "value": skill, "first": first_row}
        where = names[file]
        if other == file:
            problem = Problem(where, "rating_repeated", blanks)
        else:
            elsewhere = {
                "row": row,
                "column": "skill",
                "value": skill,
                "first": first_row,
                "other": names[other],
            }
            problem = Problem(where, "rating_repeated_elsewhere", elsewhere)
        found.append((file, problem))
    return found
