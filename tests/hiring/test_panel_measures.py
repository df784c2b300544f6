"""What the scores of a panel show: tables by column, checked by hand and by a loop."""

import random
from statistics import mean

import numpy as np
import pandas as pd
import pytest

from skillgap.hiring.panel_measures import measure_panel
from skillgap.hiring.scorecards import SCORE_COLUMNS
from tests.needs import measured, scores
from tests.tables import table

FIRST = """
    candidate  skill  Ani  Budi  Citra
    B          y      1    1     2
    A          x      2    3     2
    A          y      0    5     ?
    B          x      ?    ?     ?
"""
OWN = """
    candidate  skill  level
    A          x      4
    A          y      ?
    B          y      1
"""


def test_each_unit_stands_beside_the_self_rating_the_widest_spread_first():
    units = measured(FIRST, own=OWN).units

    assert list(zip(units["candidate"], units["skill"])) == [
        ("A", "y"), ("A", "x"), ("B", "y"),
    ]  # fmt: skip
    shown = units.set_index(["candidate", "skill"])
    assert shown.loc[("A", "y"), ["raters", "low", "high", "spread", "mean"]].tolist() \
        == [2, 0, 5, 5, 2.5]  # fmt: skip
    assert shown.loc[("A", "x"), "difference"] == pytest.approx(7 / 3 - 4)
    assert shown.loc[("B", "y"), ["own", "raters"]].tolist() == [1, 3]


def test_what_a_candidate_did_not_rate_is_unknown_beside_the_panel():
    units = measured(FIRST, own=OWN).units.set_index(["candidate", "skill"])

    assert np.isnan(units.loc[("A", "y"), "own"])
    assert np.isnan(units.loc[("A", "y"), "difference"])


def test_a_later_score_stands_beside_the_one_its_member_gave_alone():
    later = measured(FIRST, "candidate skill Budi\nB x 4\nA y 2").later

    assert later[["candidate", "skill", "member", "level"]].values.tolist() == [
        ["A", "y", "Budi", 2], ["B", "x", "Budi", 4],
    ]  # fmt: skip
    assert later["before"].tolist()[0] == 5
    assert np.isnan(later["before"].tolist()[1])


def test_only_scores_given_alone_are_measured_and_all_are_kept():
    alone = measured(FIRST, own=OWN)
    both = measured(FIRST, FIRST.replace("2", "5"), own=OWN)

    pd.testing.assert_frame_equal(both.units, alone.units)
    pd.testing.assert_frame_equal(both.members, alone.members)
    assert both.agreement == alone.agreement
    assert list(both.scores["stage"]) == ["first"] * 12 + ["after"] * 12
    assert set(both.scores.columns) == set(SCORE_COLUMNS)


def test_a_panel_without_a_score_shows_empty_tables_of_the_same_columns():
    nothing = measure_panel(scores(FIRST)[:0], table(OWN))

    some = measured(FIRST, FIRST, OWN)
    for name in ("scores", "units", "first", "later", "members"):
        assert getattr(nothing, name).empty
        assert list(getattr(nothing, name)) == list(getattr(some, name)), name
    assert nothing.pairs == ()


@pytest.mark.parametrize("seed", range(5))
def test_the_tables_say_what_a_plain_loop_says(seed):
    dice = random.Random(seed)
    rows = [
        (member, letter, skill, dice.choice([None, *range(6)]), "", "first")
        for member in ("Ani", "Budi", "Citra")
        for letter in "ABC"
        for skill in ("x", "y", "z")
    ]
    given = pd.DataFrame(rows, columns=list(SCORE_COLUMNS)).astype({"level": float})
    found = measure_panel(given, table(OWN))

    levels = {}
    for member, letter, skill, level, *_ in rows:
        if level is not None:
            levels.setdefault((letter, skill), {})[member] = level
    assert len(found.units) == len(levels)
    for row in found.units.itertuples():
        gave = levels[row.candidate, row.skill].values()
        assert (row.raters, row.low, row.high) == (len(gave), min(gave), max(gave))
        assert row.mean == pytest.approx(mean(gave))
    for row in found.members.itertuples():
        apart = [
            unit[row.member] - mean(n for m, n in unit.items() if m != row.member)
            for unit in levels.values()
            if row.member in unit and len(unit) > 1
        ]
        assert row.units == len(apart)
        assert row.difference == pytest.approx(mean(apart))
