"""The confirmed mapping of a foreign spreadsheet as a small YAML."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import inf
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, suggest_name
from skillgap.files.shapes import report_shape, shape_adapter
from skillgap.files.strict_yaml import Document, read_yaml
from skillgap.files.yaml_text import OnOneLine, Quoted, write_yaml
from skillgap.sheets.files.skill_names import fold_case
from skillgap.sheets.mapping import OUT, OWN, ColumnRole, SheetMapping

_NEEDED: Mapping[str, tuple[ColumnRole, ...]] = {
    "people_in_rows": ("ratings",),
    "people_in_columns": ("skill", "ratings"),
    "long": ("skill", "level"),
    "form": ("ratings",),
    "packed": ("packed",),
}


class MappingError(Exception):
    """A file gives no mapping."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def load_mapping(path: Path, framework: Framework) -> SheetMapping:
    """Return the mapping in a file.

    Raises:
        MappingError: it cannot be opened, or is faulty.

    """
    try:
        content = path.read_bytes()
    except OSError as error:
        blanks = {"value": error.strerror or str(error)}
        problem = Problem(str(path), "file_unreadable", blanks)
        raise MappingError([problem]) from error
    mapping, problems = read_mapping(path.name, content, framework)
    if mapping is None:
        raise MappingError(problems)
    return mapping


def read_mapping(
    name: str, content: bytes, framework: Framework
) -> tuple[SheetMapping | None, tuple[Problem, ...]]:
    """Read a mapping; with a problem, each with its line, there is none."""
    document = read_yaml(name, content)
    if document.data is None and not document.problems:
        document.report(1, "mapping_empty", ())
    if document.problems:
        return None, tuple(document.problems)
    try:
        adapter = shape_adapter("sheet_mapping")
        mapping: SheetMapping = adapter.validate_python(document.data)
    except ValidationError as error:
        report_shape(document, error)
        return None, tuple(document.problems)
    _check(document, mapping, framework)
    sound = None if document.problems else mapping
    return sound, tuple(document.problems)


def _check(document: Document, mapping: SheetMapping, framework: Framework) -> None:
    _check_skills(document, mapping, framework)
    for role in _NEEDED[mapping.layout]:
        if role not in mapping.columns.values():
            place, line = ("columns",), document.line_of(("columns",))
            blanks = {"value": role, "layout": mapping.layout}
            document.report(line, "mapping_role_missing", place, **blanks)
    rows = list(mapping.header_rows)
    if not rows or rows[0] < 1 or rows not in ([rows[0]], [rows[0], rows[0] + 1]):
        place, line = ("header_rows",), document.line_of(("header_rows",))
        value = ", ".join(map(str, rows))
        document.report(line, "mapping_header_rows", place, value=value)
    if mapping.date and not _is_day(mapping.date):
        place, line = ("date",), document.line_of(("date",))
        document.report(line, "day_not_iso", place, value=mapping.date)
    low, high = mapping.scale.low, mapping.scale.high
    if (low is None) != (high is None) or (high is not None and high <= (low or 0)):
        place, line = ("scale",), document.line_of(("scale",))
        document.report(line, "mapping_scale_ends", place, value=f"{low} - {high}")


def _check_skills(
    document: Document, mapping: SheetMapping, framework: Framework
) -> None:
    taken: dict[str, str] = {}
    for name, skill in mapping.skills.items():
        place = ("skills", name)
        line = document.line_of(place)
        if skill in (OWN, OUT):
            continue
        if skill not in framework.skills:
            hint = suggest_name(skill, [*framework.skills, OWN, OUT])
            document.report(line, "skill_unknown", place, value=skill, suggestion=hint)
        first = taken.setdefault(skill, name)
        if fold_case(first) != fold_case(name):
            blanks = {"value": name, "skill": skill, "first": first}
            document.report(line, "mapping_skill_twice", place, **blanks)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def write_mapping(mapping: SheetMapping, source: str = "") -> bytes:
    """Return a mapping as YAML that ``read_mapping`` reads back as it was.

    Args:
        mapping: what the reader confirmed.
        source: the name of the file it was made for, for the comment at its head.

    """
    about = source if source and source.isprintable() else "the file"
    head = f"How to read {about}: python -m skillgap read FILE --mapping THIS"
    return write_yaml(_content(mapping), head, inf)


def _content(mapping: SheetMapping) -> dict[str, Any]:
    """Return a mapping as it is written; what is as usual is left out."""
    content: dict[str, Any] = {"layout": mapping.layout}
    for key in ("sheet", "person", "date", "date_order"):
        if value := getattr(mapping, key):
            content[key] = Quoted(value)
    content["header_rows"] = OnOneLine(mapping.header_rows)
    if mapping.layout == "form":
        content["in_brackets"] = mapping.in_brackets
    if mapping.blank_people != "faulty":
        content["blank_people"] = Quoted(mapping.blank_people)
    content["columns"] = _quote_names(mapping.columns)
    ends = {"low": mapping.scale.low, "high": mapping.scale.high}
    content["scale"] = {
        **{key: _shorten(end) for key, end in ends.items() if end is not None},
        "values": _quote_names(mapping.scale.values),
    }
    content["skills"] = _quote_names(mapping.skills)
    if mapping.rows_out:
        content["rows_out"] = OnOneLine(map(Quoted, mapping.rows_out))
    return content


def _quote_names(values: Mapping[Any, Any]) -> dict[Quoted, Any]:
    return {Quoted(name): value for name, value in values.items()}


def _shorten(end: float) -> float:
    """Return a number with six digits, a whole one without a decimal point."""
    short = float(f"{end:g}")
    return int(short) if short.is_integer() else short
