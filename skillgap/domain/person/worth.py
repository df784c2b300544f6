"""What a step in a skill is worth to one person now.

Each grade of weight doubles a skill, each further missing level counts half, and a
skill that must wait for another counts half. A skill inherits half the worth of what
waits for it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.person.learner import Learner, Levels, read_learner

# On a plateau, not fitted: on labelled profiles a base of 1.5 to 3 and shares of a
# quarter to .7 order the same skills but for the noise of one labeller.
GRADE = 2.0  # mentors name half the skills of weight 5, a fifth of 4, a tenth of 3
FURTHER = 0.5  # the first missing level opens the skill, the next refine it
WAITING = 0.5  # nineteen in twenty topics called a waste of time had to wait
INHERITED = 0.5  # what others wait for is named twice as often


@dataclass(frozen=True)
class Worth:
    """The worth of the next step of a skill.

    ``own`` comes from its weight and missing levels, 0 if it is not asked or met;
    ``inherited`` from the skills that wait for it, directly or further on.
    ``waited_for_by`` is the worthiest of those that wait directly.
    """

    own: float
    inherited: float
    waited_for_by: str | None = None

    @property
    def total(self) -> float:
        """What the order of a plan goes by."""
        return self.own + self.inherited


def measure_worth(learner: Learner, levels: Levels | None = None) -> dict[str, Worth]:
    """Return what a step in each skill is worth, the worthiest first.

    ``own = 2^weight * (1 + 1/2 + ..., one term a missing level)``, half of it if the
    next module misses a prerequisite; ``inherited`` is half of ``2^weight`` of each
    asked skill that waits for this one, a quarter over one skill in between, and so
    on, once for each way. Skills worth nothing and unknown ones are left out; equals
    stand in the framework's order.

    Args:
        learner: the person.
        levels: where they stand; None means where they stand today.

    """
    known = learner.levels if levels is None else levels
    blocked = _find_blocked(learner, known)
    inherited = _inherit(learner, known, blocked)
    worths = {}
    for skill in learner.framework.skills:
        own = _own(learner, skill, known, waits=bool(blocked.get(skill)))
        if own + inherited.get(skill, 0) > 0:
            worths[skill] = Worth(own, inherited.get(skill, 0.0))
    order = sorted(worths, key=lambda skill: -worths[skill].total)
    waiting: dict[str, str] = {}
    for skill in order:
        for needed in blocked[skill]:
            waiting.setdefault(needed, skill)
    return {s: replace(worths[s], waited_for_by=waiting.get(s)) for s in order}


def order_by_worth(framework: Framework, gaps: pd.DataFrame) -> pd.DataFrame:
    """Return gaps, those worth most first, unknown ones last.

    Args:
        framework: whose modules say what waits for what.
        gaps: from ``measure_gaps``.

    Returns:
        The columns of ``gaps`` plus ``worth``: 0 where the target is met, NaN where the
        level is unknown.

    """
    worths = measure_worth(read_learner(framework, gaps, gaps))
    total = gaps["skill"].map({skill: each.total for skill, each in worths.items()})
    worth = total.where(gaps["gap"] > 0, gaps["gap"])
    return gaps.assign(worth=worth).sort_values(
        "worth", ascending=False, na_position="last", kind="stable", ignore_index=True
    )


def _find_blocked(learner: Learner, levels: Levels) -> dict[str, dict[str, int]]:
    """Return, for each skill, what its next module misses."""
    found = {}
    for skill, level in levels.items():
        key = learner.next_module(skill, level)
        found[skill] = learner.missing(key, levels) if key else {}
    return found


def _own(learner: Learner, skill: str, levels: Levels, *, waits: bool) -> float:
    steps = sum(FURTHER**step for step in range(learner.gap(skill, levels)))
    return _weigh(learner, skill, levels) * steps * (WAITING if waits else 1)


def _weigh(learner: Learner, skill: str, levels: Levels) -> float:
    """Return what the weight of a skill counts, 0 if it is not short."""
    short = learner.gap(skill, levels) > 0
    return GRADE ** learner.aims[skill].weight if short else 0.0


def _inherit(
    learner: Learner, levels: Levels, blocked: Mapping[str, Mapping[str, int]]
) -> dict[str, float]:
    """Return what each skill inherits over every way from what waits for it.

    A way is followed for at most as many steps as there are skills: modules may wait
    for each other in a circle, and a way round it adds next to nothing.
    """
    inherited: dict[str, float] = defaultdict(float)
    passing = {skill: _weigh(learner, skill, levels) for skill in blocked}
    for _ in blocked:
        arriving: dict[str, float] = defaultdict(float)
        for skill, worth in passing.items():
            for needed in blocked[skill] if worth else ():
                arriving[needed] += INHERITED * worth
        for skill, worth in arriving.items():
            inherited[skill] += worth
        if not arriving:
            break
        passing = arriving
    return inherited
