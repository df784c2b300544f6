"""Start: what this is, which profile to aim at, and the first question."""

import streamlit as st

from skillgap.ui.choose import choose_profile
from skillgap.ui.language import label, plain
from skillgap.ui.language import translate as _
from skillgap.ui.person.welcome import (
    offer_modes,
    show_convictions,
    show_duties,
    show_preview,
)
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

left, right = st.columns([6, 5], gap="large")
with left:
    st.title(_("How far are you from the AI engineer you want to be?"), anchor=False)
    st.markdown(
        _(
            "Place yourself on {count} skills by what you have really done, see the "
            "distance to a specialization, and leave with a plan and a file of your "
            "own."
        ).format(count=len(framework().skills))
    )
    profile = choose_profile(_("I want to compare myself with"))
    st.caption(plain(label(framework().profiles[profile].focus)))
    offer_modes(profile)
with right:
    show_preview(visit, profile)
show_convictions()
show_duties()
