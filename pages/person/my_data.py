"""My data: take the ratings away, bring them back, erase them."""

import streamlit as st

from skillgap.ui.language import translate as _
from skillgap.ui.person.data_views import (
    edit_names,
    offer_erase,
    offer_export,
    offer_import,
)
from skillgap.ui.person.report_downloads import offer_report
from skillgap.ui.session import begin_visit

visit = begin_visit()

st.title(_("My data"), anchor=False)
left, right = st.columns(2, gap="large")
with left:
    st.subheader(_("Take it away"), anchor=False)
    edit_names(visit)
    offer_export(visit)
    if not visit.is_example:
        st.subheader(_("Hand it on"), anchor=False)
        offer_report(visit)
with right:
    st.subheader(_("Bring it back"), anchor=False)
    offer_import()
with st.expander(_("Erase"), icon=":material/delete:"):
    st.markdown(
        _(
            "What is kept here: your answers with their dates, your name and team "
            "if you gave them, your profile and language. Erasing cannot be undone."
        )
    )
    offer_erase(visit)
