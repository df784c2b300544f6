"""Notices that stand above a page: the example, and a browser without memory."""

import streamlit as st

from skillgap.ui.language import translate as _
from skillgap.ui.pages import link_page
from skillgap.ui.session import Visit, has_cookie


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


def ask_to_rate_first() -> None:
    """Send a newcomer to the assessment; there is nothing to show before."""
    st.info(_("Rate a few skills first; this page works on your own answers."))
    link_page("person/assess", _("Rate yourself"), "checklist")


def show_rating_notice() -> None:
    """Say before the first question what is asked and who sees it."""
    st.caption(
        _(
            "Choose the level you think of and read what earns it and its neighbours: "
            "the last sentence that really happened to you counts. Skip what you like: "
            "unanswered stays unknown. Only you see this; targets show after each "
            "answer. A reality check with short scenarios follows if you want it."
        )
    )
