"""One person's ratings out of a file that may hold several."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.domain.ratings import empty_ratings, levels_on
from skillgap.files.ratings import RatingsReading, read_ratings


class PersonError(Exception):
    """A file does not give one person's ratings."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def _read_table(path: Path, framework: Framework) -> RatingsReading:
    try:
        content = path.read_bytes()
    except OSError as error:
        blanks = {"value": error.strerror or str(error)}
        problem = Problem(str(path), "file_unreadable", blanks)
        return RatingsReading(empty_ratings(), 0, (problem,))
    return read_ratings(path.name, content, framework)


class Person(NamedTuple):
    """The levels of one person, as ``levels_on`` gives them, what they aim at, who.

    ``ratings`` are the rows behind the levels, ``name`` is the newest one given.
    """

    levels: pd.DataFrame
    aim: str
    id: str
    name: str
    ratings: pd.DataFrame


def read_person(
    path: Path, framework: Framework, person_id: str | None = None
) -> Person:
    """Return one person of a file; the aim is the newest one given, empty if none is.

    Raises:
        PersonError: the file is faulty, holds nobody of that id, or several people
            and no id was given.

    """
    reading = _read_table(path, framework)
    if reading.problems:
        raise PersonError(reading.problems)
    people = sorted(set(reading.ratings["person_id"]))
    if person_id is None and len(people) != 1:
        blanks = {"value": ", ".join(people[:10])}
        raise PersonError([Problem(path.name, "several_people", blanks)])
    chosen = people[0] if person_id is None else person_id
    if chosen not in people:
        blanks = {"value": chosen, "suggestion": suggest_name(chosen, people)}
        raise PersonError([Problem(path.name, "person_not_found", blanks)])
    rows = reading.ratings[reading.ratings["person_id"] == chosen]
    levels = levels_on(rows, list(framework.skills))
    aim, name = (_newest(rows, column) for column in ("profile", "name"))
    return Person(levels, aim, chosen, name, rows)


def _newest(rows: pd.DataFrame, column: str) -> str:
    """Return the newest text of a column, empty if there is none."""
    given = rows.loc[rows[column] != ""].sort_values("rated_on", kind="stable")
    return str(given[column].iloc[-1]) if len(given) else ""
