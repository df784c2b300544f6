"""Random frameworks and levels for the laws about plans, and what a plan did."""

from collections.abc import Iterator
from math import inf, nan
from random import Random
from typing import NamedTuple

import pandas as pd
from hypothesis import strategies as st

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import Learner, read_learner
from skillgap.domain.person.plan import Plan, Step
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.prerequisites import required_levels
from tests.frameworks import small_framework

STEPS = ("0-2", "0-2", "2-3", "3-4", "4-5")
NAMES = ("a.p", "a.q", "a.r", "a.s")
LEVELS = (0.0, 0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 4.0, 5.0, nan)


class Moment(NamedTuple):
    """A step and the known levels just before it."""

    step: Step
    levels: dict[str, int]


class Case(NamedTuple):
    """A small framework, somebody's levels, and their plan; hours are for a week."""

    framework: Framework
    levels: pd.DataFrame
    plan: Plan
    hours: int
    weeks: int

    def moments(self) -> Iterator[Moment]:
        """Yield each step of the plan with the levels before it."""
        return replay(self.plan, self.levels)


def draw_framework(dice: Random, modules: int) -> Framework:
    """Return a framework of four skills without a cycle, and some modules."""
    skills, lines = ["skill builds_on"], ["module lifts needs hours"]
    for place, name in enumerate(NAMES):
        earlier = dice.sample(NAMES[:place], dice.randint(0, min(place, 2)))
        skills.append(f"{name} {','.join(earlier) or '.'}")
    for place in range(modules):
        lifted = dice.sample(NAMES, dice.choice([1, 1, 2]))
        lifts = ",".join(f"{name}:{dice.choice(STEPS)}" for name in lifted)
        rest = [name for name in NAMES if name not in lifted]
        needed = dice.sample(rest, dice.choice([0, 0, 1]))
        needs = ",".join(f"{name}:{dice.randint(1, 4)}" for name in needed)
        lines.append(f"m{place} {lifts} {needs or '.'} {dice.randint(4, 40)}")
    targets = [f"{name} {dice.randint(0, 5)} {dice.randint(1, 5)}" for name in NAMES]
    shown = "skill target weight\n" + "\n".join(targets)
    return small_framework("\n".join(skills), "\n".join(lines), shown)


def draw_cases(count: int) -> list[Case]:
    """Return random cases, the same on every run, those with few modules first.

    Every law about plans looks at all of them; the first that breaks it is small.
    """
    dice, cases = Random(1), []
    for place in range(count):
        framework = draw_framework(dice, 1 + 12 * (place + count) // (2 * count))
        levels = level_table(framework, dice.choices(LEVELS, k=len(NAMES)))
        plan = plan_for(framework, "p", levels)
        hours, weeks = dice.randint(1, 12), dice.randint(1, 4)
        cases.append(Case(framework, levels, plan, hours, weeks))
    return cases


def known_levels(count: int, rated: bool = False) -> st.SearchStrategy[list[float]]:
    """Return a level for each of some skills, NaN where it is not known."""
    level = st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    one = level if rated else level | st.just(float("nan"))
    return st.lists(one, min_size=count, max_size=count)


def level_table(framework: Framework, known: list[float]) -> pd.DataFrame:
    """Return the levels of every skill of a framework as a table."""
    return pd.DataFrame({"skill": list(framework.skills), "level": known}).assign(
        answer="rated"
    )


def situations() -> st.SearchStrategy[tuple[Framework, pd.DataFrame]]:
    """Return frameworks of up to ten modules, each with a person's levels."""
    frameworks = st.builds(
        lambda seed, modules: draw_framework(Random(seed), modules),
        st.integers(0, 2**32 - 1),
        st.integers(1, 10),
    )
    pairs = st.tuples(frameworks, known_levels(len(NAMES)))
    return pairs.map(lambda pair: (pair[0], level_table(*pair)))


def learner_of(
    framework: Framework, levels: pd.DataFrame, profile: str = "p"
) -> Learner:
    """Return a person before a profile as it usually is."""
    return read_learner(framework, set_targets(framework.profiles[profile]), levels)


def plan_for(
    framework: Framework, profile: str, levels: pd.DataFrame, hours: float = inf
) -> Plan:
    """Return the plan against a profile as it usually is."""
    chooser = Chooser(learner_of(framework, levels, profile))
    return recommend_steps(chooser, "en", hours)


def replay(plan: Plan, levels: pd.DataFrame) -> Iterator[Moment]:
    """Yield each step with the known levels that the steps before it led to."""
    rated = levels[levels["level"].notna()]
    known = {s: int(v) for s, v in zip(rated["skill"], rated["level"], strict=True)}
    for step in plan.steps:
        yield Moment(step, dict(known))
        if step.is_last:
            known.update({lift.skill: lift.to for lift in step.lifts})


def short_needs(framework: Framework, moment: Moment) -> dict[str, int]:
    """Return the prerequisites and starting levels known to be missing at a moment."""
    module = framework.modules[moment.step.module]
    needs: dict[str, int] = dict(required_levels(module, framework.skills))
    needs |= {skill: start for skill, (start, _) in module.lifts.items()}
    return {s: v for s, v in needs.items() if moment.levels.get(s, v) < v}


def main_skill(framework: Framework, step: Step) -> str:
    """Return the skill a module is there for: the first it lifts."""
    return next(iter(framework.modules[step.module].lifts))
