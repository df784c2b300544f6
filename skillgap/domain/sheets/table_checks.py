"""What keeps the numbers of a table from being levels of people."""

from collections.abc import Collection, Hashable, Iterator
from itertools import chain

from skillgap.domain.sheets.day_formats import is_ambiguous
from skillgap.domain.sheets.reading_notes import Question
from skillgap.domain.sheets.row_totals import number_in, points_budget
from skillgap.domain.sheets.scale_numbers import USUAL_ENDS
from skillgap.domain.sheets.sheet import Sheet
from skillgap.domain.sheets.unfolding import Table


def find_refusals(table: Table) -> Iterator[Question]:
    """Yield what must be asked, or why a table cannot be read, but for its scale."""
    if not table.sorting.data:
        yield Question("no_table")
        return
    yield from ask_order(table)
    budget = points_budget(_shares(table))
    if budget is not None:
        yield Question("no_levels_budget", {"value": f"{budget:g}"})


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


def find_other_scale(
    sheet: Sheet, rows: Collection[int], columns: Collection[int]
) -> Iterator[int]:
    """Yield the few columns whose numbers go far beyond those of the others."""
    values = {
        column: [
            value
            for row in rows
            if (value := number_in(sheet.cell(row, column))) is not None
        ]
        for column in columns
    }
    numbers = sorted(chain.from_iterable(values.values()))
    if len(columns) < 3 or not numbers:
        return
    middle = numbers[len(numbers) // 2]
    end = next((end for end in USUAL_ENDS if middle <= end), USUAL_ENDS[-1])
    far = [
        column
        for column, found in values.items()
        if found and sum(value > end for value in found) > 0.4 * len(found)
    ]
    if len(far) <= 0.3 * len(columns):
        yield from far
