"""The choices of a plan: on the screen, and kept with the person."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from skillgap.domain.person.plan_choices import PlanChoices, read_choices
from skillgap.storage.plans import load_choices, save_choices
from skillgap.ui.session import engine, ensure_visitor, find_visitor, framework, today
from skillgap.ui.state import (
    CONTEXT,
    MODE,
    PLAN_COST,
    PLAN_EXCLUDED,
    PLAN_HOURS,
    PLAN_MEDIUM,
    PLAN_PINNED,
    PLAN_START,
    PLAN_UNTIL,
    PLAN_WEEKS,
    SENIORITY,
    TRENDS,
)

# What a choice is called in the session.
KEYS = {
    "hours": PLAN_HOURS,
    "start": PLAN_START,
    "weeks": PLAN_WEEKS,
    "until": PLAN_UNTIL,
    "medium": PLAN_MEDIUM,
    "cost": PLAN_COST,
    "seniority": SENIORITY,
    "mode": MODE,
    "context": CONTEXT,
    "trends": TRENDS,
    "pinned": PLAN_PINNED,
    "excluded": PLAN_EXCLUDED,
}


LISTS = ("pinned", "excluded", "trends")


def kept_choices() -> PlanChoices:
    """Return what is kept with the person, the usual choices for a newcomer."""
    here = find_visitor()
    return read_choices(load_choices(engine(), here) if here else "", framework())


def fill_choices(fields: Iterable[str] = tuple(KEYS)) -> None:
    """Give fields that hold nothing what is kept, before they are drawn."""
    kept = kept_choices()
    values: dict[str, Any] = {field: getattr(kept, field) for field in KEYS}
    values["start"] = date.fromisoformat(max(kept.start, today()))
    values["until"] = date.fromisoformat(kept.until) if kept.until else None
    values["context"] = kept.context or None
    for field in LISTS:
        values[field] = list(values[field])
    for field in fields:
        if st.session_state.get(KEYS[field]) is None:
            st.session_state[KEYS[field]] = values[field]


def current_choices() -> PlanChoices:
    """Return what stands on the screen; the stages done are those kept."""
    return _with_session(kept_choices(), st.session_state)


def keep_choices() -> None:
    """Keep what stands on the screen; a newcomer is known from now on."""
    store_choices(current_choices())


def store_choices(choices: PlanChoices) -> None:
    """Keep some choices with the person."""
    save_choices(engine(), ensure_visitor(), choices.to_text())


def _with_session(kept: PlanChoices, session: Mapping[Any, Any]) -> PlanChoices:
    values = {
        field: session[key]
        for field, key in KEYS.items()
        if session.get(key) is not None
    }
    for field in ("start", "until"):
        if field in values:
            values[field] = values[field].isoformat()
    for field in LISTS:
        if field in values:
            values[field] = tuple(values[field])
    if CONTEXT in session:
        values["context"] = session[CONTEXT] or ""
    if values.get("start", "") <= today():
        values["start"] = ""
    return replace(kept, **values)


def add_module(field: str, module: str) -> None:
    """Pin a module or exclude it, as ``field`` says, and take it from the other."""
    for each in ("pinned", "excluded"):
        modules = [key for key in st.session_state[KEYS[each]] if key != module]
        st.session_state[KEYS[each]] = modules + [module] * (each == field)
    keep_choices()
