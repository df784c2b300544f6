"""Ways through the framework: the skill in the address, and the buttons to it."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.ui.language import label, plain
from skillgap.ui.language import translate as _
from skillgap.ui.pages import open_page
from skillgap.ui.session import framework
from skillgap.ui.state import FRAMEWORK_AREA

SKILL = "skill"


# A bound selectbox would write the skill's name into the address, another one in each
# language; the id is what a link must hold. So the address itself is the state.
def skill_in_address() -> str:
    """Return what the address names as the skill to show, else an empty text."""
    return st.query_params.get(SKILL, "")


def open_skill(skill: str) -> None:
    """Make a skill the one to show."""
    st.query_params[SKILL] = skill


def close_skill() -> None:
    """Go back to what was there before a skill was opened."""
    st.query_params.pop(SKILL, None)


def link_skill(skill: str, place: str) -> None:
    """Offer to open a skill; ``place`` tells this button from others to the same."""
    _button(skill, place, open_skill)


def link_skills(skills: tuple[str, ...], place: str) -> None:
    """Offer to open several skills, side by side where there is room."""
    with st.container(horizontal=True, gap="small"):
        for skill in skills:
            link_skill(skill, place)


def lead_to_skills(skills: tuple[str, ...], place: str) -> None:
    """Offer the same on another page than that of the framework."""
    with st.container(horizontal=True, gap="small"):
        for skill in skills:
            if _button(skill, place):
                open_page("about/framework", **{SKILL: skill})


def _button(
    skill: str, place: str, on_click: Callable[[str], None] | None = None
) -> bool:
    name = plain(label(framework().skills[skill].name))
    return st.button(
        f"**{name}**",
        key=f"open-{place}-{skill}",
        type="tertiary",
        icon=":material/arrow_forward:",
        icon_position="right",
        wrap=True,
        on_click=on_click,
        args=(skill,),
    )


def card() -> DeltaGenerator:
    """Return a bordered box for one thing among its like."""
    return st.container(border=True, height="stretch", gap="xsmall")


def choose_area() -> str:
    """Offer the areas; return the chosen one."""
    areas = framework().areas
    st.session_state.setdefault(FRAMEWORK_AREA, next(iter(areas)))
    chosen = st.pills(
        _("Area"),
        list(areas),
        format_func={key: label(area.name) for key, area in areas.items()}.__getitem__,
        key=FRAMEWORK_AREA,
        required=True,
        persist_state="session",
    )
    return chosen or next(iter(areas))
