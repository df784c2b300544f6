"""People a mentor has advised, and how near a way of advising comes to that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any, NamedTuple

import numpy as np
import yaml
from scipy.optimize import Bounds, LinearConstraint, milp

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import Aim, Learner
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.worth import measure_worth
from skillgap.settings import ROOT

WEEKS = 12


class Lesson(NamedTuple):
    """A module in a plan, what it lifts, and its hours."""

    module: str
    skills: tuple[str, ...]
    hours: float


Planner = Callable[[Learner, float], list[Lesson]]
"""From a learner and hours to lessons in order, those finished within the hours."""


@dataclass(frozen=True)
class Case:
    """A person with what the mentor said."""

    key: str
    said: dict[str, Any]

    @property
    def hours(self) -> float:
        """The hours of twelve weeks."""
        return float(WEEKS * self.said["hours"])

    def learner(self, framework: Framework, **changed: int) -> Learner:
        """Return the person before the aim, with some levels changed."""
        said, profiles = self.said, framework.profiles
        chosen = [framework.contexts[said["context"]]] if said["context"] else []
        chosen += [framework.trends[trend] for trend in said["trends"]]
        table = set_targets(profiles[said["aim"]], chosen)
        asked = zip(table["skill"], table["target"], table["weight"], strict=True)
        levels = {s: v for s, v in said["levels"].items() if v is not None} | changed
        order = {s: levels[s] for s in framework.skills if s in levels}
        return Learner(framework, order, {s: Aim(int(t), int(w)) for s, t, w in asked})


@cache
def mentor_cases() -> tuple[Case, ...]:
    """Return the 24 cases."""
    text = (ROOT / "tests" / "mentor_cases.yaml").read_text("utf-8")
    return tuple(Case(key, said) for key, said in yaml.safe_load(text).items())


def plan_by_worth(learner: Learner, hours: float = inf) -> list[Lesson]:
    """Return the lessons of the product's plan."""
    plan = recommend_steps(Chooser(learner), "en", hours)
    return [
        Lesson(
            step.module,
            tuple(lift.skill for lift in step.lifts),
            learner.hours(step.module),
        )
        for step in plan.steps
        if step.is_last
    ]


def plan_by_priority(learner: Learner, hours: float = inf) -> list[Lesson]:
    """Return lessons the plain way: the largest gap x weight, and first what it needs.

    After each module the gaps are weighed anew. What does not fit is left out, and so
    is all that builds on it.
    """
    levels, lessons, left = dict(learner.levels), list[Lesson](), hours
    given_up: set[str] = set()

    def rank(skill: str) -> tuple[int, int]:
        aim = learner.aims[skill]
        return learner.gap(skill, levels) * aim.weight, aim.weight

    def reach(skill: str, level: int, order: list[str]) -> bool:
        key = learner.next_module(skill, reached[skill])
        while key is not None and reached[skill] < level:
            needs = learner.missing(key, reached).items()
            if not all(reach(needed, low, order) for needed, low in needs):
                return False
            order.append(key)
            learner.lift(reached, [key])
            key = learner.next_module(skill, reached[skill])
        return reached[skill] >= level

    while open_gaps := [
        s for s in learner.aims if learner.gap(s, levels) and s not in given_up
    ]:
        skill = max(open_gaps, key=rank)
        reached, order = dict(levels), list[str]()
        fits = reach(skill, levels[skill] + 1, order)
        needed = sum(learner.hours(key) for key in order)
        if not fits or needed > left:
            given_up.add(skill)
            continue
        for key in order:
            lifts = learner.framework.modules[key].lifts
            skills = tuple(s for s, (_, to) in lifts.items() if levels.get(s, to) < to)
            lessons.append(Lesson(key, skills, learner.hours(key)))
            learner.lift(levels, [key])
        left -= needed
    return lessons


def gaps_by_worth(learner: Learner) -> list[str]:
    """Return the gaps as the product orders them."""
    worths = measure_worth(learner)
    return [skill for skill in worths if learner.gap(skill, learner.levels)]


def gaps_by_priority(learner: Learner) -> list[str]:
    """Return the gaps by gap x weight."""
    gaps = [skill for skill in learner.aims if learner.gap(skill, learner.levels)]
    weight = {skill: learner.aims[skill].weight for skill in gaps}
    gap = {skill: learner.gap(skill, learner.levels) for skill in gaps}
    return sorted(gaps, key=lambda s: (-gap[s] * weight[s], -weight[s]))


def most_topics(learner: Learner, topics: Sequence[str], hours: float) -> int:
    """Return how many topics one could lift within some hours who knows the labels."""
    modules = list(learner.framework.modules)
    wanted = [topic for topic in topics if topic in learner.levels]
    width = len(modules) + len(wanted)
    rows, limits = [], []
    for place, key in enumerate(modules):
        for skill, level in learner.missing(key, learner.levels).items():
            row = np.zeros(width)
            row[: len(modules)] -= list(_leads(learner, modules, skill, level))
            row[place] += 1
            rows, limits = [*rows, row], [*limits, 0.0]
    for place, topic in enumerate(wanted, start=len(modules)):
        row = np.zeros(width)
        low = learner.levels[topic]
        row[: len(modules)] -= [
            learner.framework.modules[key].lifts.get(topic, (0, 0))[1] > low
            for key in modules
        ]
        row[place] += 1
        rows, limits = [*rows, row], [*limits, 0.0]
    spent = np.zeros(width)
    spent[: len(modules)] = [max(learner.hours(key), 0.01) for key in modules]
    worth = np.concatenate([np.zeros(len(modules)), -np.ones(len(wanted))])
    found = milp(
        worth,
        integrality=np.ones(width),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(np.array([*rows, spent]), ub=[*limits, hours]),
    )
    return round(-found.fun)


def _leads(
    learner: Learner, modules: Sequence[str], skill: str, level: int
) -> Iterator[float]:
    for key in modules:
        low, high = learner.framework.modules[key].lifts.get(skill, (5, 0))
        yield float(low < level <= high)
