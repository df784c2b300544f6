"""Whether two candidates can be told apart, in probabilities.

One pair at a time: no order of several candidates follows from it, and none is built.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from scipy.special import ndtr

from skillgap.domain.estimate import GRID, Estimate, chance_above
from skillgap.domain.scale import LEVELS
from skillgap.hiring.comparison import Comparison

PAIR_COLUMNS = ["first", "second", "skill", "shared", "chance", "above"]


def compare_pairs(comparison: Comparison) -> pd.DataFrame:
    """Return, for each two candidates and each skill, who is above whom.

    Returns:
        Columns ``first``, ``second`` (letters in the order of the files), ``skill``,
        ``chance`` (that the second is above the first; NaN if one is unknown),
        ``above`` (the letter whose chance exceeds that of ``estimate.yaml``, empty if
        neither does: the two cannot be told apart), ``shared`` (1 if both are known,
        else 0).

    """
    rows = []
    for first, second in combinations(comparison.letters, 2):
        for skill in comparison.needs.targets:
            one = comparison.estimates.get((first, skill))
            two = comparison.estimates.get((second, skill))
            known = one is not None and two is not None
            chance = _chance_above(two, one)
            above = name_above(first, second, chance, comparison.pair.told_apart)
            rows.append((first, second, skill, int(known), chance, above))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def _chance_above(upper: Estimate | None, lower: Estimate | None) -> float:
    if upper is None or lower is None:
        return float("nan")
    return chance_above(upper.posterior, lower.posterior)


def compare_totals(comparison: Comparison) -> pd.DataFrame:
    """Return, for each two candidates, who is above whom in the weighted sum.

    The sum is that of the fit, ``sum(weight * min(level, target))``, over the skills
    that both rated.

    Returns:
        Columns as in ``compare_pairs`` with an empty ``skill``; ``shared`` counts the
        skills both rated, ``chance`` is NaN if there is none.

    """
    rows = []
    for first, second in combinations(comparison.letters, 2):
        shared = [
            skill
            for skill in comparison.needs.targets
            if {(first, skill), (second, skill)} <= comparison.estimates.keys()
        ]
        chance = chance_of_larger_sum(comparison, first, second, shared)
        above = name_above(first, second, chance, comparison.pair.told_apart)
        rows.append((first, second, "", len(shared), chance, above))
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def name_above(first: str, second: str, chance: float, told_apart: float) -> str:
    """Return whose chance to be above exceeds a limit, empty if neither's does."""
    if chance > told_apart:
        return second
    return first if 1 - chance > told_apart else ""


def chance_of_larger_sum(
    comparison: Comparison, first: str, second: str, skills: Sequence[str]
) -> float:
    """Return the chance that the second's weighted sum exceeds the first's.

    A normal approximation of the difference of the sums, with the mean and variance
    of each skill's ``min(level, target)`` from its estimate. The errors of one person
    go together: whoever overrates one skill tends to overrate others. By how much is
    assumed in ``competencies/estimate.yaml``, with the reason.

    Args:
        comparison: holds the estimates and the needs.
        first: a candidate's letter.
        second: another's letter.
        skills: rated by both; NaN is returned if there is none.

    """
    if not skills:
        return float("nan")
    low, high = (_sum_moments(comparison, letter, skills) for letter in (first, second))
    spread = np.sqrt(low[1] + high[1])
    difference = high[0] - low[0]
    return float(ndtr(difference / spread)) if spread > 0 else 0.5


def _sum_moments(
    comparison: Comparison, letter: str, skills: Sequence[str]
) -> tuple[float, float]:
    """Return mean and variance of one candidate's weighted sum."""
    targets, shared_error = comparison.needs.targets, comparison.pair.shared_error
    moments = [
        _capped_moments(comparison.estimates[letter, skill], targets[skill].level)
        for skill in skills
    ]
    weights = np.array([targets[skill].weight for skill in skills], dtype=float)
    means, spreads = (np.array(column) for column in zip(*moments))
    scaled = weights * spreads
    own = (1 - shared_error) * (scaled**2).sum()
    return float((weights * means).sum()), float(own + shared_error * scaled.sum() ** 2)


def _capped_moments(estimate: Estimate, target: int) -> tuple[float, float]:
    """Return mean and standard deviation of ``min(level, target)``."""
    counted = np.clip(GRID, LEVELS[0], target)
    mean = float((counted * estimate.posterior).sum())
    variance = float(((counted - mean) ** 2 * estimate.posterior).sum())
    return mean, float(np.sqrt(variance))


def rank_differences(comparison: Comparison) -> pd.DataFrame:
    """Return the skills by how far the candidates lie apart, the farthest first.

    It is skills that are ordered here, not people.

    Returns:
        Columns ``skill``, ``distance`` (largest distance of two estimates' means, in
        levels; NaN with fewer than two known), ``apart`` (the same for the levels
        they gave themselves), ``known`` (candidates who rated it), ``weight``.

    """
    groups = comparison.rows.groupby("skill", sort=False)
    table = pd.DataFrame(
        {
            "distance": groups["mean"].max() - groups["mean"].min(),
            "apart": groups["level"].max() - groups["level"].min(),
            "known": groups["level"].count(),
            "weight": groups["weight"].first(),
        }
    )
    few = table["known"] < 2
    table.loc[few, ["distance", "apart"]] = np.nan
    ordered = table.sort_values(
        ["distance", "weight"], ascending=False, na_position="last", kind="stable"
    )
    return ordered.rename_axis("skill").reset_index()
