"""Candidates handed to a panel: read, not shown, named by letters alone."""

import streamlit as st

from skillgap.domain.hiring.candidates import Candidate
from skillgap.files.hiring.candidates import read_candidates
from skillgap.ui.hiring.candidate_state import (
    current_mapping,
    describe_fault,
    label_files,
    line_up,
)
from skillgap.ui.language import plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework, today
from skillgap.ui.uploads import take_files


def take_panel_files(
    place: str, most: int, for_good: bool = False
) -> tuple[Candidate, ...]:
    """Offer to hand in candidates; return new ones once, and say what is wrong.

    Where they are kept ``for_good``, a resume with words that mean nothing yet waits:
    nobody could map them later.
    """
    words = _("Files of candidates: CSV exports or JSON Resume")
    faults = f"{place}-faults"
    given = take_files(place, words, ["csv", "json"], most=2 * most)
    if not given:
        for line in st.session_state.get(faults, ()):
            st.warning(line)
        return ()
    reading = read_candidates(given, framework(), current_mapping(), today(), most)
    lineup = line_up(reading.candidates)
    labels = label_files(name for name, _content in given)
    problems = [p for p in reading.problems if p.code != "candidates_few"]
    lines = [
        f"{place}. {plain(describe_fault(problem, lineup, labels))}"
        for place, problem in enumerate(problems, start=1)
    ]
    unclear = {word.source for word in reading.to_map}
    if unclear:
        lines.append(_say_unclear(len(unclear), for_good))
    st.session_state[faults] = lines
    waiting = unclear if for_good else set()
    found = tuple(c for c in reading.candidates if c.source not in waiting)
    if not found:
        st.rerun()
    return found


def _say_unclear(count: int, for_good: bool) -> str:
    files = translate_count("{count} resume", "{count} resumes", count)
    words = _(
        "Words without a meaning here count as unknown: {files}. Say on Compare "
        "candidates what they mean, and load the files again."
    )
    if for_good:
        words = _(
            "Not taken yet: {files} with words that have no meaning here. Give them "
            "to Compare candidates, say what the words mean, and take them over from "
            "there."
        )
    return words.format(files=files)
