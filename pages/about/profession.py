"""About the profession: what it is, was and becomes, and where one stands in it."""

import streamlit as st

from skillgap.ui.about.profession_views import show_lead, show_parts
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit

visit = begin_visit()

st.title(_("About the profession"), anchor=False)
show_lead(visit)
show_parts(visit.own_levels())
