"""What moved between two days."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.team.history import PERSON_AT, sort_history
from skillgap.domain.team.trend import (
    compare_states,
    follow_medians,
    list_moves,
    span_days,
    usual_days,
)
from tests.team_reference import moves_of, quantile
from tests.teams import pack_answer, people, random_teams

MAY, NOVEMBER = date(2026, 5, 18), date(2026, 11, 25)


def test_round_times_before_the_last_day_end_after_the_first():
    days = [date(2026, 5, 18), date(2026, 11, 14)]  # 180 days

    assert span_days(days) == {date(2026, 10, 15): 30, date(2026, 8, 16): 90}
    assert span_days([date.min]) == {}


def history(text: str):
    """Return a history from lines ``person day level`` about one skill."""
    rows = [line.split() for line in text.splitlines() if line.strip()]
    ids = sorted({row[0] for row in rows})
    keys = [
        ids.index(person) << PERSON_AT
        | pack_answer(0, date.fromisoformat(day).toordinal(), int(level), 0)
        for person, day, level in rows
    ]
    return sort_history(people(ids), ("git",), np.array(keys, np.int64))[0]


TEAM = """
    ani    2026-05-01  1
    ani    2026-11-01  3
    budi   2026-05-01  4
    citra  2026-11-20  2
    dewi   2026-04-01  5
    dewi   2026-11-01  4
"""


def test_it_says_what_moved_who_is_new_and_who_has_not_rated_since():
    found = history(TEAM)
    trend = compare_states(found.state_on(MAY), found.state_on(NOVEMBER))

    row = trend.skills.iloc[0]
    assert row[["up", "same", "down", "added", "lost"]].tolist() == [1, 1, 1, 1, 0]
    assert (row["median_before"], row["median_after"]) == (4, 3.5)
    assert trend.new == ("citra",)
    assert trend.left == ("budi",)


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (["2026-04-01", "2026-05-01", "2026-11-01"], "2026-05-01"),
        (["2026-04-01", "2026-08-03", "2026-08-04", "2026-11-01"], "2026-08-03"),
        (["2026-10-30", "2026-10-31", "2026-11-01"], "2026-10-30"),
        (["2026-04-01", "2026-11-01", "2062-01-01"], "2026-04-01"),
        (["2026-11-01"], "2026-11-01"),
    ],
    ids=["newest", "90 days to the day", "all within 90", "one still to come", "one"],
)
def test_a_team_is_compared_with_where_it_stood_90_days_before(days, first):
    found = usual_days([date.fromisoformat(day) for day in days], NOVEMBER)

    assert [str(day) for day in found] == [first, days[-1]]


def test_without_any_answer_a_team_is_compared_with_itself():
    assert usual_days([], NOVEMBER) == (NOVEMBER, NOVEMBER)


def test_several_days_are_followed_one_after_the_other():
    found = follow_medians(history(TEAM), [date(2026, 4, 2), MAY, NOVEMBER])

    assert found["day"].tolist() == ["2026-04-02", "2026-05-18", "2026-11-25"]
    assert found["median"].tolist() == [5, 4, 3.5]
    assert found["rated"].tolist() == [1, 3, 4]


def test_days_are_followed_for_some_of_the_people():
    chosen = np.array([True, False, False, True])

    found = follow_medians(history(TEAM), [MAY, NOVEMBER], chosen)

    assert found["median"].tolist() == [3, 3.5], "ani and dewi alone"
    assert found["rated"].tolist() == [2, 2]


@given(st.data())
def test_counts_are_those_of_a_plain_loop(data):
    before, after = data.draw(random_teams(4)), data.draw(random_teams(4))
    count = min(len(before.people), len(after.people))
    before, after = (
        s.select(np.arange(len(s.people)) < count) for s in (before, after)
    )

    trend, moves = compare_states(before, after), list_moves(before, after)

    for place, row in trend.skills.iterrows():
        for name, count in moves_of(before, after, place).items():
            assert row[name] == count
        then, now = before.levels[:, place].tolist(), after.levels[:, place].tolist()
        for name, column in (("before", then), ("after", now)):
            values = [level for level in column if level >= 0]
            assert row[f"rated_{name}"] == len(values)
            np.testing.assert_array_equal(row[f"median_{name}"], quantile(values, 0.5))
    changed = trend.skills[["up", "down", "added", "lost"]].to_numpy().sum()
    assert len(moves) == changed
