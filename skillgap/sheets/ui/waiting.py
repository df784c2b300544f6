"""Spreadsheets that wait until the reader has said how they are read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from skillgap.domain.sheet import Sheet
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.workbook import OpenedFile
from skillgap.sheets.files.draft import start_mapping
from skillgap.sheets.files.file_proposal import Proposal, propose, propose_opened
from skillgap.sheets.files.reading import read_mapped
from skillgap.sheets.mapping import SheetMapping
from skillgap.ui.session import framework, today
from skillgap.ui.state import TEAM_SHEET_NUMBER, TEAM_WAITING
from skillgap.ui.team.kept_files import add_reading, note_left_out

OPEN_CODES = {"row_skill_unsaid", "row_mark_unknown"}


@dataclass(frozen=True)
class Waiting:
    """A spreadsheet that waits.

    ``number`` is new whenever the ground of the reader's choices changes: what was
    chosen on other ground would not fit. ``base`` is what the choices begin with.
    """

    number: int
    proposal: Proposal
    file: OpenedFile
    sheet: Sheet
    base: SheetMapping

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.proposal.name


def let_wait(sheets: Sequence[tuple[str, bytes]]) -> None:
    """Let spreadsheets wait for the reader; what cannot be opened is read at once."""
    waiting: list[Waiting] = []
    for name, content in sheets:
        proposal = propose(name, content, framework())
        if proposal.file is None or not proposal.file.sheets:
            problems = (proposal.problem,) if proposal.problem else ()
            add_reading(name, SheetReading(problems))
        else:
            waiting.append(_begin(proposal, proposal.file))
    st.session_state[TEAM_WAITING] = waiting


def _begin(proposal: Proposal, file: OpenedFile) -> Waiting:
    sheet = proposal.sheet or file.sheets[0]
    base = proposal.mapping or start_mapping(sheet)
    return Waiting(_next_number(), proposal, file, sheet, base)


def _next_number() -> int:
    number: int = st.session_state.get(TEAM_SHEET_NUMBER, 0) + 1
    st.session_state[TEAM_SHEET_NUMBER] = number
    return number


def waiting_sheets() -> list[Waiting]:
    """Return the spreadsheets that wait, the one to be shown first."""
    return list(st.session_state.get(TEAM_WAITING, []))


def start_again(base: SheetMapping) -> None:
    """Let the first spreadsheet that waits begin from another mapping."""
    first, *rest = waiting_sheets()
    named = (sheet for sheet in first.file.sheets if sheet.name == base.sheet)
    sheet = next(named, first.sheet)
    again = replace(first, number=_next_number(), sheet=sheet, base=base)
    st.session_state[TEAM_WAITING] = [again, *rest]


def turn_to(sheet: Sheet) -> None:
    """Let the first spreadsheet that waits be read from another of its sheets."""
    first, *rest = waiting_sheets()
    alone = replace(first.file, sheets=(sheet,))
    proposal = propose_opened(first.name, alone, framework())
    again = replace(_begin(proposal, alone), file=first.file, sheet=sheet)
    st.session_state[TEAM_WAITING] = [again, *rest]


def leave_out() -> None:
    """Let go of the first spreadsheet that waits, but for its name."""
    first, *rest = waiting_sheets()
    st.session_state[TEAM_WAITING] = rest
    note_left_out(first.name)


def confirm(reading: SheetReading, mapping: SheetMapping | None) -> None:
    """Take the first spreadsheet as it was read, and others that a mapping fits.

    Args:
        reading: what the first one gave.
        mapping: tried on the others that wait; None tries nothing.

    """
    first, *rest = waiting_sheets()
    add_reading(first.name, reading)
    left = []
    for each in rest:
        found = _fit(each, mapping) if mapping else None
        if found is None:
            left.append(each)
        else:
            add_reading(each.name, found)
    st.session_state[TEAM_WAITING] = left


def _fit(waiting: Waiting, mapping: SheetMapping) -> SheetReading | None:
    """Return what a spreadsheet gives by another's mapping, None if it leaves open."""
    found = read_mapped(waiting.name, waiting.file, framework(), mapping, today())
    is_open = any(problem.code in OPEN_CODES for problem in found.problems)
    return None if is_open or found.ratings.empty else found
