"""The YAML in which a reader says what the words of resumes mean."""

from collections.abc import Iterator

from pydantic import ValidationError

from skillgap.domain.framework import Framework
from skillgap.domain.hiring.resume_words import ResumeMapping
from skillgap.domain.problems import Problem, suggest_name
from skillgap.files.hiring.yaml_text import write_yaml
from skillgap.files.shapes import report_shape, shape_adapter
from skillgap.files.strict_yaml import read_yaml


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
