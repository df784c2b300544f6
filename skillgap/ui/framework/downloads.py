"""The framework to take away: CSV for a spreadsheet, CASE for other systems."""

from functools import partial

import streamlit as st

from skillgap.domain.scale import LANGUAGES
from skillgap.files.case import write_package
from skillgap.files.framework_csv import write_framework
from skillgap.ui.language import NAMES
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework

LOCAL = "http://localhost:8501/framework"


def offer_downloads() -> None:
    """Offer the framework as CSV and as a CASE package of each language."""
    _offer_table()
    _offer_packages()


def _offer_table() -> None:
    st.header(_("For a spreadsheet"), anchor=False)
    st.markdown(
        _(
            "One row for each skill and level, Indonesian and English side by side: "
            "area, skill, name, definition, and the act that earns the level."
        )
    )
    st.download_button(
        _("Download as CSV"),
        data=partial(write_framework, framework()),
        file_name=f"framework-{framework().version}.csv",
        mime="text/csv",
        key="download-framework-csv",
        icon=":material/table:",
        on_click="ignore",
    )


def _offer_packages() -> None:
    st.header(_("For other systems"), anchor=False)
    st.markdown(
        _(
            "CASE 1.1 of 1EdTech is what competency registries and learning platforms "
            "read. It knows one language in a document, so there is one package for "
            "each; every item names its counterpart. Identifiers stay the same in "
            "every version."
        )
    )
    for language in LANGUAGES:
        st.download_button(
            _("Download as CASE, {language}").format(language=NAMES[language]),
            data=partial(write_package, framework(), language, page_address()),
            file_name=f"framework-{framework().version}-{language}.case.json",
            mime="application/json",
            key=f"download-case-{language}",
            icon=":material/data_object:",
            on_click="ignore",
        )


def page_address() -> str:
    """Return the address of this page as the reader's browser has it."""
    return (st.context.url or LOCAL).partition("?")[0]
