"""Gaps: my levels against a profile, and all profiles side by side."""

import streamlit as st

from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.ui.choose import choose_adjustments, choose_profile
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.person.compare import choose_counting, choose_earlier_day
from skillgap.ui.person.fit_views import show_professions, show_specializations
from skillgap.ui.person.gap_views import (
    show_area_detail,
    show_areas,
    show_changes,
    show_gap_table,
    show_summary,
)
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

st.title(_("Gaps"), anchor=False)
show_notices(visit)
with st.container(horizontal=True, vertical_alignment="bottom"):
    profile = framework().profiles[choose_profile()]
    adjustments = choose_adjustments()
    day = choose_earlier_day(visit)
levels = choose_counting(visit)

targets, name = set_targets(profile, adjustments), label(profile.name)
gaps = measure_gaps(targets, levels)
earlier = measure_gaps(targets, visit.levels(day)) if day else None

show_summary(name, gaps, levels)
show_changes(gaps)
show_areas(name, gaps, earlier)
with st.expander(_("All skills as a table"), icon=":material/table:"):
    show_gap_table(gaps, "table-profile")
show_area_detail(gaps, visit)
show_specializations(levels, adjustments)
show_professions(levels, adjustments)
