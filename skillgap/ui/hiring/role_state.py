"""What the role asks, as this session holds it: an example until something is kept."""

from dataclasses import replace

import streamlit as st

from skillgap.domain.framework import Target
from skillgap.domain.hiring.role_needs import RoleNeeds, last_day
from skillgap.files.hiring.role_needs import read_role_needs
from skillgap.settings import ROOT
from skillgap.ui.session import framework, today

EXAMPLE_ROLE = ROOT / "examples" / "example-role.yaml"
KEPT, DRAFT = "role_needs", "role_draft"


def current_needs() -> RoleNeeds:
    """Return the needs of this session, those of the example before any are kept."""
    kept = st.session_state.get(KEPT)
    return kept if isinstance(kept, RoleNeeds) else _example_needs()


def is_example_role() -> bool:
    """Say whether the needs are those of the example."""
    return KEPT not in st.session_state


def keep_needs(needs: RoleNeeds) -> None:
    """Keep the needs for this session and forget a change that was begun."""
    st.session_state[KEPT] = needs
    st.session_state.pop(DRAFT, None)


def edited_needs() -> RoleNeeds | None:
    """Return what can be edited now: open needs or the draft of a change."""
    needs = current_needs()
    if needs.fixed_on:
        draft = st.session_state.get(DRAFT)
        return draft if isinstance(draft, RoleNeeds) else None
    return needs


def keep_edited(needs: RoleNeeds) -> None:
    """Keep open needs, or the draft of a change."""
    st.session_state[DRAFT if current_needs().fixed_on else KEPT] = needs


def begin_change() -> None:
    """Open a draft beside the fixed needs."""
    st.session_state[DRAFT] = replace(current_needs(), fixed_on="", changes=())


def drop_change() -> None:
    """Forget the draft."""
    st.session_state.pop(DRAFT, None)


def can_change_today() -> bool:
    """Say whether today is not before the day from which the needs hold."""
    return today() >= last_day(current_needs())


def set_target(needs: RoleNeeds, skill: str, target: Target | None) -> RoleNeeds:
    """Return needs with one target set or, without a target, the skill left out.

    Skills stay in framework order. The last skill is not left out.
    """
    targets = {**needs.targets}
    targets.pop(skill, None)
    if target is not None:
        targets[skill] = target
    if not targets:
        return needs
    ordered = {key: targets[key] for key in framework().skills if key in targets}
    must_have = tuple(key for key in needs.must_have if key in ordered)
    return replace(needs, targets=ordered, must_have=must_have)


@st.cache_resource(show_spinner=False)
def _example_needs() -> RoleNeeds:
    reading = read_role_needs(EXAMPLE_ROLE.name, EXAMPLE_ROLE.read_bytes(), framework())
    assert reading.needs is not None, reading.problems
    return reading.needs
