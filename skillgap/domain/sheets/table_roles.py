"""The role of each column of a table, once its layout is known."""

from collections.abc import Iterable, Sequence

from skillgap.domain.sheets.form_questions import FormHeader
from skillgap.domain.sheets.header_vocabulary import ID
from skillgap.domain.sheets.mapping import ColumnRole
from skillgap.domain.sheets.reading_notes import Note, Question
from skillgap.domain.sheets.sheet_words import header_kind, names_rated, words_of
from skillgap.domain.sheets.table_columns import ColumnFact
from skillgap.domain.sheets.table_header import Header

_OUT_KINDS = (
    "target", "total", "not_level", "other_date", "role", "index", "text",
)  # fmt: skip
NAMING: set[ColumnRole] = {"person", "first_name"}
# Which of several dates is that of the rating: the first whose words are found.
_DATE_WORDS = (
    {"rated", "assessed", "assessment", "penilaian", "evaluation"},
    {"completion", "completed", "submitted", "timestamp", "cap", "isi", "pengisian"},
    {"updated", "update", "modified", "edited"},
)


def _names_rows(fact: ColumnFact) -> tuple[bool, bool]:
    """Say how likely a column names rows: its texts differ, and it has a header."""
    return 2 * len(fact.texts) > fact.filled, bool(fact.name)


class Roles:
    """Gives roles to columns, each at most one; the others are left out."""

    def __init__(self, facts: Sequence[ColumnFact], header: Header) -> None:
        self.facts = facts
        self.header = header
        self.given: dict[int, ColumnRole] = {}
        self.notes: list[Note] = []

    def give(self, role: ColumnRole, facts: Iterable[ColumnFact]) -> None:
        """Give columns a role."""
        self.given.update({fact.column: role for fact in facts})

    def as_tuple(self) -> tuple[ColumnRole, ...]:
        """Return the role of every column."""
        return tuple(self.given.get(fact.column, "out") for fact in self.facts)

    @property
    def reasons(self) -> dict[int, str]:
        """Why a column that says something is left out."""
        return {
            fact.column: self._reason(fact)
            for fact in self.facts
            if fact.column not in self.given and (fact.name or fact.filled)
        }

    def _reason(self, fact: ColumnFact) -> str:
        if fact.is_sensitive:
            return "sensitive"
        if fact.kind in _OUT_KINDS:
            return fact.kind
        if not fact.filled:
            return "empty"
        return "text" if fact.is_text else "other"

    def named(self, facts: Sequence[ColumnFact]) -> ColumnFact:
        """Return the column of names, not of ids; of several the one that tells most.

        "Competency" beside "skill" is what groups the skills.
        """
        names = [f for f in facts if not any(word in ID for word in words_of(f.name))]
        return max(names or facts, key=lambda fact: (len(fact.texts), fact.column))

    def asks_for_levels(self, header: FormHeader) -> bool:
        """Say whether a question asks for a level one has, not one to be reached."""
        kinds = {header_kind(header.question), header_kind(header.about)}
        words = {*words_of(header.question), *words_of(header.about)}
        beside = {"target", "interest", "interested", "minat", "importance", "want"}
        return not kinds & {"target", "total", "not_level"} and not words & beside

    def identify(
        self, label: ColumnFact | None = None, is_form: bool = False
    ) -> list[Question]:
        """Find person, id, team and date; return what has to be asked."""
        if label is not None and label.kind not in ("first_name", "last_name", "id"):
            self.give("person", [label])
        naming: tuple[ColumnRole, ...] = ("person", "first_name", "last_name", "id")
        for role in naming:
            found = self._free(role)
            is_number = role == "id" and found and found[0].counts
            if role == "person" and self.given_names:
                continue
            if found and not (is_number and self.given_names):
                self.give(role, [found[0]])
        if team := self._free("team"):
            self.give("team", [team[0]])
        self._give_date()
        if rated := self._rated_beside_raters():
            return [rated]
        roles = set(self.given.values())
        if roles & {"person", "first_name", "id"}:
            return []
        if is_form and self._is_one_row_a_person():
            self.notes.append(Note("people_numbered"))
            return []
        return [Question("ask_person")]

    def _rated_beside_raters(self) -> Question | None:
        """Ask whose the levels are where one column names who rates, one who is rated.

        Without a column of raters, that of the rated names the people.
        """
        rated = [f for f in self.facts if f.is_text and names_rated(f.name)]
        others = [f for f in self.facts if self.given.get(f.column) in NAMING]
        if not rated or rated[0] in others:
            return None
        if not others:
            self.give("person", rated[:1])
            return None
        blanks = {"value": others[0].name[:60], "other": rated[0].name[:60]}
        return Question("ask_rated", blanks)

    @property
    def given_names(self) -> bool:
        """Whether some column holds the names of people."""
        return bool(NAMING & set(self.given.values()))

    def _is_one_row_a_person(self) -> bool:
        """Say whether a form names nobody but dates or addresses each answer."""
        return "date" in self.given.values() or any(f.is_sensitive for f in self.facts)

    def _free(self, kind: str) -> list[ColumnFact]:
        return [
            fact
            for fact in self.facts
            if fact.kind == kind
            and fact.filled
            and not fact.is_sensitive
            and fact.column not in self.given
        ]

    def _give_date(self) -> None:
        dates = [f for f in self._free("date") if 2 * self._days(f) >= f.filled]
        for words in _DATE_WORDS:
            if chosen := [f for f in dates if words & set(words_of(f.name))]:
                self.give("date", chosen[:1])
                return
        self.give("date", dates[:1])

    def _days(self, fact: ColumnFact) -> int:
        """Count days; in a column of dates a number is a day as Excel counts."""
        is_serial = 25_000 < fact.top < 74_000
        return fact.days + (fact.marks if is_serial else 0)

    def give_area(self, label: ColumnFact | None = None) -> None:
        """Find the column of areas; one without a name if it stands before skills."""
        if found := self._free("area"):
            self.give("area", [found[0]])
        elif label is not None:
            before = [
                fact
                for fact in self.facts[: label.column]
                if fact.is_text and fact.kind in ("", "area", "skill", "team")
                if not fact.is_sensitive
            ]
            self.give("area", [f for f in before[-1:] if f.column not in self.given])

    def label_column(
        self,
        skills: Sequence[ColumnFact],
        people: Sequence[ColumnFact],
        ratings: Sequence[ColumnFact],
    ) -> ColumnFact | None:
        """Return the column that names the rows of a wide table."""
        if people or skills:
            named = [fact for fact in people if fact.kind != "id"] or list(people)
            return named[0] if named else self.named(skills)
        first = ratings[0].column
        roles = [f for f in self.facts[:first] if f.kind == "role" and f.is_text]
        texts = [
            fact
            for fact in self.facts[:first]
            if fact.is_text and fact.kind in ("", "person") and not fact.is_sensitive
        ]
        return max(texts, key=_names_rows, default=next(iter(roles), None))
