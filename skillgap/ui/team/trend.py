"""What moved in a team between two days, and how one skill went over all of them."""

from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from skillgap.charts.team_trend import TrendNames, draw_team_trend
from skillgap.domain.team.history import History
from skillgap.domain.team.state import TeamState, label_people, rows_behind
from skillgap.domain.team.trend import (
    Trend,
    compare_states,
    follow_medians,
    list_moves,
    span_days,
    usual_days,
)
from skillgap.ui.fields import begin_with
from skillgap.ui.figures import show_figure
from skillgap.ui.language import long_date, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import today
from skillgap.ui.state import (
    TREND_FROM,
    TREND_SKILL,
    TREND_TO,
)
from skillgap.ui.team.behind import (
    WIDE_ENOUGH,
    choose_row,
    level_text,
    level_words,
    name_first,
)
from skillgap.ui.team.choices import TeamChoice

MOST_DAYS = 24


def show_trend(history: History, choice: TeamChoice) -> None:
    """Compare two days of the part under review: what moved, who is new or silent."""
    days = history.days(choice.day)
    if len(days) < 2:
        st.info(_("There is one day of ratings only; nothing to compare yet."))
        return
    first, second = _choose_days(days)
    before, after = (_state_on(history, choice, day) for day in (first, second))
    trend = compare_states(before, after)
    _show_people(trend, label_people(after.people), first)
    moved = _moved_skills(trend)
    if moved.empty:
        st.info(_("No level changed between these two days."))
    else:
        _show_moved(moved, before, after)
    if len(days) > 2:
        rated = trend.skills.loc[trend.skills["rated_after"] > 0, "skill"]
        _show_line(history, choice, list(dict.fromkeys([*moved["skill"], *rated])))


def _state_on(history: History, choice: TeamChoice, day: date) -> TeamState:
    state = history.state_on(day)
    return state.select(choice.filter(state))


def _choose_days(days: list[date]) -> tuple[date, date]:
    """Offer two days, the newest first; it begins with those the report compares.

    Days without ratings are offered too if they lie a round time before the last.
    """
    usual = usual_days(days, date.fromisoformat(today()))[0]
    spans = span_days(days)
    days = sorted({*days, *spans})
    labels = {day: long_date(day.isoformat()) for day in days}
    for day, span in spans.items():
        labels[day] = _("{day} ({count} days before the last)").format(
            day=labels[day], count=number(span)
        )
    with st.container(horizontal=True):
        first = _choose_day(_("From"), days[-2::-1], labels, TREND_FROM, usual)
        later = [day for day in days[::-1] if day > first]
        second = _choose_day(_("To"), later, labels, TREND_TO, later[0])
    return first, second


def _choose_day(
    words: str, days: list[date], labels: dict[date, str], key: str, usual: date
) -> date:
    if st.session_state.get(key) not in [None, *days]:
        del st.session_state[key]
    return st.selectbox(
        words, days, format_func=labels.__getitem__, key=begin_with(key, usual)
    )


def _show_people(trend: Trend, labels: dict[str, str], first: date) -> None:
    since = _("No rating since {day}").format(day=long_date(first.isoformat()))
    for heading, ids in ((_("New"), trend.new), (since, trend.left)):
        if ids:
            st.markdown(f"**{heading}**: {name_first([labels[p] for p in ids])}")
    if trend.left:
        st.caption(
            _("Their last levels count on both days. Whether they left is not known.")
        )


def _moved_skills(trend: Trend) -> pd.DataFrame:
    """Return the skills in which somebody moved, most people first."""
    moves = trend.skills[["up", "down", "added", "lost"]].sum(axis=1)
    moved = trend.skills.assign(moves=moves)[moves > 0]
    return moved.sort_values(["up", "moves"], ascending=False, kind="stable")


def _show_moved(moved: pd.DataFrame, before: TeamState, after: TeamState) -> None:
    table = pd.DataFrame(
        {
            _("Skill"): skill_names(moved["skill"]),
            _("Median before"): [level_text(v) for v in moved["median_before"]],
            _("Median after"): [level_text(v) for v in moved["median_after"]],
            _("Up"): moved["up"],
            _("Same"): moved["same"],
            _("Down"): moved["down"],
            _("Newly rated"): moved["added"],
            _("No longer rated"): moved["lost"],
        }
    )
    place = choose_row(table, "moved", _("What moved"))
    if place is not None:
        skill = str(moved["skill"].iloc[place])
        st.markdown(f"**{plain(skill_names([skill])[0])}**")
        _show_moves(skill, before, after)


def _show_moves(skill: str, before: TeamState, after: TeamState) -> None:
    """Show who moved in a skill, from what to what."""
    moves = list_moves(before, after)
    ids = moves.loc[moves["skill"] == skill, "person_id"]
    then, now = (
        rows_behind(s.select(s.people["person_id"].isin(ids).to_numpy()), [skill])
        for s in (before, after)
    )
    labels = label_people(after.people)
    table = pd.DataFrame(
        {
            _("Person"): [labels[person] for person in now["person_id"]],
            _("Before"): level_words(then),
            _("After"): level_words(now),
            _("Rated on"): [long_date(day) for day in now["rated_on"]],
        }
    )
    st.dataframe(
        table,
        key="moves",
        hide_index=True,
        column_config={_("Before"): WIDE_ENOUGH, _("After"): WIDE_ENOUGH},
        alt=_("Who moved"),
    )


def _show_line(history: History, choice: TeamChoice, skills: list[str]) -> None:
    """Offer the skills, what moved most first; show the medians of one."""
    if not skills:
        return
    if st.session_state.get(TREND_SKILL) not in [None, *skills]:
        del st.session_state[TREND_SKILL]
    st.subheader(_("One skill over time"), anchor=False)
    labels = dict(zip(skills, skill_names(skills)))
    skill = st.selectbox(
        _("Skill"), skills, format_func=labels.__getitem__, key=TREND_SKILL
    )
    days = _spread_days(history.days(choice.day))
    chosen = choice.filter(history.state_on())
    medians = follow_medians(history, days, chosen)
    medians = medians[medians["skill"] == skill]
    medians = medians.assign(label=[long_date(day) for day in medians["day"]])
    target = choice.targets.get(skill)
    show_figure(
        draw_team_trend(
            medians,
            float(target.level) if target else np.nan,
            TrendNames(_("Median"), _("Middle half"), _("Target"), _("Level")),
        ),
        key="team-trend",
        alt=_("{skill}: median of the team on {count} days").format(
            skill=labels[skill], count=number(len(days))
        ),
    )


def _spread_days(days: list[date]) -> list[date]:
    """Return at most ``MOST_DAYS`` days, evenly spread, the first and the last."""
    places = np.linspace(0, len(days) - 1, min(len(days), MOST_DAYS)).round()
    return [days[int(place)] for place in places]
