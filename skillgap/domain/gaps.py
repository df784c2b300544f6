"""How far a person is from what a profile asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from skillgap.domain.framework import Adjustment, Profile


@dataclass(frozen=True)
class Fit:
    """How much of a profile's weighted demand is met, and on how many skills.

    ``fit`` is 0 to 1 over the rated skills, NaN if none is rated. ``rated_share``
    is 0 to 1: the part of the profile's skills that are rated. One without the
    other means nothing.
    """

    fit: float
    rated: int
    asked: int

    @property
    def rated_share(self) -> float:
        """The part of the profile's skills that are rated, 0 to 1."""
        return self.rated / self.asked if self.asked else 0.0


def set_targets(
    profile: Profile, adjustments: Iterable[Adjustment] = ()
) -> pd.DataFrame:
    """Return what a profile asks after a career context and trends changed it.

    Levels stay within 0 to 5 and weights within 1 to 5 after each adjustment. An
    adjustment of a skill the profile does not ask changes nothing.

    Returns:
        Columns ``skill``, ``target`` (level), ``weight``, ``usual_target``,
        ``usual_weight``, in the profile's order.

    """
    rows = [(skill, t.level, t.weight) for skill, t in profile.targets.items()]
    table = pd.DataFrame(rows, columns=["skill", "target", "weight"])
    table[["usual_target", "usual_weight"]] = table[["target", "weight"]]
    for adjustment in adjustments:
        level_change = table["skill"].map(adjustment.levels).fillna(0).astype(int)
        weight_change = table["skill"].map(adjustment.weights).fillna(0).astype(int)
        table["target"] = (table["target"] + level_change).clip(0, 5)
        table["weight"] = (table["weight"] + weight_change).clip(1, 5)
    return table


def measure_gaps(targets: pd.DataFrame, levels: pd.DataFrame) -> pd.DataFrame:
    """Return one row per target, the highest priority first, unknown gaps last.

    A gap is ``max(0, target - level)`` in levels; priority is gap x weight. Both are
    NaN where the level is unknown: an unrated skill is no gap from zero.

    Args:
        targets: from ``set_targets``.
        levels: from ``levels_on``.

    Returns:
        The columns of both tables plus ``gap`` and ``priority``.

    Source: weighted discrepancy after Borich (1980), Journal of Teacher Education
    31(3), 39-42; the profile's target stands for the required level.

    """
    gaps = targets.merge(levels, on="skill", how="left", validate="one_to_one")
    gaps["answer"] = gaps["answer"].fillna("unrated")
    gaps["gap"] = (gaps["target"] - gaps["level"]).clip(lower=0)
    gaps["priority"] = gaps["gap"] * gaps["weight"]
    return gaps.sort_values(
        ["priority", "weight"],
        ascending=False,
        na_position="last",
        kind="stable",
        ignore_index=True,
    )


def measure_fit(gaps: pd.DataFrame) -> Fit:
    """Return ``sum(w * min(level, target)) / sum(w * target)`` over rated skills."""
    rated = gaps[gaps["level"].notna()]
    demand = float((rated["weight"] * rated["target"]).sum())
    met = float((rated["weight"] * rated[["level", "target"]].min(axis=1)).sum())
    return Fit(met / demand if demand else float("nan"), len(rated), len(gaps))


def summarise_areas(gaps: pd.DataFrame, area_of: Mapping[str, str]) -> pd.DataFrame:
    """Return level and target of each area, like with like.

    Both are means over the rated skills of the area, weighted as the profile
    weighs them; NaN if none is rated.

    Returns:
        Columns ``area``, ``level``, ``target``, ``rated``, ``asked``, ``below`` (rated
        skills short of their target), areas in framework order.

    """
    order = list(dict.fromkeys(area_of.values()))
    known = gaps.assign(area=gaps["skill"].map(area_of), rated=gaps["level"].notna())
    weight = known["weight"].where(known["rated"], 0)
    sums = (
        known.assign(
            weight=weight,
            level=known["level"].fillna(0) * weight,
            target=known["target"] * weight,
            below=known["gap"] > 0,
            asked=1,
        )
        .groupby("area")[["level", "target", "weight", "rated", "asked", "below"]]
        .sum()
        .reindex(order, fill_value=0)
    )
    total = sums["weight"].replace(0, np.nan)
    sums["level"], sums["target"] = sums["level"] / total, sums["target"] / total
    columns = ["level", "target", "rated", "asked", "below"]
    return sums[columns].rename_axis("area").reset_index()


def earlier_area_levels(
    now: pd.DataFrame, then: pd.DataFrame, area_of: Mapping[str, str]
) -> "pd.Series[float]":
    """Return the level each area had, over the skills that are rated now.

    Weighted like the level of today, so that both lines compare the same skills; NaN
    where one of these skills was not rated then.

    Args:
        now, then: from ``measure_gaps`` with the same targets.

    """
    known = now.loc[now["level"].notna(), ["skill", "weight"]]
    pairs = known.merge(then[["skill", "level"]], on="skill")
    pairs["area"] = pairs["skill"].map(area_of)
    complete = pairs.groupby("area")["level"].apply(lambda level: level.notna().all())
    pairs["level"] = pairs["level"] * pairs["weight"]
    sums = pairs.groupby("area")[["level", "weight"]].sum()
    return (sums["level"] / sums["weight"]).where(complete)


def rank_fits(
    profiles: Mapping[str, Profile],
    levels: pd.DataFrame,
    adjustments: Iterable[Adjustment] = (),
) -> pd.DataFrame:
    """Return the fit of every profile, best first, profiles without a fit last.

    Returns:
        Columns ``profile``, ``fit`` (0 to 1, NaN if nothing is rated), ``rated``,
        ``asked``, ``rated_share`` (0 to 1).

    """
    chosen = list(adjustments)
    rows = []
    for key, profile in profiles.items():
        fit = measure_fit(measure_gaps(set_targets(profile, chosen), levels))
        rows.append((key, fit.fit, fit.rated, fit.asked, fit.rated_share))
    columns = ["profile", "fit", "rated", "asked", "rated_share"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(
        "fit", ascending=False, na_position="last", kind="stable", ignore_index=True
    )


def explain_difference(better: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Return, per skill, how much of the distance between two fits it makes.

    What a profile misses is the sum over its rated skills of
    ``weight * gap / sum(weight * target)``. ``difference`` is what ``other`` misses
    through a skill beyond what ``better`` does, 0 to 1; the column adds up to the
    difference of the two fits.

    Returns:
        Columns ``skill``, ``difference``, largest first; skills that differ only.

    """
    missed = [_missed(gaps) for gaps in (other, better)]
    difference = missed[0].sub(missed[1], fill_value=0)
    table = difference[difference.abs() > 1e-12].sort_values(
        ascending=False, kind="stable"
    )
    return table.rename("difference").rename_axis("skill").reset_index()


def _missed(gaps: pd.DataFrame) -> "pd.Series[float]":
    rated = gaps[gaps["level"].notna()].set_index("skill")
    return rated["priority"] / (rated["weight"] * rated["target"]).sum()


def heaviest_skills(profile: Profile, count: int = 20) -> list[str]:
    """Return the skills that weigh most in a profile, by weight and then target."""
    order = sorted(
        profile.targets.items(), key=lambda item: (-item[1].weight, -item[1].level)
    )
    return [skill for skill, _ in order[:count]]
