"""Small frameworks in tests, shown as tables of skills, modules and targets."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from skillgap.domain.framework import (
    Area,
    Framework,
    Manifest,
    MarketClaim,
    NamedLevel,
    Production,
    Profession,
    Profile,
    Skill,
    Target,
)
from skillgap.domain.learning import Confirmation, Module, Resource
from skillgap.domain.scale import LEVELS, Text
from tests.tables import rows

NO_MODULES = "module lifts needs hours"
NO_TARGETS = "skill target weight"


def both(text: str) -> Text:
    """Return a text that reads the same in both languages."""
    return Text(text, text)


def small_framework(
    skills: str,
    modules: str = NO_MODULES,
    targets: str = NO_TARGETS,
    resources: Mapping[str, Resource] | None = None,
) -> Framework:
    """Return a framework of which tables show what matters.

    Args:
        skills: ``skill`` (``area.name``), ``builds_on`` (skills, parted by commas).
        modules: ``module``, ``lifts`` (``a.git:0-2,a.sql:0-2``), ``needs``
            (``a.sql:2``), ``hours``, and ``resources`` where they matter.
        targets: ``skill``, ``target``, ``weight`` of the one profile ``p``.
        resources: by id.

    """
    areas = _areas(rows(skills))
    empty: dict[str, Any] = {each.name: {} for each in fields(Framework)}
    return Framework(
        **{
            **empty,
            "manifest": _manifest(tuple(areas)),
            "areas": areas,
            "profiles": {"p": profile(targets)},
            "profession": _profession(),
            "production": _production(),
            "modules": {m["module"]: _module(m) for m in rows(modules)},
            "resources": resources or {},
        }
    )


def profile(targets: str) -> Profile:
    """Return a profile from a table ``skill target weight``."""
    asked = {r["skill"]: Target(r["target"], r["weight"]) for r in rows(targets)}
    return Profile(both("P"), "specialization", both("focus"), asked)


def resource(
    levels: tuple[int, int],
    *skills: str,
    language: str = "en",
    cost: str = "free",
    hours: float = 2.0,
    translation: str = "none",
) -> Resource:
    """Return a resource for a step of some skills."""
    where = Confirmation("seen", "the page", "2026-11-23")
    return Resource(
        "Title", "https://example.org/", "Example", language,  # type: ignore[arg-type]
        "doc", cost, hours, levels, skills, where, translation,  # type: ignore[arg-type]
    )  # fmt: skip


def _areas(skills: Iterable[Mapping[str, Any]]) -> dict[str, Area]:
    found: dict[str, dict[str, Skill]] = {}
    for row in skills:
        anchors = {level: both(f"Did {level}") for level in LEVELS[1:]}
        builds_on = tuple(filter(None, row["builds_on"].split(",")))
        name = both(row["skill"])
        skill = Skill(name, name, builds_on, "origin", ("S",), anchors)
        found.setdefault(row["skill"].split(".")[0], {})[row["skill"]] = skill
    return {key: Area(both(key), "technical", skills) for key, skills in found.items()}


def _module(row: Mapping[str, Any]) -> Module:
    lifts = dict(_step(part) for part in row["lifts"].split(","))
    needs = dict(part.split(":") for part in filter(None, row["needs"].split(",")))
    return Module(
        title=both(row["module"]),
        lifts=lifts,  # type: ignore[arg-type]
        hours=float(row["hours"]),
        outcome=both("outcome"),
        practice=both("practice"),
        proof=both("proof"),
        resources=tuple(filter(None, row.get("resources", "").split(","))),
        prerequisites={s: int(v) for s, v in needs.items()},  # type: ignore[misc]
    )


def _step(text: str) -> tuple[str, tuple[int, int]]:
    skill, step = text.split(":")
    start, to = map(int, step.split("-"))
    return skill, (start, to)


def _manifest(areas: tuple[str, ...]) -> Manifest:
    scale = {level: NamedLevel(both("level"), both("anchor")) for level in LEVELS}
    return Manifest("1.0.0", "2026-11-25", scale, areas, ("p",), "p", {"S": "a source"})


def _production() -> Production:
    return Production(both("rule"), {}, MarketClaim(both("claim"), both("use"), ()))


def _profession() -> Profession:
    return Profession(both("lead"), {}, {}, ("p", "p"), both("production"))
