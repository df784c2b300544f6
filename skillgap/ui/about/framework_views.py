"""The framework on the screen: areas, profiles, background, downloads."""

from functools import partial

import pandas as pd
import streamlit as st

from skillgap.domain.framework import Gate, Profile, Target
from skillgap.domain.problems import suggest_name
from skillgap.domain.scale import LANGUAGES, LEVELS
from skillgap.files.case import write_package
from skillgap.files.framework_csv import write_framework
from skillgap.ui.about.links import (
    card,
    choose_area,
    link_skill,
    link_skills,
    skill_in_address,
)
from skillgap.ui.language import NAMES, label, long_date, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework
from skillgap.ui.state import FRAMEWORK_PART, FRAMEWORK_PROFILE


def show_background() -> None:
    """Show what production asks, and the sources."""
    _show_production()
    with st.expander(_("Sources"), icon=":material/menu_book:"):
        sources = framework().manifest.sources.items()
        st.markdown("\n".join(f"- **{plain(k)}**: {plain(v)}" for k, v in sources))


def _show_production() -> None:
    production = framework().production
    st.header(_("What production asks"), anchor=False)
    st.markdown(plain(label(production.rule)))
    with st.grid(2, min_column_width=320) as grid:
        for key, gate in production.gates.items():
            with grid.cell(), card():
                _show_gate(key, gate)


def _show_gate(key: str, gate: Gate) -> None:
    st.markdown(f"**{plain(label(gate.claim))}**  \n{plain(label(gate.meaning))}")
    st.caption(_("Level {level} in each of these:").format(level=number(gate.level)))
    link_skills(gate.skills, f"gate-{key}")


LOCAL = "http://localhost:8501/framework"


def offer_downloads() -> None:
    """Offer the framework as CSV and as a CASE package of each language."""
    _offer_table()
    _offer_packages()


def _offer_table() -> None:
    st.header(_("For a spreadsheet"), anchor=False)
    st.markdown(
        _(
            "One row for each skill and level, Indonesian and English side by side: "
            "area, skill, name, definition, and the act that earns the level."
        )
    )
    st.download_button(
        _("Download as CSV"),
        data=partial(write_framework, framework()),
        file_name=f"framework-{framework().version}.csv",
        mime="text/csv",
        key="download-framework-csv",
        icon=":material/table:",
        on_click="ignore",
    )


def _offer_packages() -> None:
    st.header(_("For other systems"), anchor=False)
    st.markdown(
        _(
            "CASE 1.1 of 1EdTech is what competency registries and learning platforms "
            "read. It knows one language in a document, so there is one package for "
            "each; every item names its counterpart. Identifiers stay the same in "
            "every version."
        )
    )
    for language in LANGUAGES:
        st.download_button(
            _("Download as CASE, {language}").format(language=NAMES[language]),
            data=partial(write_package, framework(), language, page_address()),
            file_name=f"framework-{framework().version}-{language}.case.json",
            mime="application/json",
            key=f"download-case-{language}",
            icon=":material/data_object:",
            on_click="ignore",
        )


def page_address() -> str:
    """Return the address of this page as the reader's browser has it."""
    return (st.context.url or LOCAL).partition("?")[0]


def show_profiles() -> None:
    """Show one profile: what it is about, and its targets in one area."""
    profiles = framework().profiles
    chosen = st.selectbox(
        _("Profile"),
        list(profiles),
        format_func={k: label(p.name) for k, p in profiles.items()}.__getitem__,
        key=FRAMEWORK_PROFILE,
        persist_state="session",
    )
    profile = profiles[chosen]
    st.markdown(plain(label(profile.focus)))
    if profile.reading:
        st.caption(plain(label(profile.reading)))
    area = choose_area()
    with st.grid(2, min_column_width=320) as grid:
        for skill in framework().areas[area].skills:
            target = profile.targets.get(skill)
            if target:
                with grid.cell(), card():
                    _show_target(skill, target)
    _offer_targets(profile)


def _show_target(skill: str, target: Target) -> None:
    scale = framework().manifest.scale
    words = _("Level {target}, {name}. Weight {weight}.").format(
        target=number(target.level),
        name=label(scale[target.level].name),
        weight=number(target.weight),
    )
    reason = f"  \n{plain(label(target.reason))}" if target.reason else ""
    link_skill(skill, "target")
    st.markdown(f"**{plain(words)}**{reason}")


def _offer_targets(profile: Profile) -> None:
    """Offer all targets as a table; it is drawn only when it is opened."""
    shown = st.expander(
        _("All skills as a table"),
        icon=":material/table:",
        key="framework_all_targets",
        on_change="rerun",
    )
    if not shown.open:
        return
    found = framework()
    rows = [
        {
            _("Area"): label(found.areas[found.area_of[skill]].name),
            _("Skill"): label(found.skills[skill].name),
            _("Target"): target.level,
            _("Weight"): target.weight,
            _("Reason"): label(target.reason) if target.reason else "",
        }
        for skill, target in profile.targets.items()
    ]
    shown.dataframe(
        pd.DataFrame(rows),
        key="framework_targets",
        hide_index=True,
        alt=_("Targets and weights of {profile}").format(profile=label(profile.name)),
    )


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
    st.session_state.setdefault(FRAMEWORK_PART, "skills")
    chosen = st.segmented_control(
        _("Show"),
        list(parts),
        format_func={key: name for key, (name, _show) in parts.items()}.__getitem__,
        key=FRAMEWORK_PART,
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
