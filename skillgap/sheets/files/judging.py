"""Reads a table row by row into ratings and says what is wrong with each."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from skillgap.domain.problems import Note, Problem, Question
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.domain.sheet import column_letter
from skillgap.domain.team.sheet_reading import RatedPerson, SheetReading
from skillgap.files.workbook import OpenedFile
from skillgap.sheets.days import DayOrder, read_day
from skillgap.sheets.entries import Entry, Table
from skillgap.sheets.files.skill_names import fold_case
from skillgap.sheets.frame import SkillName
from skillgap.sheets.mapping import TEAM_PREFIX, SheetMapping
from skillgap.sheets.private_values import mask_private, mask_values
from skillgap.sheets.scale import Scale

MOST_FAULTS = 5000
MOST_SHOWN = 80
Key = tuple[str, str, str]


class ForeignJudge:
    """Turns rows into ratings and notes what is wrong with the others.

    Args:
        name: the file's name, for messages.
        table: the rows.
        scale: how marks become levels.
        skills: the id of each folded name of a skill; empty if it is left out.
        order: of day and month in dates.
        day: ISO date of ratings without one.
        version: of the framework.

    """

    def __init__(
        self,
        name: str,
        table: Table,
        scale: Scale,
        skills: Mapping[str, str],
        order: DayOrder | None,
        day: str,
        version: str,
    ) -> None:
        self.name = name
        self.table = table
        self.frame = table.frame
        self.scale = scale
        self.skills = skills
        self.order = order
        self.day = day
        self.version = version
        self.accepted = self.cells = self.cells_rejected = 0
        self.used_fallback_day = False
        self.problems: list[Problem] = []
        self.people: dict[str, RatedPerson] = {}
        self.levels: dict[str, float | None] = {}
        self.columns: dict[int, str] = {}
        self.seen: dict[Key, int] = {}
        self.answers: dict[tuple[str, str], int] = {}
        self.found: list[tuple[object, ...]] = []
        self.places: list[tuple[int, str]] = []

    @property
    def has_too_many_faults(self) -> bool:
        """Whether there is so much wrong that the file is better not read."""
        return len(self.problems) > MOST_FAULTS

    def ratings(self) -> pd.DataFrame:
        """Return the accepted ratings; columns as in ``empty_ratings``."""
        table = pd.DataFrame(self.found, columns=list(RATING_COLUMNS))
        return table.astype({"level": float})

    def take(self, row: int) -> None:
        """Accept a row, or report everything that is wrong with it."""
        entries = self.table.entries(row)
        if entries is None:
            column = self.frame.rating_columns[0]
            self._report(row, "packed_broken", self._column(column), "")
            return
        filled = [entry for entry in entries if self._says_something(entry)]
        day = self._day(row)
        if not self._is_sound(row, entries, filled, day):
            self.cells += len(filled)
            self.cells_rejected += len(filled)
            return
        taken = sum(self._take_cell(entry, str(day)) for entry in filled)
        self.accepted += bool(taken or not filled)

    def _says_something(self, entry: Entry) -> bool:
        level = self._level(entry)
        is_wanted = self.skills.get(fold_case(entry.skill.name)) != ""
        return is_wanted and not (level is not None and math.isnan(level))

    def _level(self, entry: Entry) -> float | None:
        if entry.text not in self.levels:
            self.levels[entry.text] = self.scale.level_of(entry.text)
        return self.levels[entry.text]

    def _day(self, row: int) -> str | None:
        """Return the day of a row, None if its cell cannot be read."""
        text = self.frame.text(row, "date")
        if text:
            return read_day(text, self.order)
        self.used_fallback_day = True
        return self.day

    def _is_sound(
        self, row: int, entries: list[Entry], filled: list[Entry], day: str | None
    ) -> bool:
        """Say whether a row as a whole can be taken, and report why not."""
        before = len(self.problems)
        upright = self.frame.layout == "people_in_columns"
        if not upright and any(not e.person.id for e in filled or entries[:1]):
            self._report(row, "row_without_person", self._role("person"), "")
        if any(not entry.skill.name for entry in filled):
            self._report(row, "row_without_skill", self._role("skill"), "")
        if day is None:
            text = mask_private(self.frame.text(row, "date")[:MOST_SHOWN])
            self._report(row, "foreign_date_unreadable", self._role("date"), text)
        if len(self.problems) > before:
            return False
        for entry in entries if upright else entries[:1]:
            self.people.setdefault(entry.person.id, entry.person)
        return self._is_first_answer(row, filled, str(day))

    def _is_first_answer(self, row: int, filled: list[Entry], day: str) -> bool:
        """Say whether nobody's row stands here a second time with the same date."""
        is_answer = self.frame.layout in ("people_in_rows", "packed") or (
            self.frame.layout == "form" and self.frame.in_brackets == "skill"
        )
        if not is_answer or not filled:
            return True
        person = filled[0].person
        first = self.answers.setdefault((person.id, day), row)
        if first != row:
            value = mask_private((person.name or person.id)[:MOST_SHOWN])
            column = self._role("person")
            self._report(row, "row_person_repeated", column, value, first=first + 1)
        return first == row

    def _take_cell(self, entry: Entry, day: str) -> bool:
        """Accept a cell, or report what is wrong with it."""
        self.cells += 1
        level, column = self._level(entry), self._column(entry.column)
        skill = self.skills.get(fold_case(entry.skill.name))
        before = len(self.problems)
        if skill is None:
            value = mask_private(entry.skill.name[:MOST_SHOWN])
            self._report(entry.row, "row_skill_unsaid", column, value)
        elif level is None:
            value = mask_private(entry.text[:MOST_SHOWN])
            scale = self.scale.name
            self._report(entry.row, "row_mark_unknown", column, value, scale=scale)
        elif not self._is_first_rating(entry, skill, day):
            first = self.seen[entry.person.id, skill, day] + 1
            self._report(entry.row, "rating_repeated", column, skill, first=first)
        if len(self.problems) > before or skill is None or level is None:
            self.cells_rejected += 1
            return False
        person = entry.person
        self.people.setdefault(person.id, person)
        self.places.append((entry.row + 1, column))
        self.found.append(
            (person.id, person.name, person.team, "", skill, level, "claimed", day,
             self.version, "", "")
        )  # fmt: skip
        return True

    def _is_first_rating(self, entry: Entry, skill: str, day: str) -> bool:
        if self.frame.layout == "people_in_rows":
            return True
        key = (entry.person.id, skill, day)
        if key in self.seen:
            return False
        self.seen[key] = entry.row
        return True

    def _column(self, column: int) -> str:
        if column not in self.columns:
            name = mask_private(self.frame.header.names[column][:60])
            letter = column_letter(column)
            self.columns[column] = f"{letter} ({name})" if name else letter
        return self.columns[column]

    def _role(self, role: str) -> str:
        columns = self.frame.columns(role)  # type: ignore[arg-type]
        return self._column(columns[0]) if columns else ""

    def _report(
        self, row: int, code: str, column: str, value: object, **more: object
    ) -> None:
        blanks = {"row": row + 1, "column": column, "value": value, **more}
        self.problems.append(Problem(self.name, code, blanks))


def mask_question(question: Question) -> Question:
    """Return a question without what is private in its texts."""
    return replace(question, values=mask_values(question.values))


def refuse(
    name: str,
    file: OpenedFile,
    questions: Sequence[Question],
    layout: str = "",
    scale: str = "",
) -> SheetReading:
    """Return the reading of a file that is not read: what must be answered first.

    What is known about its form is said all the same.
    """
    return SheetReading(
        tuple(Problem(name, q.code, q.values) for q in map(mask_question, questions)),
        layout=layout,
        scale=scale,
        encoding=file.encoding,
        delimiter=file.delimiter,
    )


@dataclass(frozen=True)
class ReadingTask:
    """A table and all that was confirmed or assumed about it.

    ``skills`` has the id of each folded name, empty for one left out.
    """

    name: str
    file: OpenedFile
    table: Table
    scale: Scale
    skills: Mapping[str, str]
    mapping: SheetMapping
    version: str
    today: str

    def read(self) -> SheetReading:
        """Return the reading; one without any date is refused if today is unknown."""
        judge = self._judge()
        for row in self.table.sorting.data:
            judge.take(row)
            if judge.has_too_many_faults:
                question = Question("too_many_faults", {"value": len(judge.problems)})
                return self._refuse(question)
        needs_day = judge.used_fallback_day and bool(judge.found)
        if needs_day and not judge.day:
            return self._refuse(Question("ask_date"))
        is_today = needs_day and not self.mapping.date
        notes = (Note("rated_today", {"value": judge.day}),) if is_today else ()
        return self._reading(judge, notes)

    def _refuse(self, question: Question) -> SheetReading:
        layout, scale = self.mapping.layout, self.scale.name
        return refuse(self.name, self.file, [question], layout, scale)

    def _judge(self) -> ForeignJudge:
        day, order = self.mapping.date or self.today, self.mapping.date_order
        return ForeignJudge(
            self.name, self.table, self.scale, self.skills, order, day, self.version
        )

    def _reading(self, judge: ForeignJudge, notes: tuple[Note, ...]) -> SheetReading:
        frame, sorting = self.table.frame, self.table.sorting
        return SheetReading(
            problems=tuple(judge.problems),
            ratings=judge.ratings(),
            places=tuple(judge.places),
            rows=len(sorting.data),
            accepted=judge.accepted,
            cells=judge.cells,
            cells_rejected=judge.cells_rejected,
            people=tuple(judge.people.values()),
            own_skills={key: skill.name for key, skill in self._own.items()},
            own_areas={key: s.section for key, s in self._own.items() if s.section},
            skills=tuple(dict.fromkeys(filter(None, self._ids.values()))),
            left_out=sorting.left_out,
            assumed=notes,
            columns_out={frame.header.key(c): why for c, why in frame.reasons.items()},
            layout=frame.layout,
            scale=self.scale.name,
            sheet=frame.sheet.name,
            encoding=self.file.encoding,
            delimiter=self.file.delimiter,
        )

    @cached_property
    def _ids(self) -> dict[SkillName, str]:
        """The id of each skill the table names, rated or not."""
        return {
            skill: self.skills.get(fold_case(skill.name), "")
            for skill in self.table.skills
        }

    @cached_property
    def _own(self) -> dict[str, SkillName]:
        """The team's own skills by id, as the table names each first."""
        own: dict[str, SkillName] = {}
        for skill, key in self._ids.items():
            if key.startswith(TEAM_PREFIX):
                own.setdefault(key, skill)
        return own
