"""From a gap on: what its levels mean, a check of the claim, and its module."""

import pandas as pd
import streamlit as st

from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.reality import checkable_skills
from skillgap.ui.language import label, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.pages import link_page, open_check, open_page
from skillgap.ui.person.kept_choices import add_module, fill_choices
from skillgap.ui.session import Visit, framework
from skillgap.ui.state import GAP


def show_doors(gaps: pd.DataFrame, visit: Visit) -> None:
    """Offer the ways on from one of the open gaps, the first one to begin with."""
    skills = list(gaps.loc[gaps["gap"] > 0, "skill"])
    if not skills:
        return
    if st.session_state.get(GAP) not in skills:
        st.session_state[GAP] = skills[0]
    with st.container(horizontal=True, vertical_alignment="bottom", key="gap-doors"):
        skill = st.selectbox(
            _("Go on with a gap"),
            skills,
            format_func=dict(zip(skills, skill_names(skills))).__getitem__,
            key=GAP,
            persist_state="session",
            width=320,
        )
        link_page("about/framework", _("What each level means"), "stairs", skill=skill)
        _offer_check(skill, visit)
        _offer_module(skill, gaps)


def _offer_check(skill: str, visit: Visit) -> None:
    shown = visit.checks["check"]
    if visit.is_example or skill not in checkable_skills(
        framework(), visit.levels(), shown
    ):
        return
    if st.button(_("Check this claim"), key="gap-check", icon=":material/fact_check:"):
        open_check(skill)


def _offer_module(skill: str, gaps: pd.DataFrame) -> None:
    learner = read_learner(framework(), gaps, gaps)
    module = learner.next_module(skill, learner.levels[skill])
    if module is None:
        return
    title = plain(label(framework().modules[module].title))
    words = _("Plan its module: {module}").format(module=title)
    if st.button(words, key="gap-plan", icon=":material/school:", wrap=True):
        fill_choices()
        add_module("pinned", module)
        open_page("person/plan")
