"""Which specialization suits a person best, and what makes the difference.

Fits of different profiles cannot be compared as they stand: one that asks less fits
everybody better. What is compared is how far a fit exceeds that of an evenly skilled
person, who stands at the same mean level in everything.
"""

from collections.abc import Iterable, Mapping
from statistics import NormalDist

import numpy as np
import pandas as pd

from skillgap.domain.fit import Demand, Floats, set_demand
from skillgap.domain.framework import Adjustment, Profile
from skillgap.domain.gaps import measure_profiles

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
    skills, known = list(levels["skill"]), levels["level"].to_numpy(float)
    demands = {key: set_demand(p, skills, chosen) for key, p in profiles.items()}
    even = mean_level(levels)
    excess = {key: _excess(known, d, even).sum() for key, d in demands.items()}
    rows = [
        (key, fit.fit, round(excess[key], 9) if fit.rated else np.nan,
         fit.rated, fit.asked, fit.rated_share)
        for key, fit in measure_profiles(profiles, levels, chosen).items()
    ]  # fmt: skip
    columns = ["profile", "fit", "excess", "rated", "asked", "rated_share"]
    table = pd.DataFrame(rows, columns=columns).sort_values(
        ["excess", "fit"], ascending=False, na_position="last", kind="stable"
    )
    order = list(table["profile"])
    if aim in profiles:
        kind = profiles[aim].kind
        best = next(key for key in order if profiles[key].kind == kind)
        error = difference_error(known, demands[best], demands[aim])
        if best != aim and excess[best] - excess[aim] <= TOLD_APART * error:
            order.remove(aim)
            order.insert(order.index(best), aim)
    return table.set_index("profile").loc[order].reset_index()


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
    demand = Demand(rated["target"].to_numpy(), rated["weight"].to_numpy())
    share = _excess(rated["level"].to_numpy(), demand, even)
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


def difference_error(levels: Floats, one: Demand, other: Demand) -> float:
    """Return the standard error of the difference of two fits of one person.

    Ratings err by one level each, independently; one at or above a target is taken to
    stay there.

    Args:
        levels: of the skills in the order of both demands, NaN where unknown.

    """
    slopes = [
        np.where(levels < each.aims, _shares(levels, each), 0.0)
        for each in (one, other)
    ]
    return RATING_ERROR * float(np.linalg.norm(slopes[0] - slopes[1]))


def _excess(levels: Floats, demand: Demand, even: float) -> Floats:
    """Return what each skill adds to the excess of a fit, 0 where it is unknown."""
    met = np.minimum(levels, demand.aims) - np.minimum(even, demand.aims)
    return np.where(np.isnan(levels), 0.0, _shares(levels, demand) * met)


def _shares(levels: Floats, demand: Demand) -> Floats:
    """Return what one level of each skill counts in a fit, 0 where it is unknown."""
    weights = np.where(np.isnan(levels), 0, demand.weights)
    return np.asarray(weights / max((weights * demand.aims).sum(), 1), float)
