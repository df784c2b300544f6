"""Start: what this is, which profile to aim at, and the first question."""

import streamlit as st

from skillgap.ui.choose import choose_profile, current_profile
from skillgap.ui.language import label, plain
from skillgap.ui.language import translate as _
from skillgap.ui.person.welcome import (
    offer_modes,
    show_audiences,
    show_convictions,
    show_duties,
    show_preview,
    show_promise,
    show_return,
)
from skillgap.ui.session import begin_visit, framework

visit = begin_visit()

left, right = st.columns([6, 5], gap="large")
with left:
    if visit.is_example:
        show_promise()
        profile = choose_profile(_("I want to compare myself with"))
        st.caption(plain(label(framework().profiles[profile].focus)))
        offer_modes(profile)
    else:
        profile = current_profile()
        show_return(visit, profile)
        choose_profile(_("I want to compare myself with"))
with right:
    show_preview(visit, profile)
show_audiences()
if visit.is_example:
    show_convictions()
show_duties()
