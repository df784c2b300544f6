"""Ways from one page to another."""

import streamlit as st

from skillgap.settings import ROOT

PAGES = ROOT / "pages"


def open_page(name: str) -> None:
    """Go to a page such as ``person/gaps``; language and choices come along."""
    st.switch_page(PAGES / f"{name}.py", query_params=st.query_params.to_dict())


def link_page(name: str, words: str, icon: str) -> None:
    """Offer a link to a page; language and choices come along."""
    st.page_link(
        PAGES / f"{name}.py",
        label=words,
        icon=f":material/{icon}:",
        query_params=st.query_params.to_dict(),
    )
