"""Whom and what a team review is about: profile, team, people's aim, day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import streamlit as st

from skillgap.domain.fit import Demand, set_demand
from skillgap.domain.framework import Framework, Target
from skillgap.domain.team.history import History
from skillgap.domain.team.review import usual_profile
from skillgap.domain.team.state import Mask, TeamState, label_people
from skillgap.ui.choose import aimed_at, choose_asked_seniority
from skillgap.ui.fields import begin_with
from skillgap.ui.language import label, long_date, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework
from skillgap.ui.state import (
    REVIEW_AIM,
    REVIEW_DAY,
    REVIEW_LEFT_OUT,
    REVIEW_PROFILE,
    REVIEW_SENIORITY,
    REVIEW_TEAM,
)

MOST_LISTED = 1_000  # people; chosen, not measured


@dataclass(frozen=True)
class TeamChoice:
    """The part of a team under review, against what, and on which day."""

    state: TeamState
    demand: Demand
    profile: str
    seniority: str
    team: str | None
    aim: str | None
    day: date | None
    left_out: tuple[str, ...]

    def filter(self, state: TeamState) -> Mask:
        """Return who of everybody is in the part under review."""
        return state.filter(self.team, self.aim, self.left_out)

    @property
    def targets(self) -> Mapping[str, Target]:
        """What the profile asks of each skill it names."""
        return self.framework.profiles[self.profile].targets

    @property
    def framework(self) -> Framework:
        """The framework as it asks of the seniority chosen."""
        return aimed_at(self.seniority)


def choose_need(history: History) -> str:
    """Offer the profiles; begin with the one most people work towards."""
    profiles = framework().profiles
    usual = usual_profile(framework(), history.people)
    return st.selectbox(
        _("What the team needs"),
        list(profiles),
        format_func={k: label(p.name) for k, p in profiles.items()}.__getitem__,
        key=begin_with(REVIEW_PROFILE, usual),
        persist_state="session",
    )


def choose_view() -> str:
    """Offer what to look at; one part at a time keeps the page quick."""
    parts = {
        "areas": _("Areas"),
        "people": _("People and skills"),
        "coverage": _("Coverage"),
        "next": _("Next action"),
        "mentors": _("Mentors and stand-ins"),
        "trend": _("Over time"),
        "report": _("Report"),
    }
    chosen = st.segmented_control(
        _("Show"),
        list(parts),
        default="areas",
        format_func=parts.__getitem__,
        key="review-part",
        required=True,
        wrap=True,
    )
    return chosen or "areas"


def choose_part(history: History, profile: str) -> TeamChoice:
    """Offer team, aim, day, seniority, and to leave people out; return what is chosen.

    They stand behind a tap; those that narrow the team are said in one line.
    """
    with st.expander(_("Who is counted, seniority and day"), icon=":material/tune:"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            team = _choose(
                _("Team"), sorted(set(history.people["team"]) - {""}), REVIEW_TEAM
            )
            names = _aim_names(history)
            aim = _choose(_("People working towards"), list(names), REVIEW_AIM, names)
            day = _choose_day(history)
        seniority = choose_asked_seniority(REVIEW_SENIORITY)
        state = history.state_on(day)
        left_out = _leave_out(state, state.filter(team, aim))
    state = state.select(state.filter(team, aim, left_out))
    demand = set_demand(aimed_at(seniority).profiles[profile], state.skills)
    choice = TeamChoice(state, demand, profile, seniority, team, aim, day, left_out)
    _show_part(choice)
    return choice


def _leave_out(state: TeamState, chosen: Mask) -> tuple[str, ...]:
    """Offer to leave out people of a part; return the ids of all who are left out.

    Who is left out stays so in other parts. Of more than ``MOST_LISTED`` people nobody
    is offered: the list would be long to send and nobody would read it.
    """
    kept = st.session_state.get(REVIEW_LEFT_OUT, [])
    gone = state.people["person_id"].isin(kept).to_numpy(dtype=bool)
    is_short = np.count_nonzero(chosen) <= MOST_LISTED
    labels = label_people(state.people[chosen | gone if is_short else gone])
    if not labels.keys() >= set(kept):
        st.session_state[REVIEW_LEFT_OUT] = [each for each in kept if each in labels]
    left_out = st.multiselect(
        _("Leave out"),
        list(labels),
        format_func=labels.__getitem__,
        placeholder=_("Nobody") if is_short else _("Choose a team first"),
        key=REVIEW_LEFT_OUT,
        persist_state="session",
    )
    return tuple(left_out)


def _show_part(choice: TeamChoice) -> None:
    """Say in one line what is counted, so that nothing narrows a view unseen."""
    count = len(choice.state.people)
    told = [
        translate_count("{count} person", "{count} people", count),
        choice.team,
        choice.aim and label(framework().profiles[choice.aim].name),
        label(framework().seniorities[choice.seniority].name),
        choice.day and long_date(choice.day.isoformat()),
        choice.left_out
        and _("{count} left out").format(count=number(len(choice.left_out))),
    ]
    st.caption(" · ".join(plain(each) for each in told if each))


def _aim_names(history: History) -> dict[str, str]:
    """Return the profiles somebody works towards, by id."""
    return {
        key: label(profile.name)
        for key, profile in framework().profiles.items()
        if (history.people["profile"] == key).any()
    }


def _choose(
    words: str, options: list[str], key: str, names: dict[str, str] | None = None
) -> str | None:
    if st.session_state.get(key) not in [None, *options]:
        del st.session_state[key]
    return st.selectbox(
        words,
        options,
        index=None,
        format_func=(names or {option: option for option in options}).__getitem__,
        placeholder=_("Everybody"),
        key=key,
        persist_state="session",
    )


def _choose_day(history: History) -> date | None:
    days = history.days()[::-1]
    if len(days) < 2:
        return None
    if st.session_state.get(REVIEW_DAY) not in [None, *days]:
        del st.session_state[REVIEW_DAY]
    return st.selectbox(
        _("As it stood on"),
        days,
        index=None,
        format_func={day: long_date(day.isoformat()) for day in days}.__getitem__,
        placeholder=_("Today"),
        key=REVIEW_DAY,
        persist_state="session",
    )
