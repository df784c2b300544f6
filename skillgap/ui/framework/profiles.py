"""What a profile asks, area by area or all at once."""

import pandas as pd
import streamlit as st

from skillgap.domain.framework import Profile, Target
from skillgap.ui.framework.links import card, choose_area, link_skill
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework


def show_profiles() -> None:
    """Show one profile: what it is about, and its targets in one area."""
    profiles = framework().profiles
    chosen = st.selectbox(
        _("Profile"),
        list(profiles),
        format_func={k: label(p.name) for k, p in profiles.items()}.__getitem__,
        key="framework_profile",
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
    _offer_table(profile)


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


def _offer_table(profile: Profile) -> None:
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
