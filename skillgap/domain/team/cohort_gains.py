"""Whom a module would help today, and how much."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Module
from skillgap.domain.prerequisites import required_levels
from skillgap.domain.team.demand import Asked, read_demand
from skillgap.domain.team.state import Mask, TeamState

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class ModuleGains:
    """What a module would close for everybody.

    ``worth`` maps each skill it lifts to the priority (levels up to the target, times
    weight) it would close for each person, 0 where it closes nothing.
    """

    module: str
    hours: float
    worth: dict[str, Ints]

    @property
    def total(self) -> Ints:
        """The priority the module would close for each person."""
        return np.asarray(sum(self.worth.values()), np.int64)


def find_gains(
    framework: Framework,
    state: TeamState,
    targets: Asked,
    required: Collection[str] = (),
) -> list[ModuleGains]:
    """Return the modules that would help somebody today, and whom.

    A person can start a module if their known levels reach what it takes for granted
    and where it begins; an unknown level is taken for granted, but closes no gap.

    Args:
        framework: its modules and prerequisites.
        state: whose levels.
        targets: what a profile asks.
        required: modules to return even if they help nobody.

    """
    demand, found = read_demand(targets, state.skills), []
    for key, module in framework.modules.items():
        ready = _find_ready(framework, state, module)
        worth = {}
        for skill, (_, to) in module.lifts.items():
            place = state.skills.index(skill)
            level = state.levels[:, place].astype(np.int64)
            steps = np.maximum(np.minimum(to, demand.aims[place]) - level, 0)
            worth[skill] = np.where(
                ready & (level >= 0), steps * demand.weights[place], 0
            )
        gains = ModuleGains(key, module.hours, worth)
        if key in required or gains.total.any():
            found.append(gains)
    return found


def _find_ready(framework: Framework, state: TeamState, module: Module) -> Mask:
    """Return who could start a module today."""
    needs: dict[str, int] = dict(required_levels(module, framework.skills))
    for skill, (start, _) in module.lifts.items():
        needs[skill] = max(needs.get(skill, 0), start)
    ready = np.ones(len(state.people), dtype=bool)
    for skill, level in needs.items():
        levels = state.levels[:, state.skills.index(skill)]
        ready &= (levels < 0) | (levels >= level)
    return ready
