"""The shape of each framework file, and the problems of one that has another."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from skillgap.domain.framework import (
    Adjustment,
    Area,
    Era,
    Manifest,
    Production,
    Profession,
    Profile,
)
from skillgap.domain.learning import Check, Foil, Module, Resource
from skillgap.domain.parameters import EstimateParameters, Seniority, Simulation
from skillgap.domain.problems import shorten_value, suggest_name
from skillgap.domain.scale import Text
from skillgap.files.strict_yaml import Document, Place

SHAPES: dict[str, Any] = {
    "framework": Manifest,
    "area": Area,
    "profile": Profile,
    "contexts": dict[str, Adjustment],
    "trends": dict[str, Adjustment],
    "seniority": dict[str, Seniority],
    "eras": dict[str, Era],
    "profession": Profession,
    "production": Production,
    "estimate": EstimateParameters,
    "simulation": Simulation,
    "modules": dict[str, Module],
    "resources": dict[str, Resource],
    "checks": dict[str, Check],
    "foils": dict[str, Foil],
    "terms": dict[str, Text],
    "synonyms": dict[str, tuple[str, ...]],
}


def add_shapes(shapes: Mapping[str, Any]) -> None:
    """Let a feature's kinds of files be known; adding them again changes nothing."""
    SHAPES.update(shapes)


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
            case "missing" if isinstance(key, int):
                if key == len(detail["input"]):
                    _report_kind(document, place[:-1], detail)
            case "missing" | "missing_argument":
                document.report(line, "key_missing", place[:-1], value=key)
            case "unexpected_keyword_argument" | "extra_forbidden" | "invalid_key":
                hint = suggest_name(str(key), _field_names())
                document.report(line, "key_unknown", place, value=key, suggestion=hint)
            case "literal_error":
                value = shorten_value(str(detail["input"]))
                choice = detail["ctx"]["expected"].replace(" or ", ", ")
                document.report(
                    line, "value_not_allowed", place, value=value, expected=choice
                )
            case _:
                _report_kind(document, place, detail)


def _report_kind(document: Document, place: Place, detail: Mapping[str, Any]) -> None:
    value = shorten_value(json.dumps(detail["input"], ensure_ascii=False))
    line, kind = document.line_of(place), detail["type"]
    document.report(line, "value_wrong_kind", place, value=value, expected=kind)


@cache
def _field_names() -> frozenset[str]:
    """Every field name of the shapes, to guess what a misspelt one meant."""
    names: set[str] = set()
    for shape in SHAPES:
        schema = shape_adapter(shape).json_schema()
        for part in [schema, *schema.get("$defs", {}).values()]:
            names |= set(part.get("properties", {}))
    return frozenset(names)
