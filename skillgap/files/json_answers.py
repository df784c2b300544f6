"""The objects the command line prints, as plain JSON values."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.gaps import measure_fit, measure_gaps, rank_fits, set_targets
from skillgap.domain.person.plan import Reason, Step, recommend_modules
from skillgap.domain.person.schedule import schedule_plan
from skillgap.domain.problems import Problem
from skillgap.files.catalogues import load_translations
from skillgap.files.framework import FrameworkReading
from skillgap.files.wording import describe_problem, describe_reason


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
    """Return fit and gaps against a profile; unknown levels and gaps are null."""
    targets = set_targets(framework.profiles[profile], adjustments)
    gaps = measure_gaps(targets, levels)
    fit = measure_fit(gaps)
    columns = ["skill", "level", "target", "weight", "gap", "priority", "basis"]
    rows = gaps[columns].to_dict("records")
    return {
        "profile": profile,
        "fit": _number(fit.fit),
        "rated_share": _number(fit.rated_share),
        "gaps": [{str(k): _number(v) for k, v in row.items()} for row in rows],
    }


def describe_fits(framework: Framework, levels: pd.DataFrame) -> dict[str, Any]:
    """Return the fit with every profile, best first, unknown ones last."""
    fits = rank_fits(framework.profiles, levels)
    rows = fits[["profile", "fit", "rated_share"]].to_dict("records")
    return {"fits": [{str(k): _number(v) for k, v in row.items()} for row in rows]}


def describe_plan(
    framework: Framework,
    levels: pd.DataFrame,
    profile: str,
    adjustments: Sequence[Adjustment],
    hours_per_week: float,
    weeks: int | None,
    language: str,
) -> dict[str, Any]:
    """Return the plan; ``optimal`` is false: the order is by priority, not proven."""
    targets = set_targets(framework.profiles[profile], adjustments)
    gaps = measure_gaps(targets, levels)
    plan = recommend_modules(framework, gaps, levels, language)
    plan = schedule_plan(plan, hours_per_week, weeks)
    translate = load_translations(language).gettext
    return {
        "optimal": False,
        "hours": _number(plan.hours),
        "steps": [_step(framework, step, language) for step in plan.steps],
        "left_open": [
            {
                "skill": gap.skill,
                "from": gap.start,
                "to": gap.to,
                "why": describe_reason(
                    Reason(gap.code, {"start": gap.start, "to": gap.to}), translate
                ),
            }
            for gap in plan.left_open
        ],
    }


def _step(framework: Framework, step: Step, language: str) -> dict[str, Any]:
    module = framework.modules[step.module]
    return {
        "module": step.module,
        "title": module.title.in_language(language),
        "skills": [
            {"skill": lift.skill, "from": lift.start, "to": lift.to}
            for lift in step.lifts
        ],
        "hours": step.hours,
        "week_from": step.week_from,
        "week_to": step.week_to,
        "why": why(framework, step, language),
        "resources": [_resource(framework, key) for key in step.resources],
    }


def _resource(framework: Framework, key: str) -> dict[str, Any]:
    resource = framework.resources[key]
    return {
        "id": key,
        "title": resource.title,
        "url": resource.url,
        "language": resource.language,
        "hours": resource.hours,
        "level_from": resource.levels[0],
        "level_to": resource.levels[1],
        "skills": list(resource.skills),
    }


def why(framework: Framework, step: Step, language: str) -> str:
    """Return the sentence that says why a step stands in a plan."""

    def name(skill: object) -> str:
        return framework.skills[str(skill)].name.in_language(language)

    first = step.lifts[0]
    blanks = {"skill": name(first.skill), "start": first.start, **step.reason.values}
    if "needed_for" in blanks:
        blanks["needed_for"] = name(blanks["needed_for"])
    translate = load_translations(language).gettext
    return describe_reason(Reason(step.reason.code, blanks), translate)


def _number(value: Any) -> Any:
    """Return a value JSON knows: unknown numbers as null, whole ones as integers."""
    if isinstance(value, str):
        return value
    if value is None or pd.isna(value):
        return None
    number = float(value)
    return int(number) if number == math.floor(number) else round(number, 6)
