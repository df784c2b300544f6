"""A learning plan as plain JSON values, and its reasons as sentences."""

from typing import Any

from skillgap.domain.framework import Framework
from skillgap.domain.person.plan import Plan, Reason, Step
from skillgap.files.catalogues import load_translations
from skillgap.files.json_answers import plain_number
from skillgap.files.plan_paper import PlanPaper
from skillgap.files.wording import describe_reason


def describe_plan(paper: PlanPaper) -> dict[str, Any]:
    """Return the plan; ``optimal`` says that no choice of modules is better.

    If that is not proven, ``unproven`` names the skills left out that might fit.
    """
    plan, framework, language = paper.plan, paper.framework, paper.language
    proof = {} if plan.is_optimal else {"unproven": list(plan.unproven)}
    return {
        "optimal": plan.is_optimal,
        **proof,
        "hours": plain_number(plan.hours),
        "start": paper.start.isoformat(),
        "ask_first": list(plan.ask_first),
        "not_yet": [
            {"skill": each.skill, "because": list(each.because)}
            for each in plan.not_yet
        ],
        "steps": [_step(framework, step, language) for step in plan.steps],
        "left_open": _left_open(plan, language),
    }


def _left_open(plan: Plan, language: str) -> list[dict[str, Any]]:
    translate = load_translations(language).gettext
    return [
        {
            "skill": gap.skill,
            "from": gap.start,
            "to": gap.to,
            "why": describe_reason(
                Reason(gap.code, {"start": gap.start, "to": gap.to}), translate
            ),
        }
        for gap in plan.left_open
    ]


def _step(framework: Framework, step: Step, language: str) -> dict[str, Any]:
    module = framework.modules[step.module]
    return {
        "module": step.module,
        "title": module.title.in_language(language),
        "stage": step.stage,
        "stages": step.stages,
        "skills": [
            {"skill": lift.skill, "from": lift.start, "to": lift.to}
            for lift in step.lifts
        ],
        "hours": plain_number(step.hours),
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
