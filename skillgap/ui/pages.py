"""Ways from one page to another."""

import streamlit as st

from skillgap.settings import ROOT
from skillgap.ui.session import framework
from skillgap.ui.state import AREA, MODE

PAGES = ROOT / "pages"


def open_page(name: str) -> None:
    """Go to a page such as ``person/gaps``."""
    st.switch_page(PAGES / f"{name}.py")


def open_assessment(skill: str) -> None:
    """Go to the question of a skill, among all questions."""
    st.session_state[MODE] = "full"
    st.session_state[AREA] = framework().area_of[skill]
    open_page("person/assess")


def link_page(name: str, words: str, icon: str) -> None:
    """Offer a link to a page."""
    st.page_link(PAGES / f"{name}.py", label=words, icon=f":material/{icon}:")
