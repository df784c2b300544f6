"""What moved in one person's levels between two days, and in their fit.

Unknown is not zero: a skill that is rated for the first time neither rose nor fell. So
a fit is compared over the skills that are rated on both days; the fit over everything
rated stands beside it, for it also moves when other skills are rated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from skillgap.domain.fit import Demand, Fit, Levels, measure_fits
from skillgap.domain.ratings import levels_on, previous_day, rating_days

APART = 30
"""Days after which a second look at the same skills says something."""
UNSURE = -1.0
ORDER = ("rose", "fell", "new", "lost", "same")


@dataclass(frozen=True)
class FitChange:
    """A fit on an earlier day and on a later one."""

    then: Fit
    now: Fit


@dataclass(frozen=True)
class Progress:
    """How a person's levels and fit went from one day to another.

    ``skills`` has the columns ``skill``, ``then``, ``now`` (levels, NaN is unknown),
    ``move`` (``rose``, ``fell``, ``new``: known only now, ``lost``: known only then,
    ``same``), ``target`` and ``weight`` (0 where nothing is asked); what is known on
    neither day is left out. The largest change stands first, the rest in the order
    of ``ORDER``. ``same`` compares the fit over the skills known on both days,
    ``whole`` over all that are known on each. ``versions`` counts the levels that
    were rated on another version of the framework, by version.
    """

    then: str
    now: str
    skills: pd.DataFrame
    same: FitChange
    whole: FitChange
    versions: Mapping[str, int]

    def moved(self, *moves: str) -> pd.DataFrame:
        """Return the skills that went one of these ways."""
        return self.skills[self.skills["move"].isin(moves)]


def usual_start(days: Sequence[str]) -> str:
    """Return the day to compare with unless another is chosen.

    It is the newest that lies ``APART`` days or more before the last, else the first.

    Args:
        days: the days with ratings, oldest first; at least one.

    """
    return previous_day(days, APART) or days[0]


def next_look(days: Sequence[str]) -> str:
    """Return the day from which a second look says something, as ISO date.

    Args:
        days: the days with ratings, oldest first; at least one.

    """
    return (date.fromisoformat(days[-1]) + timedelta(days=APART)).isoformat()


def measure_progress(
    ratings: pd.DataFrame, targets: pd.DataFrame, days: tuple[str, str], version: str
) -> Progress:
    """Return what moved between the end of one day and the end of another.

    Both days are held against the same targets, those given.

    Args:
        ratings: rows of one person; columns as in ``empty_ratings``.
        targets: columns ``skill``, ``target``, ``weight``, as in ``set_targets``.
        days: the two ISO dates, then and now.
        version: of the framework the targets are from.

    """
    order = list(targets["skill"])
    then, now = (levels_on(ratings, order, day) for day in days)
    both = np.array([then["level"], now["level"]])
    alike = np.where(np.isnan(both).any(axis=0), np.nan, both)
    skills = targets[["skill", "target", "weight"]].assign(then=both[0], now=both[1])
    return Progress(
        *days,
        _sort_moves(skills.assign(move=_name_moves(*both))),
        FitChange(*_measure(alike, targets)),
        FitChange(*_measure(both, targets)),
        _count_versions(ratings, pd.concat([then, now]), version),
    )


def _name_moves(then: Levels, now: Levels) -> Levels:
    """Return which way each skill went; an empty text where nothing is known."""
    knew, knows = ~np.isnan(then), ~np.isnan(now)
    ways = [now > then, now < then, knows & ~knew, knew & ~knows, knew & knows]
    moves: Levels = np.select(ways, ORDER, "")
    return moves


def _sort_moves(skills: pd.DataFrame) -> pd.DataFrame:
    known = skills[skills["move"] != ""]
    change = (known["now"] - known["then"]).abs().fillna(0)
    place = known["move"].map({move: at for at, move in enumerate(ORDER)})
    ranked = known.assign(change=-change, place=place, heavy=-known["weight"])
    ranked = ranked.sort_values(["change", "place", "heavy"], kind="stable")
    columns = ["skill", "then", "now", "move", "target", "weight"]
    return ranked[columns].reset_index(drop=True)


def _measure(levels: Levels, targets: pd.DataFrame) -> list[Fit]:
    """Return the fit of each row of levels; skills in the order of the targets."""
    demand = Demand(targets["target"].to_numpy(), targets["weight"].to_numpy())
    fits = measure_fits(levels, {"": demand})
    return [fits.of(row)[""] for row in range(len(levels))]


def _count_versions(
    ratings: pd.DataFrame, counted: pd.DataFrame, version: str
) -> dict[str, int]:
    """Return how many of the levels that count are from each other version.

    A level that stands on both days counts once.
    """
    rated = counted[counted["answer"] == "rated"][["skill", "rated_on"]]
    written = ratings.drop_duplicates(["skill", "rated_on"], keep="last")
    versions = rated.drop_duplicates().merge(written)["framework"]
    return {str(k): int(n) for k, n in versions.value_counts().items() if k != version}


def follow_levels(ratings: pd.DataFrame, skills: Sequence[str]) -> pd.DataFrame:
    """Return one person's levels at the end of each day with ratings, oldest first.

    Days are the index, ``skills`` the columns; NaN is unknown. Each row is what
    ``levels_on`` says of its day.
    """
    dated = ratings[ratings["rated_on"] != ""].drop_duplicates(
        ["skill", "rated_on"], keep="last"
    )
    given = dated.assign(level=dated["level"].fillna(UNSURE))
    table = given.pivot(index="rated_on", columns="skill", values="level")
    table = table.reindex(index=rating_days(ratings), columns=list(skills))
    return table.ffill().replace(UNSURE, np.nan)


def follow_fit(
    ratings: pd.DataFrame, targets: pd.DataFrame, days: tuple[str, str]
) -> pd.DataFrame:
    """Return the fit on each day with ratings between two days, both included.

    Args:
        ratings, targets, days: as in ``measure_progress``.

    Returns:
        Columns ``day`` (ISO date); ``fit`` and ``rated``, over those skills that are
        known on the first and on the last day, so that the line compares like with
        like and begins and ends with ``Progress.same``; ``whole_fit`` and
        ``whole_rated``, over all that are known on the day; ``asked`` (skills). A
        skill of the first pair that is unknown for a while ("cannot say") is left
        out of ``fit`` and ``rated`` for that while; a fit over nothing is NaN.

    """
    levels = follow_levels(ratings, list(targets["skill"])).loc[days[0] : days[1]]
    whole = levels.to_numpy()
    alike = np.where(np.isnan(whole[[0, -1]]).any(axis=0), np.nan, whole)
    pairs = zip(_measure(alike, targets), _measure(whole, targets), strict=True)
    rows = [(s.fit, s.rated, w.fit, w.rated, w.asked) for s, w in pairs]
    columns = ["fit", "rated", "whole_fit", "whole_rated", "asked"]
    table = pd.DataFrame(rows, columns=columns)
    table.insert(0, "day", list(levels.index))
    return table
