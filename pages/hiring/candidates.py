"""Compare candidates: beside each other against what the role asks, never in order."""

import streamlit as st

from skillgap.domain.hiring.comparison import compare_versions
from skillgap.ui.hiring.candidate_charts import show_dots, show_outlines
from skillgap.ui.hiring.candidate_exports import offer_downloads, show_questions
from skillgap.ui.hiring.candidate_files import (
    ask_words,
    show_example_notice,
    show_faults,
    take_candidates,
)
from skillgap.ui.hiring.candidate_state import current_reading, line_up, offer_reveal
from skillgap.ui.hiring.candidate_views import (
    show_cautions,
    show_levels,
    show_must_haves,
    show_pair,
    show_totals,
    show_versions,
)
from skillgap.ui.hiring.record import comparison_record
from skillgap.ui.hiring.role_start import show_role_notice
from skillgap.ui.hiring.role_state import current_needs
from skillgap.ui.hiring.role_views import ask_to_fix, show_role_line
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit, framework

begin_visit()

st.title(_("Compare candidates"), anchor=False)
needs, reading = current_needs(), current_reading()
show_role_line(needs)
show_role_notice()
ask_to_fix(needs)
with st.expander(_("Files of candidates"), icon=":material/upload_file:"):
    take_candidates(disabled=not needs.fixed_on)
show_example_notice()
offer_reveal()
lineup = line_up(reading.candidates)
show_faults(reading, lineup)
ask_words(reading, lineup)
if not lineup.candidates:
    st.stop()

versions = compare_versions(framework(), needs, lineup.candidates)
comparison = versions[-1][1]
show_cautions(lineup)
show_must_haves(comparison, lineup)
show_dots(comparison, lineup)
show_totals(comparison, lineup)
show_versions(versions, lineup)
with st.expander(_("All levels as a table"), icon=":material/table:"):
    show_levels(comparison, lineup)
with st.expander(_("Two candidates, skill by skill"), icon=":material/compare_arrows:"):
    show_pair(comparison, lineup)
show_outlines(comparison, lineup)
show_questions(comparison, lineup)
offer_downloads(comparison_record(versions, lineup))
