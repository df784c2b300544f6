"""Team: where it stands, what hangs on one person, what to do next."""

import streamlit as st

from skillgap.sheets.ui.assistant import show_assistant
from skillgap.sheets.ui.waiting import let_wait
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit
from skillgap.ui.team.anonymous import show_anonymous
from skillgap.ui.team.choices import choose_need, choose_part, choose_view
from skillgap.ui.team.files import current_files, offer_upload, show_reading
from skillgap.ui.team.heat import show_heat_map
from skillgap.ui.team.next import show_mentors, show_modules
from skillgap.ui.team.own_skills import show_own_skills
from skillgap.ui.team.report import offer_report
from skillgap.ui.team.trend import show_trend
from skillgap.ui.team.views import (
    show_coverage,
    show_glance,
    show_radar,
    skill_figures,
)

begin_visit()

st.title(_("Team review"), anchor=False)
offer_upload(let_wait)
if show_assistant():
    st.stop()
files = current_files()
is_anonymous = st.toggle(_("Anonymous summary only"), key="anonymous-only")
show_reading(files, is_anonymous)
if is_anonymous:
    show_anonymous(files.scan.history)
    st.stop()

if not files.scan.accepted:
    st.info(_("No row was accepted, so there is nothing to show yet."))
    st.stop()

profile = choose_need(files.scan.history)
part = choose_view()
choice = choose_part(files.scan.history, profile)
figures = skill_figures(choice)
if part == "areas":
    show_glance(choice, figures)
    show_radar(choice, figures)
elif part == "people":
    show_heat_map(choice)
    show_own_skills(files.own, choice)
elif part == "coverage":
    show_coverage(choice, figures)
elif part == "next":
    show_modules(choice)
elif part == "mentors":
    show_mentors(choice)
elif part == "trend":
    show_trend(files.scan.history, choice)
else:
    offer_report(files, choice)
