"""Dated ratings of a person, and the levels they add up to."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.ratings import (
    BASES,
    RATING_COLUMNS,
    basis_shares,
    empty_ratings,
    levels_on,
    previous_day,
    rating_days,
)
from tests.tables import levels, ratings

HISTORY = """
    skill  level  basis      rated_on
    sql    1      claimed    2026-05-01
    sql    3      evidenced  2026-11-01
    git    ?      claimed    2026-11-01
"""
SKILLS = ["git", "sql", "charts"]


def test_the_latest_rating_of_a_skill_counts():
    found = levels_on(ratings(HISTORY), SKILLS).set_index("skill")

    assert found.loc["sql", "level"] == 3
    assert found.loc["sql", "basis"] == "evidenced"
    assert found.loc["sql", "rated_on"] == "2026-11-01"


def test_ratings_after_the_day_are_left_out():
    found = levels_on(ratings(HISTORY), ["sql"], day="2026-10-31")

    assert list(found["level"]) == [1]


def test_a_rating_of_the_day_itself_counts():
    assert list(levels_on(ratings(HISTORY), ["sql"], day="2026-11-01")["level"]) == [3]


def test_unrated_do_not_know_and_level_zero_are_three_things():
    known = ratings("""
        skill  level  rated_on
        git    ?      2026-11-01
        sql    0      2026-11-01
    """)

    found = levels_on(known, SKILLS)

    assert list(found["answer"]) == ["unsure", "rated", "unrated"]
    assert found["level"].fillna(-1).to_list() == [-1, 0, -1]


def test_do_not_know_replaces_an_older_level():
    known = ratings("""
        skill  level  rated_on
        sql    3      2026-05-01
        sql    ?      2026-11-01
    """)

    assert list(levels_on(known, ["sql"])["answer"]) == ["unsure"]


def test_of_two_ratings_of_a_day_the_later_row_counts():
    known = ratings("skill level rated_on\nsql 1 2026-11-01\nsql 2 2026-11-01")

    assert list(levels_on(known, ["sql"])["level"]) == [2]


def test_a_row_without_a_date_is_no_answer():
    known = ratings("skill level rated_on\nsql 3 2026-05-01\nsql ? .")

    assert list(levels_on(known, ["sql"])["level"]) == [3]


def test_levels_come_in_the_order_asked_for_and_without_missing_texts():
    found = levels_on(ratings(HISTORY), SKILLS)

    assert list(found["skill"]) == SKILLS
    assert not found[["basis", "rated_on", "evidence"]].isna().any(axis=None)


def test_without_ratings_everything_is_unrated():
    assert set(levels_on(empty_ratings(), SKILLS)["answer"]) == {"unrated"}


def test_reading_the_levels_changes_no_rating():
    known = ratings(HISTORY)
    before = known.copy()

    levels_on(known, SKILLS)

    pd.testing.assert_frame_equal(known, before)


def test_an_empty_table_has_the_columns_and_types_of_ratings():
    empty = empty_ratings()

    assert tuple(empty.columns) == RATING_COLUMNS
    assert empty["level"].dtype == float


def test_days_with_ratings_come_once_and_oldest_first():
    known = ratings("""
        skill  level  rated_on
        sql    3      2026-11-01
        git    2      2026-05-01
        git    1      2026-11-01
        ml     ?      .
    """)

    assert rating_days(known) == ["2026-05-01", "2026-11-01"]


@pytest.mark.parametrize(
    ("days", "previous"),
    [
        ([], None),
        (["2026-11-01"], None),
        (["2026-10-26", "2026-11-01"], None),
        (["2026-10-25", "2026-11-01"], "2026-10-25"),
        (["2026-01-01", "2026-10-01", "2026-10-30", "2026-11-01"], "2026-10-01"),
    ],
)
def test_corrections_within_a_week_are_no_earlier_assessment(days, previous):
    assert previous_day(days) == previous


def test_shares_of_the_bases_are_zero_while_nothing_is_rated():
    assert basis_shares(levels("skill level\nsql ?")) == dict.fromkeys(BASES, 0.0)


def test_only_rated_skills_count_in_the_shares_of_the_bases():
    known = ratings("""
        skill  level  basis      rated_on
        a      3      claimed    2026-11-01
        b      3      evidenced  2026-11-01
        c      ?      claimed    2026-11-01
    """)

    shares = basis_shares(levels_on(known, ["a", "b", "c", "d"]))

    assert shares == {"claimed": 0.5, "evidenced": 0.5, "checked": 0.0}


@given(st.lists(st.sampled_from(BASES), min_size=1, max_size=20))
def test_shares_of_the_bases_add_up_to_one(bases):
    table = pd.DataFrame({"basis": bases}).assign(answer="rated")

    assert sum(basis_shares(table).values()) == pytest.approx(1)
