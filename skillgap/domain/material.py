"""Whether modules, resources, checks and foils are what they say they are."""

from collections.abc import Iterator

from skillgap.domain.findings import (
    Finding,
    Place,
    check_file,
    find_bad_day,
    find_unknown,
    module_file,
    resource_file,
)
from skillgap.domain.framework import Framework
from skillgap.domain.learning import Module, fits_step


def check_material(framework: Framework, names: set[str]) -> Iterator[Finding]:
    """Yield what does not fit in modules, resources, checks and foils.

    ``names`` are all skill ids that may be referred to.
    """
    yield from _resource_findings(framework, names)
    yield from _module_findings(framework, names)
    yield from _check_findings(framework, names)
    for key, foil in framework.foils.items():
        yield from find_bad_day("foils.yaml", (key, "reviewed"), foil.reviewed)


def _resource_findings(framework: Framework, names: set[str]) -> Iterator[Finding]:
    for key, resource in framework.resources.items():
        file = resource_file(resource.skills)
        spot: Place = (key, "skills")
        yield from find_unknown(file, spot, resource.skills, names, "skill_unknown")
        low, high = resource.levels
        if low >= high:
            blanks = {"value": f"{low}, {high}"}
            yield Finding(file, (key, "levels"), "step_not_upward", blanks)
        yield from find_bad_day(
            file, (key, "confirmed", "date"), resource.confirmed.date
        )
        if not resource.url.startswith(("https://", "http://")):
            yield Finding(file, (key, "url"), "url_not_web", {"value": resource.url})
        if resource.hours <= 0:
            blanks = {"value": str(resource.hours)}
            yield Finding(file, (key, "hours"), "hours_not_positive", blanks)


def _module_findings(framework: Framework, names: set[str]) -> Iterator[Finding]:
    for key, module in framework.modules.items():
        file = module_file(module)
        for part, known, code in (
            ("lifts", names, "skill_unknown"),
            ("prerequisites", names, "skill_unknown"),
            ("resources", framework.resources, "resource_unknown"),
        ):
            values = getattr(module, part)
            yield from find_unknown(file, (key, part), values, known, code)
        for skill, (low, high) in module.lifts.items():
            if low >= high:
                blanks = {"value": f"{low}, {high}"}
                yield Finding(file, (key, "lifts", skill), "step_not_upward", blanks)
        for resource in module.resources:
            if resource in framework.resources and not serves(
                framework, module, resource
            ):
                place = (key, "resources", resource)
                blanks = {"value": resource}
                yield Finding(file, place, "resource_does_not_fit", blanks)
        if module.hours <= 0:
            blanks = {"value": str(module.hours)}
            yield Finding(file, (key, "hours"), "hours_not_positive", blanks)


def _check_findings(framework: Framework, names: set[str]) -> Iterator[Finding]:
    for key, check in framework.checks.items():
        file = check_file(check)
        place: Place = (key, "skill")
        yield from find_unknown(file, place, [check.skill], names, "skill_unknown")
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
