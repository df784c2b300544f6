"""Learning: the modules that close the largest gaps, in order and in weeks."""

import streamlit as st

from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.person.plan import recommend_modules
from skillgap.domain.person.schedule import schedule_plan
from skillgap.ui.choose import choose_adjustments, choose_profile
from skillgap.ui.language import current_language
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.person.compare import choose_counting
from skillgap.ui.person.gap_views import show_basis
from skillgap.ui.person.plan_views import (
    choose_time,
    show_open_gaps,
    show_outlook,
    show_plan,
    show_unrated,
)
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

st.title(_("Learning"), anchor=False)
show_notices(visit)
with st.container(horizontal=True, vertical_alignment="bottom"):
    profile = framework().profiles[choose_profile()]
    adjustments = choose_adjustments()
    hours, weeks = choose_time()
levels = choose_counting(visit)

targets = set_targets(profile, adjustments)
gaps = measure_gaps(targets, levels)
whole = recommend_modules(framework(), gaps, levels, current_language())
plan = schedule_plan(whole, hours, weeks)

show_outlook(plan, whole, targets, levels)
show_basis(levels)
show_plan(plan)
show_open_gaps(plan.left_open)
show_unrated(gaps)
