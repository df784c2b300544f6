"""A table taken apart into single ratings: who, which skill, which mark."""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from skillgap.domain.sheet import column_letter
from skillgap.domain.team.sheet_reading import RatedPerson
from skillgap.sheets.form_headers import skill_in_question
from skillgap.sheets.frame import Frame, SkillName, name_skill
from skillgap.sheets.packed_cells import read_packed
from skillgap.sheets.private_values import drop_private
from skillgap.sheets.rows import RowSorting


def name_skills(frame: Frame, sorting: RowSorting) -> dict[int, SkillName]:
    """Return the skill of each row of data.

    A name that stands in two sections has its section before it; one that stands
    twice in a section has the number of its row behind it.
    """
    area = ""
    plain: dict[int, SkillName] = {}
    for row in sorting.data:
        area = frame.text(row, "area") or area
        section = sorting.headings.get(row, "") or area
        plain[row] = name_skill(frame.label(row), section, f"row {row + 1}")
    counts = Counter(skill.name for skill in plain.values())
    found: dict[int, SkillName] = {}
    taken: set[str] = set()
    for row, skill in plain.items():
        name = skill.name
        if name and counts[name] > 1 and skill.section:
            name = f"{skill.section}: {name}"
        if name and name in taken:
            name = f"{name} ({row + 1})"
        taken.add(name)
        found[row] = SkillName(name, skill.section)
    return found


class Entry(NamedTuple):
    """One cell with a rating, or one of the ratings packed into it.

    ``row`` and ``column`` count from 0; ``text`` is what stands there, blank if the
    person is not rated.
    """

    row: int
    column: int
    person: RatedPerson
    skill: SkillName
    text: str


@dataclass(frozen=True)
class Table:
    """A frame with its rows sorted, ready to be taken apart."""

    frame: Frame
    sorting: RowSorting

    def entries(self, row: int) -> list[Entry] | None:
        """Return the ratings of a row, None if a packed cell is broken."""
        match self.frame.layout:
            case "packed":
                return self._unpack(row)
            case "long":
                column = self.frame.rating_columns[0]
                text = self.frame.sheet.cell(row, column)
                return [Entry(row, column, self.person(row), self._long(row), text)]
            case "people_in_columns":
                return list(self._across(row))
        return list(self._along(row))

    @cached_property
    def skills(self) -> tuple[SkillName, ...]:
        """The skills the table names, each once, rated or not."""
        match self.frame.layout:
            case "people_in_columns":
                found = list(self.row_skills.values())
            case "long":
                found = [self._long(row) for row in self.sorting.data]
            case "packed":
                rows = self.sorting.data
                found = [e.skill for row in rows for e in self._unpack(row) or []]
            case _:
                found = [self._asked(skill) for skill in self._columns.values()]
        return tuple(dict.fromkeys(skill for skill in found if skill.name))

    @property
    def _columns(self) -> dict[int, SkillName]:
        return self.frame.column_skills

    def _asked(self, skill: SkillName) -> SkillName:
        """Return the skill of a column; of a question about people what it asks."""
        is_about_others = self.frame.layout == "form" and (
            self.frame.in_brackets == "person"
        )
        return SkillName(skill_in_question(skill.name)) if is_about_others else skill

    def marks(self) -> Iterator[tuple[Hashable, str]]:
        """Yield what stands in each rating cell, and whose it is."""
        frame = self.frame
        for row in self.sorting.data:
            if frame.layout == "packed":
                yield from ((row, entry.text) for entry in self._unpack(row) or [])
                continue
            for column in frame.rating_columns:
                text = frame.sheet.cell(row, column)
                if frame.layout == "long":
                    yield self.person(row).id, text
                else:
                    upright = frame.layout == "people_in_columns"
                    yield (-1, column) if upright else row, text

    def person(self, row: int) -> RatedPerson:
        """Return who a row is about; an empty id if nobody is named."""
        if row not in self._people:
            self._people[row] = self._find_person(row)
        return self._people[row]

    @cached_property
    def _people(self) -> dict[int, RatedPerson]:
        return {}

    def _find_person(self, row: int) -> RatedPerson:
        label = self.names[row] if row in self.names else self.frame.label(row)
        label = drop_private(label)
        person_id = drop_private(self.frame.text(row, "id"), is_id=True)
        name = label if label != person_id else ""
        if not label and not self._has_people:
            is_answer = self.frame.layout != "long"
            name = label = self.frame.person or (f"row {row + 1}" if is_answer else "")
        team = drop_private(self.frame.text(row, "team"))
        return RatedPerson(person_id or label, name or person_id, team)

    @property
    def _has_people(self) -> bool:
        columns = self.frame.columns
        return bool(columns("person") or columns("first_name") or columns("id"))

    @cached_property
    def names(self) -> dict[int, str]:
        """The person of each row that is blank and filled from above."""
        found: dict[int, str] = {}
        if not self.frame.fills_down:
            return found
        above = ""
        for row in self.sorting.data:
            above = self.frame.label(row) or above
            found[row] = above
        return found

    @cached_property
    def people(self) -> dict[int, RatedPerson]:
        """The people that stand in columns; one of several namesakes by its letter."""
        frame, found = self.frame, {}
        counts = Counter(frame.header.names[c] for c in frame.rating_columns)
        for column in frame.rating_columns:
            name = drop_private(frame.header.names[column])
            name = name or f"column {column_letter(column)}"
            if counts[name] > 1:
                name = f"{name} ({column_letter(column)})"
            found[column] = RatedPerson(name, name, "")
        return found

    def _along(self, row: int) -> Iterator[Entry]:
        """Yield the cells of a row that belongs to one person, or to who rates."""
        frame, person = self.frame, self.person(row)
        is_about_others = frame.layout == "form" and frame.in_brackets == "person"
        for column, skill in self._columns.items():
            who = person
            if is_about_others:
                about = drop_private(frame.form[column].about) or f"column {column + 1}"
                who = RatedPerson(about, about, "")
            text = frame.sheet.cell(row, column)
            yield Entry(row, column, who, self._asked(skill), text)

    def _across(self, row: int) -> Iterator[Entry]:
        """Yield the cells of a row that belongs to one skill."""
        skill = self.row_skills.get(row, SkillName(""))
        for column, person in self.people.items():
            yield Entry(row, column, person, skill, self.frame.sheet.cell(row, column))

    @cached_property
    def row_skills(self) -> dict[int, SkillName]:
        """The skill of each row; a name that stands twice has its section before it."""
        return name_skills(self.frame, self.sorting)

    def _long(self, row: int) -> SkillName:
        area = self.frame.text(row, "area")
        return name_skill(self.frame.text(row, "skill"), area, f"row {row + 1}")

    def _unpack(self, row: int) -> list[Entry] | None:
        found: list[Entry] = []
        person = self.person(row)
        columns = self.frame.rating_columns
        for column in columns:
            pairs = read_packed(self.frame.sheet.cell(row, column))
            if pairs is None:
                return None
            section = self.frame.header.names[column] if len(columns) > 1 else ""
            found += [
                Entry(row, column, person, name_skill(skill, section, "…"), mark)
                for skill, mark in pairs
                if skill
            ]
        return found
