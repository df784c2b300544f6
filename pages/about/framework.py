"""Framework: everything that is asked, searched or read one skill at a time."""

import streamlit as st

from skillgap.ui.about.framework_views import opened_skill, show_contents, show_size
from skillgap.ui.about.search_views import ask_search, show_hits
from skillgap.ui.about.skill_views import show_skill
from skillgap.ui.language import translate as _
from skillgap.ui.session import begin_visit

begin_visit()

st.title(_("Framework"), anchor=False)
show_size()
words, filters = ask_search()
skill = opened_skill()
if skill:
    show_skill(skill)
elif words or filters:
    show_hits(words, filters)
else:
    show_contents()
