"""Learning: what first, in what weeks, and doing it."""

import streamlit as st

from skillgap.ui.choose import choose_adjustments, choose_profile
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.person.compare import choose_counting
from skillgap.ui.person.gap_views import show_basis
from skillgap.ui.person.next_step import show_next_step
from skillgap.ui.person.plan_ahead import (
    ask_first,
    show_more_hours,
    show_outlook,
    show_this_week,
    show_timeline,
    show_waiting,
)
from skillgap.ui.person.plan_doing import show_due_recalls, show_finished
from skillgap.ui.person.plan_downloads import offer_files
from skillgap.ui.person.plan_inputs import choose_plan
from skillgap.ui.person.plan_making import make_plan
from skillgap.ui.person.plan_views import show_plan
from skillgap.ui.session import begin_visit

visit = begin_visit()

st.title(_("Learning"), anchor=False)
show_notices(visit)
profile = choose_profile()
choices, is_possible = choose_plan()
with st.expander(_("Context, trends, what counts"), icon=":material/tune:"):
    with st.container(horizontal=True, vertical_alignment="bottom"):
        adjustments = choose_adjustments()
    levels = choose_counting(visit)
if not is_possible:
    st.stop()

made = make_plan(choices, profile, adjustments, levels)
show_finished()
if not visit.is_example:
    show_due_recalls()
show_this_week(made)
ask_first(made.plan)
show_outlook(made)
show_basis(levels)
show_timeline(made)
show_plan(made, is_example=visit.is_example)
show_waiting(made)
show_more_hours(made)
offer_files(made, profile, adjustments, visit)
show_next_step(visit, "plan", profile)
