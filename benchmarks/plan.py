"""Time a plan of twelve weeks and the whole way for many people, beside the plain way.

``python -m benchmarks.plan [PEOPLE]``
"""

import sys
import time
from collections.abc import Callable, Iterator
from math import inf
from typing import Any

import numpy as np

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import Aim, Learner
from skillgap.domain.person.plan import Plan
from skillgap.domain.person.planning import recommend_steps
from skillgap.files.framework import load_framework
from tests.mentor_cases import mentor_cases, plan_by_priority

PEOPLE = 1000
SEED = 20261130
UNKNOWN = 0.08  # of the ratings; the labelled people leave one in twenty out
MOVED = 0.3  # of the ratings, by one level up or down


def main() -> None:
    """Print the times of both ways and how many plans are proven best."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    people = list(draw_people(load_framework(), count))
    ways: dict[str, Callable[[Learner, float], Any]] = {
        "12 weeks": _plan,
        "whole way": lambda learner, _hours: _plan(learner, inf),
        "plain": plan_by_priority,
    }
    for name, way in ways.items():
        times, found = zip(*(_clock(way, *person) for person in people), strict=True)
        middle, late = np.percentile(times, [50, 99]) * 1000
        print(f"{name:10} median {middle:6.1f} ms   p99 {late:6.1f} ms")
        if name != "plain":
            proven = sum(plan.is_optimal for plan in found)
            print(f"{'':10} {proven} of {count} are proven to be the best")


def _plan(learner: Learner, hours: float) -> Plan:
    return recommend_steps(Chooser(learner), "id", hours)


def _clock(
    way: Callable[[Learner, float], Any], learner: Learner, hours: float
) -> tuple[float, Any]:
    """Return the seconds of the processor a plan takes from the start, and the plan."""
    fresh = Learner(learner.framework, learner.levels, learner.aims)
    begun = time.process_time()
    found = way(fresh, hours)
    return time.process_time() - begun, found


def draw_people(framework: Framework, count: int) -> Iterator[tuple[Learner, float]]:
    """Yield people like the labelled ones, before any profile, with twelve weeks."""
    chance = np.random.default_rng(SEED)
    cases = mentor_cases()
    contexts = [None, *framework.contexts.values()]
    trends = [None, *framework.trends.values()]
    for number in range(count):
        said = cases[number % len(cases)].said["levels"]
        levels = {}
        for skill in framework.skills:
            level = said.get(skill)
            if level is not None and chance.random() > UNKNOWN:
                moved = chance.choice([-1, 1]) if chance.random() < MOVED else 0
                levels[skill] = int(np.clip(level + moved, 0, 5))
        profile = list(framework.profiles.values())[chance.integers(10)]
        parts = (contexts[chance.integers(6)], trends[chance.integers(6)])
        table = set_targets(profile, [part for part in parts if part])
        asked = zip(table["skill"], table["target"], table["weight"], strict=True)
        aims = {skill: Aim(int(target), int(weight)) for skill, target, weight in asked}
        yield Learner(framework, levels, aims), 12.0 * int(chance.integers(3, 16))


if __name__ == "__main__":
    main()
