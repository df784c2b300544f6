"""Reality check: short scenarios on what was claimed."""

import streamlit as st

from skillgap.ui.choose import choose_profile
from skillgap.ui.language import translate as _
from skillgap.ui.notices import ask_to_rate_first, show_notices
from skillgap.ui.person.estimate_views import show_calibration, show_results
from skillgap.ui.person.next_step import show_next_step
from skillgap.ui.person.reality_views import (
    explained_check,
    pending_check,
    show_explanation,
    show_introduction,
    show_question,
    show_terms,
)
from skillgap.ui.session import begin_visit

visit = begin_visit()

st.title(_("Reality check"), anchor=False)
if visit.is_example:
    show_notices(visit)
    ask_to_rate_first()
    st.stop()

profile = choose_profile()
explained, pending = explained_check(visit), pending_check(visit)
if explained:
    show_explanation(visit, explained, profile)
elif pending:
    show_question(visit, pending)
else:
    show_introduction(visit, profile)
show_results(visit, profile)
show_calibration(visit)
show_terms()
if not pending:
    show_next_step(visit, "reality", profile)
