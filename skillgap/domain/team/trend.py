"""What moved in a team between two days, who is new and who left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from skillgap.domain.team.history import History
from skillgap.domain.team.level_counts import (
    FIRST_LEVEL,
    Counts,
    count_levels,
    count_steps,
)
from skillgap.domain.team.order_statistics import QUARTILES, quantile_of_counts
from skillgap.domain.team.state import Mask, TeamState

SINCE = 90  # days; a convention: a quarter
SPANS = (30, SINCE, 180, 365)  # days; a month, a quarter, half a year, a year


@dataclass(frozen=True)
class Trend:
    """How a team moved from one state to a later one.

    ``skills`` has the columns ``skill``; ``rated_before``, ``rated_after`` (people);
    ``median_before``, ``median_after`` (levels, NaN if nobody is rated); ``up``,
    ``same``, ``down`` (people rated in both); ``added``, ``lost`` (people rated in one
    only), in framework order. ``new`` are the ids of those who had answered nothing
    before, ``left`` of those who have answered nothing since.
    """

    skills: pd.DataFrame
    new: tuple[str, ...]
    left: tuple[str, ...]


def usual_days(days: Sequence[date], today: date) -> tuple[date, date]:
    """Return the two days a team is compared on unless others are chosen.

    The later one is the last. The earlier one is the newest that lies ``SINCE`` days
    or more before it (before today, if the last is still to come), else the oldest.

    Args:
        days: the days with answers, oldest first; without any it is today twice.
        today: the day of the review.

    """
    if not days:
        return today, today
    until = min(days[-1], today).toordinal() - SINCE
    earlier = [day for day in days if day.toordinal() <= until]
    return (earlier[-1] if earlier else days[0]), days[-1]


def span_days(days: Sequence[date]) -> dict[date, int]:
    """Return the days that lie each of ``SPANS`` before the last, and how far.

    Spans that reach the first day with answers or further are left out: nothing had
    been answered before.

    Args:
        days: the days with answers, oldest first; one at least.

    """
    last = days[-1]
    whole = (last - days[0]).days
    return {last - timedelta(days=span): span for span in SPANS if span < whole}


def compare_states(before: TeamState, after: TeamState) -> Trend:
    """Return what moved between two states of the same people.

    The level of somebody who has left counts in both: it is the last one known.
    """
    steps = count_steps(before, after)
    skills = pd.DataFrame({"skill": pd.Series(after.skills, dtype=str)})
    for name, axis in (("before", 2), ("after", 1)):
        counts = steps.sum(axis=axis)[:, FIRST_LEVEL:]
        skills[f"rated_{name}"] = counts.sum(axis=1)
        skills[f"median_{name}"] = quantile_of_counts(counts, 0.5)
    last, newest = before.days.max(axis=1, initial=0), after.days.max(axis=1, initial=0)
    ids = after.people["person_id"].to_numpy(dtype=object)
    new = tuple(ids[(last == 0) & (newest > 0)])
    left = tuple(ids[(last > 0) & (newest == last)])
    return Trend(skills.assign(**_count_moves(steps)), new, left)


def list_moves(before: TeamState, after: TeamState) -> pd.DataFrame:
    """Return every level that changed between two states of the same people.

    Returns:
        Columns ``person_id``, ``name``, ``skill``, ``before``, ``after`` (levels; NaN
        where unknown), people in order and skills in framework order.

    """
    changed = np.maximum(before.levels, -1) != np.maximum(after.levels, -1)
    person, skill = np.nonzero(changed)
    people = after.people[["person_id", "name"]].iloc[person].reset_index(drop=True)
    levels = [np.where(s.known, s.levels, np.nan)[changed] for s in (before, after)]
    names = np.array(after.skills, dtype=object)[skill]
    return people.assign(skill=names, before=levels[0], after=levels[1])


def follow_medians(
    history: History, days: Sequence[date], chosen: Mask | None = None
) -> pd.DataFrame:
    """Return where a team stood on several days.

    Args:
        history: the team's answers.
        days: one or more, each counted to its end.
        chosen: some of the people in ``history``; None takes all.

    Returns:
        Columns ``day`` (ISO date), ``skill``, ``q1``, ``median``, ``q3`` (levels, NaN
        if nobody was rated), ``rated`` (people); day after day.

    """
    tables = []
    for day in days:
        state = history.state_on(day)
        state = state if chosen is None else state.select(chosen)
        counts = count_levels(state)[:, FIRST_LEVEL:]
        quartiles = {name: quantile_of_counts(counts, q) for name, q in QUARTILES}
        table = pd.DataFrame({"skill": history.skills, **quartiles})
        tables.append(table.assign(day=day.isoformat(), rated=counts.sum(axis=1)))
    columns = ["day", "skill", "q1", "median", "q3", "rated"]
    return pd.concat(tables, ignore_index=True)[columns]


def _count_moves(steps: Counts) -> dict[str, Counts]:
    """Return how many people moved which way, skill by skill."""
    known = steps[:, FIRST_LEVEL:, FIRST_LEVEL:]
    return {
        "up": np.triu(known, 1).sum(axis=(1, 2)),
        "same": np.trace(known, axis1=1, axis2=2),
        "down": np.tril(known, -1).sum(axis=(1, 2)),
        "added": steps[:, :FIRST_LEVEL, FIRST_LEVEL:].sum(axis=(1, 2)),
        "lost": steps[:, FIRST_LEVEL:, :FIRST_LEVEL].sum(axis=(1, 2)),
    }
