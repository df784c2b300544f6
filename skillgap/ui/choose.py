"""What the reader chooses: language, profile, career context, trends."""

import re

import streamlit as st

from skillgap.domain.framework import Adjustment
from skillgap.domain.scale import LANGUAGES
from skillgap.storage.people import change_person
from skillgap.ui.language import NAMES, browser_language, label
from skillgap.ui.language import translate as _
from skillgap.ui.session import engine, ensure_visitor, find_visitor, framework

FIRST_PROFILE = "llm_engineer"
RELABELLED = (
    "profile", "area", "area_detail", "context", "trends", "earlier", "weeks",
    "heat-area", "heat-by", "heat-skill", "review-profile", "review-aim", "review-day",
    "trend-from", "trend-to", "trend-skill", "panel-remove-letter",
)  # fmt: skip
NUMBERED = re.compile(
    r"sheet-\d+-(?!low|high|header|day|double|blank|same)|score-(candidate|area)-"
)


def choose_language() -> None:
    """Offer both languages; the choice stays with the person.

    An address such as ``/gaps?language=en`` opens in its language. No widget is bound
    to the address: Streamlit refuses to switch pages while one is.
    """
    if not st.session_state.get("language"):
        here = find_visitor()
        kept = here.language if here else ""
        asked = st.query_params.get("language", "")
        in_address = {name: key for key, name in NAMES.items()} | {k: k for k in NAMES}
        known = in_address.get(asked) or kept
        st.session_state["language"] = known or browser_language()
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.segmented_control(
            "Bahasa / Language",
            LANGUAGES,
            format_func=NAMES.__getitem__,
            key="language",
            required=True,
            persist_state="session",
            label_visibility="collapsed",
            on_change=_keep,
            args=("language",),
        )


def choose_profile(caption: str | None = None) -> str:
    """Offer the profiles, specializations first; return the chosen profile's id."""
    profiles = framework().profiles
    current_profile()

    kinds = {"profession": _("profession"), "specialization": _("specialization")}
    names = {k: f"{label(p.name)} ({kinds[p.kind]})" for k, p in profiles.items()}
    return st.selectbox(
        caption or _("Compare with"),
        list(profiles),
        format_func=names.__getitem__,
        key="profile",
        persist_state="session",
        on_change=_keep,
        args=("profile",),
    )


def current_profile() -> str:
    """Return the chosen profile, the person's kept one, or the first offered."""
    if st.session_state.get("profile") not in framework().profiles:
        here = find_visitor()
        kept = here.profile if here else ""
        known = kept in framework().profiles
        st.session_state["profile"] = kept if known else FIRST_PROFILE
    return str(st.session_state["profile"])


def _keep(what: str) -> None:
    if what == "language":
        _relabel()
    value = st.session_state.get(what)
    st.query_params.pop(what, None)
    if value:
        change_person(engine(), ensure_visitor(), {what: value})


def _relabel() -> None:
    """Give boxes their values anew: only with it do they take their new labels."""
    for key, value in list(st.session_state.items()):
        if key in RELABELLED or NUMBERED.match(str(key)):
            st.session_state[key] = value


def choose_adjustments() -> list[Adjustment]:
    """Offer a career context and trends; return those chosen, the context first."""
    contexts, trends = framework().contexts, framework().trends
    context = st.selectbox(
        _("Career context"),
        list(contexts),
        index=None,
        format_func={k: label(c.name) for k, c in contexts.items()}.__getitem__,
        placeholder=_("No particular one"),
        key="context",
        persist_state="session",
    )
    chosen = st.multiselect(
        _("Trends to prepare for"),
        list(trends),
        format_func={k: label(t.name) for k, t in trends.items()}.__getitem__,
        placeholder=_("None"),
        key="trends",
        persist_state="session",
    )
    first = [contexts[context]] if context else []
    return first + [trends[key] for key in chosen]
