"""Gap and fit on plain numbers, for one person or for many at once.

Levels stand people x skills, a single person is one row; the skills are in one order,
the framework's as a rule. A level that is not known is NaN, or below 0 where levels
are whole numbers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from skillgap.domain.framework import Adjustment, Profile

NO_TARGET = 6
"""A target nobody reaches, where nothing is asked."""
_ROWS = 1 << 12  # people at a time, to bound memory; all at once is no quicker

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Levels = npt.NDArray[Any]


@dataclass(frozen=True)
class Demand:
    """Target level and weight of each skill; both are 0 where nothing is asked."""

    aims: Ints
    weights: Ints

    @property
    def goals(self) -> npt.NDArray[np.int8]:
        """The targets, ``NO_TARGET`` where nothing is asked."""
        return np.where(self.weights > 0, self.aims, NO_TARGET).astype(np.int8)


@dataclass(frozen=True)
class Fit:
    """How much of a profile's weighted demand is met, and on how many skills.

    ``fit`` is 0 to 1 over the rated skills, NaN if none is rated. ``rated_share``
    is 0 to 1: the part of the profile's skills that are rated. One without the
    other means nothing.
    """

    fit: float
    rated: int
    asked: int

    @property
    def rated_share(self) -> float:
        """The part of the profile's skills that are rated, 0 to 1."""
        return self.rated / self.asked if self.asked else 0.0


@dataclass(frozen=True)
class Fits:
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
        return divide(self.met.astype(float), self.demand.astype(float))

    @property
    def rated_share(self) -> Floats:
        """The part of the profile's skills that are rated, 0 to 1."""
        return self.rated / np.maximum(self.asked, 1)

    @property
    def priority(self) -> Ints:
        """The sum of gap x weight over the rated skills."""
        return self.demand - self.met

    def of(self, person: int) -> dict[str, Fit]:
        """Return the fit of one person, by row, with every profile."""
        rated = self.rated[person].tolist()
        rows = zip(self.fit[person].tolist(), rated, self.asked.tolist())
        return {key: Fit(*row) for key, row in zip(self.profiles, rows)}


def set_demand(
    profile: Profile, skills: Sequence[str], adjustments: Iterable[Adjustment] = ()
) -> Demand:
    """Return what a profile asks after a career context and trends changed it.

    Weights stay within 1 to 5, levels within 0 to 4 or a 5 of the profile: no context
    asks for what several teams follow. A skill the profile does not ask stays out.
    """
    targets = profile.targets
    aims = {skill: int(each.level) for skill, each in targets.items()}
    weights = {skill: int(each.weight) for skill, each in targets.items()}
    for adjustment in adjustments:
        _change(aims, adjustment.levels, 0, 4)
        _change(weights, adjustment.weights, 1, 5)
    return Demand(
        np.array([aims.get(skill, 0) for skill in skills], np.int64),
        np.array([weights.get(skill, 0) for skill in skills], np.int64),
    )


def _change(
    values: dict[str, int], changes: Mapping[str, int], least: int, most: int
) -> None:
    for skill, change in changes.items():
        if skill in values:
            highest = max(values[skill], most)
            values[skill] = min(max(values[skill] + change, least), highest)


def find_gaps(levels: Levels, demand: Demand) -> Levels:
    """Return ``max(0, target - level)`` in levels, in the type of ``levels``.

    NaN stays NaN; what stands where whole numbers are below 0 means nothing.
    """
    gaps: Levels = np.maximum(demand.aims.astype(levels.dtype) - levels, 0)
    return gaps


def measure_fits(levels: Levels, demands: Mapping[str, Demand]) -> Fits:
    """Return everybody's fit with every profile.

    It is ``sum(w * min(level, target)) / sum(w * target)`` over rated skills.

    Args:
        levels: people x skills; whole levels, as people give them.
        demands: what each profile asks of the same skills.

    """
    shape = (len(demands), levels.shape[1])
    aims = np.array([each.aims for each in demands.values()]).reshape(shape)
    weights = np.array([each.weights for each in demands.values()]).reshape(shape)
    met, demand, rated = np.empty((3, len(levels), len(demands)), np.int64)
    for start in range(0, len(levels), _ROWS):
        rows = slice(start, start + _ROWS)
        known = levels[rows] >= 0
        held = np.where(known, levels[rows], 0)
        demand[rows] = _sum(known, weights * aims)
        rated[rows] = _sum(known, weights > 0)
        for place, (aim, weight) in enumerate(zip(aims, weights)):
            reached = np.minimum(held, aim.astype(held.dtype))
            met[rows, place] = _sum(reached, weight)
    return Fits(tuple(demands), met, demand, rated, np.count_nonzero(weights, axis=1))


def _sum(values: npt.NDArray[Any], loads: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """Return the sums of values x loads; whole numbers so small are exact."""
    found: npt.NDArray[np.float32]
    with np.errstate(invalid="ignore"):  # told of lanes that are only padding
        found = values.astype(np.float32) @ loads.T.astype(np.float32)
    return found


def divide(part: Floats, whole: Floats) -> Floats:
    """Return part / whole, NaN where the whole is 0."""
    found = np.full(part.shape, np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found
