"""How far raters agree, and what cannot be said about it."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from skillgap.hiring.agreement import (
    compare_with_self,
    krippendorff_alpha,
    measure_agreement,
    measure_pairs,
    measure_severity,
    measure_spread,
    weighted_kappa,
)
from tests.needs import scores
from tests.tables import table

# Krippendorff (2011), section C: four observers, twelve units, missing values.
PUBLISHED = """
    o  u1 u2 u3 u4 u5 u6 u7 u8 u9 u10 u11 u12
    A  1  2  3  3  2  1  4  1  2  ?   ?   ?
    B  1  2  3  3  2  2  4  1  2  5   ?   3
    C  ?  3  3  3  2  3  4  2  2  5   1   ?
    D  1  2  3  3  2  4  4  1  2  5   1   ?
"""
PANEL = """
    candidate skill  Ani Budi Citra
    A         a.git  3   3    1
    A         a.sql  4   4    2
    B         a.git  2   2    0
"""
LEVELS = st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
MATRICES = arrays(
    float,
    st.tuples(st.integers(2, 5), st.integers(2, 8)),
    elements=LEVELS | st.just(math.nan),
)


def matrix_of(text):
    return table(text).drop(columns="o").to_numpy(dtype=float)


def many(columns: str, row, count: int) -> pd.DataFrame:
    """Return the scores of many candidates in one skill."""
    lines = [f"C{n} a.git {row(n)}" for n in range(count)]
    return scores("\n".join([f"candidate skill {columns}", *lines]))


def test_alpha_of_the_published_example_is_815():
    assert krippendorff_alpha(matrix_of(PUBLISHED)) == pytest.approx(0.815, abs=5e-4)


def test_alpha_of_two_raters_is_as_counted_by_hand():
    """Ratings 0 0, 1 1, 0 1: coincidences 2, 2 and 1 + 1, so 1 - 5 * 2 / (2 * 9)."""
    ratings = np.array([[0.0, 1, 0], [0, 1, 1]])

    assert krippendorff_alpha(ratings) == pytest.approx(1 - 5 * 2 / 18)


def test_a_unit_rated_once_does_not_count():
    alone = np.array([[1.0, 2, 3, 5], [1, 2, 2, math.nan]])

    assert krippendorff_alpha(alone) == krippendorff_alpha(alone[:, :3])


@given(MATRICES, st.randoms(use_true_random=False))
def test_alpha_does_not_depend_on_the_order_of_raters_and_units(ratings, dice):
    raters, units = list(range(ratings.shape[0])), list(range(ratings.shape[1]))
    dice.shuffle(raters)
    dice.shuffle(units)

    shuffled = krippendorff_alpha(ratings[raters][:, units])

    assert shuffled == pytest.approx(krippendorff_alpha(ratings))


@given(MATRICES)
def test_alpha_never_exceeds_one(ratings):
    alpha = krippendorff_alpha(ratings)

    assert alpha is None or alpha <= 1 + 1e-12


@given(st.lists(LEVELS, min_size=2, max_size=8), st.integers(2, 5))
def test_perfect_agreement_is_one(levels, raters):
    assume(len(set(levels)) > 1)
    same = np.tile(levels, (raters, 1))

    assert krippendorff_alpha(same) == pytest.approx(1)
    assert weighted_kappa(same[0], same[1]) == pytest.approx(1)


@pytest.mark.parametrize("ratings", [np.full((3, 4), 2.0), np.full((3, 4), math.nan)])
def test_alpha_without_differences_or_without_ratings_is_undefined(ratings):
    assert krippendorff_alpha(ratings) is None


def test_kappa_is_that_of_the_weighted_table():
    """Counted as Cohen did: observed against chance, in squared distances."""
    one, two = np.array([0.0, 1, 2, 3, 4, 4]), np.array([1.0, 1, 2, 5, 3, 4])
    weights = (np.arange(6)[:, None] - np.arange(6)) ** 2
    seen = np.zeros((6, 6))
    np.add.at(seen, (one.astype(int), two.astype(int)), 1 / 6)
    chance = np.outer(seen.sum(axis=1), seen.sum(axis=0))

    expected = 1 - (weights * seen).sum() / (weights * chance).sum()

    assert weighted_kappa(one, two) == pytest.approx(expected)


def test_kappa_with_a_constant_rater_is_undefined_and_not_zero():
    assert weighted_kappa(np.full(4, 3.0), np.array([1.0, 2, 3, 4])) is None


def test_one_constant_rater_leaves_the_agreement_of_two_undefined():
    found = measure_agreement(many("Ani Budi", lambda n: f"{n % 5} 3", 12))

    assert (found.value, found.state, found.candidates) == (None, "constant", 12)


def test_with_a_constant_rater_among_five_only_their_pairs_are_undefined():
    panel = many("A B C D E", lambda n: f"{n % 5} {n % 4} {n % 5} {n % 3} 3", 12)

    states = {(a, b): found.state for a, b, found in measure_pairs(panel)}

    assert {p for p, s in states.items() if s == "constant"} == {
        ("A", "E"), ("B", "E"), ("C", "E"), ("D", "E"),
    }  # fmt: skip
    assert measure_agreement(panel).state == "defined"


def test_agreement_is_not_shown_under_ten_candidates_and_n_always_is():
    nine, ten = (
        measure_agreement(many("Ani Budi", lambda n: f"{n % 4} {n % 3}", count))
        for count in (9, 10)
    )

    assert (nine.candidates, nine.is_shown) == (9, False)
    assert (ten.candidates, ten.is_shown) == (10, True)


def test_many_skills_of_one_candidate_are_one_candidate():
    found = measure_agreement(
        scores("candidate skill Ani Budi\nA a.x 1 2\nA a.y 3 3\nA a.z 0 1")
    )

    assert (found.units, found.candidates) == (3, 1)


@pytest.mark.parametrize("text", ["A a.git ? ?", "A a.git 3 ?", "A a.git 3 2"])
def test_too_little_in_common_is_undefined(text):
    found = measure_agreement(scores(f"candidate skill Ani Budi\n{text}"))

    assert (found.value, found.state) == (None, "too_few")


def test_the_spread_is_that_of_each_candidate_and_skill():
    first, *_ = measure_spread(scores(PANEL)).to_dict("records")

    assert (first["candidate"], first["skill"]) == ("A", "a.git")
    assert (first["raters"], first["low"], first["high"]) == (3, 1, 3)
    assert (first["spread"], first["mean"]) == (2, pytest.approx(7 / 3))


def test_below_zero_the_panel_saw_less_than_the_candidate_said():
    own = table("candidate skill level\nA a.git 5\nA a.sql ?")

    beside = compare_with_self(scores(PANEL), own).set_index(["candidate", "skill"])

    assert beside.loc[("A", "a.git"), "difference"] == pytest.approx(7 / 3 - 5)
    assert math.isnan(beside.loc[("A", "a.sql"), "difference"])
    assert math.isnan(beside.loc[("B", "a.git"), "difference"])


def test_a_constantly_harsh_member_is_visible():
    severity = measure_severity(scores(PANEL)).set_index("member")

    assert severity.loc["Citra", "difference"] == pytest.approx(-2)
    assert severity.loc["Ani", "difference"] == pytest.approx(1)
    assert severity.loc["Citra", "units"] == 3


def test_in_a_panel_of_five_the_harsh_one_stands_out():
    panel = many("A B C D E", lambda n: f"{(w := 2 + n % 4)} {w} {w} {w} {w - 2}", 8)

    severity = measure_severity(panel).set_index("member")["difference"]

    assert severity["E"] == pytest.approx(-2)
    assert set(severity.drop("E").round(9)) == {0.5}


def test_a_member_with_nothing_in_common_has_no_severity():
    alone = scores("candidate skill Ani Budi\nA a.git 3 ?\nB a.git ? 2\nB a.sql ? 2")

    severity = measure_severity(alone).set_index("member")

    assert severity["difference"].isna().all()
    assert list(severity["is_constant"]) == [False, True]


def test_a_member_who_scored_nothing_is_still_named():
    severity = measure_severity(scores("candidate skill Ani Budi\nA a.git 3 ?"))

    assert list(severity["member"]) == ["Ani", "Budi"]
    assert list(severity["units"]) == [0, 0]


def test_without_any_score_nothing_is_said():
    nothing = scores("candidate skill Ani\nA a.git ?")

    assert measure_agreement(nothing).state == "too_few"
    assert measure_pairs(nothing) == []
    assert measure_spread(nothing).empty
