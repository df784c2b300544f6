"""Whether the parts of a framework fit together, from names to learning material."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from math import isclose

from skillgap.domain.findings import (
    Finding,
    Place,
    find_bad_day,
    find_unknown,
    material_file,
    misses_unread,
)
from skillgap.domain.framework import Framework
from skillgap.domain.learning import STAGE_HOURS, Module, fits_step
from skillgap.domain.prerequisites import reachable_levels, skill_cycle
from skillgap.domain.scale import LEVELS, Level, Text
from skillgap.domain.synonyms import find_torn_synonyms


def check_framework(framework: Framework, unread: Collection[str]) -> list[Finding]:
    """Return everything that does not fit together.

    ``unread`` are the names of entries and files that exist but could not be read:
    they are reported already, so a reference to them is no second problem. Whether
    modules reach every target is judged once nothing else is wrong: one faulty module
    would put all that builds on it out of reach.
    """
    findings = [
        *_empty_texts(framework),
        *find_bad_day("framework.yaml", ("released",), framework.manifest.released),
        *_skill_findings(framework),
        *_reference_findings(framework),
        *find_torn_synonyms(framework),
        *check_material(framework),
    ]
    if not findings and not unread:
        return list(_unreachable(framework))
    return [each for each in findings if not misses_unread(each, unread)]


def _empty_texts(framework: Framework) -> Iterator[Finding]:
    for file, place, entry in _entries(framework):
        for path, text in _texts(entry):
            for language in ("en", "id"):
                if not text.in_language(language).strip():
                    spot = (*place, *path, language)
                    yield Finding(file, spot, "text_missing", {"language": language})


def _entries(framework: Framework) -> Iterator[tuple[str, Place, object]]:
    yield "framework.yaml", (), framework.manifest
    for folder in ("areas", "profiles"):
        for key, entry in getattr(framework, folder).items():
            yield f"{folder}/{key}.yaml", (), entry
    for name in ("contexts", "trends", "eras", "foils", "terms"):
        for key, entry in getattr(framework, name).items():
            yield f"{name}.yaml", (key,), entry
    for key, seniority in framework.seniorities.items():
        yield "seniority.yaml", (key,), seniority
    yield "profession.yaml", (), framework.profession
    yield "production.yaml", (), framework.production
    yield "estimate.yaml", (), framework.estimate
    for key, module in framework.modules.items():
        yield material_file("modules", module.lifts), (key,), module
    for key, check in framework.checks.items():
        yield material_file("checks", [check.skill]), (key,), check


def _texts(entry: object, path: Place = ()) -> Iterator[tuple[Place, Text]]:
    if isinstance(entry, Text):
        yield path, entry
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from _texts(value, (*path, key))
    elif isinstance(entry, tuple):
        for place, value in enumerate(entry):
            yield from _texts(value, (*path, place))
    elif is_dataclass(entry):
        for each in fields(entry):
            yield from _texts(getattr(entry, each.name), (*path, each.name))


def _skill_findings(framework: Framework) -> Iterator[Finding]:
    skills, sources = framework.skills, framework.manifest.sources
    for area, content in framework.areas.items():
        file = f"areas/{area}.yaml"
        for key, skill in content.skills.items():
            place = ("skills", key)
            if not key.startswith(f"{area}."):
                blanks = {"value": key, "suggestion": f"{area}.{key.split('.')[-1]}"}
                yield Finding(file, place, "skill_outside_area", blanks)
            for level in sorted(set(LEVELS[1:]) - set(skill.anchors)):
                spot = (*place, "anchors")
                yield Finding(file, spot, "anchor_missing", {"level": level})
            for part, known, code in (
                ("prerequisites", skills, "skill_unknown"),
                ("sources", sources, "source_unknown"),
            ):
                values = getattr(skill, part)
                yield from find_unknown(file, (*place, part), values, known, code)
    yield from _cycle(framework)


def _cycle(framework: Framework) -> Iterator[Finding]:
    cycle = list(skill_cycle(framework.skills))
    if cycle:
        file = f"areas/{framework.area_of[cycle[0]]}.yaml"
        place = ("skills", cycle[0], "prerequisites")
        blanks = {"value": " > ".join(cycle)}
        yield Finding(file, place, "prerequisite_cycle", blanks)


def _reference_findings(framework: Framework) -> Iterator[Finding]:
    for file, place, named in _references(framework):
        yield from find_unknown(file, place, named, framework.skills, "skill_unknown")
    for file, key, chosen in (
        ("framework.yaml", "default_profile", [framework.manifest.default_profile]),
        ("profession.yaml", "compared", framework.profession.compared),
    ):
        known = framework.profiles
        yield from find_unknown(file, (key,), chosen, known, "profile_unknown")


def _references(framework: Framework) -> Iterator[tuple[str, Place, Iterable[str]]]:
    """Yield every place outside areas and material that names skills."""
    for key, profile in framework.profiles.items():
        yield f"profiles/{key}.yaml", ("targets",), profile.targets
    for name in ("contexts", "trends"):
        for key, adjustment in getattr(framework, name).items():
            for part in ("levels", "weights"):
                yield f"{name}.yaml", (key, part), getattr(adjustment, part)
    for key, era in framework.eras.items():
        yield "eras.yaml", (key, "skills"), era.skills
    for key, gate in framework.production.gates.items():
        yield "production.yaml", ("gates", key, "skills"), gate.skills
    yield "production.yaml", ("market", "skills"), framework.production.market.skills
    yield "synonyms.yaml", (), framework.synonyms
    for key, duty in framework.profession.duties.items():
        yield "profession.yaml", ("duties", key, "skills"), duty.skills


def _unreachable(framework: Framework) -> Iterator[Finding]:
    reachable = reachable_levels(framework)
    for key, profile in framework.profiles.items():
        for skill, target in profile.targets.items():
            level = reachable[skill]
            if level < target.level:
                blanks = {"value": skill, "target": target.level, "level": level}
                place = ("targets", skill)
                file = f"profiles/{key}.yaml"
                yield Finding(file, place, "target_unreachable", blanks)


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
        yield from _stages(file, (key, "stages"), module)


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


def _stages(file: str, place: Place, module: Module) -> Iterator[Finding]:
    for number, stage in enumerate(module.stages):
        spot = (*place, number, "hours")
        yield from _hours(file, spot, stage.hours)
        if stage.hours > STAGE_HOURS:
            blanks = {"value": f"{stage.hours:g}", "limit": STAGE_HOURS}
            yield Finding(file, spot, "stage_too_long", blanks)
    hours = [stage.hours for stage in module.stages]
    total = sum(hours)
    if min([module.hours, *hours]) > 0 and hours and not isclose(total, module.hours):
        blanks = {"value": f"{total:g}", "hours": f"{module.hours:g}"}
        yield Finding(file, place, "stages_do_not_add_up", blanks)


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
