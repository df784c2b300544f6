"""Ratings packed into one cell: JSON, or a list like "Python: 3; SQL: 2"."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from skillgap.sheets.days import looks_like_day
from skillgap.sheets.header_words import header_kind, words_of
from skillgap.sheets.marks import read_mark

Pair = tuple[str, str]

MOST_PAIRS = 2000
LONGEST_LITERAL = 20_000
_PARTS = re.compile(r"[;\n|]|,(?![^(\[]*[)\]])")
_PAIR = re.compile(r"(.{1,100}?)\s*(?:[:=]|\s[-–—]\s)\s*([^:=]{1,40})", re.DOTALL)
_IN_BRACKETS = re.compile(r"(.{1,100}?)\s*[(\[]([^()\[\]]{1,40})[)\]]", re.DOTALL)


def read_packed(text: str) -> list[Pair] | None:
    """Return the skills and marks packed into a cell, None if it is no such cell.

    A skill without a mark has an empty one. An empty list means an empty cell.
    """
    plain = text.strip()
    if not plain or plain in ("{}", "[]"):
        return []
    if plain[0] in "{[":
        return _from_json(plain)
    return _from_list(plain)


def is_packed(text: str) -> bool:
    """Say whether a cell packs at least one rating: a skill with a mark."""
    if not 3 <= len(text) <= 100_000 or not re.search(r"[:={(\[–-]", text):
        return False
    if read_mark(text) or looks_like_day(text):
        return False
    pairs = read_packed(text)
    if not pairs or not all(re.search(r"[^\W\d_]", skill) for skill, _mark in pairs):
        return False
    marked = [mark for _skill, mark in pairs if mark]
    return len(marked) == len(pairs) and (
        text.lstrip()[0] in "{[" or all(read_mark(mark) for mark in marked)
    )


def _from_json(text: str) -> list[Pair] | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = _from_python(text)
    pairs = list(_pairs_of(data, 0))
    return pairs if 0 < len(pairs) <= MOST_PAIRS else None


def _from_python(text: str) -> Any:
    """Return what Python would have written as text, None if it is nothing such."""
    try:
        return ast.literal_eval(text) if len(text) <= LONGEST_LITERAL else None
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None


def _pairs_of(data: Any, depth: int) -> Iterator[Pair]:
    """Yield {"Python": 3}, {"Data": {"SQL": 2}} and [{"skill": ..., "level": ...}]."""
    if depth > 3:
        return
    if isinstance(data, list):
        for entry in data:
            if isinstance(entry, str):
                yield entry.strip(), ""
            else:
                yield from _pairs_of(entry, depth + 1)
    elif isinstance(data, dict):
        named = _named_pair(data)
        if named:
            yield named
            return
        for key, value in data.items():
            yield from _pairs_under(str(key).strip(), value, depth)


def _pairs_under(key: str, value: Any, depth: int) -> Iterator[Pair]:
    level = _level_in(value) if isinstance(value, dict) else None
    if level is not None:
        yield key, f"{level}"
    elif isinstance(value, dict | list):
        yield from _pairs_of(value, depth + 1)
    elif value is None or isinstance(value, str | int | float):
        yield key, "" if value is None else f"{value}"


def _named_pair(data: Mapping[str, Any]) -> Pair | None:
    for key, value in data.items():
        if header_kind(str(key)) in ("skill", "person") and isinstance(value, str):
            level = _level_in(data)
            return value.strip(), "" if level is None else f"{level}"
    return None


def _level_in(data: Mapping[str, Any]) -> str | int | float | None:
    levels = [
        (words_of(str(key)), value)
        for key, value in data.items()
        if header_kind(str(key)) == "level" and isinstance(value, str | int | float)
    ]
    levels.sort(key=lambda found: "confidence" in found[0])
    return levels[0][1] if levels else None


def _from_list(text: str) -> list[Pair] | None:
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if len(parts) > MOST_PAIRS:
        return None
    pairs: list[Pair] = []
    for part in parts:
        match = _PAIR.fullmatch(part) or _IN_BRACKETS.fullmatch(part)
        if match and read_mark(match[2]):
            pairs.append((match[1].strip(), match[2].strip()))
        else:
            pairs.append((part, ""))
    return pairs
