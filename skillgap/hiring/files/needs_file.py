"""The YAML of a role's needs: a profile with must-haves, a day, and its changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from skillgap.domain.findings import Place, find_bad_day
from skillgap.domain.framework import Framework, Target
from skillgap.domain.problems import Problem, suggest_name
from skillgap.domain.scale import Text
from skillgap.files.shapes import report_shape, shape_adapter
from skillgap.files.strict_yaml import Document, read_yaml
from skillgap.files.yaml_text import write_yaml
from skillgap.hiring.needs import RoleNeeds


@dataclass(frozen=True)
class NeedsReading:
    """The needs of a file, or None and every problem of it."""

    needs: RoleNeeds | None
    problems: tuple[Problem, ...]


def read_role_needs(name: str, content: bytes, framework: Framework) -> NeedsReading:
    """Read a role's needs.

    Args:
        name: the file's name, for messages only.
        content: UTF-8 YAML in the format of a profile, plus ``must_have`` (skills
            among the targets), ``fixed_on`` and ``changes``.
        framework: the skills the needs may name.

    """
    document = read_yaml(name, content)
    if document.data is None:
        if not document.problems:
            document.report(1, "needs_empty", ())
        return NeedsReading(None, tuple(document.problems))
    try:
        needs: RoleNeeds = shape_adapter("role_needs").validate_python(document.data)
    except ValidationError as error:
        report_shape(document, error)
        return NeedsReading(None, tuple(document.problems))
    _check(document, needs, framework)
    sound = None if document.problems else needs
    return NeedsReading(sound, tuple(document.problems))


def _check(document: Document, needs: RoleNeeds, framework: Framework) -> None:
    for place, targets, must_have in _contents(needs):
        _check_targets(document, place, list(targets), framework)
        _check_must_haves(document, place, must_have, set(targets))
    _check_days(document, needs)
    for position, change in enumerate(needs.changes):
        spot: Place = ("changes", position, "reason")
        if not change.reason.strip():
            document.report(document.line_of(spot), "needs_reason_missing", spot)


def _contents(
    needs: RoleNeeds,
) -> Iterator[tuple[Place, dict[str, Target], tuple[str, ...]]]:
    yield (), dict(needs.targets), needs.must_have
    for position, change in enumerate(needs.changes):
        yield ("changes", position), dict(change.targets), change.must_have


def _check_targets(
    document: Document, place: Place, skills: list[str], framework: Framework
) -> None:
    if not skills:
        spot = (*place, "targets")
        document.report(document.line_of(spot), "needs_without_skills", spot)
    for skill in skills:
        if skill not in framework.skills:
            spot = (*place, "targets", skill)
            hint = suggest_name(skill, framework.skills)
            line = document.line_of(spot)
            document.report(line, "skill_unknown", spot, value=skill, suggestion=hint)


def _check_must_haves(
    document: Document, place: Place, must_have: tuple[str, ...], skills: set[str]
) -> None:
    for position, skill in enumerate(must_have):
        spot = (*place, "must_have", position)
        line = document.line_of((*place, "must_have", skill))
        if skill in must_have[:position]:
            document.report(line, "must_have_repeated", spot, value=skill)
        elif skill not in skills:
            hint = suggest_name(skill, skills)
            document.report(
                line, "must_have_not_asked", spot, value=skill, suggestion=hint
            )


def _check_days(document: Document, needs: RoleNeeds) -> None:
    """Report days that are no dates, out of order, or changes of open needs."""
    days: list[tuple[Place, str]] = [(("fixed_on",), needs.fixed_on)]
    days += [(("changes", n, "day"), c.day) for n, c in enumerate(needs.changes)]
    if not needs.fixed_on and not needs.changes:
        return
    before = ""
    for place, day in days:
        line = document.line_of(place)
        for finding in find_bad_day(document.name, place, day):
            document.report(line, "day_not_iso", place, **finding.values)
            return
        if day < before:
            document.report(line, "needs_change_early", place, value=day, before=before)
        before = day


def write_role_needs(needs: RoleNeeds) -> bytes:
    """Return the needs as YAML bytes; reading them gives the same needs."""
    content: dict[str, Any] = {
        "name": _text(needs.name),
        "kind": needs.kind,
        "focus": _text(needs.focus),
    }
    if needs.reading:
        content["reading"] = _text(needs.reading)
    content |= _demand(needs.targets, needs.must_have)
    content["fixed_on"] = needs.fixed_on
    content["changes"] = [
        {"day": c.day, "reason": c.reason, **_demand(c.targets, c.must_have)}
        for c in needs.changes
    ]
    return write_yaml(content)


def _text(text: Text) -> dict[str, str]:
    return {"en": text.en, "id": text.id}


def _demand(targets: Any, must_have: tuple[str, ...]) -> dict[str, Any]:
    return {
        "targets": {skill: _target(target) for skill, target in targets.items()},
        "must_have": list(must_have),
    }


def _target(target: Target) -> dict[str, Any]:
    found: dict[str, Any] = {"level": target.level, "weight": target.weight}
    if target.reason:
        found["reason"] = _text(target.reason)
    return found
