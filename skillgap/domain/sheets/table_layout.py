"""Which layout a table has: who stands where, and in which columns the levels are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from skillgap.domain.sheets.day_formats import is_period
from skillgap.domain.sheets.form_questions import (
    crosses,
    part_headers,
    skill_in_question,
)
from skillgap.domain.sheets.known_skills import share_known
from skillgap.domain.sheets.layout_evidence import Evidence, are_grades
from skillgap.domain.sheets.level_legend import legend_columns
from skillgap.domain.sheets.mapping import LayoutName
from skillgap.domain.sheets.rating_block import add_empty_columns, add_short_names
from skillgap.domain.sheets.reading_notes import Note, Question
from skillgap.domain.sheets.sheet import Sheet
from skillgap.domain.sheets.table_columns import ColumnFact, describe_columns
from skillgap.domain.sheets.table_frame import Frame
from skillgap.domain.sheets.table_header import Header, find_header
from skillgap.domain.sheets.table_roles import Roles


@dataclass(frozen=True)
class LayoutFinding:
    """The frame of a table, None if it is no skills matrix, and what to ask."""

    frame: Frame | None
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def find_layout(
    sheet: Sheet, known: Collection[str], legend: Mapping[str, str] | None = None
) -> LayoutFinding:
    """Return how a sheet is laid out.

    Args:
        sheet: the cells.
        known: folded names of skills, to tell skills from people.
        legend: the meaning of marks that a legend explains.

    """
    keys = frozenset(legend or {})
    header = find_header(sheet, legend or {})
    if header is None:
        return LayoutFinding(None, (Question("no_table"),))
    beside = legend_columns(sheet, legend or {}, header.bottom, header.names)
    facts = tuple(
        replace(fact, kind="text", marks=0) if fact.column in beside else fact
        for fact in describe_columns(sheet, header, keys)
    )
    return _Chooser(sheet, header, Evidence(facts, known)).choose()


class _Chooser:
    """Chooses the layout of one table and the roles of its columns."""

    def __init__(self, sheet: Sheet, header: Header, evidence: Evidence) -> None:
        self.sheet = sheet
        self.header = header
        self.evidence = evidence
        self.roles = Roles(evidence.facts, header)

    def choose(self) -> LayoutFinding:
        found = self.evidence
        if found.packed:
            self.roles.give("packed", found.packed)
            return self._finish("packed", self.roles.identify())
        periods = [fact.name for fact in found.ratings if is_period(fact.name)]
        if len(periods) > 1 and 2 * len(periods) > len(found.ratings):
            blanks = {"value": ", ".join(periods)[:200]}
            return LayoutFinding(None, (Question("no_levels_periods", blanks),))
        names = {fact.column: fact.name for fact in found.ratings}
        if 2 * len(part_headers(names)) >= max(len(names), 1):
            return self._form(names)
        if found.skills and found.levels and len(found.ratings) <= 1:
            return self._long([*found.levels, *found.other_levels])
        repeats = any(fact.repeats for fact in found.people)
        if found.skills and found.people and (repeats or len(found.ratings) == 1):
            if found.levels:
                return self._long([*found.levels, *found.other_levels])
            if found.ratings:
                is_sure = len(found.ratings) == 1 and found.ratings[0].has_words
                return self._long(found.ratings, is_sure=is_sure)
        if found.ratings:
            return self._wide()
        texts = [f for f in found.open if f.is_text and f.kind in ("", "area")]
        if found.people and found.levels and len(texts) == 1:
            return self._long(found.levels, texts[0], is_sure_of_skill=False)
        return LayoutFinding(None, (found.reason(),))

    def _form(self, names: dict[int, str]) -> LayoutFinding:
        form, known = part_headers(names), self.evidence.known
        columns = [fact for fact in self.evidence.ratings if fact.column in form]
        kept = [f for f in columns if self.roles.asks_for_levels(form[f.column])]
        self.roles.give("ratings", kept or columns)
        parted = {f.column: form[f.column] for f in kept or columns}
        headers = list(parted.values())
        about = share_known([header.about for header in headers], known)
        asked = [skill_in_question(header.question) for header in headers]
        questions = self.roles.identify(is_form=True)
        is_crossed = crosses(headers)
        is_about_people = is_crossed and share_known(asked, known) > about
        if is_crossed and not is_about_people and not about:
            blanks = {"value": headers[0].about[:60]}
            questions.append(Question("ask_brackets", blanks))
        frame = replace(
            self._frame("form"),
            form=parted,
            in_brackets="person" if is_about_people else "skill",
        )
        if is_about_people:
            return LayoutFinding(frame)
        return LayoutFinding(frame, tuple(questions), tuple(self.roles.notes))

    def _long(
        self,
        levels: list[ColumnFact],
        skill: ColumnFact | None = None,
        is_sure: bool = True,
        is_sure_of_skill: bool = True,
    ) -> LayoutFinding:
        skill = skill or self.roles.named(self.evidence.skills)
        if skill.lists_several:
            found = ", ".join(fact.name for fact in self.evidence.facts)[:200]
            return LayoutFinding(None, (Question("no_levels", {"found": found}),))
        self.roles.give("skill", [skill])
        questions = []
        if not is_sure_of_skill:
            questions.append(Question("ask_skill_column", {"value": skill.name}))
        if len(levels) > 1 or not is_sure:
            found = ", ".join(fact.name for fact in levels)
            questions.append(Question("ask_level_column", {"value": found}))
        self.roles.give("level", levels[:1])
        self.roles.give_area()
        return self._finish("long", [*questions, *self.roles.identify()])

    def _wide(self) -> LayoutFinding:
        found = self.evidence
        label = self.roles.label_column(found.skills, found.people, found.ratings)
        if label is None:
            return self._nameless()
        columns = add_empty_columns(found.facts, found.ratings, label)
        lies = found.lies_in_columns(label, columns)
        if lies is None:
            value = self.header.key(label.column)
            return LayoutFinding(None, (Question("ask_layout", {"value": value}),))
        if lies:
            return self._people_in_columns(label, columns)
        if label.kind == "role":
            return LayoutFinding(None, (Question("no_people", {"value": label.name}),))
        self.roles.give("ratings", columns)
        return self._finish("people_in_rows", self.roles.identify(label))

    def _nameless(self) -> LayoutFinding:
        """Give people numbers if the column that names them must not be read."""
        if not any(fact.is_sensitive for fact in self.evidence.facts):
            return LayoutFinding(None, (Question("ask_people"),))
        self.roles.give("ratings", self.evidence.ratings)
        return self._finish("people_in_rows", self.roles.identify(is_form=True))

    def _people_in_columns(
        self, label: ColumnFact, columns: list[ColumnFact]
    ) -> LayoutFinding:
        if are_grades(columns):
            found = ", ".join(fact.name for fact in columns)[:200]
            return LayoutFinding(None, (Question("no_people", {"value": found}),))
        columns = add_short_names(self.evidence.facts, columns, label)
        if len(columns) == 1 and columns[0].kind != "person":
            return self._long(columns, label)
        self.roles.give("skill", [label])
        self.roles.give("ratings", columns)
        self.roles.give_area(label)
        return self._finish("people_in_columns", ())

    def _frame(self, layout: LayoutName) -> Frame:
        roles = self.roles.as_tuple()
        return Frame(self.sheet, self.header, layout, roles, self.roles.reasons)

    def _finish(
        self, layout: LayoutName, questions: Collection[Question]
    ) -> LayoutFinding:
        frame, notes = self._frame(layout), tuple(self.roles.notes)
        return LayoutFinding(frame, tuple(questions), notes)
