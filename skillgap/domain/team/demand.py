"""What a profile asks of each skill of a framework, in framework order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.framework import Adjustment, Profile

NO_TARGET = 6
"""A target nobody reaches, where nothing is asked."""


@dataclass(frozen=True)
class Demand:
    """Target level and weight of each skill; both are 0 where nothing is asked."""

    aims: npt.NDArray[np.int64]
    weights: npt.NDArray[np.int64]

    @property
    def goals(self) -> npt.NDArray[np.int8]:
        """The targets, ``NO_TARGET`` where nothing is asked."""
        return np.where(self.weights > 0, self.aims, NO_TARGET).astype(np.int8)


Asked: TypeAlias = Demand | pd.DataFrame
"""What is asked: a demand, or a table of ``set_targets``."""


def read_demand(targets: Asked, skills: Sequence[str]) -> Demand:
    """Return a demand as it is, or that of a table of ``set_targets``."""
    if isinstance(targets, Demand):
        return targets
    aims = dict(zip(targets["skill"], targets["target"]))
    weights = dict(zip(targets["skill"], targets["weight"]))
    return Demand(
        np.array([aims.get(skill, 0) for skill in skills], np.int64),
        np.array([weights.get(skill, 0) for skill in skills], np.int64),
    )


def set_demand(
    profile: Profile, skills: Sequence[str], adjustments: Iterable[Adjustment] = ()
) -> Demand:
    """Return the demand of a profile: the numbers ``set_targets`` has in a table."""
    targets = profile.targets
    aims = {skill: int(each.level) for skill, each in targets.items()}
    weights = {skill: int(each.weight) for skill, each in targets.items()}
    for adjustment in adjustments:
        _change(aims, adjustment.levels, 0)
        _change(weights, adjustment.weights, 1)
    return Demand(
        np.array([aims.get(skill, 0) for skill in skills], np.int64),
        np.array([weights.get(skill, 0) for skill in skills], np.int64),
    )


def _change(values: dict[str, int], changes: Mapping[str, int], least: int) -> None:
    for skill, change in changes.items():
        if skill in values:
            values[skill] = min(max(values[skill] + change, least), 5)
