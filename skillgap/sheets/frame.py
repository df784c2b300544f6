"""A table with the role of each column; every later step works on it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from skillgap.domain.problems import Question
from skillgap.domain.sheet import Sheet, column_letter
from skillgap.sheets.columns import describe_columns
from skillgap.sheets.form_headers import FormHeader, part_headers
from skillgap.sheets.header import Header, build_header
from skillgap.sheets.mapping import ColumnRole, LayoutName, SheetMapping
from skillgap.sheets.private_values import drop_private


@dataclass(frozen=True)
class SkillName:
    """A skill as the file names it; ``section`` is the area it stands under."""

    name: str
    section: str = ""


def name_skill(name: str, section: str, instead: str) -> SkillName:
    """Return the name of a skill without addresses and secrets in it.

    Args:
        name: what the file says; a blank one stays blank.
        section: the area it stands under.
        instead: what to call it if nothing is left of the name.

    """
    clean = drop_private(name) or (instead if name else "")
    return SkillName(clean, drop_private(section))


@dataclass(frozen=True)
class Frame:
    """A sheet with the role of each of its columns.

    ``reasons`` says for a column left out why; ``form`` has the parted headers of a
    form. ``person`` is whose ratings these are if no column says; with ``fills_down`` a
    blank person is the one of the row above.
    """

    sheet: Sheet
    header: Header
    layout: LayoutName
    roles: tuple[ColumnRole, ...]
    reasons: Mapping[int, str] = field(default_factory=dict)
    form: Mapping[int, FormHeader] = field(default_factory=dict)
    in_brackets: Literal["skill", "person"] = "skill"
    person: str = ""
    fills_down: bool = False

    def columns(self, role: ColumnRole) -> tuple[int, ...]:
        """Return the columns of a role."""
        return self._by_role.get(role, ())

    @cached_property
    def _by_role(self) -> dict[ColumnRole, tuple[int, ...]]:
        found: dict[ColumnRole, list[int]] = {}
        for column, role in enumerate(self.roles):
            found.setdefault(role, []).append(column)
        return {role: tuple(columns) for role, columns in found.items()}

    def text(self, row: int, role: ColumnRole) -> str:
        """Return the first text of a row in the columns of a role."""
        for column in self._by_role.get(role, ()):
            if text := self.sheet.cell(row, column):
                return text
        return ""

    def label(self, row: int) -> str:
        """Return the name a row goes by: of a person, or of a skill."""
        if row not in self._labels:
            self._labels[row] = self._find_label(row)
        return self._labels[row]

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {}

    def _find_label(self, row: int) -> str:
        if self.layout == "people_in_columns":
            return self.text(row, "skill")
        parts = (self.text(row, "first_name"), self.text(row, "last_name"))
        return (
            self.text(row, "person")
            or " ".join(part for part in parts if part)
            or self.text(row, "id")
        )

    @cached_property
    def names_rows(self) -> bool:
        """Whether some column names the rows."""
        naming: tuple[ColumnRole, ...] = ("person", "first_name", "id", "skill")
        return any(self.columns(role) for role in naming)

    def rows_below(self) -> Iterator[int]:
        """Yield the rows under the header that are not blank."""
        return (row for row in self.sheet.filled_rows if row > self.header.bottom)

    @cached_property
    def rating_columns(self) -> tuple[int, ...]:
        """The columns in which ratings stand."""
        role: ColumnRole = {"long": "level", "packed": "packed"}.get(  # type: ignore[assignment]
            self.layout, "ratings"
        )
        return self.columns(role)

    @cached_property
    def column_skills(self) -> dict[int, SkillName]:
        """The skill of each rating column; no two have the same name.

        Where a name stands in two sections, its section is part of it; where it
        stands twice in one, the column's letter tells them apart.
        """
        plain = {column: self._skill_of(column) for column in self.columns("ratings")}
        counts = Counter(skill.name for skill in plain.values())
        found: dict[int, SkillName] = {}
        taken: set[str] = set()
        for column, skill in plain.items():
            name = skill.name
            if counts[name] > 1 and skill.section and not self.form:
                name = f"{skill.section}: {name}"
            if name in taken and not self._is_crossed:
                name = f"{name} ({self.header.key(column)})"
            taken.add(name)
            found[column] = SkillName(name, skill.section)
        return found

    @property
    def _is_crossed(self) -> bool:
        return self.layout == "form" and self.in_brackets == "person"

    def _skill_of(self, column: int) -> SkillName:
        parted = self.form.get(column)
        letter = f"column {column_letter(column)}"
        if parted is None:
            section = self.header.sections[column]
            return name_skill(self.header.names[column], section, letter)
        if self.in_brackets == "person":
            return name_skill(parted.question, "", letter)
        return name_skill(parted.about, parted.question, letter)


def frame_of(
    sheet: Sheet, mapping: SheetMapping
) -> tuple[Frame | None, tuple[Question, ...]]:
    """Return the frame of a sheet, or what keeps the mapping from fitting it."""
    if max(mapping.header_rows) > len(sheet.rows):
        blanks = {"value": max(mapping.header_rows), "rows": len(sheet.rows)}
        return None, (Question("mapping_beyond_sheet", blanks),)
    header = build_header(sheet, [row - 1 for row in mapping.header_rows])
    faults = tuple(_misfits(sheet, header, mapping))
    if faults:
        return None, faults
    keys = [header.key(column) for column in range(sheet.width)]
    roles: tuple[ColumnRole, ...] = tuple(mapping.columns.get(k, "out") for k in keys)
    ratings = {c: header.names[c] for c, role in enumerate(roles) if role == "ratings"}
    frame = Frame(
        sheet,
        header,
        mapping.layout,
        roles,
        dict.fromkeys([c for c, role in enumerate(roles) if role == "out"], "chosen"),
        part_headers(ratings) if mapping.layout == "form" else {},
        mapping.in_brackets,
        mapping.person,
        mapping.blank_people == "same as above",
    )
    return frame, ()


def _misfits(sheet: Sheet, header: Header, mapping: SheetMapping) -> Iterator[Question]:
    facts = describe_columns(sheet, header, frozenset(map(str, mapping.scale.values)))
    keys = {header.key(fact.column): fact for fact in facts}
    for key, role in mapping.columns.items():
        if key not in keys:
            yield Question("mapping_column_missing", {"value": key[:60]})
        elif role != "out" and keys[key].is_sensitive:
            yield Question("mapping_column_private", {"value": key[:60]})
    for key, fact in keys.items():
        if key not in mapping.columns and fact.filled:
            column = f"{column_letter(fact.column)} ({key[:60]})"
            yield Question("mapping_column_unsaid", {"value": column})
