"""How far a person is from what a profile asks."""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from skillgap.domain.fit import Demand, Fit, find_gaps, measure_fits, set_demand
from skillgap.domain.framework import Adjustment, Profile

DRAWN_FROM = 2


def set_targets(
    profile: Profile, adjustments: Iterable[Adjustment] = ()
) -> pd.DataFrame:
    """Return what a profile asks after adjustments, as ``set_demand`` does.

    Returns:
        Columns ``skill``, ``target`` (level), ``weight``, ``usual_target``,
        ``usual_weight``, in the profile's order.

    """
    skills = list(profile.targets)
    usual, demand = (
        set_demand(profile, skills),
        set_demand(profile, skills, adjustments),
    )
    return pd.DataFrame(
        {
            "skill": skills,
            "target": demand.aims,
            "weight": demand.weights,
            "usual_target": usual.aims,
            "usual_weight": usual.weights,
        }
    )


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
    gaps["gap"] = find_gaps(gaps["level"].to_numpy(), _read_demand(gaps))
    gaps["priority"] = gaps["gap"] * gaps["weight"]
    return gaps.sort_values(
        ["priority", "weight"],
        ascending=False,
        na_position="last",
        kind="stable",
        ignore_index=True,
    )


def measure_fit(gaps: pd.DataFrame) -> Fit:
    """Return the fit that a table of ``measure_gaps`` adds up to."""
    levels = gaps["level"].to_numpy()[np.newaxis]
    return measure_fits(levels, {"": _read_demand(gaps)}).of(0)[""]


def _read_demand(gaps: pd.DataFrame) -> Demand:
    return Demand(gaps["target"].to_numpy(), gaps["weight"].to_numpy())


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


def drawn_areas(areas: pd.DataFrame) -> pd.DataFrame:
    """Return areas as a radar draws them: unknown if fewer than two skills are rated.

    One skill is an area only where the profile asks no other.

    Args:
        areas: from ``summarise_areas``, also with ``previous`` (``level`` then).

    """
    enough = areas["rated"] >= areas["asked"].clip(upper=DRAWN_FROM)
    lines = [name for name in ("level", "target", "previous") if name in areas]
    return areas.assign(**{name: areas[name].where(enough) for name in lines})


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


def measure_profiles(
    profiles: Mapping[str, Profile],
    levels: pd.DataFrame,
    adjustments: Iterable[Adjustment] = (),
) -> dict[str, Fit]:
    """Return one person's fit with every profile.

    Args:
        profiles: by id.
        levels: from ``levels_on``; a skill that is not there is unknown.
        adjustments: a career context and trends.

    """
    chosen = list(adjustments)
    skills = list(dict.fromkeys(s for p in profiles.values() for s in p.targets))
    known = dict(zip(levels["skill"], levels["level"]))
    row = np.array([[known.get(skill, np.nan) for skill in skills]], float)
    demands = {key: set_demand(p, skills, chosen) for key, p in profiles.items()}
    return measure_fits(row, demands).of(0)


def heaviest_skills(profile: Profile, count: int = 20) -> list[str]:
    """Return the skills that weigh most in a profile, by weight and then target."""
    order = sorted(
        profile.targets.items(), key=lambda item: (-item[1].weight, -item[1].level)
    )
    return [skill for skill, _ in order[:count]]
