"""The frame around every page: language, navigation, and who is here."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from skillgap.features import join_features
from skillgap.ui.choose import settle_language
from skillgap.ui.language import announce_language
from skillgap.ui.language import translate as _
from skillgap.ui.menu import show_menu
from skillgap.ui.pages import PAGES
from skillgap.ui.state import FRAME


def main() -> None:
    """Draw the frame and run the page inside it."""
    join_features()
    settle_language()
    st.set_page_config(
        page_title=_("Skills gap for AI engineers"),
        page_icon=Path(__file__).parent / "icon.svg",
        layout="wide",
    )
    st.session_state[FRAME] = True
    pages = _pages()
    page = st.navigation(pages, position="hidden")
    announce_language()
    show_menu(pages, page)
    page.run()


def _pages() -> dict[str, list[StreamlitPage]]:
    """Return every page in the order a reader meets it, by audience."""
    return {
        "": [
            _page("person/start", _("Start"), "flag", default=True),
            _page("person/assess", _("Rate yourself"), "checklist"),
            _page("person/reality", _("Reality check"), "fact_check"),
            _page("person/gaps", _("Gaps"), "radar"),
            _page("person/plan", _("Learning"), "school"),
            _page("person/progress", _("Progress"), "trending_up"),
            _page("person/my_data", _("My data"), "folder_shared"),
        ],
        _("Hiring"): [
            _page("hiring/needs", _("Role needs"), "target"),
            _page("hiring/candidates", _("Compare candidates"), "compare"),
            _page("hiring/panel", _("Panel"), "groups"),
        ],
        _("Team"): [_page("team/review", _("Team review"), "groups")],
        _("About"): [
            _page("about/profession", _("Profession"), "engineering"),
            _page("person/production", _("Production"), "rocket_launch"),
            _page("about/framework", _("Framework"), "account_tree"),
            _page("about/method", _("Method"), "functions"),
        ],
    }


def _page(file: str, title: str, icon: str, default: bool = False) -> StreamlitPage:
    return st.Page(
        PAGES / f"{file}.py",
        title=title,
        icon=f":material/{icon}:",
        url_path=file.split("/")[1].replace("_", "-"),
        default=default,
    )


main()
