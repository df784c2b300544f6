"""How a role begins: from a profile and a context, or from a file saved before."""

from dataclasses import replace

import streamlit as st

from skillgap.domain.framework import Profile
from skillgap.domain.gaps import heaviest_skills
from skillgap.domain.hiring.role_needs import RoleNeeds, begin_role
from skillgap.domain.problems import Problem
from skillgap.domain.scale import Text
from skillgap.files.hiring.role_needs import read_role_needs, write_role_needs
from skillgap.files.wording import describe_problem
from skillgap.ui.hiring.candidate_state import drop_files, is_example_lineup
from skillgap.ui.hiring.role_state import current_needs, is_example_role, keep_needs
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import framework, today
from skillgap.ui.uploads import take_files, tell_what_is_gone

FAULTS = "role_faults"


def offer_start() -> None:
    """Offer to begin a role of one's own; what stood here before is replaced."""
    profiles, contexts = framework().profiles, framework().contexts
    st.text_input(_("Name of the role"), key="role-name", max_chars=120)
    profile = st.selectbox(
        _("Start from the profile"),
        list(profiles),
        format_func={k: label(p.name) for k, p in profiles.items()}.__getitem__,
        key="role-profile",
    )
    st.selectbox(
        _("Career context"),
        list(contexts),
        index=None,
        format_func={k: label(c.name) for k, c in contexts.items()}.__getitem__,
        placeholder=_("No particular one"),
        key="role-context",
    )
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
    st.session_state.setdefault("role-size", "heavy")
    st.segmented_control(
        _("Skills to start with"),
        list(names),
        format_func=names.__getitem__,
        key="role-size",
        required=True,
    )


def _start() -> None:
    profile = framework().profiles[st.session_state["role-profile"]]
    context = st.session_state.get("role-context")
    name = str(st.session_state.get("role-name", "")).strip()
    needs = begin_role(
        profile,
        [framework().contexts[context]] if context else [],
        Text(name, name) if name else None,
    )
    if st.session_state.get("role-size") != "all":
        chosen = set(heaviest_skills(profile))
        targets = {k: t for k, t in needs.targets.items() if k in chosen}
        needs = replace(needs, targets=targets)
    st.session_state.pop(FAULTS, None)
    _begin(needs)


def _begin(needs: RoleNeeds) -> None:
    """Keep another role; one that is still open comes before any candidate's file."""
    keep_needs(needs)
    if not needs.fixed_on:
        drop_files()


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
        st.session_state[FAULTS] = reading.problems
        if reading.needs is not None:
            _begin(reading.needs)
        st.rerun()
    show_numbered(st.session_state.get(FAULTS, ()))


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
