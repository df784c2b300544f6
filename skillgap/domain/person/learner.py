"""One person before a framework: known levels, what is asked, what modules take."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Module
from skillgap.domain.prerequisites import required_levels

Levels = Mapping[str, int]


class Aim(NamedTuple):
    """What is asked of a skill: a level and its weight, 1 to 5."""

    level: int
    weight: int


@dataclass(frozen=True)
class Learner:
    """Known levels by skill, and the aims; both in the framework's order.

    A skill that is unrated or "cannot say" has no level here: it is taken for granted
    as a prerequisite, has no gap, and is asked about instead.
    """

    framework: Framework
    levels: Levels
    aims: Mapping[str, Aim]

    @cached_property
    def needs(self) -> dict[str, dict[str, int]]:
        """The levels each module takes for granted, also in what else it lifts."""
        found = {}
        for key, module in self.framework.modules.items():
            needs: dict[str, int] = dict(required_levels(module, self.framework.skills))
            for skill, (start, _) in module.lifts.items():
                needs[skill] = max(needs.get(skill, 0), start)
            found[key] = needs
        return found

    @cached_property
    def ladders(self) -> dict[str, list[str]]:
        """The modules of each skill: those it stands first in, the shortest first."""
        found: dict[str, list[str]] = {skill: [] for skill in self.framework.skills}
        for key, module in self.framework.modules.items():
            found[next(iter(module.lifts))].append(key)
        for skill, ladder in found.items():
            ladder.sort(key=lambda key: self._rung(key, skill))
        return found

    def _rung(self, key: str, skill: str) -> tuple[int, float, str]:
        module = self.framework.modules[key]
        return module.lifts[skill][1], module.hours, key

    def next_module(self, skill: str, level: int) -> str | None:
        """Return the shortest module of a skill that leads on from a level."""
        for key in self.ladders[skill]:
            start, to = self.framework.modules[key].lifts[skill]
            if start <= level < to:
                return key
        return None

    def missing(self, key: str, levels: Levels) -> dict[str, int]:
        """Return the levels a module takes for granted that are known to be short."""
        return {
            skill: level
            for skill, level in self.needs[key].items()
            if levels.get(skill, level) < level
        }

    def hours(self, key: str) -> float:
        """Return what a module takes this person: the share of levels still missing.

        A skill whose level is not known counts as missing in full.
        """
        module = self.framework.modules[key]
        return module.hours * self.share(module)

    def share(self, module: Module) -> float:
        """Return which part of a module's levels this person still has to climb."""
        steps = [(to, to - start, skill) for skill, (start, to) in module.lifts.items()]
        missing = sum(
            min(max(to - self.levels.get(skill, 0), 0), height)
            for to, height, skill in steps
        )
        return missing / sum(height for _, height, _ in steps)

    def gap(self, skill: str, levels: Levels) -> int:
        """Return the levels to the aim, 0 where nothing is asked or known."""
        aim = self.aims.get(skill)
        if aim is None or skill not in levels:
            return 0
        return max(aim.level - levels[skill], 0)

    def lift(self, levels: dict[str, int], modules: Iterable[str]) -> None:
        """Raise levels to where some modules lead; unknown ones stay unknown."""
        for key in modules:
            for skill, (_, to) in self.framework.modules[key].lifts.items():
                if skill in levels:
                    levels[skill] = max(levels[skill], to)


def read_learner(
    framework: Framework, targets: pd.DataFrame, levels: pd.DataFrame
) -> Learner:
    """Return a learner out of the tables that files and screens work with.

    Args:
        framework: whose modules there are.
        targets: from ``set_targets``, or anything with its columns.
        levels: from ``levels_on``.

    """
    known = levels["level"].notna()
    rated = zip(levels.loc[known, "skill"], levels.loc[known, "level"])
    asked = zip(targets["skill"], targets["target"], targets["weight"])
    return Learner(
        framework,
        {str(skill): int(level) for skill, level in rated},
        {str(skill): Aim(int(level), int(weight)) for skill, level, weight in asked},
    )
