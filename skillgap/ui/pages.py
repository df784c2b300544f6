"""Ways from one page to another."""

import streamlit as st

from skillgap.settings import ROOT
from skillgap.ui.session import framework
from skillgap.ui.state import AREA, MODE, REALITY_SKILL

PAGES = ROOT / "pages"


def open_page(name: str, **query: str) -> None:
    """Go to a page such as ``person/gaps``; ``query`` is what its address asks."""
    st.switch_page(PAGES / f"{name}.py", query_params=query)


def open_assessment(skill: str, mode: str = "full") -> None:
    """Go to the question of a skill, among those of a mode."""
    st.session_state[MODE] = mode
    st.session_state[AREA] = framework().area_of[skill]
    open_page("person/assess")


def open_check(skill: str) -> None:
    """Go to the reality check of one claim."""
    st.session_state[REALITY_SKILL] = skill
    open_page("person/reality")


def link_page(name: str, words: str, icon: str, **address: str) -> None:
    """Offer a link to a page; ``address`` stands after the question mark."""
    st.page_link(
        PAGES / f"{name}.py",
        label=words,
        icon=f":material/{icon}:",
        query_params=address or None,
    )
