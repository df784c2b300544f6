"""The shape of each framework file, and the problems of one that has another."""

import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from skillgap.domain import (
    framework,
    learning,
    parameters,
    resume_words,
    role_needs,
    scale,
)
from skillgap.domain.framework import (
    Adjustment,
    Area,
    Era,
    Manifest,
    Production,
    Profile,
)
from skillgap.domain.learning import Check, Foil, Module, Resource
from skillgap.domain.parameters import EstimateParameters, Simulation
from skillgap.domain.problems import suggest_name
from skillgap.domain.resume_words import ResumeMapping
from skillgap.domain.role_needs import RoleNeeds
from skillgap.domain.scale import Text
from skillgap.files.strict_yaml import Document, Place

SHAPES: Mapping[str, Any] = {
    "framework": Manifest,
    "area": Area,
    "profile": Profile,
    "role_needs": RoleNeeds,
    "resume_mapping": ResumeMapping,
    "contexts": dict[str, Adjustment],
    "trends": dict[str, Adjustment],
    "eras": dict[str, Era],
    "production": Production,
    "estimate": EstimateParameters,
    "simulation": Simulation,
    "modules": dict[str, Module],
    "resources": dict[str, Resource],
    "checks": dict[str, Check],
    "foils": dict[str, Foil],
    "terms": dict[str, Text],
}


# The domain's dataclasses know nothing of pydantic; at this edge an unknown key is an
# error, and pydantic looks for that wish on the class.
for _module in (parameters, framework, learning, resume_words, role_needs, scale):
    for _shape in vars(_module).values():
        if is_dataclass(_shape):
            setattr(_shape, "__pydantic_config__", {"extra": "forbid"})  # noqa: B010


@cache
def shape_adapter(shape: str) -> TypeAdapter[Any]:
    """Return what validates a kind of file."""
    return TypeAdapter(SHAPES[shape])


def place_of(location: tuple[int | str, ...]) -> Place:
    """Return pydantic's location without the mark it gives to keys."""
    return tuple(key for key in location if key != "[key]")


def report_shape(document: Document, error: ValidationError) -> None:
    """Add every difference from the shape to the document's problems."""
    for detail in error.errors():
        place = place_of(detail["loc"])
        line = document.line_of(place)
        key = place[-1] if place else ""
        match detail["type"]:
            case "missing" | "missing_argument":
                document.report(line, "key_missing", place[:-1], value=key)
            case "unexpected_keyword_argument" | "extra_forbidden":
                wanted = suggest_name(str(key), _field_names())
                document.report(
                    line, "key_unknown", place, value=key, suggestion=wanted
                )
            case "literal_error":
                blanks = {
                    "value": detail["input"],
                    "expected": detail["ctx"]["expected"],
                }
                document.report(line, "value_not_allowed", place, **blanks)
            case _:
                blanks = {"value": _short(detail["input"]), "expected": _kind(detail)}
                document.report(line, "value_wrong_kind", place, **blanks)


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else text[:39] + "…"


def _kind(detail: Mapping[str, Any]) -> str:
    return str(detail["type"]).removesuffix("_type").removesuffix("_parsing")


@cache
def _field_names() -> frozenset[str]:
    """Every field name of the shapes, to guess what a misspelt one meant."""
    names: set[str] = set()
    for shape in SHAPES:
        schema = shape_adapter(shape).json_schema()
        for part in [schema, *schema.get("$defs", {}).values()]:
            names |= set(part.get("properties", {}))
    return frozenset(names)
