"""Choosing skills, targets, weights and must-haves, one area at a time."""

from dataclasses import replace
from typing import get_args

import streamlit as st

from skillgap.domain.framework import Target
from skillgap.domain.hiring.role_needs import RoleNeeds
from skillgap.domain.scale import LEVELS, Weight
from skillgap.ui.hiring.role_state import edited_needs, keep_edited, set_target
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework

WEIGHTS: tuple[Weight, ...] = get_args(Weight)
FIRST_TARGET = Target(3, 3)


def edit_needs(needs: RoleNeeds) -> None:
    """Show the skills of one area with target and weight, and the must-haves."""
    _choose_must_haves(needs)
    areas = framework().areas
    names = {key: _area_name(key, needs) for key in areas}
    st.session_state.setdefault("role-area", next(iter(areas)))
    area = st.selectbox(
        _("Area"), list(areas), format_func=names.__getitem__, key="role-area"
    )
    for skill in areas[area].skills:
        _edit_skill(skill, needs.targets.get(skill))


def _area_name(area: str, needs: RoleNeeds) -> str:
    content = framework().areas[area]
    asked = sum(skill in needs.targets for skill in content.skills)
    return _("{area} ({asked} of {all} asked)").format(
        area=label(content.name), asked=number(asked), all=number(len(content.skills))
    )


def _choose_must_haves(needs: RoleNeeds) -> None:
    skills = list(needs.targets)
    names = dict(zip(skills, skill_names(skills)))
    st.session_state["role-must"] = list(needs.must_have)
    st.multiselect(
        _("Must-haves: what nothing else can make up for (at most three)"),
        skills,
        format_func=names.__getitem__,
        key="role-must",
        placeholder=_("None"),
        on_change=_keep_must_haves,
    )


def _keep_must_haves() -> None:
    needs = edited_needs()
    if needs is not None:
        chosen = [s for s in st.session_state["role-must"] if s in needs.targets]
        keep_edited(replace(needs, must_have=tuple(chosen)))


def _edit_skill(skill: str, target: Target | None) -> None:
    name, asked = plain(label(framework().skills[skill].name)), f"role-ask-{skill}"
    st.session_state[asked] = target is not None
    with st.container(border=True):
        st.toggle(name, key=asked, on_change=_keep_skill, args=(skill,))
        if target is None:
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            _edit_target(skill, target)
        if target.reason:
            st.caption(plain(label(target.reason)))


def _edit_target(skill: str, target: Target) -> None:
    level, weight = f"role-level-{skill}", f"role-weight-{skill}"
    st.session_state[level], st.session_state[weight] = target.level, target.weight
    scale = framework().manifest.scale
    levels = {n: f"{n} · {label(scale[n].name)}" for n in LEVELS}
    st.selectbox(
        _("Target"),
        LEVELS,
        format_func=levels.__getitem__,
        key=level,
        on_change=_keep_skill,
        args=(skill,),
        width=230,
    )
    st.segmented_control(
        _("Weight"),
        WEIGHTS,
        key=weight,
        required=True,
        on_change=_keep_skill,
        args=(skill,),
        width="content",
    )


def _keep_skill(skill: str) -> None:
    needs = edited_needs()
    if needs is None:
        return
    known = needs.targets.get(skill, FIRST_TARGET)
    level = st.session_state.get(f"role-level-{skill}", known.level)
    weight = st.session_state.get(f"role-weight-{skill}", known.weight)
    asked = st.session_state[f"role-ask-{skill}"]
    sound = level in LEVELS and weight in WEIGHTS
    target = replace(known, level=level, weight=weight) if sound else known
    keep_edited(set_target(needs, skill, target if asked else None))
    # Given its value anew, the box of areas takes the new count into its label.
    st.session_state["role-area"] = st.session_state["role-area"]
