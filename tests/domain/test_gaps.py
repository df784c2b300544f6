"""How far a person is from what a profile asks."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.gaps import (
    drawn_areas,
    earlier_area_levels,
    heaviest_skills,
    measure_fit,
    measure_gaps,
    set_targets,
    summarise_areas,
)
from tests.frameworks import profile
from tests.gaps import adjustment, asked_and_known, gaps_of
from tests.tables import levels, table

ANALYST = """
    skill    target  weight
    a.sql    3       3
    a.stats  2       1
    b.charts 2       2
"""
AREA_OF = {"a.sql": "a", "a.stats": "a", "b.charts": "b"}
HALF = """
    skill    level
    a.sql    1
    a.stats  2
    b.charts ?
"""


def test_the_heaviest_shortfall_comes_first():
    """One level short at weight 3 ranks above two levels short at weight 1."""
    gaps = measure_gaps(
        table(ANALYST),
        levels("""
            skill     level
            a.sql     2
            a.stats   0
            b.charts  2
        """),
    )

    assert list(gaps["skill"]) == ["a.sql", "a.stats", "b.charts"]
    assert list(gaps["priority"]) == [3, 2, 0]


def test_an_unrated_skill_is_unknown_and_not_zero():
    gaps = measure_gaps(table(ANALYST), levels(HALF)).set_index("skill")

    assert math.isnan(gaps.loc["b.charts", "gap"])
    assert math.isnan(gaps.loc["b.charts", "priority"])
    assert gaps.loc["b.charts", "answer"] == "unrated"


def test_unknown_gaps_come_last_the_heavier_first():
    gaps = measure_gaps(
        table(ANALYST),
        levels("""
            skill    level
            a.sql    ?
            a.stats  2
            b.charts ?
        """),
    )

    assert list(gaps["skill"]) == ["a.stats", "a.sql", "b.charts"]


def test_a_skill_missing_from_the_levels_is_unrated():
    gaps = measure_gaps(table(ANALYST), levels("skill level\na.sql 1"))

    assert list(gaps["answer"]) == ["rated", "unrated", "unrated"]


def test_a_level_above_the_target_is_no_gap_below_zero():
    gaps = measure_gaps(table(ANALYST), levels("skill level\na.sql 5"))

    assert gaps.set_index("skill").loc["a.sql", "gap"] == 0


def test_a_skill_asked_twice_is_refused():
    twice = table("skill target weight\na.sql 3 3\na.sql 2 1")

    with pytest.raises(pd.errors.MergeError):
        measure_gaps(twice, levels(HALF))


def test_measuring_changes_neither_table():
    targets, known = table(ANALYST), levels(HALF)
    before = targets.copy(), known.copy()

    measure_gaps(targets, known)

    pd.testing.assert_frame_equal(targets, before[0])
    pd.testing.assert_frame_equal(known, before[1])


def test_the_fit_counts_rated_skills_only():
    """(3 x 1 + 1 x 2) of (3 x 3 + 1 x 2); charts are not rated."""
    fit = measure_fit(measure_gaps(table(ANALYST), levels(HALF)))

    assert fit.fit == pytest.approx(5 / 11)
    assert (fit.rated, fit.asked) == (2, 3)
    assert fit.rated_share == pytest.approx(2 / 3)


def test_a_level_above_the_target_does_not_make_up_for_another():
    more = "skill level\na.sql 5\na.stats 0"
    exact = "skill level\na.sql 3\na.stats 0"

    fits = [measure_fit(measure_gaps(table(ANALYST), levels(t))) for t in (more, exact)]

    assert fits[0] == fits[1]


def test_without_a_rating_there_is_no_fit():
    fit = measure_fit(measure_gaps(table(ANALYST), levels("skill level\na.sql ?")))

    assert math.isnan(fit.fit)
    assert fit.rated_share == 0


@given(asked_and_known())
def test_a_fit_lies_between_zero_and_one(case):
    fit = measure_fit(gaps_of(case))

    assert math.isnan(fit.fit) or 0 <= fit.fit <= 1
    assert 0 <= fit.rated_share <= 1


@given(asked_and_known(), st.data())
def test_raising_one_level_lowers_no_fit_and_raises_no_gap(case, data):
    rated = [row for row in case if row.level is not None and row.level < 5]
    if not rated:
        return
    chosen = data.draw(st.sampled_from(rated))
    raised = [r._replace(level=r.level + 1) if r is chosen else r for r in case]
    before, after = gaps_of(case), gaps_of(raised)

    pairs = before.merge(after, on="skill", suffixes=("", "_raised"))
    assert not (pairs["gap_raised"] > pairs["gap"]).any()
    if not math.isnan(measure_fit(before).fit):
        assert measure_fit(after).fit >= measure_fit(before).fit - 1e-12


def test_an_adjustment_shifts_level_and_weight_and_keeps_the_usual_ones():
    targets = set_targets(
        profile("skill target weight\na.sql 3 3"),
        [adjustment(levels={"a.sql": 1}, weights={"a.sql": -1})],
    )

    assert targets.to_dict("records") == [
        {
            "skill": "a.sql",
            "target": 4,
            "weight": 2,
            "usual_target": 3,
            "usual_weight": 3,
        }
    ]


def test_an_adjustment_of_a_skill_nobody_asks_changes_nothing():
    usual = profile(ANALYST)
    foreign = adjustment(levels={"z.other": 3}, weights={"z.other": 3})

    pd.testing.assert_frame_equal(set_targets(usual, [foreign]), set_targets(usual))


def test_each_adjustment_is_kept_in_its_range_before_the_next():
    """3 + 3 ends at 4, and 4 - 2 is 2: nothing is saved up beyond it."""
    steps = [adjustment(levels={"a": 3}), adjustment(levels={"a": -2})]

    targets = set_targets(profile("skill target weight\na 3 3"), steps)

    assert list(targets["target"]) == [2]


def test_an_adjustment_raises_to_four_and_lowers_no_five():
    """What several teams follow is asked by a profile, never by a context alone."""
    asked = profile("""
        skill    target  weight
        standard 5       3
        proven   4       3
        guided   2       3
    """)
    more = adjustment(levels=dict.fromkeys(("standard", "proven", "guided"), 1))

    assert list(set_targets(asked, [more])["target"]) == [5, 4, 3]


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), max_size=6))
def test_adjusted_levels_and_weights_stay_on_their_scales(changes):
    steps = [adjustment({"a.sql": a}, {"a.sql": b}) for a, b in changes]

    targets = set_targets(profile(ANALYST), steps)

    assert targets["target"].between(0, 5).all()
    assert targets["weight"].between(1, 5).all()


def test_an_area_shows_means_over_the_same_rated_skills():
    """(1 x 3 + 2 x 1) / 4 against (3 x 3 + 2 x 1) / 4; area b is unknown."""
    areas = summarise_areas(measure_gaps(table(ANALYST), levels(HALF)), AREA_OF)

    a, b = areas.to_dict("records")
    assert (a["level"], a["target"]) == (1.25, 2.75)
    assert (a["rated"], a["asked"], a["below"]) == (2, 2, 1)
    assert math.isnan(b["level"])
    assert math.isnan(b["target"])
    assert (b["rated"], b["asked"], b["below"]) == (0, 1, 0)


def test_areas_stand_in_the_order_of_the_framework():
    order = {"b.charts": "b", "a.sql": "a", "a.stats": "a"}

    areas = summarise_areas(measure_gaps(table(ANALYST), levels(HALF)), order)

    assert list(areas["area"]) == ["b", "a"]


def test_a_radar_leaves_out_an_area_of_which_one_of_several_skills_is_rated():
    areas = table("""
        area  level  target  rated  asked  previous
        none  ?      ?       0      3      ?
        one   2.0    3.0     1      3      1.0
        two   2.0    3.0     2      3      1.0
        only  2.0    3.0     1      1      1.0
    """)
    drawn = drawn_areas(areas)

    for line in ("level", "target", "previous"):
        assert list(drawn[line].notna()) == [False, False, True, True]


def test_an_earlier_level_of_an_area_is_unknown_if_one_skill_was_not_rated_then():
    now = measure_gaps(table(ANALYST), levels(HALF))
    full = measure_gaps(table(ANALYST), levels("skill level\na.sql 1\na.stats 1"))
    part = measure_gaps(table(ANALYST), levels("skill level\na.sql 1"))

    assert earlier_area_levels(now, full, AREA_OF)["a"] == 1
    assert math.isnan(earlier_area_levels(now, part, AREA_OF)["a"])


def test_the_heaviest_skills_go_by_weight_and_then_by_target():
    heavy = heaviest_skills(
        profile("""
            skill  target  weight
            light  5       1
            low    2       4
            high   4       4
        """),
        count=2,
    )

    assert heavy == ["high", "low"]
