"""What the role asks, as a page shows it: summary, table, fixing, changes."""

from itertools import pairwise

import pandas as pd
import streamlit as st

from skillgap.domain.hiring.needs_changes import list_skill_changes
from skillgap.domain.hiring.role_needs import (
    RoleNeeds,
    change_needs,
    fix_needs,
    last_day,
    list_versions,
    warn_must_haves,
)
from skillgap.files.hiring.words import describe_skill_change
from skillgap.files.speech import Speech
from skillgap.files.wording import describe_problem
from skillgap.ui.hiring.role_state import (
    begin_change,
    can_change_today,
    current_needs,
    drop_change,
    edited_needs,
    keep_needs,
)
from skillgap.ui.language import (
    current_language,
    label,
    long_date,
    plain,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind, skill_names
from skillgap.ui.pages import link_page
from skillgap.ui.session import today

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
    st.text_area(_("Reason for the change"), key="role-reason", max_chars=500)
    with st.container(horizontal=True):
        st.button(
            _("Keep this change"), key="role-keep", type=main_kind(), on_click=_change
        )
        st.button(_("Drop this change"), key="role-drop", on_click=drop_change)
    if fault := st.session_state.pop("role_fault", ""):
        st.error(fault)


def _change() -> None:
    reason = str(st.session_state.get("role-reason", "")).strip()
    draft = edited_needs()
    if not reason or draft is None:
        words = _("A change of fixed needs has a reason. Write one.")
        st.session_state["role_fault"] = words
        return
    needs = current_needs()
    if (draft.targets, draft.must_have) == (needs.targets, needs.must_have):
        words = _("Nothing differs from the fixed needs. Change something or drop it.")
        st.session_state["role_fault"] = words
        return
    keep_needs(change_needs(needs, draft.targets, draft.must_have, today(), reason))
    st.session_state.pop("role-reason", None)


def show_changes(needs: RoleNeeds) -> None:
    """List every change after the needs were fixed, and what it changed."""
    speech = Speech(current_language())
    versions = list_versions(needs)
    for place, (before, after) in enumerate(pairwise(versions), start=1):
        words = _("{place}. On {day}: {reason}").format(
            place=place, day=long_date(after.day), reason=plain(after.reason)
        )
        changes = list_skill_changes(before.needs, after.needs)
        names = skill_names([change.skill for change in changes])
        lines = [
            f"    - {plain(describe_skill_change(change, name, speech))}"
            for change, name in zip(changes, names)
        ]
        st.markdown("\n".join([words, *lines]))
