"""What a sheet is proposed to hold: its table, its scale, and what must be asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from skillgap.domain.sheets.day_formats import DayOrder, day_order
from skillgap.domain.sheets.level_legend import find_legend
from skillgap.domain.sheets.level_marks import is_unknown
from skillgap.domain.sheets.level_scale import Scale
from skillgap.domain.sheets.reading_notes import Note, Question
from skillgap.domain.sheets.row_totals import total_columns
from skillgap.domain.sheets.scale_detection import detect_scale
from skillgap.domain.sheets.sheet import Sheet
from skillgap.domain.sheets.table_checks import (
    days_of,
    find_other_scale,
    find_refusals,
    find_yes_no,
)
from skillgap.domain.sheets.table_frame import Frame
from skillgap.domain.sheets.table_layout import find_layout
from skillgap.domain.sheets.table_rows import sort_rows
from skillgap.domain.sheets.unfolding import Table

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
