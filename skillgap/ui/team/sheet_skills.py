"""What the reader says of the skills in a spreadsheet: which of ours each one is."""

import pandas as pd
import streamlit as st

from skillgap.domain.sheets.mapping import OUT, OWN
from skillgap.files.sheets.draft import Survey
from skillgap.ui.language import number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework
from skillgap.ui.team.waiting import Waiting, begin_with


def ask_skills(waiting: Waiting, survey: Survey) -> dict[str, str]:
    """Show what each skill counts as, and let the reader change one after another."""
    place = f"sheet-{waiting.number}-skills"
    changes: dict[str, str] = st.session_state.setdefault(place, {})
    found = {
        name: changes.get(name)
        or waiting.base.skills.get(name)
        or (OWN if match.is_own else match.skill)
        for name, match in survey.skills.items()
    }
    if not found:
        return {}
    st.subheader(_("Which skill each name is"), anchor=False)
    _show_skills(place, survey, found)
    with st.container(horizontal=True):
        _offer_change(place, found)
    return found


def _show_skills(place: str, survey: Survey, found: dict[str, str]) -> None:
    names, matches = _choices(), survey.skills.values()
    table = pd.DataFrame(
        {
            _("In the file"): list(found),
            _("Counts as"): [names[skill] for skill in found.values()],
            _("Nearest of ours"): [names.get(each.nearest, "") for each in matches],
            _("Likeness of 100"): [
                number(each.score) if each.nearest else "" for each in matches
            ],
        }
    )
    st.dataframe(table, key=f"{place}-table", hide_index=True, alt=_("Skills"))


def _offer_change(place: str, found: dict[str, str]) -> None:
    names, shown = _choices(), {name: plain(name) for name in found}
    name = st.selectbox(
        _("Change a skill"),
        list(found),
        index=None,
        format_func=shown.__getitem__,
        placeholder=_("Choose one of the file"),
        key=f"{place}-name",
        width=300,
    )
    if name is not None:
        st.selectbox(
            _("It counts as"),
            list(names),
            format_func=names.__getitem__,
            key=begin_with(f"{place}-of-{name}", found[name]),
            on_change=_change,
            args=(place, name),
            width=300,
        )


def _change(place: str, name: str) -> None:
    chosen = st.session_state[f"{place}-of-{name}"]
    st.session_state[place] = {**st.session_state[place], name: chosen}


def _choices() -> dict[str, str]:
    skills = list(framework().skills)
    ours = dict(zip(skills, skill_names(skills)))
    return {OWN: _("The team's own skill"), OUT: _("Leave it out"), **ours}
