"""What a team can do next: modules for the group, pairs, stand-ins; what moved."""

import pandas as pd
import streamlit as st

from skillgap.domain.team.cohort import (
    MOST_PEOPLE,
    NextAction,
    Proof,
    choose_sessions,
)
from skillgap.domain.team.history import History
from skillgap.domain.team.mentors import pair_up
from skillgap.domain.team.stand_ins import rank_stand_ins
from skillgap.domain.team.state import label_people
from skillgap.domain.team.trend import Trend, compare_days
from skillgap.ui.language import label, long_date, number, percent
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework
from skillgap.ui.team.choices import TeamChoice

MOST_PAIRS = 200
SECONDS = 10.0


def show_modules(choice: TeamChoice) -> None:
    """Offer hours and seats; show the modules that close most weighted gap per hour."""
    with st.container(horizontal=True):
        hours = st.number_input(
            _("Hours of one person"), 4, 400, 40, 4, key="room-hours"
        )
        seats = st.number_input(_("Seats in a room"), 1, 100, 20, 1, key="room-seats")
    if len(choice.state.people) > MOST_PEOPLE:
        st.info(_("The group is too large for one room. Choose a team."))
        return
    with st.spinner(_("Working out the best choice")):
        action = choose_sessions(
            framework(), choice.state, choice.targets, hours, seats, seconds=SECONDS
        )
    if not action.sessions:
        st.info(_("No choice is possible within these hours."))
        return
    table = _session_table(action, label_people(choice.state.people))
    st.dataframe(table, key="sessions", hide_index=True, alt=_("Modules for the group"))
    st.markdown(_proof_words(action.proof))


def _session_table(action: NextAction, names: dict[str, str]) -> pd.DataFrame:
    held = action.sessions
    titles = [label(framework().modules[each.module].title) for each in held]
    people = [", ".join(names[person] for person in each.people) for each in held]
    return pd.DataFrame(
        {
            _("Module"): titles,
            _("Hours"): [number(each.hours, 1) for each in held],
            _("Closes"): [each.closes for each in held],
            _("Closes an hour"): [number(each.closes / each.hours, 1) for each in held],
            _("People"): people,
        }
    )


def _proof_words(proof: Proof) -> str:
    if proof.status == "optimal":
        words = _("No other choice closes more than {closes}: this one is proven.")
    else:
        words = _(
            "Time ran out: this choice closes {closes}, and none closes more than "
            "{bound}."
        )
    return words.format(closes=number(proof.closes), bound=number(proof.bound))


def show_mentors(choice: TeamChoice) -> None:
    """Show pairs of mentor and learner, and who could stand in for whom."""
    people = choice.state.people
    names = label_people(people)
    st.subheader(_("Pairs of mentor and learner"), anchor=False)
    if len(people) > MOST_PAIRS:
        words = _("Pairs are worked out for up to {count} people. Choose a team.")
        st.info(words.format(count=number(MOST_PAIRS)))
    else:
        _show_pairs(pair_up(choice.state, choice.targets), names)
    st.subheader(_("Stand-ins"), anchor=False)
    person = st.selectbox(
        _("Who could stand in for"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="stand-in-for",
        persist_state="session",
    )
    if person:
        _show_stand_ins(rank_stand_ins(choice.state, choice.targets, person))


def _show_pairs(pairs: pd.DataFrame, names: dict[str, str]) -> None:
    if pairs.empty:
        st.info(_("Nobody is two levels above somebody who is short of a target."))
        return
    table = pd.DataFrame(
        {
            _("Mentor"): [names[m] for m in pairs["mentor"]],
            _("Learner"): [names[p] for p in pairs["learner"]],
            _("Skill"): skill_names(pairs["skill"]),
            _("Mentor's level"): pairs["mentor_level"],
            _("Learner's level"): pairs["learner_level"],
            _("Target"): pairs["target"],
            _("Priority"): pairs["priority"],
        }
    )
    st.dataframe(table, key="pairs", hide_index=True, alt=_("Pairs"))
    st.caption(_("Together these pairs close most priority; each person mentors one "
                 "colleague at most and learns from one at most."))  # fmt: skip


def _show_stand_ins(found: pd.DataFrame) -> None:
    table = pd.DataFrame(
        {
            _("Person"): found["name"].where(found["name"] != "", found["person_id"]),
            _("Fit with what they bring"): [
                percent(fit) if fit == fit else "?" for fit in found["fit"]
            ],
            _("Rated share"): [percent(share) for share in found["rated_share"]],
            _("Skills short"): found["short"],
        }
    )
    st.dataframe(table, key="stand-ins", hide_index=True, alt=_("Stand-ins"))


def show_trend(history: History) -> None:
    """Compare two days: what moved, who is new, who left."""
    days = history.days()
    if len(days) < 2:
        st.info(_("There is one day of ratings only; nothing to compare yet."))
        return
    labels = {day: long_date(day.isoformat()) for day in days}
    with st.container(horizontal=True):
        first = st.selectbox(
            _("From"), days[:-1], format_func=labels.__getitem__, key="trend-from"
        )
        later = [day for day in days if day > first]
        second = st.selectbox(
            _("To"), later[::-1], format_func=labels.__getitem__, key="trend-to"
        )
    trend = compare_days(history, first, second)
    names = label_people(history.people)
    for heading, ids in ((_("New"), trend.new), (_("Left"), trend.left)):
        if ids:
            st.markdown(f"**{heading}**: " + ", ".join(names[p] for p in ids))
    st.dataframe(_moved_table(trend), key="moved", hide_index=True, alt=_("What moved"))


def _moved_table(trend: Trend) -> pd.DataFrame:
    moved = trend.skills[(trend.skills["up"] > 0) | (trend.skills["down"] > 0)]
    moved = moved.sort_values(["up", "down"], ascending=False)
    return pd.DataFrame(
        {
            _("Skill"): skill_names(moved["skill"]),
            _("Median before"): [_level(v) for v in moved["median_before"]],
            _("Median after"): [_level(v) for v in moved["median_after"]],
            _("Up"): moved["up"],
            _("Same"): moved["same"],
            _("Down"): moved["down"],
        }
    )


def _level(value: float) -> str:
    return "?" if pd.isna(value) else number(value, 1)
