import streamlit as st

from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit

begin_visit()
st.title(_("Panel"), anchor=False)
