"""Opens a spreadsheet somebody else made: CSV, TSV, TXT or XLSX, as grids of texts."""

from dataclasses import dataclass

from skillgap.domain.problems import Problem
from skillgap.domain.sheets.sheet import Sheet
from skillgap.files.sheets.signatures import find_signature
from skillgap.files.sheets.text_tables import read_text_table
from skillgap.files.sheets.xlsx_tables import read_workbook


@dataclass(frozen=True)
class OpenedFile:
    """The sheets of a file and how it was written.

    A text file has one sheet without a name. ``delimiter`` is empty for a workbook.
    ``is_guess`` says that the encoding is likely but not certain, ``is_wrapped`` that
    each row stood in one quoted cell.
    """

    sheets: tuple[Sheet, ...]
    encoding: str
    delimiter: str
    is_guess: bool = False
    is_wrapped: bool = False


def open_file(name: str, content: bytes) -> OpenedFile | Problem:
    """Return the sheets of a file, or the one reason why it cannot be read.

    What a file is, its content tells and not its name. Sizes are bounded before and
    after unpacking; formulas count by their last values; links and macros are left.
    """
    kind = find_signature(content)
    if kind == "ZIP":
        sheets = read_workbook(name, content)
        if isinstance(sheets, Problem):
            return sheets
        return OpenedFile(sheets, "xlsx", "")
    if kind:
        return Problem(name, "not_a_spreadsheet", {"value": kind})
    table = read_text_table(name, content)
    if isinstance(table, Problem):
        return table
    return OpenedFile(
        (table.sheet,),
        table.encoding,
        table.delimiter,
        table.is_guess,
        table.is_wrapped,
    )
