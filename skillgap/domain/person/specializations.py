"""Which specialization suits a person best, and what makes the difference.

Fits of different profiles cannot be compared as they stand: one that asks less fits
everybody better. What is compared is how far a fit exceeds that of an evenly skilled
person, who stands at the same mean level in everything.
"""

from collections.abc import Iterable, Mapping
from statistics import NormalDist

import numpy as np
import pandas as pd

from skillgap.domain.framework import Adjustment, Profile
from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets

RATING_ERROR = 1.0  # levels; the estimate gives a claim a spread of 1.1
TOLD_APART = NormalDist().inv_cdf(0.9)  # standard errors, as for two candidates
SIGNATURE = 5  # the weight of the skills that define a profile


def rank_fits(
    profiles: Mapping[str, Profile],
    levels: pd.DataFrame,
    adjustments: Iterable[Adjustment] = (),
    aim: str = "",
) -> pd.DataFrame:
    """Return the fit of every profile, best fitting first, those without one last.

    Best is what exceeds the fit of an evenly skilled person most. The aim goes before
    the best of its kind if the two cannot be told apart: if the chance that the best
    is ahead, each rating being off by about one level, is below nine in ten.

    Returns:
        Columns ``profile``, ``fit`` (0 to 1, NaN if nothing is rated), ``excess`` (the
        same less that of an evenly skilled person), ``rated``, ``asked``,
        ``rated_share`` (0 to 1).

    """
    chosen = list(adjustments)
    gaps = {
        key: measure_gaps(set_targets(profile, chosen), levels)
        for key, profile in profiles.items()
    }
    even = mean_level(levels)
    rows = []
    for key, each in gaps.items():
        fit, excess = measure_fit(each), explain_excess(each, even)["excess"].sum()
        known = round(excess, 9) if fit.rated else np.nan
        rows.append((key, fit.fit, known, fit.rated, fit.asked, fit.rated_share))
    columns = ["profile", "fit", "excess", "rated", "asked", "rated_share"]
    table = pd.DataFrame(rows, columns=columns).sort_values(
        ["excess", "fit"], ascending=False, na_position="last", kind="stable"
    )
    order = _prefer_aim(list(table["profile"]), profiles, gaps, even, aim)
    return table.set_index("profile").loc[order].reset_index()


def _prefer_aim(
    order: list[str],
    profiles: Mapping[str, Profile],
    gaps: Mapping[str, pd.DataFrame],
    even: float,
    aim: str,
) -> list[str]:
    """Return an order in which the aim stands before the best it may equal."""
    if aim not in profiles:
        return order
    best = next(key for key in order if profiles[key].kind == profiles[aim].kind)
    ahead = compare_excess(gaps[best], gaps[aim], even)["difference"].sum()
    error = difference_error(gaps[best], gaps[aim])
    if best == aim or not ahead <= TOLD_APART * error:
        return order
    rest = [key for key in order if key != aim]
    place = rest.index(best)
    return [*rest[:place], aim, *rest[place:]]


def mean_level(levels: pd.DataFrame) -> float:
    """Return the mean of the known levels, NaN if there is none."""
    return float(levels["level"].mean())


def explain_excess(gaps: pd.DataFrame, even: float) -> pd.DataFrame:
    """Return what each rated skill adds to the excess of a fit; it adds up exactly.

    Args:
        gaps: from ``measure_gaps``.
        even: the level of the evenly skilled person.

    Returns:
        Columns ``skill``, ``excess`` (share of the fit, below 0 where the person
        stands lower), ``is_signature`` (it weighs most), the largest first.

    """
    rated = gaps[gaps["level"].notna()]
    demand = (rated["weight"] * rated["target"]).sum()
    met = np.minimum(rated["level"], rated["target"])
    usual = np.minimum(even, rated["target"])
    share = rated["weight"] * (met - usual) / (demand or np.nan)
    found = pd.DataFrame(
        {
            "skill": rated["skill"],
            "excess": share,
            "is_signature": rated["weight"] == SIGNATURE,
        }
    )
    return found.sort_values(
        "excess", ascending=False, kind="stable", ignore_index=True
    )


def compare_excess(one: pd.DataFrame, other: pd.DataFrame, even: float) -> pd.DataFrame:
    """Return, per skill, what it gives the excess of one profile beyond the other's.

    The column ``difference`` adds up to the difference of the two.

    Returns:
        Columns ``skill``, ``difference``, ``is_signature`` (of either), what speaks for
        ``one`` first; skills that make no difference are left out.

    """
    parts = [explain_excess(gaps, even).set_index("skill") for gaps in (one, other)]
    difference = parts[0]["excess"].sub(parts[1]["excess"], fill_value=0)
    signature = {s for p in parts for s in p.index[p["is_signature"]]}
    found = difference[difference.abs() > 1e-12].rename("difference").reset_index()
    found["is_signature"] = found["skill"].isin(signature)
    return found.sort_values(
        "difference", ascending=False, kind="stable", ignore_index=True
    )


def difference_error(one: pd.DataFrame, other: pd.DataFrame) -> float:
    """Return the standard error of the difference of two fits of one person.

    Ratings err by one level each, independently; one at or above a target is taken to
    stay there.
    """
    slopes = []
    for gaps in (one, other):
        rated = gaps[gaps["level"].notna()].set_index("skill")
        demand = (rated["weight"] * rated["target"]).sum()
        slopes.append((rated["weight"] / demand).where(rated["gap"] > 0, 0.0))
    difference = slopes[0].sub(slopes[1], fill_value=0)
    return RATING_ERROR * float(np.sqrt((difference**2).sum()))
