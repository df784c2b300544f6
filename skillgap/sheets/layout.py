"""Finds the layout: who stands where, and in which columns the levels are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from skillgap.domain.problems import Note, Question
from skillgap.domain.sheet import Sheet
from skillgap.sheets.columns import ColumnFact, describe_columns
from skillgap.sheets.days import is_period
from skillgap.sheets.form_headers import (
    FormHeader,
    crosses,
    part_headers,
    skill_in_question,
)
from skillgap.sheets.frame import Frame
from skillgap.sheets.header import Header, find_header
from skillgap.sheets.header_words import (
    ID,
    LEVEL,
    NAMES_TOO,
    PERSON,
    SKILL,
    TARGET,
    TOTAL,
    WELL_BEING,
    header_kind,
    names_rated,
    words_of,
)
from skillgap.sheets.known_skills import share_known
from skillgap.sheets.legend import legend_columns
from skillgap.sheets.mapping import ColumnRole, LayoutName
from skillgap.sheets.marks import is_unknown, read_mark

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


def add_short_names(
    facts: Sequence[ColumnFact], columns: Sequence[ColumnFact], label: ColumnFact
) -> list[ColumnFact]:
    """Return the columns of people with those named Max, Tim or Hari.

    Args:
        facts: all columns of the table.
        columns: those of people, as far as known.
        label: the column that names the rows.

    """
    return [
        fact
        for fact in facts
        if fact in columns
        or (
            fact.column > label.column
            and fact.name.casefold() in NAMES_TOO
            and (fact.is_scale or not fact.told)
        )
    ]


def add_empty_columns(
    facts: Sequence[ColumnFact], ratings: Sequence[ColumnFact], label: ColumnFact
) -> list[ColumnFact]:
    """Return the rating columns with the empty ones that stand among them.

    Args:
        facts: all columns of the table.
        ratings: those with levels.
        label: the column that names the rows.

    """
    columns = {fact.column for fact in ratings if fact.column != label.column}
    first, last = min(columns, default=0), max(columns, default=0)
    return [
        fact
        for fact in facts
        if fact.column in columns
        or (
            not fact.told
            and fact.name
            and fact.kind == ""
            and label.column < fact.column
            and first - 3 <= fact.column <= last + 3
        )
    ]


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
