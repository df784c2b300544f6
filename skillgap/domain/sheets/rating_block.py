"""The columns of levels of a wide table, with those that belong among them."""

from collections.abc import Sequence

from skillgap.domain.sheets.header_vocabulary import NAMES_TOO
from skillgap.domain.sheets.table_columns import ColumnFact


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
