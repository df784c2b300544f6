"""Gaps: my levels against a profile, and all profiles side by side."""

import streamlit as st

from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.person.specializations import rank_fits
from skillgap.domain.person.worth import order_by_worth
from skillgap.ui.choose import (
    aimed_framework,
    choose_adjustments,
    choose_profile,
    choose_seniority,
)
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_notices
from skillgap.ui.person.compare import choose_counting, choose_earlier_day
from skillgap.ui.person.fit_views import (
    measure_compared,
    show_professions,
    show_specializations,
)
from skillgap.ui.person.gap_doors import show_doors
from skillgap.ui.person.gap_views import (
    show_area_detail,
    show_areas,
    show_changes,
    show_gap_table,
    show_summary,
)
from skillgap.ui.person.next_step import show_next_step
from skillgap.ui.person.report_downloads import offer_report
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

st.title(_("Gaps"), anchor=False)
show_notices(visit)
profile = choose_profile()
choose_seniority()
with st.expander(_("Context, trends, day, what counts"), icon=":material/tune:"):
    with st.container(horizontal=True, vertical_alignment="bottom"):
        adjustments = choose_adjustments()
        day = choose_earlier_day(visit)
    levels = choose_counting(visit)

aimed = aimed_framework().profiles
fits = rank_fits(aimed, levels, adjustments, profile)
tables = measure_compared(aimed, profile, levels, adjustments)
name = label(aimed[profile].name)
gaps = order_by_worth(framework(), tables[profile])
targets = set_targets(aimed[profile], adjustments)
earlier = measure_gaps(targets, visit.levels(day)) if day else None

show_summary(name, gaps, levels)
show_changes(gaps)
show_areas(name, gaps, earlier)
show_doors(gaps, visit)
with st.expander(_("All skills as a table"), icon=":material/table:"):
    show_gap_table(gaps, "table-profile")
show_area_detail(gaps, visit)
show_specializations(fits, tables, levels)
show_professions(fits)
st.subheader(_("Hand it on"), anchor=False)
offer_report(visit)
show_next_step(visit, "gaps", profile)
