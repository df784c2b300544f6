"""Targets, gaps and fit as pandas tables: slow, and what the numbers must equal."""

from collections.abc import Iterable

import pandas as pd

from skillgap.domain.fit import Fit
from skillgap.domain.framework import Adjustment, Profile


def slow_targets(
    profile: Profile, adjustments: Iterable[Adjustment] = ()
) -> pd.DataFrame:
    """Return what a profile asks, column after column."""
    rows = [(skill, t.level, t.weight) for skill, t in profile.targets.items()]
    table = pd.DataFrame(rows, columns=["skill", "target", "weight"])
    table[["usual_target", "usual_weight"]] = table[["target", "weight"]]
    for adjustment in adjustments:
        level_change = table["skill"].map(adjustment.levels).fillna(0).astype(int)
        weight_change = table["skill"].map(adjustment.weights).fillna(0).astype(int)
        table["target"] = (table["target"] + level_change).clip(
            0, table["target"].clip(4)
        )
        table["weight"] = (table["weight"] + weight_change).clip(1, 5)
    return table


def slow_gaps(targets: pd.DataFrame, levels: pd.DataFrame) -> pd.DataFrame:
    """Return the gaps of one person, column after column."""
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


def slow_fit(gaps: pd.DataFrame) -> Fit:
    """Return what the gaps of one person add up to."""
    rated = gaps[gaps["level"].notna()]
    demand = float((rated["weight"] * rated["target"]).sum())
    met = float((rated["weight"] * rated[["level", "target"]].min(axis=1)).sum())
    return Fit(met / demand if demand else float("nan"), len(rated), len(gaps))


def slow_fits(targets: pd.DataFrame, levels: pd.DataFrame) -> pd.DataFrame:
    """Return ``fit`` and ``rated`` of each ``person`` of a table of levels."""
    gaps = levels.merge(targets, on="skill", validate="many_to_one")
    rated = gaps[gaps["level"].notna()]
    sums = rated[["person"]].assign(
        demand=rated["weight"] * rated["target"],
        met=rated["weight"] * rated[["level", "target"]].min(axis=1),
        rated=1,
    )
    sums = sums.groupby("person").sum().reindex(levels["person"].unique())
    fit = sums["met"] / sums["demand"].where(sums["demand"] > 0)
    return pd.DataFrame({"fit": fit, "rated": sums["rated"].fillna(0)})
