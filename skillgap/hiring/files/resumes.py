"""JSON Resume files, and the YAML that says what their words mean."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from pydantic import ValidationError

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.domain.scale import Level
from skillgap.files.shapes import report_shape, shape_adapter
from skillgap.files.strict_yaml import read_yaml
from skillgap.files.yaml_text import write_yaml
from skillgap.hiring.resume_words import (
    ResumeMapping,
    UnmappedTerm,
    fold_term,
    suggest_level,
    suggest_skills,
)


def read_resume_mapping(
    name: str, content: bytes, framework: Framework
) -> tuple[ResumeMapping, tuple[Problem, ...]]:
    """Read a mapping from YAML: ``skills`` and ``levels``; an empty one if faulty."""
    document = read_yaml(name, content)
    try:
        adapter = shape_adapter("resume_mapping")
        mapping: ResumeMapping = adapter.validate_python(document.data or {})
    except ValidationError as error:
        report_shape(document, error)
        return ResumeMapping(), tuple(document.problems)
    for term, skill in _unknown_skills(mapping, framework):
        place = ("skills", term)
        hint = suggest_name(skill, framework.skills)
        line = document.line_of(place)
        document.report(line, "skill_unknown", place, value=skill, suggestion=hint)
    sound = ResumeMapping() if document.problems else mapping
    return sound, tuple(document.problems)


def write_resume_mapping(mapping: ResumeMapping) -> bytes:
    """Return a mapping as YAML bytes; reading them gives the same mapping."""
    return write_yaml({"skills": dict(mapping.skills), "levels": dict(mapping.levels)})


def _unknown_skills(
    mapping: ResumeMapping, framework: Framework
) -> Iterator[tuple[str, str]]:
    for term, skill in mapping.skills.items():
        if skill and skill not in framework.skills:
            yield term, skill


MAX_BYTES = 1024 * 1024
MAX_TERMS = 200


@dataclass(frozen=True, eq=False)
class ResumeReading:
    """One resume: ``ratings`` as in ``empty_ratings``, None if the file is faulty."""

    name: str
    ratings: pd.DataFrame | None
    problems: tuple[Problem, ...]
    to_map: tuple[UnmappedTerm, ...] = ()


@dataclass(frozen=True)
class _Term:
    """A skill name or keyword of a resume, and the level word beside it."""

    text: str
    level: str


def read_resume(
    source: str,
    content: bytes,
    framework: Framework,
    mapping: ResumeMapping,
    today: str,
) -> ResumeReading:
    """Read one resume; levels count as claimed.

    Args:
        source: the file's name, for messages and as the person's id.
        content: UTF-8 JSON.
        framework: the skills words may be mapped to.
        mapping: what the words mean.
        today: ISO date of ratings if the resume says no ``meta.lastModified``.

    """
    data = _parse(source, content)
    if isinstance(data, Problem):
        return ResumeReading("", None, (data,))
    terms = _read_terms(source, data["skills"])
    if isinstance(terms, Problem):
        return ResumeReading("", None, (terms,))
    name = str(_mapping(data.get("basics")).get("name") or "").strip()
    found, problems = _rate(source, terms, mapping)
    same = {
        "person_id": source.rsplit(".", 1)[0],
        "name": name,
        "rated_on": _modified(data) or today,
        "framework": framework.version,
    }
    rows = [{**same, **_row(skill, *pair)} for skill, pair in found.items()]
    ratings = pd.DataFrame(rows, columns=list(RATING_COLUMNS)).astype({"level": float})
    to_map = tuple(_unmapped(source, terms, framework, mapping))
    return ResumeReading(name, ratings, problems, to_map)


def _parse(source: str, content: bytes) -> dict[str, Any] | Problem:
    if len(content) > MAX_BYTES:
        return Problem(source, "file_too_large", {"limit": MAX_BYTES // 1024 // 1024})
    try:
        data = json.loads(content.decode("utf-8-sig"))
        # An escaped half of a sign is JSON, and no text any place could keep.
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        return Problem(source, "resume_not_utf8")
    except (ValueError, RecursionError) as error:
        return Problem(source, "resume_not_json", {"value": str(error)[:80]})
    if not isinstance(data, dict) or not isinstance(data.get("skills"), list):
        return Problem(source, "resume_without_skills")
    return data


def _read_terms(source: str, entries: Sequence[object]) -> list[_Term] | Problem:
    """Return every word with a level once, or the first entry of another shape."""
    found: dict[tuple[str, str], _Term] = {}
    for position, entry in enumerate(entries, start=1):
        words = _terms_of(entry)
        if words is None:
            return Problem(source, "resume_entry_faulty", {"value": position})
        level = str(_mapping(entry).get("level") or "").strip()
        for word in words:
            found.setdefault((fold_term(word), fold_term(level)), _Term(word, level))
    if len(found) > MAX_TERMS:
        return Problem(source, "resume_too_long", {"limit": MAX_TERMS})
    return list(found.values())


def _terms_of(entry: object) -> list[str] | None:
    """Return name and keywords of an entry, None if it has another shape."""
    keywords = _mapping(entry).get("keywords") or []
    if not isinstance(keywords, list):
        return None
    words = [_mapping(entry).get("name"), *keywords]
    texts = [word.strip() for word in words if isinstance(word, str)]
    return texts if len(texts) == len(words) and all(texts) else None


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _modified(data: Mapping[str, Any]) -> str:
    """Return the day a resume says it was changed, an empty text if it says none."""
    day = str(_mapping(data.get("meta")).get("lastModified") or "")[:10]
    try:
        sound = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day, re.ASCII)
        return date.fromisoformat(day).isoformat() if sound else ""
    except ValueError:
        return ""


def _rate(
    source: str, terms: Sequence[_Term], mapping: ResumeMapping
) -> tuple[dict[str, tuple[_Term, Level]], tuple[Problem, ...]]:
    """Return the term and level of each mapped skill; contradictions stay unknown."""
    found: dict[str, tuple[_Term, Level]] = {}
    faulty: dict[str, Problem] = {}
    for term in terms:
        skill, level = mapping.skill_of(term.text), mapping.level_of(term.level)
        if not skill or level is None:
            continue
        first, known = found.setdefault(skill, (term, level))
        if known != level:
            blanks = {"value": first.text, "other": term.text, "skill": skill}
            faulty[skill] = Problem(source, "resume_contradicts", blanks)
    kept = {skill: pair for skill, pair in found.items() if skill not in faulty}
    return kept, tuple(faulty.values())


def _row(skill: str, term: _Term, level: Level) -> dict[str, object]:
    said = f"{term.text}: {term.level}" if term.level else term.text
    rating = {"skill": skill, "level": level, "basis": "claimed", "note": said}
    return {**rating, **dict.fromkeys(("team", "profile", "evidence"), "")}


def _unmapped(
    source: str, terms: Sequence[_Term], framework: Framework, mapping: ResumeMapping
) -> Iterator[UnmappedTerm]:
    """Yield each word and each level word that the mapping does not know, once."""
    for text in {fold_term(term.text): term.text for term in terms}.values():
        if mapping.skill_of(text) is None:
            yield UnmappedTerm(source, "skill", text, suggest_skills(text, framework))
    ours = [term for term in terms if mapping.skill_of(term.text) != ""]
    for level in {fold_term(term.level): term.level for term in ours}.values():
        if mapping.level_of(level) is None:
            yield UnmappedTerm(source, "level", level, suggest_level(level, framework))
