"""What a proposal assumes, to be said to the reader."""

from collections.abc import Mapping

from skillgap.domain.sheets.reading_notes import Note
from skillgap.domain.sheets.sheet import Sheet
from skillgap.domain.sheets.unfolding import Table
from skillgap.files.sheets.skill_names import SkillMatch
from skillgap.files.sheets.workbook import OpenedFile


def notes_on_file(file: OpenedFile, sheet: Sheet) -> list[Note]:
    """Return what was assumed to open a file."""
    notes = []
    if file.is_guess:
        notes.append(Note("encoding_guessed", {"value": file.encoding}))
    if file.is_wrapped:
        notes.append(Note("rows_unwrapped"))
    if len(file.sheets) > 1:
        notes.append(Note("sheet_chosen", {"value": sheet.name}))
    return notes


def notes_on_table(table: Table, matches: Mapping[str, SkillMatch]) -> list[Note]:
    """Return what was assumed about a table and the names of its skills."""
    frame, notes = table.frame, []
    rows = ", ".join(str(row + 1) for row in frame.header.rows)
    notes.append(Note("header_found", {"value": rows}))
    out = [frame.header.key(column) for column in frame.reasons]
    if out:
        notes.append(Note("columns_out", {"value": ", ".join(out)[:300]}))
    if table.sorting.left_out:
        listed = ", ".join(str(entry.row) for entry in table.sorting.left_out[:40])
        notes.append(Note("rows_out", {"value": listed}))
    for match in matches.values():
        if not match.is_own and match.score < 100:
            blanks = {"value": match.name, "skill": match.skill, "score": match.score}
            notes.append(Note("skill_matched", blanks))
        elif match.is_own and match.rival:
            blanks = {"value": match.name, "skill": match.nearest, "other": match.rival}
            notes.append(Note("skill_torn", blanks))
        elif match.is_own and match.nearest:
            blanks = {"value": match.name, "skill": match.nearest, "score": match.score}
            notes.append(Note("skill_near", blanks))
    own = len({match.skill for match in matches.values() if match.is_own})
    if own:
        notes.append(Note("skills_own", {"value": own}))
    return notes
