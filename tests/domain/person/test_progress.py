"""What moved in one person's levels between two days, and in their fit."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.person.progress import (
    Progress,
    follow_fit,
    follow_levels,
    measure_progress,
    next_look,
    usual_start,
)
from skillgap.domain.ratings import levels_on, rating_days
from tests.tables import ratings, table

MAY, AUGUST, NOVEMBER = "2026-05-18", "2026-08-10", "2026-11-16"
ASKED = """
    skill   target  weight
    git     4       1
    python  4       3
    sql     2       2
    charts  3       1
    safety  4       5
"""
HISTORY = """
    skill   level  rated_on
    git     4      2026-05-18
    python  1      2026-05-18
    sql     2      2026-05-18
    charts  3      2026-05-18
    python  2      2026-08-10
    charts  ?      2026-08-10
    python  3      2026-11-16
    git     3      2026-11-16
    safety  1      2026-11-16
"""
SKILLS = ["git", "python", "sql", "charts", "safety"]


def progress(
    text: str = HISTORY, then: str = MAY, now: str = NOVEMBER, asked: str = ASKED
) -> Progress:
    return measure_progress(ratings(text), table(asked), (then, now), "1.0.0")


def moves(found: Progress) -> dict[str, str]:
    return dict(zip(found.skills["skill"], found.skills["move"], strict=True))


def test_each_skill_rose_fell_became_known_was_lost_or_stayed():
    assert moves(progress()) == {
        "python": "rose",
        "git": "fell",
        "safety": "new",
        "charts": "lost",
        "sql": "same",
    }


def test_the_largest_change_stands_first_then_the_heavier_skill():
    found = progress("""
        skill   level  rated_on
        git     1      2026-05-18
        python  2      2026-05-18
        sql     1      2026-05-18
        charts  4      2026-05-18
        git     2      2026-11-16
        python  3      2026-11-16
        sql     3      2026-11-16
        charts  1      2026-11-16
    """)

    assert list(found.moved("rose", "fell")["skill"]) == [
        "charts",
        "sql",
        "python",
        "git",
    ]


def test_a_skill_rated_for_the_first_time_did_not_rise_from_zero():
    new = progress().moved("new").iloc[0]

    assert math.isnan(new["then"])
    assert new["now"] == 1
    assert "safety" not in set(progress().moved("rose")["skill"])


def test_what_is_known_on_neither_day_is_no_row():
    found = progress("""
        skill   level  rated_on
        git     1      2026-05-18
        python  ?      2026-05-18
        git     1      2026-11-16
    """)

    assert list(found.skills["skill"]) == ["git"]


def test_the_fit_is_compared_over_the_skills_known_on_both_days():
    # git 1 of weight, python 3, sql 2: 4 + 3 + 4 of 20, then 3 + 9 + 4.
    same = progress().same

    assert same.then.fit == pytest.approx(11 / 20)
    assert same.now.fit == pytest.approx(16 / 20)
    assert (same.then.rated, same.now.rated, same.now.asked) == (3, 3, 5)


def test_the_fit_over_everything_rated_stands_beside_it():
    # charts (3 of 3) counted then, safety (5 of 20) counts now.
    whole = progress().whole

    assert whole.then.fit == pytest.approx(14 / 23)
    assert whole.now.fit == pytest.approx(21 / 40)
    assert (whole.then.rated, whole.now.rated) == (4, 4)


def test_rating_more_skills_is_no_progress_though_the_whole_fit_moves():
    found = progress("""
        skill   level  rated_on
        python  1      2026-05-18
        git     4      2026-11-16
        sql     2      2026-11-16
    """)

    assert found.same.then.fit == found.same.now.fit == pytest.approx(3 / 12)
    assert found.whole.now.fit > found.whole.then.fit
    assert set(found.skills["move"]) == {"new", "same"}


def test_without_a_skill_known_on_both_days_there_is_no_fit_to_compare():
    found = progress("""
        skill   level  rated_on
        python  1      2026-05-18
        python  ?      2026-11-16
        git     4      2026-11-16
    """)

    assert math.isnan(found.same.then.fit)
    assert found.same.now.rated == 0
    assert moves(found) == {"git": "new", "python": "lost"}


def test_a_skill_the_profile_gives_no_weight_moves_but_adds_nothing_to_the_fit():
    asked = """
        skill   target  weight
        git     4       1
        python  0       0
    """

    found = progress(asked=asked)

    assert moves(found) == {"python": "rose", "git": "fell"}
    assert found.same.then.fit == 1
    assert found.same.now.rated == 1


VERSIONS = """
    skill   level  rated_on    framework
    git     4      2026-05-18  0.9.0
    python  1      2026-05-18  0.9.0
    sql     ?      2026-05-18  0.9.0
    python  2      2026-08-10  0.9.5
    python  3      2026-11-16  1.0.0
"""


def test_levels_of_another_version_count_and_are_counted_each_once():
    found = progress(VERSIONS)

    assert moves(found) == {"python": "rose", "git": "same"}
    assert found.versions == {"0.9.0": 2}


def test_a_level_that_counts_on_neither_day_is_not_named():
    assert progress(VERSIONS, AUGUST).versions == {"0.9.0": 1, "0.9.5": 1}


def test_levels_of_this_version_alone_need_no_word():
    assert progress().versions == {}


def test_the_comparison_begins_a_month_or_more_before_the_last_day():
    assert usual_start([MAY, AUGUST, "2026-10-17", NOVEMBER]) == "2026-10-17"
    assert usual_start([MAY, AUGUST, "2026-10-18", NOVEMBER]) == AUGUST


def test_within_a_month_it_begins_with_the_first_day():
    assert usual_start(["2026-11-01", "2026-11-08", NOVEMBER]) == "2026-11-01"


def test_a_second_look_says_something_after_a_month():
    assert next_look([MAY, NOVEMBER]) == "2026-12-16"


def test_the_levels_of_each_day_are_those_that_counted_then():
    found = follow_levels(ratings(HISTORY), SKILLS)

    assert list(found.index) == [MAY, AUGUST, NOVEMBER]
    assert found["python"].to_list() == [1, 2, 3]
    assert found["charts"].isna().to_list() == [False, True, True]
    assert found["sql"].to_list() == [2, 2, 2]
    assert found["safety"].isna().to_list() == [True, True, False]


def test_the_series_begins_and_ends_with_the_fit_of_the_comparison():
    series = follow_fit(ratings(HISTORY), table(ASKED), (MAY, NOVEMBER))

    assert list(series["day"]) == [MAY, AUGUST, NOVEMBER]
    assert series["fit"].to_list() == pytest.approx([11 / 20, 14 / 20, 16 / 20])
    assert series["whole_fit"].to_list() == pytest.approx([14 / 23, 14 / 20, 21 / 40])
    assert series["whole_rated"].to_list() == [4, 3, 4]
    assert set(series["rated"]) == {3}
    assert set(series["asked"]) == {5}


def test_the_series_leaves_out_the_days_before_the_first_one():
    series = follow_fit(ratings(HISTORY), table(ASKED), (AUGUST, NOVEMBER))

    assert list(series["day"]) == [AUGUST, NOVEMBER]


def test_a_skill_nobody_could_tell_for_a_while_is_left_out_for_that_while():
    series = follow_fit(
        ratings("""
            skill   level  rated_on
            git     4      2026-05-18
            python  1      2026-05-18
            python  ?      2026-08-10
            python  2      2026-11-16
        """),
        table(ASKED),
        (MAY, NOVEMBER),
    )

    assert series["rated"].to_list() == [2, 1, 2]
    assert series["fit"].to_list() == pytest.approx([7 / 16, 1, 10 / 16])


LATER = "2026-12-31"
DAYS = ["2026-01-05", "2026-02-09", "2026-05-18", "2026-11-16"]


@st.composite
def histories(draw: st.DrawFn) -> pd.DataFrame:
    """Return a person's ratings, unsorted, at most one a skill and day."""
    one = st.tuples(
        st.sampled_from(SKILLS), st.sampled_from(DAYS), st.none() | st.integers(0, 5)
    )
    rows = draw(st.lists(one, min_size=1, unique_by=lambda each: each[:2]))
    shown = "skill rated_on level\n" + "\n".join(
        f"{skill} {day} {'?' if level is None else level}" for skill, day, level in rows
    )
    return ratings(shown)


@given(histories(), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_swapping_then_and_now_swaps_rose_and_fell_and_new_and_lost(known, then, now):
    asked = table(ASKED)
    there = measure_progress(known, asked, (then, now), "1.0.0")
    back = measure_progress(known, asked, (now, then), "1.0.0")

    for move, other in (("rose", "fell"), ("new", "lost"), ("same", "same")):
        assert set(there.moved(move)["skill"]) == set(back.moved(other)["skill"])
    assert repr(there.same.then) == repr(back.same.now)
    assert repr(there.whole.now) == repr(back.whole.then)
    assert there.versions == back.versions


@given(histories())
def test_rating_everything_once_more_the_same_moves_nothing(known):
    last = max(known["rated_on"])
    again = levels_on(known, SKILLS)
    again = again[again["answer"] != "unrated"][["skill", "level"]]
    rest = (
        known.iloc[[0]].drop(columns=["skill", "level"]).assign(rated_on="2026-12-31")
    )
    twice = pd.concat([known, again.merge(rest, how="cross")], ignore_index=True)

    found = measure_progress(twice, table(ASKED), (last, "2026-12-31"), "1.0.0")

    assert set(found.skills["move"]) <= {"same"}
    assert repr(found.same.then) == repr(found.same.now) == repr(found.whole.now)


@given(histories())
def test_each_row_of_the_levels_is_what_counted_on_its_day(known):
    found = follow_levels(known, SKILLS)

    assert list(found.index) == rating_days(known)
    for day, row in found.iterrows():
        expected = levels_on(known, SKILLS, str(day))["level"]
        assert row.fillna(-1).to_list() == expected.fillna(-1).to_list()


@given(histories())
def test_the_ends_of_the_series_are_those_of_the_comparison(known):
    days = rating_days(known)
    ends = (days[0], days[-1])

    found = measure_progress(known, table(ASKED), ends, "1.0.0")
    series = follow_fit(known, table(ASKED), ends)

    for row, end in ((0, found.same.then), (-1, found.same.now)):
        assert series["rated"].iloc[row] == end.rated
        assert repr(float(series["fit"].iloc[row])) == repr(end.fit)
