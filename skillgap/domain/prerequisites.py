"""What a module takes for granted, and what can be reached from nothing."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from skillgap.domain.framework import Framework, Skill
from skillgap.domain.learning import Module
from skillgap.domain.scale import Level

FLOOR: Level = 2
FLOOR_FOR_PRODUCTION: Level = 3
"""Judgements, not measured: guided work to learn on, independent work to teach on."""


def required_levels(module: Module, skills: Mapping[str, Skill]) -> dict[str, Level]:
    """Return the level each prerequisite skill of a module must have.

    A skill's prerequisite counts as met at level 2, and at level 3 when the module
    reaches level 4 or 5. What the module itself names comes on top. Skills the
    module lifts are left out: their starting level is part of the step.
    """
    needs: dict[str, Level] = dict(module.prerequisites)
    for lifted, (_, to) in module.lifts.items():
        floor = FLOOR_FOR_PRODUCTION if to >= 4 else FLOOR
        for skill in skills[lifted].prerequisites:
            needs[skill] = max(needs.get(skill, floor), floor)
    return {skill: level for skill, level in needs.items() if skill not in module.lifts}


def reachable_levels(framework: Framework) -> dict[str, int]:
    """Return the highest level of each skill that modules reach from all zeros."""
    levels = dict.fromkeys(framework.skills, 0)
    waiting = list(framework.modules.values())
    while waiting:
        ready = [m for m in waiting if _is_open(m, levels, framework.skills)]
        if not ready:
            break
        for module in ready:
            _lift(levels, module)
        waiting = [m for m in waiting if m not in ready]
    return levels


def _is_open(
    module: Module, levels: Mapping[str, int], skills: Mapping[str, Skill]
) -> bool:
    starts = all(levels[skill] >= step[0] for skill, step in module.lifts.items())
    needs = required_levels(module, skills).items()
    return starts and all(levels[skill] >= level for skill, level in needs)


def _lift(levels: dict[str, int], module: Module) -> None:
    for skill, (_, to) in module.lifts.items():
        levels[skill] = max(levels[skill], to)


def skill_cycle(skills: Mapping[str, Skill]) -> Iterable[str]:
    """Return the skills of one prerequisite cycle in order, empty if there is none."""
    graph = {
        key: [p for p in skill.prerequisites if p in skills]
        for key, skill in skills.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []
