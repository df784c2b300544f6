"""What a reader sees of a spreadsheet while saying how it is to be read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Question
from skillgap.domain.sheet import Sheet
from skillgap.domain.synonyms import known_names
from skillgap.domain.team.sheet_reading import LeftOut
from skillgap.sheets.columns import describe_columns
from skillgap.sheets.entries import Table
from skillgap.sheets.files.skill_names import SkillMatch, match_skills
from skillgap.sheets.frame import frame_of
from skillgap.sheets.header import build_header
from skillgap.sheets.legend import find_legend
from skillgap.sheets.mapping import OWN, ColumnRole, ScaleMapping, SheetMapping
from skillgap.sheets.private_values import drop_private, mask_private
from skillgap.sheets.rows import sort_rows

EXAMPLES, LONGEST = 3, 40


@dataclass(frozen=True)
class SheetColumn:
    """A column by the key a mapping calls it, with a few of its texts.

    A private one shows none of them and is never read.
    """

    key: str
    examples: tuple[str, ...]
    is_private: bool


@dataclass(frozen=True)
class Survey:
    """What a table holds, read as a mapping says.

    ``skills`` are the names in the file and which of ours each may be, ``marks`` how
    often each text stands in a rating cell. ``labels`` name the rows that count.
    ``questions`` say why there is no table.
    """

    skills: Mapping[str, SkillMatch] = field(default_factory=dict)
    marks: Counter[str] = field(default_factory=Counter)
    labels: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    questions: tuple[Question, ...] = ()


def start_mapping(sheet: Sheet) -> SheetMapping:
    """Return a mapping in which nothing is said yet but that the first row is a header.

    For a sheet about which nothing could be proposed.
    """
    first = sheet.filled_rows[0] if sheet.filled_rows else 0
    columns: dict[str, ColumnRole] = {
        column.key: "out" for column in list_columns(sheet, (first + 1,))
    }
    return SheetMapping(
        "people_in_rows", (first + 1,), columns, ScaleMapping(), sheet=sheet.name
    )


def list_columns(sheet: Sheet, header_rows: Sequence[int]) -> list[SheetColumn]:
    """Return the columns in use, under a header given by its rows from 1."""
    header = build_header(sheet, [row - 1 for row in header_rows])
    found = []
    for fact in describe_columns(sheet, header, frozenset()):
        if fact.filled or header.names[fact.column]:
            key, is_private = header.key(fact.column), fact.is_sensitive
            texts = [] if is_private else [t[:LONGEST] for t in fact.texts[:EXAMPLES]]
            shown = tuple(mask_private(text) for text in texts)
            found.append(SheetColumn(key, shown, is_private))
    return found


def survey_table(sheet: Sheet, mapping: SheetMapping, framework: Framework) -> Survey:
    """Return which skills and marks a table holds if it is read by a mapping."""
    frame, questions = frame_of(sheet, mapping)
    if frame is None:
        return Survey(questions=questions)
    known = known_names(framework)
    sorting = sort_rows(frame, find_legend(sheet), known, mapping.rows_out)
    table = Table(frame, sorting)
    marks = Counter(text for _whose, text in table.marks() if text)
    labels = dict.fromkeys(drop_private(frame.label(row)) for row in sorting.data)
    return Survey(
        match_skills(table.skills, framework),
        marks,
        tuple(filter(None, labels)),
        sorting.left_out,
    )


def complete_skills(mapping: SheetMapping, survey: Survey) -> SheetMapping:
    """Return a mapping that says what each skill in the table is, and of no other.

    What it says already stays.
    """
    found = {
        name: mapping.skills.get(name, OWN if match.is_own else match.skill)
        for name, match in survey.skills.items()
    }
    return replace(mapping, skills=found)


def move_header(
    sheet: Sheet, mapping: SheetMapping, header_rows: tuple[int, ...]
) -> SheetMapping:
    """Return a mapping with its header elsewhere; columns keep their roles by place."""
    if max(header_rows) > len(sheet.rows):
        return mapping
    before = build_header(sheet, [row - 1 for row in mapping.header_rows])
    after = build_header(sheet, [row - 1 for row in header_rows])
    places = {before.key(column): column for column in range(sheet.width)}
    columns: dict[str, ColumnRole] = {
        after.key(places[key]): role
        for key, role in mapping.columns.items()
        if key in places
    }
    for column in list_columns(sheet, header_rows):
        columns.setdefault(column.key, "out")
    return replace(mapping, header_rows=header_rows, columns=columns)


def preview_rows(
    sheet: Sheet, header_rows: Sequence[int], rows: int = 6
) -> dict[int, list[str]]:
    """Return the first rows from the header on, by number; private cells are dots."""
    header = build_header(sheet, [row - 1 for row in header_rows])
    facts = describe_columns(sheet, header, frozenset())
    hidden = {fact.column for fact in facts if fact.is_sensitive}
    below = (row for row in sheet.filled_rows if row >= header.rows[0])
    return {
        row + 1: [
            "…" if column in hidden and row > header.bottom else
            mask_private(sheet.cell(row, column))[:LONGEST]
            for column in range(sheet.width)
        ]
        for row in islice(below, rows + len(header.rows))
    }  # fmt: skip
