"""The frame of a sheet as a mapping says it: nothing is looked for, all is told."""

from collections.abc import Iterator

from skillgap.domain.sheets.form_questions import part_headers
from skillgap.domain.sheets.mapping import ColumnRole, SheetMapping
from skillgap.domain.sheets.reading_notes import Question
from skillgap.domain.sheets.sheet import Sheet, column_letter
from skillgap.domain.sheets.table_columns import describe_columns
from skillgap.domain.sheets.table_frame import Frame
from skillgap.domain.sheets.table_header import Header, build_header


def frame_of(
    sheet: Sheet, mapping: SheetMapping
) -> tuple[Frame | None, tuple[Question, ...]]:
    """Return the frame of a sheet, or what keeps the mapping from fitting it."""
    if max(mapping.header_rows) > len(sheet.rows):
        blanks = {"value": max(mapping.header_rows), "rows": len(sheet.rows)}
        return None, (Question("mapping_beyond_sheet", blanks),)
    header = build_header(sheet, [row - 1 for row in mapping.header_rows])
    faults = tuple(_misfits(sheet, header, mapping))
    if faults:
        return None, faults
    keys = [header.key(column) for column in range(sheet.width)]
    roles: tuple[ColumnRole, ...] = tuple(mapping.columns.get(k, "out") for k in keys)
    ratings = {c: header.names[c] for c, role in enumerate(roles) if role == "ratings"}
    frame = Frame(
        sheet,
        header,
        mapping.layout,
        roles,
        dict.fromkeys([c for c, role in enumerate(roles) if role == "out"], "chosen"),
        part_headers(ratings) if mapping.layout == "form" else {},
        mapping.in_brackets,
        mapping.person,
        mapping.blank_people == "same as above",
    )
    return frame, ()


def _misfits(sheet: Sheet, header: Header, mapping: SheetMapping) -> Iterator[Question]:
    facts = describe_columns(sheet, header, frozenset(map(str, mapping.scale.values)))
    keys = {header.key(fact.column): fact for fact in facts}
    for key, role in mapping.columns.items():
        if key not in keys:
            yield Question("mapping_column_missing", {"value": key[:60]})
        elif role != "out" and keys[key].is_sensitive:
            yield Question("mapping_column_private", {"value": key[:60]})
    for key, fact in keys.items():
        if key not in mapping.columns and fact.filled:
            column = f"{column_letter(fact.column)} ({key[:60]})"
            yield Question("mapping_column_unsaid", {"value": column})
