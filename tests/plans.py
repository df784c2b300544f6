"""Random frameworks and levels for the laws about plans, and what a plan did."""

from collections.abc import Iterator
from math import inf
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

STEPS = ("0-2", "2-3", "3-4", "4-5")
NAMES = ("a.p", "a.q", "a.r", "a.s")


class Moment(NamedTuple):
    """A step and the known levels just before it."""

    step: Step
    levels: dict[str, int]


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Return a framework of four skills without a cycle, and up to ten modules."""
    skills, modules = ["skill builds_on"], ["module lifts needs hours"]
    for place, name in enumerate(NAMES):
        earlier = st.lists(st.sampled_from(NAMES[:place] or ("",)), max_size=2)
        skills.append(f"{name} {','.join(filter(None, draw(earlier))) or '.'}")
    for place in range(draw(st.integers(1, 10))):
        lifted = draw(
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)
        )
        lifts = ",".join(f"{name}:{draw(st.sampled_from(STEPS))}" for name in lifted)
        rest = st.sampled_from([n for n in NAMES if n not in lifted])
        needed = draw(st.lists(rest, max_size=1))
        needs = ",".join(f"{name}:{draw(st.integers(1, 4))}" for name in needed)
        modules.append(f"m{place} {lifts} {needs or '.'} {draw(st.integers(4, 40))}")
    targets = [
        f"{name} {draw(st.integers(0, 5))} {draw(st.integers(1, 5))}" for name in NAMES
    ]
    shown = "skill target weight\n" + "\n".join(targets)
    return small_framework("\n".join(skills), "\n".join(modules), shown)


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
    """Return small frameworks, each with a person's levels."""
    pairs = st.tuples(frameworks(), known_levels(len(NAMES)))
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
