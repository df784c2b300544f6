"""Whether modules, resources, checks and foils are what they say they are."""

from collections.abc import Collection, Iterator

from skillgap.domain.findings import (
    Finding,
    Place,
    find_bad_day,
    find_unknown,
    material_file,
)
from skillgap.domain.framework import Framework
from skillgap.domain.learning import Module, fits_step
from skillgap.domain.scale import Level


def check_material(framework: Framework) -> Iterator[Finding]:
    """Yield what does not fit in modules, resources, checks and foils."""
    yield from _resource_findings(framework)
    yield from _module_findings(framework)
    yield from _check_findings(framework)
    for key, foil in framework.foils.items():
        yield from find_bad_day("foils.yaml", (key, "reviewed"), foil.reviewed)


def _resource_findings(framework: Framework) -> Iterator[Finding]:
    for key, resource in framework.resources.items():
        file = material_file("resources", resource.skills)
        yield from _skills(framework, file, (key, "skills"), resource.skills)
        yield from _step(file, (key, "levels"), resource.levels)
        yield from _hours(file, (key, "hours"), resource.hours)
        day = resource.confirmed.date
        yield from find_bad_day(file, (key, "confirmed", "date"), day)
        if not resource.url.startswith(("https://", "http://")):
            yield Finding(file, (key, "url"), "url_not_web", {"value": resource.url})


def _module_findings(framework: Framework) -> Iterator[Finding]:
    for key, module in framework.modules.items():
        file = material_file("modules", module.lifts)
        yield from _skills(framework, file, (key, "lifts"), module.lifts)
        for part, known, code in (
            ("prerequisites", framework.skills, "skill_unknown"),
            ("resources", framework.resources, "resource_unknown"),
        ):
            values = getattr(module, part)
            yield from find_unknown(file, (key, part), values, known, code)
        for skill, step in module.lifts.items():
            yield from _step(file, (key, "lifts", skill), step)
        for resource in _misfits(framework, module):
            place = (key, "resources", resource)
            blanks = {"value": resource}
            yield Finding(file, place, "resource_does_not_fit", blanks)
        yield from _hours(file, (key, "hours"), module.hours)


def _skills(
    framework: Framework, file: str, place: Place, skills: Collection[str]
) -> Iterator[Finding]:
    if not skills:
        yield Finding(file, place, "skills_missing", {})
    yield from find_unknown(file, place, skills, framework.skills, "skill_unknown")


def _step(file: str, place: Place, step: tuple[Level, Level]) -> Iterator[Finding]:
    low, high = step
    if low >= high:
        yield Finding(file, place, "step_not_upward", {"value": f"{low}, {high}"})


def _hours(file: str, place: Place, hours: float) -> Iterator[Finding]:
    if hours <= 0:
        yield Finding(file, place, "hours_not_positive", {"value": str(hours)})


def _misfits(framework: Framework, module: Module) -> Iterator[str]:
    """Yield the resources that do not serve; names must be right to judge that."""
    for key in module.resources:
        resource = framework.resources.get(key)
        if resource and resource.skills and module.lifts:
            named = {*resource.skills, *module.lifts}
            if named <= framework.skills.keys() and not serves(framework, module, key):
                yield key


def _check_findings(framework: Framework) -> Iterator[Finding]:
    for key, check in framework.checks.items():
        file = material_file("checks", [check.skill])
        yield from _skills(framework, file, (key, "skill"), [check.skill])
        count = len(check.options)
        if bool(check.options) == bool(check.number):
            yield Finding(file, (key,), "check_without_answer", {"value": key})
        elif count and check.correct not in range(1, count + 1):
            blanks = {"value": check.correct, "options": count}
            yield Finding(file, (key, "correct"), "correct_not_an_option", blanks)


def serves(framework: Framework, module: Module, resource: str) -> bool:
    """Say whether a resource names a lifted skill and fits its step."""
    offered = framework.resources[resource]
    return any(
        skill in offered.skills and fits_step(offered.levels, start, to)
        for skill, (start, to) in module.lifts.items()
    )
