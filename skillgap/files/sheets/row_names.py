"""Names of rows that stand under no header, as R writes them."""

from skillgap.domain.sheets.sheet import Row


def name_first_column(rows: list[Row]) -> list[Row]:
    """Return the rows with a blank above the first column if the header lacks a cell.

    R writes the names of rows so: the header is one cell shorter than every row.
    """
    head, below = rows[0], [row for row in rows[1:] if any(row)]
    is_short = len(below) > 1 and all(len(row) == len(head) + 1 for row in below)
    is_told = all(head) and any(row[-1].strip() for row in below)
    return [("", *head), *rows[1:]] if is_short and is_told else rows
