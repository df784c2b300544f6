"""Compare candidates: beside each other against what the role asks, never in order."""

import streamlit as st

from skillgap.hiring.comparison import compare_versions
from skillgap.hiring.ui.comparison import (
    offer_comparison_files,
    show_candidate_dots,
    show_cautions,
    show_details,
    show_must_haves,
    show_outlines,
    show_questions,
    show_totals,
    show_versions,
)
from skillgap.hiring.ui.lineup import (
    current_reading,
    line_up,
    offer_reveal,
    show_example_notice,
    show_file_faults,
    take_candidate_files,
)
from skillgap.hiring.ui.needs import (
    ask_to_fix,
    current_needs,
    show_role_line,
    show_role_notice,
)
from skillgap.hiring.ui.record import compose_report
from skillgap.hiring.ui.resume_meanings import offer_meanings
from skillgap.hiring.ui.seals import leave_out_scored
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit, framework

begin_visit()

st.title(_("Compare candidates"), anchor=False)
needs, reading = current_needs(), current_reading()
show_role_line(needs)
show_role_notice()
ask_to_fix(needs)
with st.expander(_("Files of candidates"), icon=":material/upload_file:"):
    take_candidate_files(disabled=not needs.fixed_on)
show_example_notice()
offer_reveal()
lineup = line_up(reading.candidates)
show_file_faults(reading, lineup)
reading, lineup = leave_out_scored(reading, lineup)
offer_meanings(reading, lineup)
if not lineup.candidates or not needs.fixed_on:
    st.stop()

versions = compare_versions(framework(), needs, lineup.candidates)
comparison = versions[-1][1]
show_cautions(lineup)
show_must_haves(comparison, lineup)
show_candidate_dots(comparison, lineup)
show_totals(comparison, lineup)
show_versions(versions, lineup)
show_details(comparison, lineup)
show_outlines(comparison, lineup)
show_questions(comparison, lineup)
offer_comparison_files(compose_report(versions, lineup))
