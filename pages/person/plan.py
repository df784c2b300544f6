"""Learning: the modules that close the largest gaps, in order."""

import streamlit as st

from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.plan import recommend_modules, schedule_plan
from skillgap.ui.choose import choose_adjustments, choose_profile
from skillgap.ui.language import current_language, number, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.plan_views import show_open_gaps, show_plan
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

st.title(_("Learning"), anchor=False)
show_notices(visit)
with st.container(horizontal=True, vertical_alignment="bottom"):
    profile = framework().profiles[choose_profile()]
    adjustments = choose_adjustments()
    hours = st.number_input(
        _("Hours per week"), 1, 60, 5, key="hours_per_week", bind="query-params"
    )

levels = visit.levels()
gaps = measure_gaps(set_targets(profile, adjustments), levels)
plan = recommend_modules(framework(), gaps, levels, current_language())
plan = schedule_plan(plan, hours)

if plan.steps:
    steps = translate_count("{count} step", "{count} steps", len(plan.steps))
    weeks = translate_count("{count} week", "{count} weeks", plan.steps[-1].week_to)
    words = _("{steps}, {hours} hours, {weeks}. The heaviest gap comes first; what it needs comes before it.")
    st.markdown(words.format(steps=steps, hours=number(plan.hours), weeks=weeks))
elif visit.levels()["level"].isna().all():
    st.info(_("Rate a few skills first; then the modules that fit stand here."))
else:
    st.success(_("No rated skill is short of its target: nothing to learn for this profile."))
show_plan(plan)
show_open_gaps(plan.left_open)
