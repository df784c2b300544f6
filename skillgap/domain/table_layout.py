"""Which layout a table has: who stands where, and in which columns the levels are."""

from collections.abc import Collection
from dataclasses import dataclass

from skillgap.domain.form_questions import crosses, part_headers, skill_in_question
from skillgap.domain.known_skills import share_known
from skillgap.domain.reading_notes import Note, Question
from skillgap.domain.sheet import Sheet
from skillgap.domain.sheet_mapping import LayoutName
from skillgap.domain.table_columns import ColumnFact, describe_columns
from skillgap.domain.table_frame import Frame
from skillgap.domain.table_header import Header, find_header
from skillgap.domain.table_roles import Roles

GRADES = {
    "junior", "mid", "middle", "medior", "senior", "lead", "principal", "staff",
    "intern", "manager", "director", "head", "trainee", "entry", "level", "associate",
}  # fmt: skip
PEOPLE_KINDS = ("person", "first_name", "id")


@dataclass(frozen=True)
class LayoutFinding:
    """The frame of a table, None if it is no skills matrix, and what to ask."""

    frame: Frame | None
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def find_layout(
    sheet: Sheet, known: Collection[str], legend_keys: frozenset[str] = frozenset()
) -> LayoutFinding:
    """Return how a sheet is laid out.

    Args:
        sheet: the cells.
        known: folded names of skills, to tell skills from people.
        legend_keys: marks that a legend explains.

    """
    header = find_header(sheet, legend_keys)
    if header is None:
        return LayoutFinding(None, (Question("no_table"),))
    facts = describe_columns(sheet, header, legend_keys)
    return _Chooser(sheet, header, facts, known).choose()


class _Chooser:
    """Looks at the columns of one table."""

    def __init__(
        self,
        sheet: Sheet,
        header: Header,
        facts: tuple[ColumnFact, ...],
        known: Collection[str],
    ) -> None:
        self.sheet = sheet
        self.header = header
        self.facts = facts
        self.known = known
        self.open = [fact for fact in facts if not fact.is_sensitive]
        self.ratings = [f for f in self.open if f.is_rating] or self._numbered()
        self.roles = Roles(facts, header)

    def choose(self) -> LayoutFinding:
        packed = [f for f in self.open if f.packed and 2 * f.packed >= f.filled]
        if packed:
            self.roles.give("packed", packed)
            return self._finish("packed", self.roles.identify())
        names = {fact.column: fact.name for fact in self.ratings}
        if 2 * len(part_headers(names)) >= max(len(names), 1):
            return self._form(names)
        skills, levels = self._of_kind("skill", text=True), self._of_kind("level")
        people = self._of_kind(*PEOPLE_KINDS)
        if skills and levels and len(self.ratings) <= 1:
            return self._long(skills, levels)
        if skills and people and len(self.ratings) == 1:
            return self._long(skills, self.ratings)
        if self.ratings:
            return self._wide(skills, people)
        return LayoutFinding(None, (self._reason(skills, people, levels),))

    def _numbered(self) -> list[ColumnFact]:
        """Return columns like "Position 1", "Position 2" if levels stand in them."""
        kinds = ("role", "area", "team", "skill")
        found = [f for f in self.open if f.kind in kinds and f.is_scale]
        return found if len(found) > 1 else []

    def _of_kind(self, *kinds: str, text: bool = False) -> list[ColumnFact]:
        return [
            fact
            for kind in kinds
            for fact in self.open
            if fact.kind == kind and fact.filled and (fact.is_text or not text)
        ]

    def _reason(
        self,
        skills: list[ColumnFact],
        people: list[ColumnFact],
        levels: list[ColumnFact],
    ) -> Question:
        """Say why nothing here can be read."""
        found = ", ".join(fact.name for fact in self.facts if fact.name)[:200]
        listed = [f for f in self.open if f.is_text and self._lists_skills(f)]
        if people and (skills or listed) and not levels:
            return Question("no_levels", {"found": found})
        if any(fact.kind == "target" for fact in self.facts) and skills:
            return Question("no_levels", {"found": found})
        return Question("no_table", {"found": found})

    def _lists_skills(self, fact: ColumnFact) -> bool:
        parts = [part for text in fact.texts[:50] for part in text.split(",")]
        return share_known(parts, self.known) > 0.2

    def _form(self, names: dict[int, str]) -> LayoutFinding:
        form = part_headers(names)
        columns = [fact for fact in self.ratings if fact.column in form]
        kept = [f for f in columns if self.roles.asks_for_levels(form[f.column])]
        self.roles.give("ratings", kept or columns)
        parted = {f.column: form[f.column] for f in kept or columns}
        headers = list(parted.values())
        about = share_known([h.about for h in headers], self.known)
        asked = [skill_in_question(h.question) for h in headers]
        questions = list(self.roles.identify(is_form=True))
        brackets = "skill"
        if crosses(headers):
            if share_known(asked, self.known) > about:
                brackets = "person"
            elif not about:
                found = headers[0].about
                questions.append(Question("ask_brackets", {"value": found}))
        frame = Frame(
            self.sheet, self.header, "form", self.roles.as_tuple(), self.roles.reasons,
            parted, "person" if brackets == "person" else "skill",
        )  # fmt: skip
        return LayoutFinding(frame, tuple(questions), tuple(self.roles.notes))

    def _long(
        self, skills: list[ColumnFact], levels: list[ColumnFact]
    ) -> LayoutFinding:
        self.roles.give("skill", [self.roles.named(skills)])
        questions = []
        if len(levels) > 1:
            found = ", ".join(fact.name for fact in levels)
            questions.append(Question("ask_level_column", {"value": found}))
        self.roles.give("level", levels[:1])
        self.roles.give_area()
        return self._finish("long", [*questions, *self.roles.identify()])

    def _wide(
        self, skills: list[ColumnFact], people: list[ColumnFact]
    ) -> LayoutFinding:
        label = self.roles.label_column(skills, people, self.ratings)
        if label is None:
            return LayoutFinding(None, (Question("ask_people"),))
        columns = self.roles.rating_block(self.ratings, label)
        names = [fact.name for fact in columns]
        inside = share_known(label.texts[:200], self.known)
        above = share_known(names, self.known)
        lies = self._lies_in_columns(label, skills, inside, above)
        if lies is None:
            return LayoutFinding(None, (Question("ask_layout", {"value": label.name}),))
        if lies:
            return self._people_in_columns(label, columns)
        if label.kind == "role" or (label.kind == "skill" and not people):
            return LayoutFinding(None, (Question("no_people", {"value": label.name}),))
        self.roles.give("ratings", columns)
        return self._finish("people_in_rows", self.roles.identify(label))

    def _lies_in_columns(
        self, label: ColumnFact, skills: list[ColumnFact], inside: float, above: float
    ) -> bool | None:
        """Say whether people stand in columns, None if nothing tells."""
        if label in skills:
            return above <= inside or above < 0.3
        if inside > 0.1 and above < inside / 2:
            return True
        if label.kind in (*PEOPLE_KINDS, "role", "last_name") or above > inside:
            return False
        return None

    def _people_in_columns(
        self, label: ColumnFact, columns: list[ColumnFact]
    ) -> LayoutFinding:
        words = [
            set(fact.name.casefold().replace("-", " ").split()) for fact in columns
        ]
        graded = [found for found in words if found & GRADES]
        if 2 * len(graded) > len(columns):
            found = ", ".join(fact.name for fact in columns)[:200]
            return LayoutFinding(None, (Question("no_people", {"value": found}),))
        self.roles.give("skill", [label])
        self.roles.give("ratings", columns)
        self.roles.give_area(label)
        return self._finish("people_in_columns", ())

    def _finish(
        self, layout: LayoutName, questions: Collection[Question]
    ) -> LayoutFinding:
        roles = self.roles.as_tuple()
        frame = Frame(self.sheet, self.header, layout, roles, self.roles.reasons)
        return LayoutFinding(frame, tuple(questions), tuple(self.roles.notes))
