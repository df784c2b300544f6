"""The frame around every page: language, navigation, and who is here."""

from pathlib import Path

import streamlit as st

from skillgap.settings import ROOT
from skillgap.ui.choose import choose_language
from skillgap.ui.language import announce_language
from skillgap.ui.language import translate as _
from skillgap.ui.session import FRAME

PAGES = ROOT / "pages"


def main() -> None:
    """Draw the frame and run the page inside it."""
    st.set_page_config(
        page_title=_("Skills gap for AI engineers"),
        page_icon=Path(__file__).parent / "icon.svg",
        layout="wide",
    )
    st.session_state[FRAME] = True
    pages = [
        st.Page(
            PAGES / "person" / "start.py",
            title=_("Start"),
            icon=":material/flag:",
            url_path="start",
            default=True,
        ),
        st.Page(
            PAGES / "person" / "assess.py",
            title=_("Rate yourself"),
            icon=":material/checklist:",
            url_path="assess",
        ),
        st.Page(
            PAGES / "person" / "gaps.py",
            title=_("Gaps"),
            icon=":material/radar:",
            url_path="gaps",
        ),
        st.Page(
            PAGES / "person" / "plan.py",
            title=_("Learning"),
            icon=":material/school:",
            url_path="plan",
        ),
        st.Page(
            PAGES / "person" / "my_data.py",
            title=_("My data"),
            icon=":material/folder_shared:",
            url_path="my-data",
        ),
    ]
    page = st.navigation(pages, position="top")
    choose_language()
    page.run()
    announce_language()


main()
