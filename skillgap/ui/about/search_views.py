"""Looking for something in the framework: words, filters, and what was found."""

from collections.abc import Mapping
from math import ceil
from typing import TypeVar

import streamlit as st

from skillgap.domain.scale import LEVELS
from skillgap.domain.search import (
    KINDS,
    Entry,
    Filters,
    list_entries,
    search_entries,
)
from skillgap.ui.about.links import (
    card,
    close_skill,
    link_skill,
    link_skills,
)
from skillgap.ui.language import (
    NAMES,
    current_language,
    label,
    number,
    plain,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.resource_views import cost_names, describe_resource, hours_text
from skillgap.ui.session import framework
from skillgap.ui.state import FRAMEWORK_PART, FRAMEWORK_PROFILE, SEARCH, SEARCH_PAGE

Value = TypeVar("Value", str, int)
HITS = 30
FILTERS = ("kinds", "languages", "costs", "levels")


def kind_names() -> dict[str, str]:
    """Return each kind of entry in the reader's language."""
    return {
        "skill": _("skill"),
        "module": _("module"),
        "resource": _("resource"),
        "profile": _("profile"),
        "background": _("background"),
    }


def ask_search() -> tuple[str, Filters]:
    """Ask what to look for; return the words and the filters."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            _("Search the framework"),
            key=SEARCH,
            persist_state="session",
            max_chars=200,
            icon=":material/search:",
            placeholder=_("For example: docker, recall, prompt"),
            on_change=_begin_anew,
        )
        with st.popover(_("Filters"), icon=":material/tune:", key="search-filters"):
            filters = _ask_filters()
    return words.strip(), filters


def _ask_filters() -> Filters:
    scale = framework().manifest.scale
    levels: dict[int, str] = {
        level: f"{level} · {label(scale[level].name)}" for level in LEVELS[1:]
    }
    return Filters(
        kinds=_ask("kinds", _("Kind"), {kind: kind_names()[kind] for kind in KINDS}),
        languages=_ask("languages", _("Language it is in"), NAMES),
        costs=_ask("costs", _("Cost (resources only)"), cost_names()),
        levels=_ask("levels", _("Level it leads to"), levels),
    )


def _ask(name: str, words: str, offered: Mapping[Value, str]) -> frozenset[Value]:
    chosen = st.pills(
        words,
        list(offered),
        selection_mode="multi",
        format_func=offered.__getitem__,
        key=f"search_{name}",
        on_change=_begin_anew,
    )
    return frozenset(chosen)


def _begin_anew() -> None:
    close_skill()
    st.session_state.pop(SEARCH_PAGE, None)


def show_hits(words: str, filters: Filters) -> None:
    """Show what was found, thirty at a time."""
    entries = list_entries(framework(), current_language())
    hits = search_entries(entries, words, filters)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(translate_count("{count} hit", "{count} hits", len(hits)))
        st.button(
            _("Clear the search"),
            key="clear-search",
            type="tertiary",
            icon=":material/close:",
            on_click=_clear,
        )
    if not hits:
        st.info(
            _("Nothing holds all of these words. Try fewer words or drop a filter.")
        )
        return
    pages = ceil(len(hits) / HITS)
    page = min(st.session_state.get(SEARCH_PAGE, 1), pages)
    with st.grid(2, min_column_width=340) as grid:
        for entry in hits[HITS * (page - 1) : HITS * page]:
            with grid.cell(), card():
                _show_hit(entry)
    if pages > 1:
        st.pagination(pages, key=SEARCH_PAGE)


def _clear() -> None:
    _begin_anew()
    st.session_state[SEARCH] = ""
    for name in FILTERS:
        st.session_state[f"search_{name}"] = []


def _show_hit(entry: Entry) -> None:
    kind = kind_names()[entry.kind]
    if entry.kind == "resource":
        resource = framework().resources[entry.key]
        st.caption(kind)
        st.markdown(describe_resource(resource))
        link_skills(entry.skills, f"hit-{entry.key}")
    elif entry.kind == "skill":
        area = framework().areas[framework().area_of[entry.key]].name
        st.caption(f"{kind} · {plain(label(area))}")
        link_skill(entry.key, "hit")
        st.markdown(plain(entry.note))
    elif entry.kind == "profile":
        st.caption(kind)
        st.button(
            plain(entry.title),
            key=f"open-profile-{entry.key}",
            type="tertiary",
            on_click=_open_profile,
            args=(entry.key,),
        )
        st.markdown(plain(entry.note))
    else:
        st.caption(f"{kind}{_step(entry)}")
        st.markdown(f"**{plain(entry.title)}**  \n{plain(entry.note)}")
        link_skills(entry.skills, f"hit-{entry.key}")


def _step(entry: Entry) -> str:
    if entry.kind != "module":
        return ""
    module = framework().modules[entry.key]
    low, high = next(iter(module.lifts.values()))
    return f" · {number(low)} → {number(high)} · {hours_text(module.hours)}"


def _open_profile(key: str) -> None:
    _clear()
    st.session_state[FRAMEWORK_PROFILE] = key
    st.session_state[FRAMEWORK_PART] = "profiles"
