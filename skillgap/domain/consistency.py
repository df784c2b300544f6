"""Whether the parts of a framework fit together: names, levels, chains of modules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from skillgap.domain.framework import LEVELS, Framework, Module, Text, fits_step
from skillgap.domain.prerequisites import reachable_levels, skill_cycle
from skillgap.domain.problems import suggest_name

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """A contradiction inside the framework.

    ``file`` is relative to the competencies folder, ``place`` the keys that lead to
    the spot in it.
    """

    file: str
    place: Place
    code: str
    values: dict[str, object]


def check_framework(framework: Framework, known: set[str]) -> list[Finding]:
    """Return everything that does not fit together.

    ``known`` are skill ids that exist although their entry was unreadable: they are
    reported already, so a reference to them is no second problem.
    """
    names = known | set(framework.skills)
    findings = [
        *_empty_texts(framework),
        *_skill_findings(framework, names),
        *_reference_findings(framework, names),
        *_resource_findings(framework),
        *_module_findings(framework, names),
    ]
    return findings if findings else list(_unreachable(framework))


def _unknown(
    file: str, place: Place, values: Iterable[str], known: Iterable[str], code: str
) -> Iterator[Finding]:
    names = set(known)
    for value in values:
        if value not in names:
            blanks = {"value": value, "suggestion": suggest_name(value, names)}
            yield Finding(file, (*place, value), code, blanks)


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
    for name in ("contexts", "trends", "eras"):
        for key, entry in getattr(framework, name).items():
            yield f"{name}.yaml", (key,), entry
    yield "production.yaml", (), framework.production
    for key, module in framework.modules.items():
        yield module_file(module), (key,), module


def _texts(entry: object, path: Place = ()) -> Iterator[tuple[Place, Text]]:
    if isinstance(entry, Text):
        yield path, entry
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from _texts(value, (*path, key))
    elif is_dataclass(entry):
        for each in fields(entry):
            yield from _texts(getattr(entry, each.name), (*path, each.name))


def _skill_findings(framework: Framework, names: set[str]) -> Iterator[Finding]:
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
            spot = (*place, "prerequisites")
            yield from _unknown(file, spot, skill.prerequisites, names, "skill_unknown")
            sources = framework.manifest.sources
            spot = (*place, "sources")
            yield from _unknown(file, spot, skill.sources, sources, "source_unknown")
    cycle = list(skill_cycle(framework.skills))
    if cycle:
        area = framework.area_of[cycle[0]]
        spot = ("skills", cycle[0], "prerequisites")
        blanks = {"value": " > ".join(cycle)}
        yield Finding(f"areas/{area}.yaml", spot, "prerequisite_cycle", blanks)


def _reference_findings(framework: Framework, names: set[str]) -> Iterator[Finding]:
    for key, profile in framework.profiles.items():
        file = f"profiles/{key}.yaml"
        yield from _unknown(file, ("targets",), profile.targets, names, "skill_unknown")
    for name in ("contexts", "trends"):
        for key, adjustment in getattr(framework, name).items():
            for part in ("levels", "weights"):
                spot = (key, part)
                skills = getattr(adjustment, part)
                yield from _unknown(f"{name}.yaml", spot, skills, names, "skill_unknown")
    for key, era in framework.eras.items():
        spot = (key, "skills")
        yield from _unknown("eras.yaml", spot, era.skills, names, "skill_unknown")
    for key, gate in framework.production.gates.items():
        spot = ("gates", key, "skills")
        yield from _unknown("production.yaml", spot, gate.skills, names, "skill_unknown")
    manifest = framework.manifest
    for key, duty in manifest.duties.items():
        spot = ("duties", key, "skills")
        yield from _unknown("framework.yaml", spot, duty.skills, names, "skill_unknown")
    chosen = [manifest.default_profile]
    spot = ("default_profile",)
    profiles = framework.profiles
    yield from _unknown("framework.yaml", spot, chosen, profiles, "profile_unknown")
    for key, resource in framework.resources.items():
        file = resource_file(resource.skills)
        yield from _unknown(file, (key, "skills"), resource.skills, names, "skill_unknown")


def _resource_findings(framework: Framework) -> Iterator[Finding]:
    for key, resource in framework.resources.items():
        file = resource_file(resource.skills)
        low, high = resource.levels
        if low >= high:
            yield Finding(file, (key, "levels"), "step_not_upward", {"value": f"{low}, {high}"})
        if not resource.url.startswith(("https://", "http://")):
            yield Finding(file, (key, "url"), "url_not_web", {"value": resource.url})
        if resource.hours <= 0:
            yield Finding(file, (key, "hours"), "hours_not_positive", {"value": resource.hours})


def _module_findings(framework: Framework, names: set[str]) -> Iterator[Finding]:
    for key, module in framework.modules.items():
        file = module_file(module)
        yield from _unknown(file, (key, "lifts"), module.lifts, names, "skill_unknown")
        needs = module.prerequisites
        spot = (key, "prerequisites")
        yield from _unknown(file, spot, needs, names, "skill_unknown")
        spot = (key, "resources")
        known = framework.resources
        yield from _unknown(file, spot, module.resources, known, "resource_unknown")
        for skill, (low, high) in module.lifts.items():
            if low >= high:
                spot = (key, "lifts", skill)
                yield Finding(file, spot, "step_not_upward", {"value": f"{low}, {high}"})
        for resource in module.resources:
            if resource in known and not serves(framework, module, resource):
                spot = (key, "resources", resource)
                yield Finding(file, spot, "resource_does_not_fit", {"value": resource})
        if module.hours <= 0:
            yield Finding(file, (key, "hours"), "hours_not_positive", {"value": module.hours})


def serves(framework: Framework, module: Module, resource: str) -> bool:
    """Say whether a resource names a lifted skill and fits its step."""
    offered = framework.resources[resource]
    return any(
        skill in offered.skills and fits_step(offered.levels, start, to)
        for skill, (start, to) in module.lifts.items()
    )


def _unreachable(framework: Framework) -> Iterator[Finding]:
    reachable = reachable_levels(framework)
    for key, profile in framework.profiles.items():
        for skill, target in profile.targets.items():
            if reachable[skill] < target.level:
                blanks = {"value": skill, "target": target.level, "level": reachable[skill]}
                spot = ("targets", skill)
                yield Finding(f"profiles/{key}.yaml", spot, "target_unreachable", blanks)


def module_file(module: Module) -> str:
    """Return the file a module stands in: that of the area of its first skill."""
    return f"modules/{next(iter(module.lifts)).split('.')[0]}.yaml"


def resource_file(skills: tuple[str, ...]) -> str:
    """Return the file a resource stands in: that of the area of its first skill."""
    return f"resources/{skills[0].split('.')[0]}.yaml"
