"""Problems as a CSV table a spreadsheet opens."""

import csv
import io
from collections.abc import Iterable

from skillgap.domain.problems import Problem
from skillgap.files.safe_cells import escape_cell
from skillgap.files.wording import N_, Translate, describe_problem

COLUMNS = ("file", "row", "column", "value", "code", "message")
MORE = N_(
    "{count} further problems are not listed. Correct these first, then read the files "
    "again."
)


def write_problems(
    problems: Iterable[Problem], translate: Translate = N_, left_out: int = 0
) -> bytes:
    """Return problems as CSV, one a line; what has no row or column is empty there.

    Columns ``file``, ``row`` (as a spreadsheet numbers it), ``column``, ``value``,
    ``code``, ``message`` (what is wrong and what to do). A byte order mark tells
    spreadsheets that it is UTF-8.

    Args:
        problems: what to list.
        translate: into the language of the messages.
        left_out: how many problems there are beyond these; a last line says so.

    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for problem in problems:
        places = [problem.values.get(name, "") for name in ("row", "column", "value")]
        cells = [problem.where, *places, problem.code]
        message = describe_problem(problem, translate)
        writer.writerow([escape_cell(str(cell)) for cell in [*cells, message]])
    if left_out:
        more = translate(MORE).format(count=left_out)
        writer.writerow(["", "", "", "", "more", more])
    return buffer.getvalue().encode("utf-8-sig")
