"""Where a reader stands on the page: a text that opens is read from its top."""

import streamlit as st


def begin_at_top(text: str) -> None:
    """Bring the top of the page into view, once for each text that opens.

    Streamlit keeps the place on the page when its content changes.
    """
    _top(key="top", data=text)


_top = st.components.v2.component(
    "skillgap_top",
    js="""
    export default ({ data, parentElement }) => {
      if (parentElement.skillgapText === data) return;
      parentElement.skillgapText = data;
      document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
    };
    """,
)
