"""The objects the command line prints, as plain JSON values."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.domain.person.specializations import rank_fits
from skillgap.domain.person.worth import order_by_worth
from skillgap.domain.problems import Problem
from skillgap.files.framework import FrameworkReading
from skillgap.files.wording import describe_problem

GAP_COLUMNS = (
    "skill", "level", "target", "weight", "gap", "priority", "worth", "basis",
)  # fmt: skip


def describe_problems(
    problems: Sequence[Problem], translate: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return each problem with where it stands and its sentence."""
    return [
        {
            "where": problem.where,
            "row": problem.values.get("row"),
            "column": problem.values.get("column"),
            "value": problem.values.get("value"),
            "code": problem.code,
            "message": describe_problem(problem, translate),
        }
        for problem in problems
    ]


def describe_check(reading: FrameworkReading) -> dict[str, Any]:
    """Return what a framework holds and whether it is sound."""
    found = reading.framework
    return {
        "ok": not reading.problems,
        "skills": len(found.skills) if found else 0,
        "modules": len(found.modules) if found else 0,
        "resources": len(found.resources) if found else 0,
        "checks": len(found.checks) if found else 0,
    }


def describe_gaps(
    framework: Framework,
    levels: pd.DataFrame,
    profile: str,
    adjustments: Sequence[Adjustment],
) -> dict[str, Any]:
    """Return fit and gaps against a profile; unknown levels and gaps are null.

    The gaps stand in the order of their worth to this person, as in a plan.
    """
    targets = set_targets(framework.profiles[profile], adjustments)
    gaps = measure_gaps(targets, levels)
    fit = measure_fit(gaps)
    return {
        "profile": profile,
        "fit": plain_number(fit.fit),
        "rated_share": plain_number(fit.rated_share),
        "gaps": _rows(order_by_worth(framework, gaps), GAP_COLUMNS),
    }


def _rows(table: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, Any]]:
    rows = table[list(columns)].to_dict("records")
    return [{str(k): plain_number(v) for k, v in row.items()} for row in rows]


def describe_fits(
    framework: Framework, levels: pd.DataFrame, aim: str = ""
) -> dict[str, Any]:
    """Return the fit with every profile, best first, unknown ones last."""
    fits = rank_fits(framework.profiles, levels, aim=aim)
    return {"fits": _rows(fits, ("profile", "fit", "excess", "rated_share"))}


def plain_number(value: Any) -> Any:
    """Return a value JSON knows: unknown numbers as null, whole ones as integers."""
    if isinstance(value, str):
        return value
    if value is None or pd.isna(value):
        return None
    number = float(value)
    return int(number) if number == math.floor(number) else round(number, 6)
