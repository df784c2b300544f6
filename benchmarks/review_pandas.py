"""The same review the way one would first write it with pandas."""

from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.ratings import BASES

CELL = ["person_id", "skill"]


def review_with_pandas(
    path: Path, framework: Framework, profile: str, today: date
) -> pd.DataFrame:
    """Return what a team's ratings add up to, one row a skill."""
    ratings, rejected = _read(path, framework)
    assert rejected["why"].str.len().gt(0).all()
    latest = ratings.drop_duplicates(CELL, keep="last")
    matrix = latest.pivot(
        index="person_id", columns="skill", values=["level", "rated_on", "basis"]
    )
    assert len(matrix) == latest["person_id"].nunique()
    fits = {
        key: _measure_fits(latest, set_targets(each))
        for key, each in framework.profiles.items()
    }
    assert len(fits) == len(framework.profiles)
    targets = set_targets(framework.profiles[profile])
    known = latest.merge(targets, on="skill", how="left")
    known["at_target"] = known["level"] >= known["target"]
    table = known.groupby("skill").agg(
        q1=("level", lambda level: level.quantile(0.25)),
        median=("level", "median"),
        q3=("level", lambda level: level.quantile(0.75)),
        rated=("level", "count"),
        at_target=("at_target", "sum"),
        oldest=("rated_on", "min"),
    )
    counts = known.groupby(["skill", "level"]).size().unstack(fill_value=0)
    shares = known.groupby(["skill", "basis"]).size().unstack(fill_value=0)
    table = table.join(counts.add_prefix("level_")).join(shares)
    stale = pd.Timestamp(today - timedelta(days=365))
    table["stale"] = (known["rated_on"] < stale).groupby(known["skill"]).sum()
    table["mentors"] = known.groupby("skill").apply(_list_mentors)
    areas = _measure_areas(known, framework)
    assert len(areas) == len(framework.areas)
    alone = known[known["at_target"]].groupby("skill")["person_id"]
    table["single_holder"] = alone.first().where(alone.size() == 1)
    return table.join(_count_moves(ratings, latest))


def _read(path: Path, framework: Framework) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the valid ratings, oldest first, and the others with what is wrong."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    table["row"] = range(2, len(table) + 2)
    table["level"] = pd.to_numeric(table["level"], errors="coerce")
    days = pd.to_datetime(table["rated_on"], format="%Y-%m-%d", errors="coerce")
    table["rated_on"] = days
    faults = pd.DataFrame(
        {
            "person_missing": table["person_id"].str.strip() == "",
            "skill_unknown": ~table["skill"].isin(list(framework.skills)),
            "profile_unknown": ~table["profile"].isin(["", *framework.profiles]),
            "level_off_scale": ~table["level"].isin(range(6)),
            "date_unreadable": days.isna(),
            "basis_unknown": ~table["basis"].isin(BASES),
            "version_unreadable": ~table["framework"].str.fullmatch(r"\d+(\.\d+){0,3}"),
            "name_too_long": table["name"].str.len() > 20_000,
            "team_too_long": table["team"].str.len() > 20_000,
            "evidence_too_long": table["evidence"].str.len() > 20_000,
        }
    )
    good = ~faults.any(axis=1)
    faults["rating_repeated"] = good & table[good].duplicated([*CELL, "rated_on"])
    bad = faults.any(axis=1)
    names = faults[bad].apply(lambda row: ", ".join(row.index[row]), axis=1)
    rejected = table[bad].assign(why=names)
    return table[~bad].sort_values("rated_on", kind="stable"), rejected


def _measure_fits(latest: pd.DataFrame, targets: pd.DataFrame) -> pd.Series:
    gaps = latest.merge(targets, on="skill")
    gaps["gap"] = (gaps["target"] - gaps["level"]).clip(lower=0)
    gaps["priority"] = gaps["gap"] * gaps["weight"]
    gaps["met"] = gaps[["level", "target"]].min(axis=1) * gaps["weight"]
    gaps["demand"] = gaps["target"] * gaps["weight"]
    sums = gaps.groupby("person_id")[["met", "demand", "priority"]].sum()
    return sums["met"] / sums["demand"]


def _list_mentors(group: pd.DataFrame) -> list[str]:
    """Return who could mentor a skill, the highest level first."""
    learning = group.loc[group["level"] < group["target"], "level"]
    able = group[
        (group["level"] >= learning.min() + 2) & (group["level"] >= group["target"])
    ]
    return able.sort_values("level", ascending=False)["person_id"].tolist()


def _measure_areas(known: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """Return median and quartiles of people's weighted level in each area."""
    rated = known.assign(
        area=known["skill"].map(framework.area_of),
        load=known["level"] * known["weight"],
    )
    sums = rated.groupby(["person_id", "area"])[["load", "weight"]].sum()
    levels = sums["load"] / sums["weight"]
    return levels.groupby("area").quantile([0.25, 0.5, 0.75]).unstack()


def _count_moves(ratings: pd.DataFrame, latest: pd.DataFrame) -> pd.DataFrame:
    """Return how many went up and down within 90 days, and the median before."""
    since = ratings["rated_on"].max() - pd.Timedelta(days=90)
    before = ratings[ratings["rated_on"] <= since].drop_duplicates(CELL, keep="last")
    both = before.merge(latest, on=CELL, suffixes=("_before", ""))
    both["up"] = both["level"] > both["level_before"]
    both["down"] = both["level"] < both["level_before"]
    counts = both.groupby("skill")[["up", "down"]].sum()
    return counts.assign(median_before=before.groupby("skill")["level"].median())
