"""The files a panel compares: our CSV exports or JSON Resume files, two to eight."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.files.ratings import read_ratings
from skillgap.hiring.candidates import (
    FEWEST,
    MOST,
    Candidate,
    letter_candidates,
    split_people,
)
from skillgap.hiring.files.resumes import read_resume
from skillgap.hiring.resume_words import ResumeMapping, UnmappedTerm

NO_MAPPING = ResumeMapping()

# person id, name, source, ratings
Unlettered = tuple[str, str, str, pd.DataFrame]


@dataclass(frozen=True, eq=False)
class CandidatesReading:
    """The candidates of several files, in the order of the files.

    ``problems`` concern single files or rows; the others go on. ``to_map`` are words
    of resumes that the reader has not mapped: their skills are unknown.
    """

    candidates: tuple[Candidate, ...]
    problems: tuple[Problem, ...]
    to_map: tuple[UnmappedTerm, ...]


def read_candidates(
    files: Iterable[tuple[str, bytes]],
    framework: Framework,
    mapping: ResumeMapping = NO_MAPPING,
    today: str = "",
    most: int = MOST,
) -> CandidatesReading:
    """Read candidates out of files.

    A CSV with several people gives several candidates; people of one name or id in
    different files stay apart. Beyond ``most``, the last are left out and reported.

    Args:
        files: name and content of each file.
        framework: the skills the ratings may name.
        mapping: what the words of JSON Resume files mean.
        today: ISO date of ratings in resumes that carry no date.
        most: how many candidates there may be.

    """
    people: list[Unlettered] = []
    problems: list[Problem] = []
    to_map: list[UnmappedTerm] = []
    names = []
    for name, content in files:
        names.append(name)
        if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
            resume = read_resume(name, content, framework, mapping, today)
            problems += resume.problems
            to_map += resume.to_map
            if resume.ratings is not None:
                person_id = name.rsplit(".", 1)[0]
                people.append((person_id, resume.name, name, resume.ratings))
        else:
            found, faults = _read_export(name, content, framework)
            people += found
            problems += faults
    problems += _count_problems(names, people, most)
    kept = letter_candidates(people[:most])
    return CandidatesReading(kept, tuple(problems), tuple(to_map))


def _read_export(
    name: str, content: bytes, framework: Framework
) -> tuple[list[Unlettered], list[Problem]]:
    reading = read_ratings(name, content, framework)
    found = [
        (person_id, person_name, name, rows)
        for person_id, person_name, rows in split_people(reading.ratings)
    ]
    problems = list(reading.problems)
    if not found and not problems:
        problems.append(Problem(name, "file_without_rows"))
    return found, problems


def _count_problems(
    names: list[str], people: list[Unlettered], most: int
) -> list[Problem]:
    if len(people) < FEWEST:
        where = ", ".join(names)
        return [Problem(where, "candidates_few", {"value": len(people)})]
    return [
        Problem(source, "candidates_many", {"value": name or person_id, "limit": most})
        for person_id, name, source, _rows in people[most:]
    ]
