"""Whether the parts of a framework fit together: names, levels, chains of modules."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass

from skillgap.domain.findings import (
    Finding,
    Place,
    find_bad_day,
    find_unknown,
    material_file,
    misses_unread,
)
from skillgap.domain.framework import Framework
from skillgap.domain.material import check_material
from skillgap.domain.prerequisites import reachable_levels, skill_cycle
from skillgap.domain.scale import LEVELS, Text
from skillgap.domain.sheets.skill_synonyms import find_torn_synonyms


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
    chosen, profiles = [framework.manifest.default_profile], framework.profiles
    place = ("default_profile",)
    yield from find_unknown(
        "framework.yaml", place, chosen, profiles, "profile_unknown"
    )


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
    for key, duty in framework.manifest.duties.items():
        yield "framework.yaml", ("duties", key, "skills"), duty.skills


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
