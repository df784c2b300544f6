"""Ways from one page to another."""

import streamlit as st

from skillgap.settings import ROOT

PAGES = ROOT / "pages"


def open_page(name: str) -> None:
    """Go to a page such as ``person/gaps``."""
    st.switch_page(PAGES / f"{name}.py")


def link_page(name: str, words: str, icon: str) -> None:
    """Offer a link to a page."""
    st.page_link(PAGES / f"{name}.py", label=words, icon=f":material/{icon}:")
