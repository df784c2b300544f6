"""How far raters agree, and what cannot be said about it.

Scores are tables with the columns ``member``, ``candidate``, ``skill``, ``level`` (0
to 5, NaN where a member gave none). A *unit* is one candidate in one skill.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from skillgap.domain.scale import LEVELS

FEWEST_CANDIDATES = 10  # chosen, not measured: with fewer, one weighs a lot
UNIT = ["candidate", "skill"]

Matrix = NDArray[np.float64]
AgreementState = Literal["defined", "constant", "too_few"]


@dataclass(frozen=True)
class Agreement:
    """A coefficient with its n.

    ``value`` is 1 for perfect agreement, 0 for what chance would give, below 0 for
    less; None if undefined. ``state`` says why: ``constant`` (without differences
    agreement means nothing) or ``too_few``. ``units`` and ``candidates`` count what
    at least two members rated.
    """

    value: float | None
    state: AgreementState
    units: int
    candidates: int

    @property
    def is_shown(self) -> bool:
        """Whether there is a value, and from enough candidates to be shown."""
        return self.value is not None and self.candidates >= FEWEST_CANDIDATES


class PairAgreement(NamedTuple):
    """How far two members agree."""

    first: str
    second: str
    agreement: Agreement


def krippendorff_alpha(ratings: Matrix) -> float | None:
    """Return Krippendorff's alpha for ordinal levels, None if undefined.

    Args:
        ratings: raters x units, NaN where missing. Units rated once do not count.

    Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability,
    https://repository.upenn.edu/asc_papers/43

    """
    counts = np.stack([(ratings == level).sum(axis=0) for level in LEVELS], axis=1)
    counts = counts[counts.sum(axis=1) >= 2].astype(float)
    totals = counts.sum(axis=0)
    if np.count_nonzero(totals) < 2:
        return None
    distance = _ordinal_distance(totals)
    sizes = counts.sum(axis=1)
    within = np.einsum("uc,uk,ck->u", counts, counts, distance) / (sizes - 1)
    expected = totals @ distance @ totals / (totals.sum() - 1)
    return float(1 - within.sum() / expected)


def _ordinal_distance(totals: Matrix) -> Matrix:
    """Return the squared distance of each two levels: how many ratings lie between."""
    middle = np.cumsum(totals) - totals / 2
    distance: Matrix = (middle[:, None] - middle[None, :]) ** 2
    return distance


def weighted_kappa(first: Matrix, second: Matrix) -> float | None:
    """Return the quadratic weighted kappa of two raters, None if undefined.

    Undefined if fewer than two units are rated by both, or one rater gave only one
    level: no variance, nothing to agree on.

    Source: Cohen (1968), Psychological Bulletin 70(4), 213-220.

    """
    both = ~(np.isnan(first) | np.isnan(second))
    one, two = first[both], second[both]
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(two) == 0:
        return None
    observed = np.mean((one - two) ** 2)
    expected = np.mean((one[:, None] - two[None, :]) ** 2)
    return float(1 - observed / expected)


def measure_agreement(scores: pd.DataFrame) -> Agreement:
    """Return the panel's alpha over all units.

    It is undefined if fewer than two members vary their ratings: one who always gives
    the same level cannot be agreed or disagreed with.
    """
    matrix = _matrix(scores)
    shared = matrix[matrix.notna().sum(axis=1) >= 2]
    candidates = shared.index.get_level_values("candidate").nunique()
    state: AgreementState = "defined"
    if len(shared) < 2:
        state = "too_few"
    elif (shared.max() > shared.min()).sum() < 2:
        state = "constant"
    value = krippendorff_alpha(shared.to_numpy().T) if state == "defined" else None
    return Agreement(value, state, len(shared), candidates)


def measure_pairs(scores: pd.DataFrame) -> list[PairAgreement]:
    """Return the quadratic weighted kappa of each two members, in order of names."""
    matrix = _matrix(scores)
    found = []
    for first, second in combinations(matrix.columns, 2):
        shared = matrix[[first, second]].dropna()
        candidates = shared.index.get_level_values("candidate").nunique()
        value = weighted_kappa(shared[first].to_numpy(), shared[second].to_numpy())
        state: AgreementState = "defined"
        if value is None:
            state = "too_few" if len(shared) < 2 else "constant"
        agreement = Agreement(value, state, len(shared), candidates)
        found.append(PairAgreement(str(first), str(second), agreement))
    return found


def _matrix(scores: pd.DataFrame) -> pd.DataFrame:
    known = scores[scores["level"].notna()]
    if known.empty:
        index = pd.MultiIndex.from_tuples([], names=UNIT)
        return pd.DataFrame(index=index)
    return known.pivot(index=UNIT, columns="member", values="level")


def measure_spread(scores: pd.DataFrame) -> pd.DataFrame:
    """Return how far the members' levels lie apart, in order of first appearance.

    Returns:
        Columns ``candidate``, ``skill``, ``raters``, ``low``, ``high``, ``spread``
        (high - low, in levels), ``mean``; units nobody rated are left out.

    """
    known = scores[scores["level"].notna()]
    table = known.groupby(UNIT, sort=False)["level"].agg(
        raters="count", low="min", high="max", mean="mean"
    )
    table["spread"] = table["high"] - table["low"]
    return table.reset_index()[[*UNIT, "raters", "low", "high", "spread", "mean"]]


def compare_with_self(scores: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Return what the panel gave beside what candidates gave themselves.

    Args:
        scores: the members' scores.
        own: columns ``candidate``, ``skill``, ``level`` (NaN if unknown).

    Returns:
        Columns ``candidate``, ``skill``, ``panel`` (mean level), ``own``,
        ``difference`` (panel - own, in levels: below 0 the panel saw less; NaN if the
        candidate did not rate it).

    """
    panel = measure_spread(scores)[[*UNIT, "mean"]].rename(columns={"mean": "panel"})
    levels = own[[*UNIT, "level"]].rename(columns={"level": "own"})
    table = panel.merge(levels, on=UNIT, how="left", validate="one_to_one")
    return table.assign(difference=table["panel"] - table["own"])


def measure_severity(scores: pd.DataFrame) -> pd.DataFrame:
    """Return how each member differs from the others on the same units.

    Returns:
        Columns ``member``, ``difference`` (mean over units of the member's level
        minus the mean of the other members, in levels: below 0 is harsher; NaN
        without a unit in common), ``units``, ``is_constant`` (all levels the same, on
        at least two units); members in order of first appearance.

    """
    known = scores[scores["level"].notna()]
    units = known.groupby(UNIT)["level"]
    count, total = units.transform("count"), units.transform("sum")
    others = (total - known["level"]) / (count - 1).where(count > 1)
    table = known.assign(difference=known["level"] - others)
    members = table.groupby("member", sort=False)
    found = members["difference"].agg(difference="mean", units="count")
    apart = members["level"].agg(["min", "max", "count"])
    constant = (apart["min"] == apart["max"]) & (apart["count"] >= 2)
    order = list(dict.fromkeys(scores["member"]))
    found = found.assign(is_constant=constant).reindex(order)
    filled = found.fillna({"units": 0, "is_constant": False})
    typed = filled.astype({"units": int, "is_constant": bool})
    return typed.rename_axis("member").reset_index()
