"""The people a panel compares, in the order their files were given."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from string import ascii_uppercase

import pandas as pd

LETTERS = ascii_uppercase
FEWEST = 2
MOST = 8  # chosen, not measured: more do not fit beside each other on a screen


@dataclass(frozen=True, eq=False)
class Candidate:
    """One candidate and what they say of themselves.

    ``letter`` goes by the order of the files; it stands for the candidate in every
    table, so that two people of one name or id stay two. ``name`` may be empty.
    ``source`` is the file. ``ratings`` has columns as in ``empty_ratings``.
    """

    letter: str
    person_id: str
    name: str
    source: str
    ratings: pd.DataFrame

    @property
    def fingerprint(self) -> str:
        """Twelve signs that tell whether two panel members mean the same file."""
        text = self.ratings.to_csv(index=False)
        return sha256(f"{self.person_id}\n{text}".encode()).hexdigest()[:12]


def letter_candidates(
    people: Iterable[tuple[str, str, str, pd.DataFrame]],
) -> tuple[Candidate, ...]:
    """Return candidates from (person id, name, source, ratings), A to Z."""
    return tuple(Candidate(letter, *person) for letter, person in zip(LETTERS, people))


def split_people(ratings: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Return (person id, name, their rows) of each person, by first appearance.

    The name is the first one given for the id, empty if there is none.
    """
    found = []
    for person_id, rows in ratings.groupby("person_id", sort=False):
        names = [name for name in rows["name"] if str(name).strip()]
        name = str(names[0]) if names else ""
        found.append((str(person_id), name, rows.reset_index(drop=True)))
    return found


def other_versions(candidate: Candidate, version: str) -> tuple[str, ...]:
    """Return the framework versions of dated ratings that are not ``version``.

    Such levels were earned on other anchors; they count, and the reader is told.
    """
    dated = candidate.ratings[candidate.ratings["rated_on"] != ""]
    return tuple(sorted(set(dated["framework"]) - {version}))
