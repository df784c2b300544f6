"""Notices that stand above a page: the example, and a browser without memory."""

import streamlit as st

from skillgap.ui.language import translate as _
from skillgap.ui.session import Visit, has_cookie

ASSESS = "pages/person/assess.py"


def show_notices(visit: Visit) -> None:
    """Say that an example is shown, or that answers will not survive a reload."""
    if visit.is_example:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            heading = _("This is an example, not you.")
            st.markdown(
                f":material/visibility: **{heading}** "
                + _(
                    "It shows Sari, a made-up web developer. Your first own answer "
                    "replaces her."
                )
            )
    elif not has_cookie():
        st.warning(
            _(
                "Your browser keeps no cookie for this page, so your answers last "
                "until you close it. Export them under My data."
            ),
            icon=":material/cookie_off:",
        )


def show_rating_notice() -> None:
    """Say before the first question what is asked and who sees it."""
    st.caption(
        _(
            "Choose the last sentence that really happened to you. Skip what you like: "
            "unanswered stays unknown. Only you see this; targets show after each "
            "answer."
        )
    )
