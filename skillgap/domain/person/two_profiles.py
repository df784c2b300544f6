"""Two profiles beside one person: what each asks, and why one fits better.

A gap costs a fit weight x gap, divided by the weighted demand of all that is rated. So
a fit is 1 less what all gaps cost, and the difference of two fits is, skill by skill,
what the gap costs the other less what it costs the one.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.fit import Demand, Fit
from skillgap.domain.gaps import measure_fit
from skillgap.domain.person.specializations import (
    TOLD_APART,
    compare_excess,
    difference_error,
    explain_excess,
)
from skillgap.domain.scale import LEVELS

TENTHS = 1000  # a fit of 1 in tenths of a percentage point, as it is shown
COMPLETE = float(LEVELS[-1])  # the level of somebody who meets every target


@dataclass(frozen=True)
class Comparison:
    """Two profiles beside one person.

    ``even`` are the fits of an evenly skilled person, who stands at the same mean level
    in everything; NaN if nothing is rated. ``error`` is the standard error of the
    difference of the two fits, every rating being off by about one level.

    ``skills`` has one row for each skill that either asks. Columns ``skill``, ``level``
    (NaN if unknown), ``target_one``, ``weight_one``, ``target_other``, ``weight_other``
    (0 where it is not asked), ``asked`` (share of all that ``one`` asks less that of
    ``other``; the column adds up to 0), ``difference`` (what the skill adds to the
    fit with ``one`` beyond that with ``other``; NaN if unknown), ``tenths`` (the same
    in tenths of a percentage point, 0 if unknown). What speaks for ``one`` comes first.
    """

    one: Fit
    other: Fit
    even: tuple[float, float]
    error: float
    skills: pd.DataFrame

    @property
    def is_known(self) -> bool:
        """Whether both fits are known."""
        return not np.isnan(self.one.fit + self.other.fit)

    @property
    def tenths(self) -> int:
        """Fit with ``one`` less fit with ``other``, both as they are shown."""
        return _in_tenths(self.one) - _in_tenths(self.other)

    @property
    def is_told_apart(self) -> bool:
        """Whether the one ahead is so with a chance of nine in ten."""
        return abs(self.one.fit - self.other.fit) > TOLD_APART * self.error


def compare_profiles(one: pd.DataFrame, other: pd.DataFrame, even: float) -> Comparison:
    """Return two profiles side by side, by what makes one person's fits differ.

    The column ``difference`` adds up to the difference of the fits, and ``tenths`` to
    that of the fits as they are shown.

    Args:
        one, other: from ``measure_gaps`` with the same levels.
        even: the level of the evenly skilled person, NaN if nothing is rated.

    """
    fits = (measure_fit(one), measure_fit(other))
    excess = [explain_excess(gaps, even)["excess"].sum() for gaps in (one, other)]
    usual = (fits[0].fit - excess[0], fits[1].fit - excess[1])
    skills = _side_by_side(one, other)
    demands = [
        Demand(skills[f"target_{n}"].to_numpy(), skills[f"weight_{n}"].to_numpy())
        for n in ("one", "other")
    ]
    error = difference_error(skills["level"].to_numpy(float), *demands)
    found = Comparison(*fits, usual, error, skills)
    cost = compare_excess(one, other, COMPLETE).set_index("skill")["difference"]
    is_rated = skills["level"].notna() & found.is_known
    difference = skills["skill"].map(cost).fillna(0).where(is_rated)
    tenths = pd.Series(0, skills.index)
    if is_rated.any():
        tenths[is_rated] = round_parts(
            TENTHS * difference[is_rated].to_numpy(), found.tenths
        )
    ordered = skills.assign(difference=difference, tenths=tenths).sort_values(
        ["difference", "asked"], ascending=False, ignore_index=True
    )
    return replace(found, skills=ordered)


def _side_by_side(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    columns = ["skill", "target", "weight"]
    pair = one[columns].merge(
        other[columns], on="skill", how="outer", suffixes=("_one", "_other")
    )
    pair = pair.fillna(0).astype(dict.fromkeys(pair.columns[1:], int))
    demands = [pair[f"weight_{n}"] * pair[f"target_{n}"] for n in ("one", "other")]
    shares = [demand / max(demand.sum(), 1) for demand in demands]
    levels = pd.concat([one, other]).set_index("skill")["level"].groupby("skill").max()
    pair["level"], pair["asked"] = pair["skill"].map(levels), shares[0] - shares[1]
    return pair


def _in_tenths(fit: Fit) -> int:
    return round(TENTHS * fit.fit)


def round_parts(parts: npt.NDArray[np.float64], total: int) -> npt.NDArray[np.int64]:
    """Return whole numbers near the parts that add up to a total.

    Those whose rest is largest are rounded up.

    Source: method of the largest remainder (Hamilton).
    """
    whole = np.floor(parts)
    each, more = divmod(total - int(whole.sum()), len(parts))
    whole += each
    whole[np.argsort(whole - parts, kind="stable")[:more]] += 1
    return whole.astype(np.int64)
