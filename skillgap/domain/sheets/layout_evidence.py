"""What the columns of a table tell about its layout."""

from collections.abc import Collection

from skillgap.domain.sheets.header_vocabulary import (
    LEVEL,
    PERSON,
    SKILL,
    TARGET,
    TOTAL,
    WELL_BEING,
)
from skillgap.domain.sheets.known_skills import share_known
from skillgap.domain.sheets.level_marks import is_unknown, read_mark
from skillgap.domain.sheets.reading_notes import Question
from skillgap.domain.sheets.sheet_words import words_of
from skillgap.domain.sheets.table_columns import ColumnFact

GRADES = {
    "junior", "mid", "middle", "medior", "senior", "lead", "principal", "staff",
    "intern", "manager", "director", "head", "trainee", "entry", "level", "associate",
}  # fmt: skip
TITLES = {
    "engineer", "scientist", "analyst", "developer", "architect", "designer",
    "consultant", "specialist", "administrator", "technician", "programmer", "tester",
    "mle", "dba", "insinyur", "analis", "pengembang", "teknisi",
}  # fmt: skip
PEOPLE_KINDS = ("person", "first_name", "id")


class Evidence:
    """The columns of one table, and which of them may hold levels.

    Args:
        facts: the columns.
        known: folded names of skills, to tell skills from people.

    """

    def __init__(self, facts: tuple[ColumnFact, ...], known: Collection[str]) -> None:
        self.facts = facts
        self.known = known
        self.open = [fact for fact in facts if not fact.is_sensitive]
        self.ratings = self._rated() or self._numbered() or self._coded()
        self.levels = self.of_kind("level")
        people = self.of_kind(*PEOPLE_KINDS)
        self.skills = self.of_kind("skill", text=True)
        if self.levels and people:
            self.skills = self.skills or self.of_kind("skill")
        self.people = [fact for fact in people if fact not in self.ratings]
        self.packed = [f for f in self.open if f.packed and 2 * f.packed >= f.filled]

    def of_kind(self, *kinds: str, text: bool = False) -> list[ColumnFact]:
        """Return the filled columns of some kinds, in the order of the kinds."""
        return [
            fact
            for kind in kinds
            for fact in self.open
            if fact.kind == kind and fact.filled and (fact.is_text or not text)
        ]

    @property
    def other_levels(self) -> list[ColumnFact]:
        """Columns like "Manager's score" that could be the level as well."""
        return [fact for fact in self.ratings if set(words_of(fact.name)) & LEVEL]

    def _rated(self) -> list[ColumnFact]:
        """Return the columns in which marks stand.

        "User" is a skill, too, where its numbers repeat and another column names the
        people; "Performance" is none among as many figures like attendance.
        """
        found = [fact for fact in self.open if fact.is_rating]
        names = [f for f in self.open if f.is_text and f.kind in ("", "person")]
        if found:
            is_wide = len(found) > 1 and bool(names)
            also = [f for f in self.open if is_wide and f.rates_under_person]
            also += self._named_for_targets(len(found)) + self._coded_alike(found)
            found = [fact for fact in self.open if fact in found or fact in also]
        figures = [f for f in self.open if f.kind == "not_level" and f.marks]
        if len(figures) < len(found):
            return found
        return [f for f in found if not set(words_of(f.name)) <= WELL_BEING | LEVEL]

    def _named_for_targets(self, most: int) -> list[ColumnFact]:
        """Return rated columns like "Target setting", whose rest no other column has.

        The target of a skill stands beside the skill: "Python", "Python target".
        """
        beside = TARGET | LEVEL | SKILL
        rest = {fact: {*words_of(fact.name)} - beside for fact in self.open}
        found = [
            fact
            for fact in self.open
            if fact.kind == "target" and fact.is_scale and rest[fact] - TOTAL - PERSON
            if not {*words_of(fact.name)} & LEVEL
            if not any(rest[f] == rest[fact] for f in self.open if f is not fact)
        ]
        return found if len(found) < most else []

    def _coded_alike(self, ratings: list[ColumnFact]) -> list[ColumnFact]:
        """Return columns of a few words that they share with others, a mark among them.

        "Daily", "Weekly", "Never": were only the columns full of "Never" read, they
        would be half imported.
        """
        few = [f for f in self.open if f.kind == "" and f.name and f.is_told_by_few]
        told = {
            fact: {text for text in fact.texts if not is_unknown(text)}
            for fact in [*ratings, *few]
        }
        return [
            fact
            for fact in few
            for other, texts in told.items()
            if other is not fact and len(shared := told[fact] & texts) > 1
            if any(map(read_mark, shared))
        ]

    def _numbered(self) -> list[ColumnFact]:
        """Return columns like "Person 1", "Person 2" if levels stand in them."""
        kinds = ("role", "area", "team", "skill", "person")
        found = [fact for fact in self.open if fact.kind in kinds and fact.is_scale]
        return found if len(found) > 1 else []

    def _coded(self) -> list[ColumnFact]:
        """Return columns that share a few short codes: H, M, L of unknown meaning."""
        codes = [f for f in self.open if f.kind == "" and f.name and f.is_coded]
        shared = [f for f in codes for g in codes if f is not g and f.shares_codes(g)]
        return list(dict.fromkeys(shared))

    def reason(self) -> Question:
        """Say why nothing here can be read."""
        found = ", ".join(fact.name for fact in self.facts if fact.name)[:200]
        listed = [f for f in self.open if f.is_text and self._lists_skills(f)]
        if self.people and (self.skills or listed) and not self.levels:
            return Question("no_levels", {"found": found})
        if self.skills and any(fact.kind == "target" for fact in self.facts):
            return Question("no_levels", {"found": found})
        return Question("no_table")

    def _lists_skills(self, fact: ColumnFact) -> bool:
        parts = [part for text in fact.texts[:50] for part in text.split(",")]
        return share_known(parts, self.known) > 0.2

    def lies_in_columns(
        self, label: ColumnFact, columns: list[ColumnFact]
    ) -> bool | None:
        """Say whether the people stand in columns, None if nothing tells.

        Args:
            label: the column that names the rows.
            columns: those with levels.

        """
        inside = share_known(label.texts[:200], self.known)
        above = share_known([fact.name for fact in columns], self.known)
        if label in self.skills:
            return above <= inside or above < 0.3
        if inside > 0.1 and above < inside / 2:
            return True
        if {fact.kind for fact in columns} == {"person"}:
            return True
        if label.kind in (*PEOPLE_KINDS, "role", "last_name") or above > inside:
            return False
        return None


def are_grades(columns: list[ColumnFact]) -> bool:
    """Say whether columns are named for grades or professions and not for people."""
    words = [fact.name.casefold().replace("-", " ").split() for fact in columns]
    found = [each for each in words if GRADES & {*each} or TITLES & {*each[-1:]}]
    return 2 * len(found) > len(columns)
