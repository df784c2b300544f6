"""One foreign table, read row by row into ratings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from skillgap.domain.problems import Problem
from skillgap.domain.sheets.level_scale import Scale
from skillgap.domain.sheets.mapping import TEAM_PREFIX, SheetMapping
from skillgap.domain.sheets.private_values import mask_values
from skillgap.domain.sheets.reading_notes import Note, Question
from skillgap.domain.sheets.table_frame import SkillName
from skillgap.domain.sheets.unfolding import Table
from skillgap.files.sheets.judge import ForeignJudge
from skillgap.files.sheets.reading import ForeignReading
from skillgap.files.sheets.skill_names import fold_case
from skillgap.files.sheets.workbook import OpenedFile


def mask_question(question: Question) -> Question:
    """Return a question without what is private in its texts."""
    return replace(question, values=mask_values(question.values))


def refuse(
    name: str,
    file: OpenedFile,
    questions: Sequence[Question],
    layout: str = "",
    scale: str = "",
) -> ForeignReading:
    """Return the reading of a file that is not read: what must be answered first.

    What is known about its form is said all the same.
    """
    return ForeignReading(
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

    def read(self) -> ForeignReading:
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

    def _refuse(self, question: Question) -> ForeignReading:
        layout, scale = self.mapping.layout, self.scale.name
        return refuse(self.name, self.file, [question], layout, scale)

    def _judge(self) -> ForeignJudge:
        day, order = self.mapping.date or self.today, self.mapping.date_order
        return ForeignJudge(
            self.name, self.table, self.scale, self.skills, order, day, self.version
        )

    def _reading(self, judge: ForeignJudge, notes: tuple[Note, ...]) -> ForeignReading:
        frame, sorting = self.table.frame, self.table.sorting
        return ForeignReading(
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
