"""What keeps the numbers of a table from being levels of people."""

from collections.abc import Collection, Hashable, Iterator
from math import ceil

from skillgap.domain.sheets.day_formats import is_ambiguous
from skillgap.domain.sheets.level_marks import read_mark
from skillgap.domain.sheets.mapping import ColumnRole
from skillgap.domain.sheets.reading_notes import Question
from skillgap.domain.sheets.row_signs import repeats_header
from skillgap.domain.sheets.row_totals import number_in, points_budget
from skillgap.domain.sheets.scale_numbers import USUAL_ENDS
from skillgap.domain.sheets.sheet import Sheet, column_letter
from skillgap.domain.sheets.table_frame import Frame
from skillgap.domain.sheets.unfolding import Table

YES_AND_NO = {("yes_no", "yes"), ("yes_no", "no")}
FEW = 0.3  # so small a share of the columns may be on another scale


def find_refusals(table: Table) -> Iterator[Question]:
    """Yield what must be asked, or why a table cannot be read, but for its scale."""
    if not table.sorting.data:
        yield Question("no_table")
        return
    if place := find_second_table(table.frame):
        yield Question("no_single_table", {"value": place})
    yield from ask_order(table)
    budget = points_budget(_shares(table))
    if budget is not None:
        yield Question("no_levels_budget", {"value": f"{budget:g}"})


def find_second_table(frame: Frame) -> str:
    """Return the cell at which another table begins, empty if there is but one.

    It is told by its header: what names rows stands there again, below or to the right.
    """
    if frame.layout not in ("people_in_rows", "people_in_columns"):
        return ""
    role: ColumnRole = "person" if frame.layout == "people_in_rows" else "skill"
    naming, ratings = frame.columns(role)[:1], frame.rating_columns
    name = frame.header.names[naming[0]].casefold() if naming else ""
    if not name or not ratings:
        return ""
    for column in range(ratings[0], ratings[-1]):
        if frame.header.names[column].casefold() == name:
            return f"{column_letter(column)}{frame.header.bottom + 1}"
    for row in frame.rows_below():
        if frame.label(row).casefold() == name and not repeats_header(frame, row):
            cells = [c for column in ratings if (c := frame.sheet.cell(row, column))]
            if len(cells) > 1 and not any(map(read_mark, cells)):
                return f"{column_letter(naming[0])}{row + 1}"
    return ""


def ask_order(table: Table) -> list[Question]:
    """Return the question for the order of day and month, if nothing tells it."""
    days = days_of(table)
    if not is_ambiguous(days):
        return []
    shown = next((day for day in days if is_ambiguous([day])), days[0])
    return [Question("ask_date_order", {"value": shown[:30]})]


def days_of(table: Table) -> list[str]:
    """Return the cells of the column of dates."""
    return [table.frame.text(row, "date") for row in table.sorting.data]


def _shares(table: Table) -> dict[Hashable, list[float]]:
    """Return the numbers of each person; each answer counts by itself."""
    found: dict[Hashable, list[float]] = {}
    for whose, text in table.marks():
        value = number_in(text)
        if value is not None:
            found.setdefault(whose, []).append(value)
    return found


def find_yes_no(
    sheet: Sheet, rows: Collection[int], columns: Collection[int]
) -> list[int]:
    """Return the few columns of yes and no beside others of numbers or words.

    "Would you mentor?" stands at the end of many a form. Where most columns are of
    yes and no, these are what the sheet is about; where all say no, it may be a skill
    nobody has.
    """
    found = []
    for column in columns:
        marks = [read_mark(text) for row in rows if (text := sheet.cell(row, column))]
        told = {(m.kind, m.label) if m else ("", "") for m in marks}
        if {each for each in told if each[0] != "unknown"} == YES_AND_NO:
            found.append(column)
    return found if 2 * len(found) < len(columns) else []


def find_other_scale(
    sheet: Sheet, rows: Collection[int], columns: Collection[int]
) -> Iterator[int]:
    """Yield the few columns whose numbers go far beyond where those of the others end.

    Where the others end is told by the highest number of each column: a few skills in
    which everybody is good are no other scale.
    """
    values = {
        column: [
            value
            for row in rows
            if (value := number_in(sheet.cell(row, column))) is not None
        ]
        for column in columns
    }
    tops = sorted(max(found) for found in values.values() if found)
    if len(columns) < 3 or not tops:
        return
    top = tops[ceil((1 - FEW) * len(tops)) - 1]
    end = next((end for end in USUAL_ENDS if top <= end), USUAL_ENDS[-1])
    far = [
        column
        for column, found in values.items()
        if found and sum(value > end for value in found) > 0.4 * len(found)
    ]
    if len(far) <= FEW * len(columns):
        yield from far
