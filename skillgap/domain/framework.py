"""The things the framework names: areas, skills, profiles, eras, production gates.

Each type mirrors one YAML shape of ``competencies/``; the key of a mapping is the
permanent id. ``competencies/README.md`` explains how to write one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from skillgap.domain.learning import Check, Foil, Module, Resource
from skillgap.domain.parameters import EstimateParameters, Seniority, Simulation
from skillgap.domain.scale import Change, Level, Text, Weight
from skillgap.domain.shape import Shape


@dataclass(frozen=True)
class NamedLevel(Shape):
    """A level of the scale: its name and what it means for every skill."""

    name: Text
    anchor: Text


@dataclass(frozen=True)
class Skill(Shape):
    """One skill: what it is, what it builds on, and the act that earns each level.

    ``anchors`` has the levels 1 to 5; level 0 is shared and stands in the scale.
    """

    name: Text
    definition: Text
    prerequisites: tuple[str, ...]
    origin: str
    sources: tuple[str, ...]
    anchors: Mapping[Level, Text]


@dataclass(frozen=True)
class Area(Shape):
    """A competency area and its skills, in the order they are asked."""

    name: Text
    kind: Literal["technical", "human"]
    skills: Mapping[str, Skill]


@dataclass(frozen=True)
class Target(Shape):
    """What a profile asks of one skill: a level, how much it weighs, and why."""

    level: Level
    weight: Weight
    reason: Text | None = None


@dataclass(frozen=True)
class Profile(Shape):
    """A table of targets: a specialization of AI engineering, or a profession."""

    name: Text
    kind: Literal["specialization", "profession"]
    focus: Text
    targets: Mapping[str, Target]
    reading: Text | None = None


@dataclass(frozen=True)
class Adjustment(Shape):
    """A career context or a trend: small changes of target levels and weights."""

    name: Text
    why: Text
    levels: Mapping[str, Change]
    weights: Mapping[str, Change]


@dataclass(frozen=True)
class Era(Shape):
    """A period of the profession: what it was, and the skills that mark it."""

    name: Text
    was: Text
    skills: tuple[str, ...]
    reading: Text


@dataclass(frozen=True)
class Gate(Shape):
    """One demand of production, never averaged into a fit."""

    claim: Text
    meaning: Text
    skills: tuple[str, ...]
    level: Level


@dataclass(frozen=True)
class MarketClaim(Shape):
    """A claim of an article about pay, to be shown as the article's."""

    claim: Text
    use: Text
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Production(Shape):
    """What production asks: the gates, the rule that joins them, the pay claim."""

    rule: Text
    gates: Mapping[str, Gate]
    market: MarketClaim


@dataclass(frozen=True)
class Duty(Shape):
    """One of the four things an AI engineer does, and the skills it takes."""

    name: Text
    what: Text
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Pier(Shape):
    """What the bridge between research and product stands on, from one to the other."""

    name: Text
    what: Text


@dataclass(frozen=True)
class Profession(Shape):
    """What the job is.

    ``compared`` are the two profiles a reader sees side by side at first.
    """

    lead: Text
    duties: Mapping[str, Duty]
    bridge: Mapping[str, Pier]
    compared: tuple[str, str]
    production: Text


@dataclass(frozen=True)
class Manifest(Shape):
    """``framework.yaml``: version, scale, reading order and sources.

    ``released`` is the ISO date of the version; exports carry it as their last change.
    """

    version: str
    released: str
    scale: Mapping[Level, NamedLevel]
    areas: tuple[str, ...]
    profiles: tuple[str, ...]
    default_profile: str
    sources: Mapping[str, str]


@dataclass(frozen=True)
class Framework:
    """The whole of ``competencies/``, in reading order."""

    manifest: Manifest
    areas: Mapping[str, Area]
    profiles: Mapping[str, Profile]
    contexts: Mapping[str, Adjustment]
    trends: Mapping[str, Adjustment]
    seniorities: Mapping[str, Seniority]
    eras: Mapping[str, Era]
    profession: Profession
    production: Production
    estimate: EstimateParameters
    simulation: Simulation
    modules: Mapping[str, Module]
    resources: Mapping[str, Resource]
    checks: Mapping[str, Check]
    foils: Mapping[str, Foil]
    terms: Mapping[str, Text]
    synonyms: Mapping[str, tuple[str, ...]]

    @property
    def version(self) -> str:
        """The framework version, a SemVer text."""
        return self.manifest.version

    @cached_property
    def skills(self) -> dict[str, Skill]:
        """Every skill by id, area after area."""
        return {
            key: skill
            for area in self.areas.values()
            for key, skill in area.skills.items()
        }

    @cached_property
    def area_of(self) -> dict[str, str]:
        """The area id of every skill id."""
        return {
            key: area for area, content in self.areas.items() for key in content.skills
        }

    def anchor(self, skill: str, level: Level) -> Text:
        """Return the act that earns a level of a skill; all skills share level 0."""
        if level == 0:
            return self.manifest.scale[0].anchor
        return self.skills[skill].anchors[level]

    def profiles_of(self, kind: str) -> Iterator[tuple[str, Profile]]:
        """Yield the profiles of one kind in reading order."""
        return ((key, p) for key, p in self.profiles.items() if p.kind == kind)
