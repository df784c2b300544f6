"""Gaps and fits of everybody, for every profile at once."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.fit import Demand, divide, find_gaps
from skillgap.domain.team.order_statistics import QUARTILES, quantile_of_columns
from skillgap.domain.team.state import TeamState

UNKNOWN_GAP = -1


def measure_team_gaps(state: TeamState, demand: Demand) -> npt.NDArray[np.int8]:
    """Return everybody's gap on every skill in levels, people x skills.

    It is -1 where the level is unknown, and 0 where the profile asks nothing.
    """
    return np.where(state.known, find_gaps(state.levels, demand), np.int8(UNKNOWN_GAP))


def summarise_team_areas(
    state: TeamState, demand: Demand, area_of: Mapping[str, str]
) -> pd.DataFrame:
    """Return where a team stands in each area, and what the profile asks there.

    A person's level in an area is the mean over their rated skills, weighted as the
    profile weighs them, like with like; the team's is the median of its people's.

    Returns:
        Columns ``area``, ``q1``, ``median``, ``q3`` (levels; NaN if nobody is rated),
        ``target`` (weighted mean over the area's skills, NaN if none is asked),
        ``people`` (with a rated skill in the area); areas in framework order.

    """
    areas = list(dict.fromkeys(area_of.values()))
    places = np.array([areas.index(area_of[skill]) for skill in state.skills])
    inside = places[:, None] == np.arange(len(areas))
    loads = (inside * demand.weights[:, None]).astype(np.float32)
    known = (state.known.astype(np.float32) @ loads).astype(float)
    total = (np.maximum(state.levels, 0).astype(np.float32) @ loads).astype(float)
    levels = divide(total, known)
    quartiles = {name: quantile_of_columns(levels, share) for name, share in QUARTILES}
    target = divide(demand.aims @ loads.astype(float), loads.sum(axis=0, dtype=float))
    people = np.count_nonzero(known, axis=0)
    return pd.DataFrame(
        {"area": areas, **quartiles, "target": target, "people": people}
    )
