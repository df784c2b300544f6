"""Role needs: what the role asks, fixed before the first candidate is opened."""

import streamlit as st

from skillgap.hiring.ui.needs import (
    current_needs,
    edit_needs,
    edited_needs,
    is_example_role,
    offer_change,
    offer_files,
    offer_fixing,
    offer_start,
    show_needs_changes,
    show_needs_table,
    show_role_line,
    show_role_notice,
    show_warning,
)
from skillgap.ui.language import translate as _
from skillgap.ui.pages import link_page
from skillgap.ui.session import begin_visit
from skillgap.ui.state import ROLE_DRAFT

begin_visit()

st.title(_("Role needs"), anchor=False)
show_role_notice()
needs, editing = current_needs(), edited_needs()
show_role_line(needs)
show_warning(editing or needs)

left, right = st.columns([6, 5], gap="large")
with left:
    if editing:
        st.subheader(_("Which skills matter"), anchor=False)
        edit_needs(editing)
    else:
        st.subheader(_("What the role asks"), anchor=False)
        show_needs_table(needs, "role-table")
with right:
    if needs.fixed_on:
        offer_change()
        show_needs_changes(needs)
    else:
        offer_fixing(needs)
    if needs.fixed_on and not st.session_state.get(ROLE_DRAFT):
        link_page("hiring/candidates", _("Compare candidates"), "compare")
    if editing:
        with st.expander(_("All chosen skills as a table"), icon=":material/table:"):
            show_needs_table(editing, "role-table")
    with st.expander(_("Start another role"), icon=":material/add:"):
        offer_start()
    is_own = bool(needs.fixed_on) and not is_example_role()
    with st.expander(_("Save and load"), is_own, icon=":material/folder:"):
        offer_files()
