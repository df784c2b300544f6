"""What was read from a spreadsheet somebody else made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from skillgap.domain.problems import Note, Problem
from skillgap.domain.ratings import empty_ratings


class RatedPerson(NamedTuple):
    """Somebody as the file names them; ``id`` is the name where there is no id."""

    id: str
    name: str
    team: str


@dataclass(frozen=True)
class LeftOut:
    """A row that is no person, or no skill: its number, its label and why."""

    row: int
    label: str
    why: str


@dataclass(frozen=True, eq=False)
class SheetReading:
    """The ratings of a foreign file: ``rows`` is always accepted plus rejected.

    A row is a row of the spreadsheet that holds data. It is rejected as a whole if it
    names nobody or no skill, has no readable date, or repeats somebody; of a row with
    many ratings a faulty cell is rejected by itself: it stays unknown, has its own
    problem, and the row counts as accepted as long as one of its cells does. So two
    sums come out: ``rows`` are accepted plus rejected, and ``cells`` (marks that say
    something) are ratings plus ``cells_rejected``. Rows that are no people or skills
    are in ``left_out``, each with the reason, and in neither sum. A file with an open
    question has one problem and no rows: nothing is half imported.

    ``ratings`` has columns as in ``empty_ratings``; a skill is one of ours or
    ``team.…``, whose names ``own_skills`` has, and ``own_areas`` the section of those
    that stand in one; ``places`` has row and column of each rating as the spreadsheet
    shows them. Unrated cells are no ratings;
    ``people`` has everybody named, rated or not.
    """

    problems: tuple[Problem, ...] = ()
    ratings: pd.DataFrame = field(default_factory=empty_ratings)
    places: tuple[tuple[int, str], ...] = ()
    rows: int = 0
    accepted: int = 0
    cells: int = 0
    cells_rejected: int = 0
    people: tuple[RatedPerson, ...] = ()
    own_skills: Mapping[str, str] = field(default_factory=dict)
    own_areas: Mapping[str, str] = field(default_factory=dict)
    skills: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    assumed: tuple[Note, ...] = ()
    columns_out: Mapping[str, str] = field(default_factory=dict)
    layout: str = ""
    scale: str = ""
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""

    @property
    def kept_out(self) -> tuple[str, ...]:
        """The columns left out; ``columns_out`` says why."""
        return tuple(self.columns_out)

    @property
    def rejected(self) -> int:
        """Rows of which nothing was taken; each has at least one problem."""
        return self.rows - self.accepted
