"""Which part of the assessment is on the screen: mode and area."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.ui.fields import refilled
from skillgap.ui.language import label, number, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import ButtonKind, main_kind
from skillgap.ui.pages import open_page
from skillgap.ui.person.answers import ask_skill, asked_skills, minutes_for
from skillgap.ui.person.kept_choices import (
    fill_choices,
    keep_choices,
    kept_choices,
)
from skillgap.ui.session import Visit, find_visitor, framework
from skillgap.ui.state import AREA, AREAS_OPENED, MODE


def choose_mode(profile: str) -> str:
    """Offer the quick and the full assessment; return ``quick`` or ``full``."""
    fill_choices(["mode"])
    names = {
        "quick": _("Quick ({count} skills, {minutes} min)"),
        "full": _("Full ({count} skills, {minutes} min)"),
    }
    for mode, words in names.items():
        asked = asked_skills(mode, profile)
        minutes = number(minutes_for(asked))
        names[mode] = words.format(count=number(len(asked)), minutes=minutes)
    chosen = st.segmented_control(
        _("How much"),
        list(names),
        format_func=names.__getitem__,
        key=MODE,
        required=True,
        persist_state="session",
        wrap=True,
    )
    if find_visitor() and kept_choices().mode != chosen:
        keep_choices()  # buttons of other pages choose a mode, too
    return chosen or "quick"


def choose_area(asked: list[str], visit: Visit) -> tuple[str, list[str]]:
    """Offer the areas of the asked skills; return the chosen one and its skills."""
    area_of = framework().area_of
    areas = list(dict.fromkeys(area_of[skill] for skill in asked))
    levels = visit.levels()
    rated = set(levels.loc[levels["answer"] != "unrated", "skill"])
    answered = set() if visit.is_example else rated
    if st.session_state.get(AREA) not in areas:
        unfinished = [area_of[s] for s in asked if s not in answered]
        st.session_state[AREA] = (unfinished or areas)[0]

    area = st.selectbox(
        _("Area"),
        areas,
        format_func={a: label(framework().areas[a].name) for a in areas}.__getitem__,
        key=AREA,
        persist_state="session",
    )
    with st.container(key="area-heading"):
        st.header(label(framework().areas[area].name), anchor=False)
    return area, [skill for skill in asked if area_of[skill] == area]


def ask_skills(skills: list[str], progress: DeltaGenerator, asked: list[str]) -> None:
    """Ask for the skills of a screen, out of all that are asked."""
    keys = [f"{what}-{skill}" for skill in skills for what in ("level", "evidence")]
    with refilled("assess", keys):
        for skill in skills:
            ask_skill(skill, progress, asked)


def offer_next_area(area: str, asked: list[str], mode: str) -> None:
    """Offer the way on: the next area, the gaps, or from quick to full."""
    areas = list(dict.fromkeys(framework().area_of[skill] for skill in asked))
    place = areas.index(area)
    with st.container(horizontal=True):
        if place > 0:
            _area_button(_("Back to {area}"), areas[place - 1], "area-back")
        if place + 1 < len(areas):
            _area_button(_("On to {area}"), areas[place + 1], "area-on", main_kind())
        elif mode == "quick":
            more = len(framework().skills) - len(asked)
            words = translate_count(
                "Go on with {count} more skill",
                "Go on with the {count} other skills",
                more,
            )
            st.button(words, key="to-full", on_click=_go_full)
        if st.button(
            _("See my gaps"),
            key="to-gaps",
            icon=":material/radar:",
            type=main_kind() if place + 1 == len(areas) else "secondary",
        ):
            open_page("person/gaps")


def begin_area_at_its_heading() -> None:
    """Bring the heading of an area gone to by a button into view, and the focus to it.

    Called last on the page: what is drawn later could move it away again.
    """
    _area_focus(key="area-focus", data=st.session_state.get(AREAS_OPENED, 0))


def _area_button(
    words: str, area: str, key: str, kind: ButtonKind = "secondary"
) -> None:
    name = label(framework().areas[area].name)
    st.button(
        words.format(area=name), key=key, type=kind, on_click=_go_to, args=(area,)
    )


def _go_to(area: str) -> None:
    st.session_state[AREA] = area
    _count_opened()


def _go_full() -> None:
    st.session_state[MODE] = "full"
    st.session_state.pop(AREA, None)
    _count_opened()


def _count_opened() -> None:
    st.session_state[AREAS_OPENED] = st.session_state.get(AREAS_OPENED, 0) + 1


_area_focus = st.components.v2.component(
    "skillgap_area_focus",
    js="""
export default ({ data }) => {
  const page = document.documentElement.dataset;
  const seen = Number(page.areasOpened ?? 0);
  page.areasOpened = data;
  const heading = document.querySelector(".st-key-area-heading h2");
  if (data <= seen || !heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.style.scrollMarginTop = "4.5rem";
  heading.scrollIntoView({ block: "start" });
};
""",
)
