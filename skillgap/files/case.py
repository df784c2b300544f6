"""The framework as a CASE package, in both languages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid5

from skillgap.domain.framework import Framework
from skillgap.domain.scale import LANGUAGES, LEVELS, Language, Text

CREATOR = "skillgap"
TITLE = Text("Skills of an AI engineer", "Keterampilan AI engineer")
DESCRIPTION = Text(
    "Areas, skills and the observable acts that earn a level of each skill.",
    "Area, keterampilan, dan tindakan teramati yang menunjukkan tiap levelnya.",
)
TYPES = {
    "area": (
        Text("Competency area", "Area kompetensi"),
        Text("A group of related skills", "Kelompok keterampilan yang berkaitan"),
    ),
    "skill": (
        Text("Skill", "Keterampilan"),
        Text("What a person can do", "Apa yang dapat dilakukan seseorang"),
    ),
    "level": (
        Text("Level", "Level"),
        Text("The act that earns a level", "Tindakan yang menunjukkan suatu level"),
    ),
}


NAMESPACE = UUID("53d367e1-5311-5027-b565-19b087819f12")
DOCUMENT = "document"

Node = dict[str, Any]


def write_package(framework: Framework, language: Language, address: str) -> bytes:
    """Return the package of a language as JSON bytes.

    Args:
        framework: what is exported.
        language: of the texts.
        address: of the framework page, without a query; every URI leads there.

    """
    package = build_package(framework, language, address)
    return json.dumps(package, ensure_ascii=False, indent=1).encode("utf-8")


def build_package(framework: Framework, language: Language, address: str) -> Node:
    """Return the CFPackage of a language."""
    return _Package(framework, language, address).build()


def identify(language: Language, name: str) -> str:
    """Return the identifier of a thing in a language, the same in every version."""
    return str(uuid5(NAMESPACE, f"{language}/{name}"))


@dataclass(frozen=True)
class _Package:
    framework: Framework
    language: Language
    address: str

    def build(self) -> Node:
        return {
            "CFDocument": self.document(),
            "CFItems": [*self.areas(), *self.skills(), *self.levels()],
            "CFAssociations": [
                *self.hierarchy(),
                *self.prerequisites(),
                *self.translations(),
            ],
            "CFDefinitions": {"CFItemTypes": list(self.types())},
        }

    def head(self, name: str) -> Node:
        """Return what everything in a package has: identifier, URI, last change."""
        return {
            "identifier": identify(self.language, name),
            "uri": self.uri(self.language, name),
            "lastChangeDateTime": f"{self.framework.manifest.released}T00:00:00Z",
        }

    def uri(self, language: Language, name: str) -> str:
        """Return an address that opens the page where a thing stands, with its skill.

        ``name`` is an area, ``area.skill``, ``area.skill.level``, or has a slash.
        """
        skill = ".".join(name.split(".")[:2])
        is_page = skill in self.framework.skills and "/" not in name
        query = "?" + urlencode({"skill": skill}) if is_page else ""
        return f"{self.address}{query}#{identify(language, name)}"

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def document(self) -> Node:
        return {
            **self.head(DOCUMENT),
            "caseVersion": "1.1",
            "creator": CREATOR,
            "title": self.text(TITLE),
            "description": self.text(DESCRIPTION),
            "language": self.language,
            "version": self.framework.version,
            "officialSourceURL": self.address,
        }

    def types(self) -> Iterator[Node]:
        for place, (key, (title, description)) in enumerate(TYPES.items(), start=1):
            yield {
                **self.head(f"type/{key}"),
                "title": self.text(title),
                "description": self.text(description),
                "hierarchyCode": str(place),
                "typeCode": key,
            }

    def areas(self) -> Iterator[Node]:
        for key, area in self.framework.areas.items():
            yield self.item("area", key, area.name)

    def skills(self) -> Iterator[Node]:
        sources = self.framework.manifest.sources
        for key, skill in self.framework.skills.items():
            origin = [skill.origin, *(sources[name] for name in skill.sources)]
            yield {
                **self.item("skill", key, skill.definition),
                "abbreviatedStatement": self.text(skill.name),
                "notes": "; ".join(origin),
            }

    def levels(self) -> Iterator[Node]:
        scale = self.framework.manifest.scale
        for key in self.framework.skills:
            for level in LEVELS[1:]:
                anchor = self.framework.anchor(key, level)
                yield {
                    **self.item("level", f"{key}.{level}", anchor),
                    "abbreviatedStatement": self.text(scale[level].name),
                    "listEnumeration": str(level),
                }

    def item(self, kind: str, code: str, statement: Text) -> Node:
        title = self.text(TYPES[kind][0])
        return {
            **self.head(code),
            "fullStatement": self.text(statement),
            "humanCodingScheme": code,
            "language": self.language,
            "CFItemType": title,
            "CFItemTypeURI": self.link(self.language, f"type/{kind}", title),
        }

    def link(self, language: Language, name: str, title: str) -> Node:
        uri = self.uri(language, name)
        return {"title": title, "identifier": identify(language, name), "uri": uri}

    def hierarchy(self) -> Iterator[Node]:
        for place, (area, content) in enumerate(self.framework.areas.items(), 1):
            yield self.join("isChildOf", area, DOCUMENT, place)
            for position, skill in enumerate(content.skills, start=1):
                yield self.join("isChildOf", skill, area, position)
                for level in LEVELS[1:]:
                    yield self.join("isChildOf", f"{skill}.{level}", skill, level)

    def prerequisites(self) -> Iterator[Node]:
        for key, skill in self.framework.skills.items():
            for needed in skill.prerequisites:
                yield self.join("precedes", needed, key)

    def translations(self) -> Iterator[Node]:
        """Yield the tie to the other language's package; neither is the original."""
        (other,) = (language for language in LANGUAGES if language != self.language)
        skills = self.framework.skills
        levels = (f"{key}.{level}" for key in skills for level in LEVELS[1:])
        for name in (*self.framework.areas, *skills, *levels):
            yield self.join("isTranslationOf", name, name, other=other)

    def join(
        self,
        kind: str,
        origin: str,
        destination: str,
        place: int | None = None,
        other: Language | None = None,
    ) -> Node:
        """Return an association, into the other language's package if that is named."""
        target = self.link(other or self.language, destination, destination)
        source = self.link(self.language, origin, origin)
        return {
            **self.head(f"{kind}/{origin}/{destination}"),
            "associationType": kind,
            "originNodeURI": {**source, "targetType": "CASE"},
            "destinationNodeURI": {**target, "targetType": "CASE"},
            **({} if place is None else {"sequenceNumber": place}),
        }
