"""What more hours a week, or fewer, would make of a plan."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from skillgap.domain.gaps import measure_fit, measure_gaps
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.plan import Plan
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.schedule import levels_after

FACTORS = (0.5, 1.0, 1.5, 2.0)


class Outcome(NamedTuple):
    """What some hours a week lead to.

    ``closed`` is how many levels of gaps are closed, ``open`` how many stay, over the
    rated skills; ``fit`` is 0 to 1 over the same.
    """

    hours: float
    closed: int
    open: int
    fit: float


def measure_outcome(
    targets: pd.DataFrame, levels: pd.DataFrame, plan: Plan, hours: float
) -> Outcome:
    """Return what a plan leads to.

    Args:
        targets: from ``set_targets``.
        levels: from ``levels_on``.
        plan: for these targets and levels.
        hours: a week, of the plan.

    """
    before = measure_gaps(targets, levels)["gap"].sum()
    after = measure_gaps(targets, levels_after(levels, plan))
    left = int(after["gap"].sum())
    return Outcome(hours, int(before) - left, left, measure_fit(after).fit)


def compare_hours(
    chooser: Chooser,
    targets: pd.DataFrame,
    levels: pd.DataFrame,
    hours: float,
    weeks: int,
) -> Iterator[Outcome]:
    """Yield what half the hours a week, the same, half more and twice lead to."""
    for factor in FACTORS:
        plan = recommend_steps(chooser, "en", factor * hours * weeks)
        yield measure_outcome(targets, levels, plan, factor * hours)
