"""Progress: levels and fit on an earlier day and on the last one."""

import streamlit as st

from skillgap.domain.gaps import set_targets
from skillgap.domain.person.progress import follow_fit, measure_progress
from skillgap.ui.choose import aimed_framework, choose_adjustments, choose_profile
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.person.next_step import show_next_step
from skillgap.ui.person.progress_series import show_series
from skillgap.ui.person.progress_views import (
    ask_to_return,
    choose_start,
    show_dots,
    show_moves_table,
    show_newly_rated,
)
from skillgap.ui.person.progress_words import (
    show_fits,
    show_sentence,
    show_versions,
)
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

st.title(_("Progress"), anchor=False)
show_notices(visit)
if len(visit.days()) < 2:
    ask_to_return(visit)
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom"):
    aim = choose_profile()
    adjustments = choose_adjustments()
    start = choose_start(visit)

profile = aimed_framework().profiles[aim]
targets, days = set_targets(profile, adjustments), (start, visit.days()[-1])
progress = measure_progress(visit.ratings, targets, days, framework().version)

show_sentence(progress, label(profile.name))
show_fits(progress)
show_versions(progress)
left, right = st.columns([6, 5], gap="large")
with left:
    show_dots(progress)
with right:
    show_series(follow_fit(visit.ratings, targets, days))
show_newly_rated(progress)
show_moves_table(progress)
show_next_step(visit, "progress", aim)
