"""Spreadsheets that wait until the reader has said how they are read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from skillgap.domain.sheet import Sheet
from skillgap.domain.team.own_skills import OwnSkills
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.team.joined import join_sheets
from skillgap.files.workbook import OpenedFile
from skillgap.sheets.files.draft import start_mapping
from skillgap.sheets.files.proposal import propose_opened
from skillgap.sheets.files.reading import Proposal, propose, read_mapped
from skillgap.sheets.mapping import SheetMapping
from skillgap.ui.session import framework, today

KEPT = (
    "team_scan", "team_sheets", "team_waiting", "team_joined", "team_left_out",
    "review-profile",
)  # fmt: skip
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


def forget_team() -> None:
    """Drop everything that was read for the team."""
    for key in KEPT:
        st.session_state.pop(key, None)


def keep_files(scan: Scan, sheets: Sequence[tuple[str, bytes]]) -> None:
    """Take what was read instead of what was there; spreadsheets begin to wait."""
    forget_team()
    st.session_state["team_scan"] = scan
    waiting: list[Waiting] = []
    for name, content in sheets:
        proposal = propose(name, content, framework())
        if proposal.file is None or not proposal.file.sheets:
            problems = (proposal.problem,) if proposal.problem else ()
            _add_reading(name, SheetReading(problems))
        else:
            waiting.append(_begin(proposal, proposal.file))
    st.session_state["team_waiting"] = waiting


def _begin(proposal: Proposal, file: OpenedFile) -> Waiting:
    sheet = proposal.sheet or file.sheets[0]
    base = proposal.mapping or start_mapping(sheet)
    return Waiting(_next_number(), proposal, file, sheet, base)


def _next_number() -> int:
    number: int = st.session_state.get("team_sheet_number", 0) + 1
    st.session_state["team_sheet_number"] = number
    return number


def begin_with(key: str, *value: object) -> str:
    """Return the key of a box that begins with a value; without one it is empty.

    The box itself is given no default: it could not be given its value anew then.
    """
    for each in value:
        st.session_state.setdefault(key, each)
    return key


def waiting_sheets() -> list[Waiting]:
    """Return the spreadsheets that wait, the one to be shown first."""
    return list(st.session_state.get("team_waiting", []))


def start_again(base: SheetMapping) -> None:
    """Let the first spreadsheet that waits begin from another mapping."""
    first, *rest = waiting_sheets()
    named = (sheet for sheet in first.file.sheets if sheet.name == base.sheet)
    sheet = next(named, first.sheet)
    again = replace(first, number=_next_number(), sheet=sheet, base=base)
    st.session_state["team_waiting"] = [again, *rest]


def turn_to(sheet: Sheet) -> None:
    """Let the first spreadsheet that waits be read from another of its sheets."""
    first, *rest = waiting_sheets()
    alone = replace(first.file, sheets=(sheet,))
    proposal = propose_opened(first.name, alone, framework())
    again = replace(_begin(proposal, alone), file=first.file, sheet=sheet)
    st.session_state["team_waiting"] = [again, *rest]


def leave_out() -> None:
    """Let go of the first spreadsheet that waits, but for its name."""
    first, *rest = waiting_sheets()
    st.session_state["team_waiting"] = rest
    st.session_state["team_left_out"] = [*left_out_names(), first.name]


def left_out_names() -> list[str]:
    """Return the names of the spreadsheets the reader left out."""
    return list(st.session_state.get("team_left_out", []))


def confirm(reading: SheetReading, mapping: SheetMapping | None) -> None:
    """Take the first spreadsheet as it was read, and others that a mapping fits.

    Args:
        reading: what the first one gave.
        mapping: tried on the others that wait; None tries nothing.

    """
    first, *rest = waiting_sheets()
    _add_reading(first.name, reading)
    left = []
    for each in rest:
        found = _fit(each, mapping) if mapping else None
        if found is None:
            left.append(each)
        else:
            _add_reading(each.name, found)
    st.session_state["team_waiting"] = left


def _add_reading(name: str, reading: SheetReading) -> None:
    sheets = st.session_state.get("team_sheets", [])
    st.session_state["team_sheets"] = [*sheets, (name, reading)]
    st.session_state.pop("team_joined", None)


def _fit(waiting: Waiting, mapping: SheetMapping) -> SheetReading | None:
    """Return what a spreadsheet gives by another's mapping, None if it leaves open."""
    found = read_mapped(waiting.name, waiting.file, framework(), mapping, today())
    is_open = any(problem.code in OPEN_CODES for problem in found.problems)
    return None if is_open or found.ratings.empty else found


def joined_team() -> tuple[Scan, OwnSkills] | None:
    """Return everything read in this session as one team, None if there is nothing."""
    scan = st.session_state.get("team_scan")
    sheets = st.session_state.get("team_sheets", [])
    if not sheets and (scan is None or not scan.files):
        return None
    if "team_joined" not in st.session_state:
        everything = scan or scan_files([], framework())
        st.session_state["team_joined"] = join_sheets(everything, sheets)
    joined: tuple[Scan, OwnSkills] = st.session_state["team_joined"]
    return joined
