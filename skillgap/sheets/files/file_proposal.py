"""What is proposed for a whole file: which sheet, which skills, what was assumed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Note, Problem, Question
from skillgap.domain.scale import Level
from skillgap.domain.sheet import Sheet
from skillgap.domain.synonyms import known_names
from skillgap.domain.team.sheet_reading import LeftOut
from skillgap.files.workbook import OpenedFile, open_file
from skillgap.sheets.entries import Table
from skillgap.sheets.files.judging import mask_question
from skillgap.sheets.files.skill_names import SkillMatch, match_skills
from skillgap.sheets.header_words import words_of
from skillgap.sheets.mapping import OWN, MarkLevel, ScaleMapping, SheetMapping
from skillgap.sheets.private_values import drop_private
from skillgap.sheets.table_proposal import TableProposal, propose_table


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


RIVAL = 0.3
MOST_SKILLS = 3000
MOST_MARKS = 25
FIRST_ROWS = 40


@dataclass(frozen=True, eq=False)
class Proposal:
    """How a foreign file would be read.

    ``problem`` says why it cannot be read at all; ``table`` is None then, and also
    where ``questions`` say that no sheet is a skills matrix. ``mapping`` is what would
    be confirmed as it stands; with ``questions`` it still needs their answers.
    """

    name: str
    problem: Problem | None = None
    file: OpenedFile | None = None
    sheet: Sheet | None = None
    found: TableProposal = field(default_factory=lambda: TableProposal(None))
    matches: Mapping[str, SkillMatch] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    assumed: tuple[Note, ...] = ()
    mapping: SheetMapping | None = None

    @property
    def table(self) -> Table | None:
        """The table that was found."""
        return self.found.table

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The rows below the header that are no people or skills."""
        return self.table.sorting.left_out if self.table else ()

    def levels_note(self) -> Note:
        """Return the note that says which level each mark is, the highest last."""
        said = ", ".join(
            f"{mark} → {'?' if level is None else level}"
            for mark, level in sorted(self.marks().items(), key=_by_level)[:MOST_MARKS]
        )
        return Note("levels_from", {"scale": self.found.scale.name, "value": said})

    def marks(self) -> dict[str, Level | None]:
        """Return the proposed level of each mark that occurs, None if unknown."""
        return self.found.scale.table(self.found.cells)


def _by_level(item: tuple[str, Level | None]) -> tuple[int, str]:
    mark, level = item
    return -1 if level is None else level, mark


def propose(name: str, content: bytes, framework: Framework) -> Proposal:
    """Return how a foreign file would be read; nothing is imported.

    Args:
        name: the file's name, for messages.
        content: the bytes of a CSV, TSV, TXT or XLSX file.
        framework: the skills that names are matched to.

    """
    file = open_file(name, content)
    if isinstance(file, Problem):
        return Proposal(name, file)
    return propose_opened(name, file, framework)


def propose_opened(name: str, file: OpenedFile, framework: Framework) -> Proposal:
    """Return how an opened file would be read; arguments as in ``propose``."""
    known = known_names(framework)
    found = [
        (sheet, propose_table(sheet, known, _texts_beside(sheet, file)))
        for sheet in file.sheets
    ]
    if not found:
        return Proposal(name, Problem(name, "file_without_rows"), file)
    sheet, best, asked = _choose_sheet(found)
    questions = tuple(map(mask_question, (*asked, *best.questions)))
    notes = [*notes_on_file(file, sheet), *best.notes]
    if best.table is None:
        return Proposal(name, None, file, sheet, best, {}, questions, tuple(notes))
    names = best.table.skills
    if len(names) > MOST_SKILLS:
        question = Question("too_many_skills", {"value": len(names)})
        return Proposal(name, None, file, sheet, best, {}, (question,))
    matches = match_skills(names, framework)
    notes += notes_on_table(best.table, matches)
    mapping = _mapping(sheet, best, matches)
    return Proposal(
        name, None, file, sheet, best, matches, questions, tuple(notes), mapping
    )


def _texts_beside(sheet: Sheet, file: OpenedFile) -> Iterator[str]:
    """Yield the first texts of the other sheets: a cover or a legend."""
    for other in file.sheets:
        if other is not sheet:
            for row in other.filled_rows[:FIRST_ROWS]:
                yield from (text for _column, text in other.texts(row))


def _choose_sheet(
    found: list[tuple[Sheet, TableProposal]],
) -> tuple[Sheet, TableProposal, tuple[Question, ...]]:
    """Return the sheet with most marks; ask if another has nearly as many."""

    def worth(item: tuple[Sheet, TableProposal]) -> tuple[int, int]:
        proposal = item[1]
        is_near = any(question.code == "no_levels" for question in proposal.questions)
        return proposal.marks, int(proposal.table is not None) + int(is_near)

    ranked = sorted(found, key=worth, reverse=True)
    sheet, best = ranked[0]
    rivals = [
        s.name for s, p in ranked[1:] if best.marks and p.marks > RIVAL * best.marks
    ]
    if not rivals:
        return sheet, best, ()
    value = ", ".join([sheet.name, *rivals])[:200]
    return sheet, best, (Question("ask_sheet", {"value": value}),)


def _mapping(
    sheet: Sheet, found: TableProposal, matches: Mapping[str, SkillMatch]
) -> SheetMapping | None:
    if found.table is None:
        return None
    frame = found.table.frame
    marks = found.scale.table(found.cells)
    values: dict[str | int | float, MarkLevel] = {
        mark: "unknown" if level is None else level for mark, level in marks.items()
    }
    return SheetMapping(
        layout=frame.layout,
        header_rows=tuple(row + 1 for row in frame.header.rows),
        columns={
            frame.header.key(column): role
            for column, role in enumerate(frame.roles)
            if role != "out" or column in frame.reasons
        },
        scale=ScaleMapping(values, found.scale.low, found.scale.high),
        skills={n: OWN if m.is_own else m.skill for n, m in matches.items()},
        sheet=sheet.name,
        in_brackets=frame.in_brackets,
        date_order=found.order,
        blank_people="same as above" if frame.fills_down else "faulty",
        rows_out=_labels_out(found.table),
    )


def _labels_out(table: Table) -> tuple[str, ...]:
    """Return the labels of rows of totals and targets that name no other row."""
    frame, sorting = table.frame, table.sorting
    counted = {frame.label(row).casefold() for row in sorting.data}
    found = [
        drop_private(label)
        for entry in sorting.left_out
        if (label := frame.label(entry.row - 1)) and words_of(label)
        if entry.why in ("total", "target") and label.casefold() not in counted
    ]
    return tuple(dict.fromkeys(filter(None, found)))
