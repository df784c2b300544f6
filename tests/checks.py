"""A small bank of checks and who claims what, for tests of the reality check."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from skillgap.domain.estimate import EstimateParameters, ItemAnswer
from skillgap.domain.framework import Framework
from skillgap.domain.learning import Check
from skillgap.domain.person.reality import choose_check
from tests.frameworks import both, small_framework
from tests.tables import levels, table

ANSWERS = dict[str, list[ItemAnswer]]


def small_bank(
    parameters: EstimateParameters,
    targets: str,
    levels_asked: Sequence[int] = (2, 3, 4),
) -> Framework:
    """Return a framework with one check a level for each skill of the targets.

    A check is called after its skill and level: ``a.git-3``. It has four options.
    """
    skills = list(table(targets)["skill"])
    listed = "\n".join(["skill builds_on", *(f"{skill} ." for skill in skills)])
    bank = {
        f"{skill}-{level}": four_options(skill, level)
        for skill in skills
        for level in levels_asked
    }
    framework = small_framework(listed, targets=targets)
    return replace(framework, checks=bank, estimate=parameters)


def four_options(skill: str, level: int) -> Check:
    """Return a check with four options, the first of which is right."""
    options = tuple(both(word) for word in ("right", "b", "c", "d"))
    return Check(skill, level, both("q"), both("why"), options, correct=1)  # type: ignore[arg-type]


def claims(of: Mapping[str, int]) -> pd.DataFrame:
    """Return the levels of somebody who claims these."""
    rows = [f"{skill} {level}" for skill, level in of.items()]
    return levels("\n".join(["skill level", *rows]))


def take_all(
    framework: Framework, known: pd.DataFrame, count: int, right: bool = True
) -> list[str]:
    """Return up to so many checks in the order they are chosen, all answered alike."""
    shown: list[str] = []
    answers: ANSWERS = {}
    while len(shown) < count:
        key = choose_check(framework, framework.profiles["p"], known, shown, answers)
        if key is None:
            break
        check = framework.checks[key]
        shown.append(key)
        answers.setdefault(check.skill, []).append(ItemAnswer(check.level, 0.25, right))
    return shown
