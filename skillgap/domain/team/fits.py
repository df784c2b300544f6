"""Gaps and fits of everybody, for every profile at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.scale import LEVELS
from skillgap.domain.team.demand import Asked, read_demand
from skillgap.domain.team.order_statistics import QUARTILES, quantile_of_columns
from skillgap.domain.team.state import TeamState

UNKNOWN_GAP = -1
_ROWS = 1 << 12

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
        return _divide(self.met.astype(float), self.demand.astype(float))

    @property
    def rated_share(self) -> Floats:
        """The part of the profile's skills that are rated, 0 to 1."""
        return self.rated / np.maximum(self.asked, 1)

    @property
    def priority(self) -> Ints:
        """The sum of gap x weight over the rated skills."""
        return self.demand - self.met


def measure_team_fits(state: TeamState, targets: Mapping[str, Asked]) -> TeamFits:
    """Return everybody's fit with every profile, as ``measure_fit`` defines it.

    Args:
        state: whose levels.
        targets: what each profile asks.

    """
    demands = [read_demand(each, state.skills) for each in targets.values()]
    shape = (len(demands), len(state.skills))
    aims = np.array([each.aims for each in demands]).reshape(shape)
    weights = np.array([each.weights for each in demands]).reshape(shape)
    sums = _sum_steps(state, aims, weights).astype(np.int64)
    demand, rated, met = np.split(sums, 3, axis=1)
    asked = np.count_nonzero(weights, axis=1)
    return TeamFits(tuple(targets), met, demand, rated, asked)


def _sum_steps(state: TeamState, aims: Ints, weights: Ints) -> npt.NDArray[Any]:
    """Return demand, rated skills and what is met, people x (3 x profiles).

    A known level is a row of steps: known, at least 1, ... at least 5. The smaller of
    level and target counts the steps up to both, so one product sums everything.
    """
    steps = np.array(LEVELS)
    loads = [weights * aims * (steps[:, None, None] == 0)]
    loads.append((weights > 0) * (steps[:, None, None] == 0))
    loads.append(weights * (aims >= steps[:, None, None]) * (steps[:, None, None] > 0))
    factors = np.concatenate(loads, axis=1).transpose(2, 0, 1).astype(np.float32)
    factors = factors.reshape(-1, factors.shape[2])
    sums = np.empty((len(state.people), factors.shape[1]), np.float32)
    for start in range(0, len(sums), _ROWS):
        levels = state.levels[start : start + _ROWS, :, None]
        reached = (levels >= steps.astype(np.int8)).astype(np.float32)
        sums[start : start + _ROWS] = reached.reshape(len(levels), -1) @ factors
    return sums


def measure_team_gaps(state: TeamState, targets: Asked) -> npt.NDArray[np.int8]:
    """Return everybody's gap on every skill in levels, people x skills.

    It is -1 where the level is unknown, and 0 where the profile asks nothing.
    """
    demand = read_demand(targets, state.skills)
    gaps = np.maximum(demand.aims.astype(np.int8) - state.levels, 0)
    return np.where(state.known, gaps, np.int8(UNKNOWN_GAP))


def summarise_team_areas(
    state: TeamState, targets: Asked, area_of: Mapping[str, str]
) -> pd.DataFrame:
    """Return where a team stands in each area, and what the profile asks there.

    A person's level in an area is the mean over their rated skills, weighted as the
    profile weighs them, like with like; the team's is the median of its people's.

    Returns:
        Columns ``area``, ``q1``, ``median``, ``q3`` (levels; NaN if nobody is rated),
        ``target`` (weighted mean over the area's skills, NaN if none is asked),
        ``people`` (with a rated skill in the area); areas in framework order.

    """
    demand = read_demand(targets, state.skills)
    areas = list(dict.fromkeys(area_of.values()))
    places = np.array([areas.index(area_of[skill]) for skill in state.skills])
    inside = places[:, None] == np.arange(len(areas))
    loads = (inside * demand.weights[:, None]).astype(np.float32)
    known = (state.known.astype(np.float32) @ loads).astype(float)
    total = (np.maximum(state.levels, 0).astype(np.float32) @ loads).astype(float)
    levels = _divide(total, known)
    quartiles = {name: quantile_of_columns(levels, share) for name, share in QUARTILES}
    target = _divide(demand.aims @ loads.astype(float), loads.sum(axis=0, dtype=float))
    people = np.count_nonzero(known, axis=0)
    return pd.DataFrame(
        {"area": areas, **quartiles, "target": target, "people": people}
    )


def _divide(part: Floats, whole: Floats) -> Floats:
    """Return part / whole, NaN where the whole is 0."""
    found = np.full(part.shape, np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found
