"""Our own exports and confirmed spreadsheets as one team."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.problems import Problem
from skillgap.domain.team.history import MAX_SKILLS, History
from skillgap.domain.team.joining import empty_history, join_ratings
from skillgap.domain.team.own_skills import OwnSkills
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.scan.team_scan import FileCount, Scan

Places = npt.NDArray[np.int64]


def join_sheets(
    scan: Scan, sheets: Sequence[tuple[str, SheetReading]]
) -> tuple[Scan, OwnSkills]:
    """Return a scan with spreadsheets in it, and the team's own skills apart.

    A spreadsheet's rows are those of the sheet. A rating of a person, skill and day
    that stands elsewhere already is rejected; a row of which nothing is left, too.

    Args:
        scan: of our own exports; may hold nothing.
        sheets: name and reading of each spreadsheet.

    """
    names = _own_texts([reading.own_skills for _name, reading in sheets])
    areas = _own_texts([reading.own_areas for _name, reading in sheets])
    history, own = scan.history, empty_history(list(names))
    for name, reading in sheets:
        is_own = reading.ratings["skill"].isin(names).to_numpy()
        history, lost = _join(history, reading, ~is_own)
        own, lost_own = _join(own, reading, is_own)
        problems, rejected = _reject(name, reading, np.union1d(lost, lost_own))
        scan = _add_file(scan, name, reading, problems, rejected)
    return replace(scan, history=history), OwnSkills(own, names, areas)


def _own_texts(read: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Return what the sheets say of the team's own skills, by id; the first counts."""
    found: dict[str, str] = {}
    for each in read:
        found = {**each, **found}
    return dict(sorted(found.items())[:MAX_SKILLS])


def _join(
    history: History, reading: SheetReading, chosen: npt.NDArray[np.bool_]
) -> tuple[History, Places]:
    """Return a history with some ratings of a sheet, and which were not taken."""
    people = pd.DataFrame(
        [(who.id, who.name, who.team, "") for who in reading.people],
        columns=["person_id", "name", "team", "profile"],
    )
    joined, lost = join_ratings(history, people, reading.ratings[chosen])
    return joined, np.flatnonzero(chosen)[lost]


def _reject(
    name: str, reading: SheetReading, lost: Places
) -> tuple[list[Problem], int]:
    """Return the problems of ratings not taken, and how many rows gave nothing else."""
    problems = []
    for place, rating in zip(lost.tolist(), reading.ratings.iloc[lost].itertuples()):
        row, column = reading.places[place]
        blanks = {
            "row": row,
            "column": column,
            "person": rating.name or rating.person_id,
            "skill": rating.skill,
            "day": rating.rated_on,
        }
        problems.append(Problem(name, "cell_rated_elsewhere", blanks))
    rows = Counter(row for row, _column in reading.places)
    gone = Counter(reading.places[place][0] for place in lost.tolist())
    return problems, sum(rows[row] == count for row, count in gone.items())


def _add_file(
    scan: Scan,
    name: str,
    reading: SheetReading,
    problems: Sequence[Problem],
    rejected: int,
) -> Scan:
    found = (*reading.problems, *problems)
    file = FileCount(
        name,
        reading.rows,
        reading.accepted - rejected,
        reading.delimiter,
        reading.encoding,
        reading.kept_out,
        reading.assumed,
    )
    versions = Counter(reading.ratings["framework"].tolist())
    return replace(
        scan,
        files=(*scan.files, file),
        problems=(*scan.problems, *found),
        counts=scan.counts + Counter(problem.code for problem in found),
        versions=scan.versions + versions,
    )
