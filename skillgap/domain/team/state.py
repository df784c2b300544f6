"""Where a team stands: one level for each person and skill, dated and with a basis."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.ratings import BASES

PEOPLE_COLUMNS = ("person_id", "name", "team", "profile")
UNRATED, UNSURE = -1, -2

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class TeamState:
    """Everybody's level of every skill; the matrices are people x skills.

    ``people`` has the columns ``person_id``, ``name``, ``team``, ``profile``.
    ``levels`` are 0 to 5, -1 where unrated and -2 for "don't know". ``days`` are
    ordinals of the answer's date, 0 where there is none. ``bases`` are places in
    ``BASES``, -1 where the level is not known or has no basis.
    """

    people: pd.DataFrame
    skills: tuple[str, ...]
    levels: npt.NDArray[np.int8]
    days: npt.NDArray[np.int32]
    bases: npt.NDArray[np.int8]

    @property
    def known(self) -> Mask:
        """Where a level is known."""
        return self.levels >= 0

    def select(self, chosen: Mask) -> "TeamState":
        """Return the state of some people, in the same order."""
        people = self.people[chosen].reset_index(drop=True)
        parts = (self.levels[chosen], self.days[chosen], self.bases[chosen])
        return TeamState(people, self.skills, *parts)

    def filter(
        self,
        team: str | None = None,
        profile: str | None = None,
        left_out: Collection[str] = (),
    ) -> Mask:
        """Return who is in a team and works towards a profile; None takes all.

        ``left_out`` are ids of people who are not taken.
        """
        chosen: Mask = np.ones(len(self.people), dtype=bool)
        chosen &= ~self.people["person_id"].isin(left_out).to_numpy(dtype=bool)
        for column, wanted in (("team", team), ("profile", profile)):
            if wanted is not None:
                chosen &= (self.people[column] == wanted).to_numpy(dtype=bool)
        return chosen


def empty_state(people: pd.DataFrame, skills: Sequence[str]) -> TeamState:
    """Return a state in which nobody has answered anything."""
    shape = (len(people), len(skills))
    return TeamState(
        people,
        tuple(skills),
        np.full(shape, UNRATED, np.int8),
        np.zeros(shape, np.int32),
        np.full(shape, -1, np.int8),
    )


def label_people(people: pd.DataFrame) -> dict[str, str]:
    """Return what people are shown as, by their ids.

    It is the name; the id where there is none, and both where a name is repeated.
    """
    ids, names = people["person_id"], people["name"]
    repeated = names.duplicated(keep=False)
    labels = names.where(~repeated, names + " (" + ids + ")").where(names != "", ids)
    return dict(zip(ids, labels))


def find_namesakes(people: pd.DataFrame) -> dict[str, list[str]]:
    """Return the names that several people have, each with their ids.

    Case and blanks make no difference; a name is as its first bearer writes it.
    """
    named = people[people["name"] != ""]
    alike = named["name"].str.split().str.join(" ").str.casefold()
    shared = named[alike.duplicated(keep=False)]
    groups = shared.groupby(alike, sort=False)
    return {group["name"].iloc[0]: list(group["person_id"]) for _key, group in groups}


def rows_behind(state: TeamState, skills: Iterable[str]) -> pd.DataFrame:
    """Return the answers behind a team's figures on some skills.

    Returns:
        Columns ``person_id``, ``name``, ``skill``, ``level`` (NaN unless rated),
        ``answer`` (``rated``, ``unsure``, ``unrated``), ``basis``, ``rated_on`` (ISO
        date; empty text where there is none); skill after skill, people in order.

    """
    tables = []
    for skill in skills:
        place = state.skills.index(skill)
        level, day = state.levels[:, place], state.days[:, place]
        answers = np.array(["unsure", "unrated", "rated"])
        table = state.people[["person_id", "name"]].assign(
            skill=skill,
            level=np.where(level < 0, np.nan, level),
            answer=answers[level.clip(max=0) + 2],
            basis=np.array([*BASES, ""])[state.bases[:, place]],
            rated_on=[date.fromordinal(d).isoformat() if d else "" for d in day],
        )
        tables.append(table)
    return pd.concat(tables, ignore_index=True)
