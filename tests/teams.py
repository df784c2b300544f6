"""Small teams in tests, shown as tables of people and levels."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from skillgap.domain.fit import Demand
from skillgap.domain.team.history import DAY_AT, LEVEL_AT, SKILL_AT
from skillgap.domain.team.state import TeamState

TODAY = date(2026, 11, 25)


def team(text: str, days: str = "", bases: str = "") -> TeamState:
    """Return the state a table shows: a header ``person`` and skills, then people.

    ``?`` is "don't know" and ``.`` unrated. ``days`` and ``bases`` are tables of the
    same shape; without them everything is claimed and was rated today.
    """
    header, *rows = [line.split() for line in text.splitlines() if line.strip()]
    cells = [[_level(c) for c in row[1:]] for row in rows]
    levels = np.array(cells, np.int8).reshape(len(rows), -1)
    return TeamState(
        people([row[0] for row in rows]),
        tuple(header[1:]),
        levels,
        _matrix(days, TODAY.toordinal(), _day, levels, -1, 0).astype(np.int32),
        _matrix(bases, 0, int, levels, 0, -1).astype(np.int8),
    )


def people(ids: list[str], team_name: str = "One", profile: str = "p") -> pd.DataFrame:
    """Return a table of people who are called like their ids."""
    columns = {"person_id": ids, "name": ids, "team": team_name, "profile": profile}
    return pd.DataFrame(columns, index=range(len(ids)), dtype=str)


def demand(text: str) -> Demand:
    """Return what a profile asks, from ``target:weight`` a skill, ``.`` for nothing."""
    pairs = [cell.split(":") if cell != "." else ("0", "0") for cell in text.split()]
    return Demand(*np.array(pairs, np.int64).T)


def _level(cell: str) -> int:
    return int(cell) if cell.isdigit() else {".": -1, "?": -2}[cell]


def _day(cell: str) -> int:
    return date.fromisoformat(cell).toordinal()


def _matrix(text, usual, parse, levels, least, missing) -> np.ndarray:
    """Return a matrix that a table shows, ``missing`` where a level is below one."""
    rows = [line.split()[1:] for line in text.splitlines() if line.strip()][1:]
    known = [[missing if c == "." else parse(c) for c in row] for row in rows]
    filled = np.array(known) if rows else np.full(levels.shape, usual)
    return np.where(levels == -1 if least < 0 else levels < least, missing, filled)


@st.composite
def random_teams(draw: st.DrawFn, most: int = 9, skills: int = 4) -> TeamState:
    """Draw a team of up to ``most`` people with any levels, days and bases."""
    count = draw(st.integers(0, most))
    dice = np.random.default_rng(draw(st.integers(0, 10**6)))
    shape = (count, skills)
    levels = dice.integers(-2, 6, shape).astype(np.int8)
    days = dice.integers(TODAY.toordinal() - 800, TODAY.toordinal() + 1, shape)
    bases = dice.integers(-1, 3, shape)
    return TeamState(
        people([f"p{n}" for n in range(count)]),
        tuple(f"s{n}" for n in range(skills)),
        levels,
        np.where(levels == -1, 0, days).astype(np.int32),
        np.where(levels < 0, -1, bases).astype(np.int8),
    )


@st.composite
def random_demands(draw: st.DrawFn, skills: int = 4) -> Demand:
    """Draw what a profile asks of each skill; some are not asked."""
    asked = st.lists(
        st.tuples(st.integers(0, 5), st.integers(1, 5)) | st.just((0, 0)),
        min_size=skills,
        max_size=skills,
    )
    return Demand(*np.array(draw(asked), np.int64).T)


def pack_answer(skill: int, day: int, level: int, basis: int) -> int:
    """Return the key of an answer of person 0."""
    return skill << SKILL_AT | day << DAY_AT | level << LEVEL_AT | basis
