"""What a sheet is proposed to hold: its table, its scale, and what must be asked."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import ceil

from skillgap.domain.problems import Note, Question
from skillgap.domain.sheet import Sheet, column_letter
from skillgap.sheets.days import DayOrder, day_order, is_ambiguous
from skillgap.sheets.entries import Table
from skillgap.sheets.frame import Frame
from skillgap.sheets.layout import find_layout
from skillgap.sheets.legend import find_legend
from skillgap.sheets.mapping import ColumnRole
from skillgap.sheets.marks import is_unknown, read_mark
from skillgap.sheets.rows import repeats_header, sort_rows
from skillgap.sheets.scale import Scale
from skillgap.sheets.scale_finding import USUAL_ENDS, detect_scale
from skillgap.sheets.totals import number_in, points_budget, total_columns

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


FEW_BLANK = 0.3
ENDS = ("max", "min")


@dataclass(frozen=True)
class TableProposal:
    """A proposed reading of a sheet.

    ``table`` is None if the sheet is no skills matrix; ``questions`` then say why.
    ``legend`` has the meaning of marks, ``order`` that of day and month, ``cells`` how
    often each text stands in a rating cell.
    """

    table: Table | None
    scale: Scale = field(default_factory=lambda: Scale(""))
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()
    legend: Mapping[str, str] = field(default_factory=dict)
    order: DayOrder | None = None
    cells: Mapping[str, int] = field(default_factory=dict)

    @property
    def marks(self) -> int:
        """How many cells say something."""
        return sum(n for text, n in self.cells.items() if not is_unknown(text))


def propose_table(
    sheet: Sheet, known: Collection[str], beside: Iterable[str] = ()
) -> TableProposal:
    """Return how a sheet would be read.

    Args:
        sheet: the cells.
        known: folded names of skills, to tell skills from people.
        beside: texts of other sheets; "Scale: 1 to 4" in one of them tells the ends.

    """
    legend = find_legend(sheet)
    layout = find_layout(sheet, known, legend)
    if layout.frame is None:
        return TableProposal(None, questions=layout.questions, notes=layout.notes)
    table = _sorted(layout.frame, legend, known)
    notes = [*layout.notes]
    if _should_fill(table):
        table = replace(table, frame=replace(table.frame, fills_down=True))
        notes.append(Note("people_filled_down"))
    cells = Counter(text for _whose, text in table.marks() if text)
    scale = detect_scale(cells, legend, [*_hints(table), *beside])
    refusals = list(find_refusals(table))
    asked = [] if any(q.code.startswith("no_") for q in refusals) else scale.questions
    questions = [*layout.questions, *asked, *refusals]
    order = day_order(days_of(table))
    if order:
        notes.append(Note("days_read", {"order": order}))
    return TableProposal(
        table,
        scale.scale,
        tuple(questions),
        (*notes, *scale.notes),
        legend,
        order,
        cells,
    )


def _sorted(frame: Frame, legend: Mapping[str, str], known: Collection[str]) -> Table:
    """Return the table without columns that add up others or have another scale."""
    sorting = sort_rows(frame, legend, known)
    if frame.layout in ("people_in_rows", "people_in_columns", "form"):
        rows, columns = sorting.data, frame.columns("ratings")
        ends = [c for c in columns if frame.header.names[c].casefold() in ENDS]
        totals = total_columns(frame.sheet, rows, columns, ends)
        added = dict.fromkeys(totals, "total")
        rest = [column for column in columns if column not in added]
        far = [
            *find_other_scale(frame.sheet, rows, rest),
            *find_yes_no(frame.sheet, rows, rest),
        ]
        is_upright = frame.layout == "people_in_columns"
        strange = dict.fromkeys(() if is_upright else far, "other_scale")
        if added or strange:
            frame = _without(frame, {**added, **strange})
            sorting = sort_rows(frame, legend, known)
    return Table(frame, sorting)


def _without(frame: Frame, reasons: Mapping[int, str]) -> Frame:
    roles = tuple(
        "out" if column in reasons else role for column, role in enumerate(frame.roles)
    )
    form = {c: header for c, header in frame.form.items() if c not in reasons}
    return replace(frame, roles=roles, reasons={**frame.reasons, **reasons}, form=form)


def _should_fill(table: Table) -> bool:
    """Say whether blank people of a long table belong to the name above them."""
    frame, rows = table.frame, table.sorting.data
    if frame.layout != "long" or not rows or not frame.label(rows[0]):
        return False
    blank = [row for row in rows if not frame.label(row)]
    return len(blank) > FEW_BLANK * len(rows)


def _hints(table: Table) -> list[str]:
    """Return headers and titles, and cells of rows that tell about columns."""
    frame, header = table.frame, table.frame.header
    names = [
        text
        for column in frame.rating_columns
        for text in (header.names[column], header.sections[column])
    ]
    beside = {e.row - 1 for e in table.sorting.left_out if e.why == "attribute"}
    titles = [
        text
        for row in frame.sheet.filled_rows
        if row < header.rows[0] or row in beside
        for _column, text in frame.sheet.texts(row)
    ]
    return [text for text in [*names, *titles] if text]
