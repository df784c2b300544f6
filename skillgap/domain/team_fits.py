"""Gaps and fits of everybody, for every profile at once."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.order_statistics import QUARTILES, quantile_of_columns
from skillgap.domain.scale import LEVELS
from skillgap.domain.team_state import TeamState

UNKNOWN_GAP = -1
_ROWS = 1 << 14

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class TeamFits:
    """How much of each profile's weighted demand everybody meets.

    The matrices are people x ``profiles``. ``met`` is the sum of weight x
    min(level, target) and ``demand`` that of weight x target, over rated skills;
    what is missing between them is the person's priority in all. ``rated`` counts
    these skills, ``asked`` (one number a profile) all the profile names.
    """

    profiles: tuple[str, ...]
    met: Ints
    demand: Ints
    rated: Ints
    asked: Ints

    @property
    def fit(self) -> Floats:
        """Met / demand, 0 to 1; NaN where nothing that is asked is rated."""
        found = np.full(self.met.shape, np.nan)
        np.divide(self.met, self.demand, out=found, where=self.demand > 0)
        return found

    @property
    def rated_share(self) -> Floats:
        """The part of the profile's skills that are rated, 0 to 1."""
        return self.rated / np.maximum(self.asked, 1)

    @property
    def priority(self) -> Ints:
        """The sum of gap x weight over the rated skills."""
        return self.demand - self.met


def measure_team_fits(
    state: TeamState, targets: Mapping[str, pd.DataFrame]
) -> TeamFits:
    """Return everybody's fit with every profile, as ``measure_fit`` defines it.

    Args:
        state: whose levels.
        targets: of each profile, from ``set_targets``.

    """
    table = [_fill(each, state.skills) for each in targets.values()]
    aims = np.array([aim for aim, _ in table], np.float32).reshape(len(table), -1)
    weights = np.array([weight for _, weight in table], np.float32)
    weights = weights.reshape(aims.shape)
    steps = [(weights * (aims >= level)).T for level in LEVELS[1:]]
    shape = (len(state.people), len(table))
    met, demand, rated = (np.empty(shape, np.int64) for _ in range(3))
    for start in range(0, len(state.people), _ROWS):
        rows = slice(start, start + _ROWS)
        levels = state.levels[rows]
        known = (levels >= 0).astype(np.float32)
        demand[rows] = known @ (weights * aims).T
        rated[rows] = known @ (weights > 0).T.astype(np.float32)
        # min(level, target) counts the steps up to both
        met[rows] = sum(
            (levels >= level).astype(np.float32) @ step
            for level, step in zip(LEVELS[1:], steps)
        )
    asked = np.count_nonzero(weights, axis=1)
    return TeamFits(tuple(targets), met, demand, rated, asked)


def measure_team_gaps(state: TeamState, targets: pd.DataFrame) -> npt.NDArray[np.int8]:
    """Return everybody's gap on every skill in levels, people x skills.

    It is -1 where the level is unknown, and 0 where the profile asks nothing.
    """
    aims, _ = _fill(targets, state.skills)
    gaps = np.maximum(aims.astype(np.int8) - state.levels, 0)
    return np.where(state.known, gaps, np.int8(UNKNOWN_GAP))


def summarise_team_areas(
    state: TeamState, targets: pd.DataFrame, area_of: Mapping[str, str]
) -> pd.DataFrame:
    """Return where a team stands in each area, and what the profile asks there.

    A person's level in an area is the mean over their rated skills, weighted as the
    profile weighs them, like with like; the team's is the median of its people's.

    Returns:
        Columns ``area``, ``q1``, ``median``, ``q3`` (levels; NaN if nobody is rated),
        ``target`` (weighted mean over the area's skills, NaN if none is asked),
        ``people`` (with a rated skill in the area); areas in framework order.

    """
    aims, weights = _fill(targets, state.skills)
    areas = list(dict.fromkeys(area_of.values()))
    places = np.array([areas.index(area_of[skill]) for skill in state.skills])
    inside = places[:, None] == np.arange(len(areas))
    loads = (inside * weights[:, None]).astype(np.float32)
    known = state.known.astype(np.float32) @ loads
    total = np.maximum(state.levels, 0).astype(np.float32) @ loads
    levels = np.full(known.shape, np.nan)
    np.divide(total, known, out=levels, where=known > 0, dtype=np.float64)
    asked, aim = loads.sum(axis=0, dtype=float), (loads.T @ aims).astype(float)
    target = np.full(len(areas), np.nan)
    np.divide(aim, asked, out=target, where=asked > 0)
    quartiles = {name: quantile_of_columns(levels, share) for name, share in QUARTILES}
    people = np.count_nonzero(known, axis=0)
    return pd.DataFrame(
        {"area": areas, **quartiles, "target": target, "people": people}
    )


def _fill(targets: pd.DataFrame, skills: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Return target and weight of each skill, 0 where nothing is asked."""
    asked = targets.set_index("skill")[["target", "weight"]].reindex(skills).fillna(0)
    return asked["target"].to_numpy(float), asked["weight"].to_numpy(float)
