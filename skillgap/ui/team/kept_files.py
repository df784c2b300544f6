"""What was read of a team, as this session holds it; uploads are released."""

import streamlit as st

from skillgap.domain.team.own_skills import OwnSkills
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.team.joined import join_sheets
from skillgap.ui.session import framework
from skillgap.ui.state import (
    REVIEW_PROFILE,
    TEAM_JOINED,
    TEAM_LEFT_OUT,
    TEAM_SCAN,
    TEAM_SHEETS,
    TEAM_WAITING,
)

KEPT = (
    TEAM_SCAN, TEAM_SHEETS, TEAM_WAITING, TEAM_JOINED, TEAM_LEFT_OUT, REVIEW_PROFILE,
)  # fmt: skip


def forget_team() -> None:
    """Drop everything that was read for the team."""
    for key in KEPT:
        st.session_state.pop(key, None)


def keep_scan(scan: Scan) -> None:
    """Take the exports that were read instead of everything that was there."""
    forget_team()
    st.session_state[TEAM_SCAN] = scan


def add_reading(name: str, reading: SheetReading) -> None:
    """Take what a spreadsheet gave beside what is there."""
    sheets = st.session_state.get(TEAM_SHEETS, [])
    st.session_state[TEAM_SHEETS] = [*sheets, (name, reading)]
    st.session_state.pop(TEAM_JOINED, None)


def left_out_names() -> list[str]:
    """Return the names of the spreadsheets the reader left out."""
    return list(st.session_state.get(TEAM_LEFT_OUT, []))


def note_left_out(name: str) -> None:
    """Remember the name of a spreadsheet the reader left out."""
    st.session_state[TEAM_LEFT_OUT] = [*left_out_names(), name]


def joined_team() -> tuple[Scan, OwnSkills] | None:
    """Return everything read in this session as one team, None if there is nothing."""
    scan = st.session_state.get(TEAM_SCAN)
    sheets = st.session_state.get(TEAM_SHEETS, [])
    if not sheets and (scan is None or not scan.files):
        return None
    if TEAM_JOINED not in st.session_state:
        everything = scan or scan_files([], framework())
        st.session_state[TEAM_JOINED] = join_sheets(everything, sheets)
    joined: tuple[Scan, OwnSkills] = st.session_state[TEAM_JOINED]
    return joined
