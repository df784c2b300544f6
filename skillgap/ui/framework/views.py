"""The framework to browse: one area, one profile, the background, the files."""

import streamlit as st

from skillgap.domain.problems import suggest_name
from skillgap.domain.scale import LEVELS
from skillgap.ui.framework.background import show_background
from skillgap.ui.framework.downloads import offer_downloads
from skillgap.ui.framework.links import (
    PART,
    card,
    choose_area,
    link_skill,
    skill_in_address,
)
from skillgap.ui.framework.profiles import show_profiles
from skillgap.ui.language import label, long_date, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework


def show_size() -> None:
    """Say which version this is and how much it holds."""
    found = framework()
    words = _(
        "Version {version} of {day}: {areas} areas, {skills} skills, {profiles} "
        "profiles, {modules} modules, {resources} resources."
    )
    st.caption(
        words.format(
            version=found.version,
            day=long_date(found.manifest.released),
            areas=number(len(found.areas)),
            skills=number(len(found.skills)),
            profiles=number(len(found.profiles)),
            modules=number(len(found.modules)),
            resources=number(len(found.resources)),
        )
    )


def opened_skill() -> str:
    """Return the skill the address names; say so if there is none of that name."""
    named = skill_in_address()
    if not named or named in framework().skills:
        return named
    words = _("There is no skill “{skill}” in this framework.")
    st.warning(plain(words.format(skill=named)), icon=":material/link_off:")
    meant = suggest_name(named, framework().skills)
    if meant:
        st.caption(_("Did you mean this one?"))
        link_skill(meant, "meant")
    return ""


def show_contents() -> None:
    """Show the part of the framework a reader turns to; only that part is drawn."""
    parts = {
        "skills": (_("Skills"), _show_areas),
        "profiles": (_("Profiles"), show_profiles),
        "background": (_("Background"), show_background),
        "download": (_("Download"), offer_downloads),
    }
    st.session_state.setdefault(PART, "skills")
    chosen = st.segmented_control(
        _("Show"),
        list(parts),
        format_func={key: name for key, (name, _show) in parts.items()}.__getitem__,
        key=PART,
        required=True,
        persist_state="session",
        label_visibility="collapsed",
    )
    _name, show = parts[chosen or "skills"]
    show()


def _show_areas() -> None:
    area = choose_area()
    with st.grid(2, min_column_width=320) as grid:
        for key in framework().areas[area].skills:
            with grid.cell(), card():
                _show_card(key)
    with st.expander(
        _("What the levels mean in every skill"), icon=":material/stairs:"
    ):
        scale = framework().manifest.scale
        st.markdown(
            "\n\n".join(
                f"**{level} · {plain(label(scale[level].name))}**  \n"
                f"{plain(label(scale[level].anchor))}"
                for level in LEVELS
            )
        )


def _show_card(skill: str) -> None:
    found = framework()
    link_skill(skill, "card")
    st.markdown(plain(label(found.skills[skill].definition)))
    modules = sum(skill in module.lifts for module in found.modules.values())
    resources = sum(skill in each.skills for each in found.resources.values())
    facts = [
        translate_count("{count} module", "{count} modules", modules),
        translate_count("{count} resource", "{count} resources", resources),
    ]
    st.caption(" · ".join(facts))
