"""Reads a spreadsheet somebody else made, as a confirmed mapping says, or alone.

Without a mapping the proposal counts, but only where nothing has to be asked; what was
assumed is said. Otherwise the file is refused with the questions the mapping answers.
"""

from collections.abc import Mapping
from dataclasses import replace

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem, Question
from skillgap.domain.sheet import Sheet
from skillgap.domain.synonyms import known_names
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.workbook import OpenedFile, open_file
from skillgap.sheets.entries import Table
from skillgap.sheets.files.file_proposal import Proposal, propose
from skillgap.sheets.files.judging import ReadingTask, refuse
from skillgap.sheets.files.skill_names import fold_case, own_ids
from skillgap.sheets.frame import frame_of
from skillgap.sheets.legend import find_legend
from skillgap.sheets.mapping import OUT, OWN, SheetMapping
from skillgap.sheets.rows import sort_rows
from skillgap.sheets.table_proposal import ask_order


def read_foreign(
    name: str,
    content: bytes,
    framework: Framework,
    today: str = "",
    mapping: SheetMapping | None = None,
) -> SheetReading:
    """Read a foreign file.

    Args:
        name: the file's name, for messages.
        content: the bytes of a CSV, TSV, TXT or XLSX file.
        framework: the skills that names may stand for.
        today: ISO date of ratings where neither file nor mapping has one; without it
            such a file is refused.
        mapping: what a reader confirmed; None counts the proposal if it asks nothing.

    """
    if mapping is None:
        return read_proposed(propose(name, content, framework), framework, today)
    file = open_file(name, content)
    if isinstance(file, Problem):
        return SheetReading((file,))
    return read_mapped(name, file, framework, mapping, today)


def read_mapped(
    name: str,
    file: OpenedFile,
    framework: Framework,
    mapping: SheetMapping,
    today: str = "",
) -> SheetReading:
    """Read an opened file as a mapping says; arguments as in ``read_foreign``."""
    sheet = find_sheet(file, mapping.sheet)
    if sheet is None:
        value = ", ".join(each.name for each in file.sheets)[:200]
        question = Question("mapping_sheet_missing", {"value": value})
        return refuse(name, file, [question])
    frame, questions = frame_of(sheet, mapping)
    if frame is None:
        return refuse(name, file, questions)
    known, legend = known_names(framework), find_legend(sheet)
    table = Table(frame, sort_rows(frame, legend, known, mapping.rows_out))
    if asked := [] if mapping.date_order else ask_order(table):
        return refuse(name, file, asked)
    scale, skills = mapping.scale.to_scale(), _skill_ids(mapping.skills)
    version = framework.version
    return ReadingTask(name, file, table, scale, skills, mapping, version, today).read()


def read_proposed(
    proposal: Proposal, framework: Framework, today: str = ""
) -> SheetReading:
    """Read a file as it was proposed; refuse it if the proposal has questions."""
    if proposal.problem or proposal.file is None:
        return SheetReading((proposal.problem,) if proposal.problem else ())
    table, mapping = proposal.table, proposal.mapping
    if proposal.questions or table is None or mapping is None:
        layout = mapping.layout if mapping else ""
        name = proposal.found.scale.name
        return refuse(proposal.name, proposal.file, proposal.questions, layout, name)
    skills = {fold_case(n): match.skill for n, match in proposal.matches.items()}
    scale = proposal.found.scale
    version = framework.version
    reading = ReadingTask(
        proposal.name, proposal.file, table, scale, skills, mapping, version, today
    ).read()
    if not reading.rows:
        return reading
    told = (*proposal.assumed, proposal.levels_note(), *reading.assumed)
    return replace(reading, assumed=told)


def find_sheet(file: OpenedFile, name: str) -> Sheet | None:
    """Return the sheet of a name, without one the only sheet; None if there is none."""
    if not name and len(file.sheets) == 1:
        return file.sheets[0]
    return next((sheet for sheet in file.sheets if sheet.name == name), None)


def _skill_ids(skills: Mapping[str, str]) -> dict[str, str]:
    """Return the id of each folded name; empty for a skill left out."""
    spelled = {fold_case(name): skill for name, skill in skills.items()}
    slugs = own_ids(spelled)
    return {
        name: slugs[name] if skill == OWN else "" if skill == OUT else skill
        for name, skill in spelled.items()
    }
