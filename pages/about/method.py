"""Method: how levels, fits and estimates come about, and what they cannot tell."""

import streamlit as st

from skillgap.ui.about.method_views import (
    show_formulas,
    show_limits,
    show_simulation,
    show_sources,
)
from skillgap.ui.language import translate as _
from skillgap.ui.person.estimate_views import show_parameters
from skillgap.ui.session import begin_visit

begin_visit()

st.title(_("How it is worked out"), anchor=False)
show_formulas()
st.subheader(_("The estimate of a level"), anchor=False)
show_parameters()
show_simulation()
show_limits()
show_sources()
