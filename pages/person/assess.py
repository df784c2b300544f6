"""Rate yourself: one area at a time, by anchors."""

import streamlit as st

from skillgap.ui.choose import choose_profile
from skillgap.ui.language import translate as _
from skillgap.ui.notices import show_rating_notice
from skillgap.ui.person.answers import asked_skills
from skillgap.ui.person.areas import (
    ask_skills,
    begin_area_at_its_heading,
    choose_area,
    choose_mode,
    offer_next_area,
)
from skillgap.ui.session import begin_visit

visit = begin_visit()

st.title(_("Rate yourself"), anchor=False)
show_rating_notice()
with st.container(horizontal=True, vertical_alignment="bottom"):
    profile = choose_profile(_("Profile to compare with afterwards"))
    mode = choose_mode(profile)

asked = asked_skills(mode, profile)
progress = st.empty()
area, skills = choose_area(asked, visit)
ask_skills(skills, progress, asked)
offer_next_area(area, asked, mode)
begin_area_at_its_heading()
