"""Candidates handed to a panel: read, not shown, named by letters alone."""

import streamlit as st

from skillgap.domain.hiring.candidates import MOST, Candidate
from skillgap.files.hiring.candidates import read_candidates
from skillgap.ui.hiring.candidate_state import (
    current_mapping,
    describe_fault,
    label_files,
    line_up,
)
from skillgap.ui.language import number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework, today
from skillgap.ui.uploads import take_files


def take_panel_files(place: str) -> tuple[Candidate, ...]:
    """Offer to hand in candidates; return new ones once, and say what is wrong."""
    words = _("Files of candidates: CSV exports or JSON Resume")
    faults = f"{place}-faults"
    given = take_files(place, words, ["csv", "json"], most=2 * MOST)
    if not given:
        for line in st.session_state.get(faults, ()):
            st.warning(line)
        return ()
    reading = read_candidates(given, framework(), current_mapping(), today())
    lineup = line_up(reading.candidates)
    labels = label_files(name for name, _content in given)
    problems = [p for p in reading.problems if p.code != "candidates_few"]
    lines = [
        f"{place}. {plain(describe_fault(problem, lineup, labels))}"
        for place, problem in enumerate(problems, start=1)
    ]
    if reading.to_map:
        lines.append(
            _(
                "{count} words of resumes have no meaning yet and count as unknown. "
                "Map them on the page Compare candidates and take them over from there."
            ).format(count=number(len(reading.to_map)))
        )
    st.session_state[faults] = lines
    if not reading.candidates:
        st.rerun()
    return reading.candidates
