"""A skill in full: anchors, prerequisites, modules, resources; read from its top."""

import streamlit as st

from skillgap.domain.framework import Skill
from skillgap.domain.learning import Module, Resource
from skillgap.domain.prerequisites import required_levels
from skillgap.domain.scale import LEVELS, Text
from skillgap.ui.about.links import close_skill, link_skills
from skillgap.ui.language import current_language, label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.resource_views import describe_resource, hours_text
from skillgap.ui.session import framework
from skillgap.ui.state import FRAMEWORK_AREA


def begin_at_top(text: str) -> None:
    """Bring the top of the page into view, once for each text that opens.

    Streamlit keeps the place on the page when its content changes.
    """
    _top(key="top", data=text)


_top = st.components.v2.component(
    "skillgap_top",
    js="""
    export default ({ data, parentElement }) => {
      if (parentElement.skillgapText === data) return;
      parentElement.skillgapText = data;
      document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
    };
    """,
)


def show_skill(key: str) -> None:
    """Show everything the framework says about a skill."""
    skill = framework().skills[key]
    area = framework().area_of[key]
    st.button(
        _("Back"),
        key="close-skill",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=_close,
        args=(area,),
    )
    st.header(plain(label(skill.name)), anchor=False)
    st.caption(f"{plain(label(framework().areas[area].name))} · {plain(key)}")
    st.markdown(plain(label(skill.definition)))
    left, right = st.columns([6, 5], gap="large")
    with left:
        _show_levels(key)
    with right:
        _show_neighbours(key, skill)
        _show_askers(key)
        _show_origin(skill)
    _show_modules(key)
    _show_resources(key)
    begin_at_top(key)


def _close(area: str) -> None:
    st.session_state[FRAMEWORK_AREA] = area
    close_skill()


def _show_levels(key: str) -> None:
    st.subheader(_("Levels"), anchor=False)
    both = st.toggle(_("Both languages"), key="both_languages")
    scale = framework().manifest.scale
    lines = []
    for level in LEVELS:
        name, anchor = scale[level].name, framework().anchor(key, level)
        lines.append(f"**{level} · {plain(label(name))}**  \n{plain(label(anchor))}")
        if both:
            other = f"{plain(_other(name))}: {plain(_other(anchor))}"
            lines[-1] += f"  \n:small[:gray[{other}]]"
    st.markdown("\n\n".join(lines))


def _other(text: Text) -> str:
    return text.in_language("en" if current_language() == "id" else "id")


def _show_neighbours(key: str, skill: Skill) -> None:
    skills = framework().skills
    st.subheader(_("Builds on"), anchor=False)
    if skill.prerequisites:
        link_skills(skill.prerequisites, "before")
    else:
        st.markdown(_("Nothing; one can begin here."))
    after = tuple(k for k, each in skills.items() if key in each.prerequisites)
    if after:
        st.subheader(_("Others build on it"), anchor=False)
        link_skills(after, "after")


def _show_askers(key: str) -> None:
    st.subheader(_("Who asks for it"), anchor=False)
    asks = _("**{profile}**: level {target}, weight {weight}")
    lines = []
    for profile in framework().profiles.values():
        target = profile.targets.get(key)
        if target:
            line = asks.format(
                profile=plain(label(profile.name)),
                target=number(target.level),
                weight=number(target.weight),
            )
            reason = plain(label(target.reason)) if target.reason else ""
            lines.append(f"- {line}. {reason}" if reason else f"- {line}")
    st.markdown("\n".join(lines))


def _show_origin(skill: Skill) -> None:
    st.subheader(_("Where it comes from"), anchor=False)
    sources = framework().manifest.sources
    lines = [_("Course text: {origin}").format(origin=skill.origin)]
    lines += [sources[name] for name in skill.sources]
    st.caption("\n".join(f"- {plain(line)}" for line in lines))


def _show_modules(key: str) -> None:
    modules = [m for m in framework().modules.values() if key in m.lifts]
    st.subheader(_("Modules, step by step"), anchor=False)
    for module in sorted(modules, key=lambda each: each.lifts[key]):
        start, to = module.lifts[key]
        title = plain(label(module.title))
        with st.expander(f"{start} → {to} · {title} · {hours_text(module.hours)}"):
            _show_module(module)


def _show_module(module: Module) -> None:
    for heading, text in (
        (_("Afterwards you can"), module.outcome),
        (_("Practice"), module.practice),
        (_("Proof"), module.proof),
    ):
        st.markdown(f"**{heading}**: {plain(label(text))}")
    needs, words = required_levels(module, framework().skills), _("level {level}")
    for heading, levels in (
        (_("Lifts"), {s: f"{low} → {high}" for s, (low, high) in module.lifts.items()}),
        (_("Takes for granted"), {s: words.format(level=n) for s, n in needs.items()}),
    ):
        if levels:
            st.markdown(f"**{heading}**: {_named(levels)}")
    found = (framework().resources[key] for key in module.resources)
    links = ", ".join(f"[{plain(each.title)}](<{each.url}>)" for each in found)
    heading = _("Resources")
    st.markdown(f"**{heading}**: {links}")


def _named(levels: dict[str, str]) -> str:
    skills = framework().skills
    return ", ".join(f"{plain(label(skills[k].name))} {v}" for k, v in levels.items())


def _show_resources(key: str) -> None:
    found = [each for each in framework().resources.values() if key in each.skills]
    st.subheader(_("Resources"), anchor=False)
    with st.grid(2, min_column_width=320):
        for each in sorted(found, key=_order):
            st.markdown(describe_resource(each, _levels(each)))


def _order(resource: Resource) -> tuple[tuple[int, int], bool]:
    return resource.levels, resource.language != current_language()


def _levels(resource: Resource) -> str:
    low, high = resource.levels
    return _("levels {low} to {high}").format(low=number(low), high=number(high))
