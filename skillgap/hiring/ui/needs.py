"""What a role asks on the screen: begun, edited, fixed, changed."""

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pandas as pd
import streamlit as st

from skillgap.domain.framework import Profile, Target
from skillgap.domain.gaps import heaviest_skills
from skillgap.domain.problems import Problem
from skillgap.domain.scale import LEVELS, Text, Weight
from skillgap.files.wording import describe_problem
from skillgap.hiring.files.needs_file import read_role_needs, write_role_needs
from skillgap.hiring.files.wording import describe_skill_change
from skillgap.hiring.needs import (
    RoleNeeds,
    begin_role,
    change_needs,
    fix_needs,
    last_day,
    list_skill_changes,
    list_versions,
    warn_must_haves,
)
from skillgap.hiring.ui.lineup import drop_candidate_files, is_example_lineup
from skillgap.settings import ROOT
from skillgap.ui.choose import aimed_at, choose_asked_seniority
from skillgap.ui.language import (
    label,
    long_date,
    number,
    plain,
    speech,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind, skill_names
from skillgap.ui.pages import link_page
from skillgap.ui.session import framework, today
from skillgap.ui.state import (
    ROLE_AREA,
    ROLE_CONTEXT,
    ROLE_DRAFT,
    ROLE_FAULT,
    ROLE_FAULTS,
    ROLE_MUST,
    ROLE_NAME,
    ROLE_NEEDS,
    ROLE_PROFILE,
    ROLE_REASON,
    ROLE_SENIORITY,
    ROLE_SIZE,
)
from skillgap.ui.uploads import take_files, tell_what_is_gone

EXAMPLE_ROLE = ROOT / "examples" / "example-role.yaml"


def current_needs() -> RoleNeeds:
    """Return the needs of this session, those of the example before any are kept."""
    kept = st.session_state.get(ROLE_NEEDS)
    return kept if isinstance(kept, RoleNeeds) else _example_needs()


def is_example_role() -> bool:
    """Say whether the needs are those of the example."""
    return ROLE_NEEDS not in st.session_state


def keep_needs(needs: RoleNeeds) -> None:
    """Keep the needs for this session and forget a change that was begun."""
    st.session_state[ROLE_NEEDS] = needs
    st.session_state.pop(ROLE_DRAFT, None)


def edited_needs() -> RoleNeeds | None:
    """Return what can be edited now: open needs or the draft of a change."""
    needs = current_needs()
    if needs.fixed_on:
        draft = st.session_state.get(ROLE_DRAFT)
        return draft if isinstance(draft, RoleNeeds) else None
    return needs


def keep_edited(needs: RoleNeeds) -> None:
    """Keep open needs, or the draft of a change."""
    st.session_state[ROLE_DRAFT if current_needs().fixed_on else ROLE_NEEDS] = needs


def begin_change() -> None:
    """Open a draft beside the fixed needs."""
    st.session_state[ROLE_DRAFT] = replace(current_needs(), fixed_on="", changes=())


def drop_change() -> None:
    """Forget the draft."""
    st.session_state.pop(ROLE_DRAFT, None)


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


MOST_ROWS = 20


def show_role_line(needs: RoleNeeds) -> None:
    """Say in one line what the role is called, asks, and since when it is fixed."""
    day = last_day(needs)
    still_open = _("not fixed yet")
    fixed = _("fixed on {day}").format(day=long_date(needs.fixed_on))
    facts = [
        f"**{plain(label(needs.name))}**",
        translate_count("{count} skill", "{count} skills", len(needs.targets)),
        translate_count(
            "{count} must-have", "{count} must-haves", len(needs.must_have)
        ),
        fixed if day else f":orange[{still_open}]",
    ]
    if needs.changes:
        changed = _("changed on {day}").format(day=long_date(day))
        facts.append(f":orange[{changed}]")
    st.markdown(" · ".join(facts))


def show_warning(needs: RoleNeeds) -> None:
    """Warn of more than three must-haves, with the reason."""
    for problem in warn_must_haves(needs, label(needs.name)):
        st.warning(plain(describe_problem(problem, _)), icon=":material/warning:")


def ask_to_fix(needs: RoleNeeds) -> None:
    """Send back who has not fixed the needs: that comes before the first candidate."""
    if not needs.fixed_on:
        st.warning(_("Fix what the role asks before you open a candidate's file."))
        link_page("hiring/needs", _("Role needs"), "target")


def show_needs_table(needs: RoleNeeds, key: str) -> None:
    """Show every skill the role asks."""
    skills = list(needs.targets)
    table = pd.DataFrame(
        {
            _("Skill"): skill_names(skills),
            _("Target"): [needs.targets[skill].level for skill in skills],
            _("Weight"): [needs.targets[skill].weight for skill in skills],
            _("Must-have"): [
                _("yes") if skill in needs.must_have else "" for skill in skills
            ],
        }
    )
    st.dataframe(
        table,
        key=key,
        hide_index=True,
        column_config={_("Skill"): st.column_config.TextColumn(width=190)},
        height="content" if len(skills) <= MOST_ROWS else "auto",
        alt=_("What the role asks"),
    )


def offer_fixing(needs: RoleNeeds) -> None:
    """Offer to fix open needs today."""
    st.markdown(
        _(
            "Fix the needs before the first candidate is opened: whoever decides "
            "afterwards what matters, decides by the person."
        )
    )
    st.button(
        _("Fix the needs as of today"),
        key="role-fix",
        type=main_kind(),
        icon=":material/lock:",
        on_click=_fix,
    )


def _fix() -> None:
    needs = current_needs()
    if not needs.fixed_on:
        keep_needs(fix_needs(needs, today()))


def offer_change() -> None:
    """Offer to change fixed needs, which takes a reason."""
    if edited_needs() is None:
        st.button(
            _("Change the fixed needs"),
            key="role-change",
            icon=":material/edit:",
            disabled=not can_change_today(),
            on_click=begin_change,
        )
        return
    st.info(
        _(
            "You are changing needs that are fixed. The comparison will show the "
            "results before and after, with your reason."
        )
    )
    st.text_area(_("Reason for the change"), key=ROLE_REASON, max_chars=500)
    with st.container(horizontal=True):
        st.button(
            _("Keep this change"), key="role-keep", type=main_kind(), on_click=_change
        )
        st.button(_("Drop this change"), key="role-drop", on_click=drop_change)
    if fault := st.session_state.pop(ROLE_FAULT, ""):
        st.error(fault)


def _change() -> None:
    reason = str(st.session_state.get(ROLE_REASON, "")).strip()
    draft = edited_needs()
    if not reason or draft is None:
        words = _("A change of fixed needs has a reason. Write one.")
        st.session_state[ROLE_FAULT] = words
        return
    needs = current_needs()
    if (draft.targets, draft.must_have) == (needs.targets, needs.must_have):
        words = _("Nothing differs from the fixed needs. Change something or drop it.")
        st.session_state[ROLE_FAULT] = words
        return
    keep_needs(change_needs(needs, draft.targets, draft.must_have, today(), reason))
    st.session_state.pop(ROLE_REASON, None)


def show_needs_changes(needs: RoleNeeds) -> None:
    """List every change after the needs were fixed, and what it changed."""
    versions = list_versions(needs)
    for place, (before, after) in enumerate(pairwise(versions), start=1):
        words = _("{place}. On {day}: {reason}").format(
            place=place, day=long_date(after.day), reason=plain(after.reason)
        )
        changes = list_skill_changes(before.needs, after.needs)
        names = skill_names([change.skill for change in changes])
        lines = [
            f"    - {plain(describe_skill_change(change, name, speech()))}"
            for change, name in zip(changes, names)
        ]
        st.markdown("\n".join([words, *lines]))


WEIGHTS: tuple[Weight, ...] = get_args(Weight)
FIRST_TARGET = Target(3, 3)


def edit_needs(needs: RoleNeeds) -> None:
    """Show the skills of one area with target and weight, and the must-haves."""
    _choose_must_haves(needs)
    areas = framework().areas
    names = {key: _area_name(key, needs) for key in areas}
    st.session_state.setdefault(ROLE_AREA, next(iter(areas)))
    area = st.selectbox(
        _("Area"), list(areas), format_func=names.__getitem__, key=ROLE_AREA
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
    st.session_state[ROLE_MUST] = list(needs.must_have)
    st.multiselect(
        _("Must-haves: what nothing else can make up for (at most three)"),
        skills,
        format_func=names.__getitem__,
        key=ROLE_MUST,
        placeholder=_("None"),
        on_change=_keep_must_haves,
    )


def _keep_must_haves() -> None:
    needs = edited_needs()
    if needs is not None:
        chosen = [s for s in st.session_state[ROLE_MUST] if s in needs.targets]
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
    st.session_state[ROLE_AREA] = st.session_state[ROLE_AREA]


def offer_start() -> None:
    """Offer to begin a role of one's own; what stood here before is replaced."""
    profiles, contexts = framework().profiles, framework().contexts
    st.text_input(_("Name of the role"), key=ROLE_NAME, max_chars=120)
    profile = st.selectbox(
        _("Start from the profile"),
        list(profiles),
        format_func={k: label(p.name) for k, p in profiles.items()}.__getitem__,
        key=ROLE_PROFILE,
    )
    st.selectbox(
        _("Career context"),
        list(contexts),
        index=None,
        format_func={k: label(c.name) for k, c in contexts.items()}.__getitem__,
        placeholder=_("No particular one"),
        key=ROLE_CONTEXT,
    )
    choose_asked_seniority(ROLE_SENIORITY)
    _choose_size(profiles[profile])
    if not is_example_lineup():
        st.caption(
            _(
                "Starting another role takes the candidates' files out: what a role "
                "asks is fixed before they are opened."
            )
        )
    st.button(_("Start this role"), key="role-start", type=main_kind(), on_click=_start)


def _choose_size(profile: Profile) -> None:
    heavy = len(heaviest_skills(profile))
    names = {
        "heavy": _("The {count} that weigh most").format(count=number(heavy)),
        "all": _("All {count}").format(count=number(len(profile.targets))),
    }
    st.session_state.setdefault(ROLE_SIZE, "heavy")
    st.segmented_control(
        _("Skills to start with"),
        list(names),
        format_func=names.__getitem__,
        key=ROLE_SIZE,
        required=True,
    )


def _start() -> None:
    aimed = aimed_at(st.session_state[ROLE_SENIORITY])
    profile = aimed.profiles[st.session_state[ROLE_PROFILE]]
    context = st.session_state.get(ROLE_CONTEXT)
    name = str(st.session_state.get(ROLE_NAME, "")).strip()
    needs = begin_role(
        profile,
        [framework().contexts[context]] if context else [],
        Text(name, name) if name else None,
    )
    if st.session_state.get(ROLE_SIZE) != "all":
        chosen = set(heaviest_skills(profile))
        targets = {k: t for k, t in needs.targets.items() if k in chosen}
        needs = replace(needs, targets=targets)
    st.session_state.pop(ROLE_FAULTS, None)
    _begin(needs)


def _begin(needs: RoleNeeds) -> None:
    """Keep another role; one that is still open comes before any candidate's file."""
    keep_needs(needs)
    if not needs.fixed_on:
        drop_candidate_files()


def offer_files() -> None:
    """Offer the needs as YAML, and to load needs saved before."""
    st.download_button(
        _("Save the needs as YAML"),
        data=write_role_needs(current_needs()),
        file_name=f"role-needs-{today()}.yaml",
        mime="application/yaml",
        key="role-download",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(
        _(
            "The needs stay in this session only. Save them before you close or reload "
            "the page."
        )
    )
    words = _("Load needs saved before (YAML)")
    for name, content in take_files("role-file", words, ["yaml", "yml"]):
        reading = read_role_needs(name, content, framework())
        st.session_state[ROLE_FAULTS] = reading.problems
        if reading.needs is not None:
            _begin(reading.needs)
        st.rerun()
    show_numbered(st.session_state.get(ROLE_FAULTS, ()))


def show_numbered(problems: tuple[Problem, ...]) -> None:
    """List the problems of a file, numbered."""
    if problems:
        st.error(
            _("The file has problems; nothing was changed."), icon=":material/error:"
        )
        lines = [
            f"{place}. {plain(describe_problem(problem, _))}"
            for place, problem in enumerate(problems, start=1)
        ]
        st.markdown("\n".join(lines))


def show_role_notice() -> None:
    """Say that the role is an example, and if a reload has brought it back."""
    tell_what_is_gone("role", not is_example_role())
    if is_example_role():
        with st.container(border=True):
            heading = _("This is an example role.")
            st.markdown(
                f":material/visibility: **{heading}** "
                + _("A role you start or load replaces it.")
            )
