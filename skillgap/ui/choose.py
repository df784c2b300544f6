"""What the reader chooses: language, profile, career context, trends."""

import re
from collections.abc import Callable

import streamlit as st

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.person.seniority import USUAL, aim_framework
from skillgap.domain.scale import LANGUAGES
from skillgap.storage.people import change_person
from skillgap.ui.fields import begin_with
from skillgap.ui.language import NAMES, browser_language, label, plain
from skillgap.ui.language import translate as _
from skillgap.ui.person.kept_choices import (
    KEYS,
    current_choices,
    fill_choices,
    keep_choices,
)
from skillgap.ui.session import engine, ensure_visitor, find_visitor, framework
from skillgap.ui.state import (
    AREA,
    AREA_DETAIL,
    CONTEXT,
    EARLIER,
    FIRST_OF_TWO,
    GAP,
    HEAT_AREA,
    HEAT_BY,
    HEAT_SKILL,
    LANGUAGE,
    PANEL_REMOVE_LETTER,
    PLAN_COST,
    PLAN_EXCLUDED,
    PLAN_MEDIUM,
    PLAN_PINNED,
    PLAN_WEEKS,
    PROFILE,
    PROGRESS_SINCE,
    REALITY_SKILL,
    REVIEW_AIM,
    REVIEW_DAY,
    REVIEW_PROFILE,
    REVIEW_SENIORITY,
    ROLE_SENIORITY,
    SECOND_OF_TWO,
    SENIORITY,
    TREND_FROM,
    TREND_SKILL,
    TREND_TO,
    TRENDS,
)

FIRST_PROFILE = "llm_engineer"
RELABELLED = (
    PROFILE, AREA, AREA_DETAIL, CONTEXT, TRENDS, EARLIER, PLAN_WEEKS,
    HEAT_AREA, HEAT_BY, HEAT_SKILL, REVIEW_PROFILE, REVIEW_AIM, REVIEW_DAY,
    TREND_FROM, TREND_TO, TREND_SKILL, PANEL_REMOVE_LETTER,
    PROGRESS_SINCE, REALITY_SKILL, GAP, FIRST_OF_TWO, SECOND_OF_TWO,
    SENIORITY, REVIEW_SENIORITY, ROLE_SENIORITY,
    PLAN_MEDIUM, PLAN_COST, PLAN_PINNED, PLAN_EXCLUDED,
)  # fmt: skip
NUMBERED = re.compile(
    r"sheet-\d+-(?!low|high|header|day|double|blank|same)|score-(candidate|area)-"
)


def settle_language() -> None:
    """Find the language before anything is said in it.

    An address such as ``/gaps?language=en`` opens in its language, else the kept one
    counts, else the browser's.
    """
    if not st.session_state.get(LANGUAGE):
        here = find_visitor()
        kept = here.language if here else ""
        asked = st.query_params.get("language", "")
        in_address = {name: key for key, name in NAMES.items()} | {k: k for k in NAMES}
        known = in_address.get(asked) or kept
        st.session_state[LANGUAGE] = known or browser_language()


def choose_language() -> None:
    """Offer both languages; the choice stays with the person.

    No widget is bound to the address: Streamlit refuses to switch pages while one is.
    """
    with st.container(width="content"):
        st.segmented_control(
            "Bahasa / Language",
            LANGUAGES,
            format_func=str.upper,
            key=LANGUAGE,
            required=True,
            persist_state="session",
            label_visibility="collapsed",
            on_change=_keep,
            args=(LANGUAGE,),
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
        key=PROFILE,
        persist_state="session",
        on_change=_keep,
        args=(PROFILE,),
    )


def current_profile() -> str:
    """Return the chosen profile, the person's kept one, or the first offered."""
    if st.session_state.get(PROFILE) not in framework().profiles:
        here = find_visitor()
        kept = here.profile if here else ""
        known = kept in framework().profiles
        st.session_state[PROFILE] = kept if known else FIRST_PROFILE
    return str(st.session_state[PROFILE])


def _keep(what: str) -> None:
    if what == LANGUAGE:
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


def choose_seniority() -> None:
    """Offer where a person wants to stand; the choice stays with the person."""
    fill_choices(["seniority"])
    _offer_seniority(_("Where I want to stand"), KEYS["seniority"], keep_choices)
    why = framework().seniorities[current_choices().seniority].why
    st.caption(plain(label(why)))


def choose_asked_seniority(key: str) -> str:
    """Offer the seniority that a team or a role asks for, for this session."""
    _offer_seniority(_("Seniority asked"), begin_with(key, USUAL))
    return str(st.session_state[key] or USUAL)


def _offer_seniority(
    words: str, key: str, on_change: Callable[[], None] | None = None
) -> None:
    stands = framework().seniorities
    st.segmented_control(
        words,
        list(stands),
        format_func={key: label(each.name) for key, each in stands.items()}.__getitem__,
        key=key,
        required=True,
        persist_state="session",
        wrap=True,
        on_change=on_change,
    )


def aimed_framework() -> Framework:
    """Return the framework as it asks of where the person wants to stand."""
    if SENIORITY not in st.session_state:
        fill_choices(["seniority"])
    return aimed_at(st.session_state[SENIORITY] or current_choices().seniority)


@st.cache_resource
def aimed_at(seniority: str) -> Framework:
    """Return the framework as it asks of a seniority."""
    return aim_framework(framework(), seniority)


def choose_adjustments() -> list[Adjustment]:
    """Offer a career context and trends; return those chosen, the context first."""
    fill_choices(["context", "trends"])
    contexts, trends = framework().contexts, framework().trends
    st.selectbox(
        _("Career context"),
        list(contexts),
        index=None,
        format_func={k: label(c.name) for k, c in contexts.items()}.__getitem__,
        placeholder=_("No particular one"),
        key=CONTEXT,
        persist_state="session",
        on_change=keep_choices,
    )
    st.multiselect(
        _("Trends to prepare for"),
        list(trends),
        format_func={k: label(t.name) for k, t in trends.items()}.__getitem__,
        placeholder=_("None"),
        key=TRENDS,
        persist_state="session",
        on_change=keep_choices,
    )
    return current_adjustments()


def current_adjustments() -> list[Adjustment]:
    """Return the career context and the trends chosen, the context first."""
    context = st.session_state.get(CONTEXT)
    first = [framework().contexts[context]] if context else []
    chosen = st.session_state.get(TRENDS, [])
    return first + [framework().trends[key] for key in chosen]
