"""Start: what this is, which profile to aim at, and the first question."""

import streamlit as st

from skillgap.ui.answers import asked_skills, minutes_for
from skillgap.ui.choose import choose_profile
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit, framework
from skillgap.ui.welcome import show_convictions, show_standing

visit = begin_visit()

st.title(_("How far are you from the AI engineer you want to be?"), anchor=False)
st.markdown(
    _("Place yourself on 61 skills by what you have really done, see the distance to a "
      "specialization, and leave with a plan and a file of your own.")  # fmt: skip
)
profile = choose_profile(_("I want to compare myself with"))
st.caption(plain(label(framework().profiles[profile].focus)))

quick, full = asked_skills("quick", profile), asked_skills("full", profile)
with st.container(horizontal=True):
    for mode, skills, words in (
        ("quick", quick, _("Quick: {count} skills, about {minutes} minutes")),
        ("full", full, _("Full: {count} skills, about {minutes} minutes")),
    ):
        text = words.format(
            count=number(len(skills)), minutes=number(minutes_for(len(skills)))
        )
        if st.button(text, key=f"begin-{mode}", type="primary" if mode == "quick" else "secondary"):
            st.session_state["mode"] = mode
            st.switch_page("pages/person/assess.py")

show_standing(visit, profile)
show_convictions()
