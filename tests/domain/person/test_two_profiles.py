"""Two profiles beside one person: the parts add up to the difference of the fits."""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.person.specializations import mean_level
from skillgap.domain.person.two_profiles import compare_profiles, round_parts
from tests.plans import known_levels
from tests.tables import levels, table

ONE = table("""
skill  target  weight
git    4       5
sql    2       1
nlp    3       3
""")
OTHER = table("""
skill  target  weight
git    2       1
nlp    4       5
viz    2       2
""")
SKILLS = ("git", "sql", "nlp", "viz")


def compared(one, other, known):
    gaps = [measure_gaps(targets, known) for targets in (one, other)]
    return compare_profiles(*gaps, mean_level(known))


def rows(found, *columns):
    return found.skills.set_index("skill")[list(columns)]


def test_a_part_is_what_a_gap_costs_the_one_less_than_the_other():
    """Of 31 points of demand git misses 10 in one; of 26 nlp misses 10 in the other."""
    known = levels("skill level\ngit 2\nsql 2\nnlp 2\nviz 2")

    found = compared(ONE, OTHER, known)

    assert found.one.fit == pytest.approx(1 - 10 / 31 - 3 / 31)
    assert found.other.fit == pytest.approx(1 - 10 / 26)
    assert dict(rows(found, "difference")["difference"]) == pytest.approx(
        {"nlp": 10 / 26 - 3 / 31, "sql": 0, "viz": 0, "git": -10 / 31}
    )
    assert found.skills["skill"].iloc[[0, -1]].tolist() == ["nlp", "git"]


def test_what_each_asks_stands_side_by_side_and_0_is_not_asked():
    found = compared(ONE, OTHER, levels("skill level\ngit 2\nviz 1"))

    columns = ["target_one", "weight_one", "target_other", "weight_other"]
    asked = rows(found, *columns)
    assert asked.loc["git"].tolist() == [4, 5, 2, 1]
    assert asked.loc["sql"].tolist() == [2, 1, 0, 0]
    assert asked.loc["viz"].tolist() == [0, 0, 2, 2]
    shares = rows(found, "asked")["asked"]
    assert shares["git"] == pytest.approx(20 / 31 - 2 / 26)
    assert shares.sum() == pytest.approx(0)


def test_an_unrated_skill_has_no_part():
    found = compared(ONE, OTHER, levels("skill level\ngit 2\nnlp 4"))

    parts = rows(found, "difference", "tenths")
    assert parts.loc[["sql", "viz"], "difference"].isna().all()
    assert (parts.loc[["sql", "viz"], "tenths"] == 0).all()
    assert (found.one.rated, found.one.asked) == (2, 3)


@pytest.mark.parametrize("known", ["git ?", "sql 2"])
def test_without_both_fits_there_is_no_difference_but_what_is_asked(known):
    found = compared(ONE, OTHER, levels(f"skill level\n{known}"))

    assert not found.is_known
    assert found.skills["difference"].isna().all()
    assert found.skills["asked"].abs().sum() > 0
    assert found.skills["asked"].is_monotonic_decreasing


def test_what_is_even_fits_as_somebody_at_the_mean_level_in_everything():
    found = compared(ONE, OTHER, levels("skill level\ngit 4\nsql 2\nnlp 3\nviz 3"))

    even = compared(ONE, OTHER, levels("skill level\ngit 3\nsql 3\nnlp 3\nviz 3"))
    assert found.even == pytest.approx((even.one.fit, even.other.fit))


def test_two_fits_are_told_apart_where_the_difference_exceeds_the_error():
    near = compared(ONE, OTHER, levels("skill level\ngit 2\nsql 2\nnlp 2\nviz 2"))
    far = compared(ONE, OTHER, levels("skill level\ngit 0\nsql 0\nnlp 4\nviz 2"))

    assert not near.is_told_apart
    assert far.is_told_apart


def demands():
    """Return what a profile asks of some of the skills."""
    asked = st.tuples(st.integers(0, 4), st.integers(1, 5))
    return st.dictionaries(st.sampled_from(SKILLS), asked, min_size=1).map(
        lambda found: pd.DataFrame(
            [(skill, *each) for skill, each in found.items()],
            columns=["skill", "target", "weight"],
        )
    )


def people():
    return known_levels(len(SKILLS)).map(
        lambda found: pd.DataFrame({"skill": SKILLS, "level": found, "answer": "rated"})
    )


def exact_cost(targets, known):
    """Return what each gap costs the fit as a fraction, None without a demand."""
    rated = {s: int(n) for s, n in zip(known["skill"], known["level"]) if n == n}
    asked = {r.skill: r for r in targets.itertuples() if r.skill in rated}
    demand = sum(r.weight * r.target for r in asked.values())
    return demand and {
        s: Fraction(int(r.weight * max(0, r.target - rated[s])), int(demand))
        for s, r in asked.items()
    }


@given(demands(), demands(), people())
def test_every_part_is_the_exact_one_and_they_add_up_to_the_difference(
    one, other, known
):
    found = compared(one, other, known)

    costs = [exact_cost(targets, known) for targets in (one, other)]
    assert found.is_known == all(costs)
    if not found.is_known:
        return
    parts = {s: costs[1].get(s, 0) - costs[0].get(s, 0) for s in SKILLS}
    assert sum(parts.values()) == sum(costs[1].values()) - sum(costs[0].values())
    for row in found.skills.dropna(subset=["level"]).itertuples():
        assert row.difference == pytest.approx(float(parts[row.skill]), abs=1e-12)
    total = found.skills["difference"].sum()
    assert total == pytest.approx(found.one.fit - found.other.fit, abs=1e-12)


@given(demands(), demands(), people())
def test_what_is_shown_adds_up_too_and_differs_from_the_parts_by_little(
    one, other, known
):
    found = compared(one, other, known)
    if not found.is_known:
        return

    assert found.skills["tenths"].sum() == found.tenths
    off = found.skills["tenths"] - 1000 * found.skills["difference"].fillna(0)
    assert off.abs().max() <= 2


@given(demands(), demands(), people())
def test_the_other_way_round_is_the_same_with_the_sign_changed(one, other, known):
    there, back = compared(one, other, known), compared(other, one, known)

    for column in ("difference", "asked"):
        expected = -rows(there, column)[column]
        pd.testing.assert_series_equal(
            rows(back, column)[column].sort_index(), expected.sort_index()
        )


@given(people(), st.data())
def test_any_two_of_the_ten_profiles_can_be_compared(framework, known, data):
    pair = [data.draw(st.sampled_from(sorted(framework.profiles))) for _ in "ab"]
    some = data.draw(st.permutations(sorted(framework.skills)))[: len(SKILLS)]
    targets = [set_targets(framework.profiles[key]) for key in pair]

    found = compared(*targets, known.assign(skill=some))

    assert len(found.skills) == len(framework.skills)
    if found.is_known:
        total = found.skills["difference"].sum()
        assert total == pytest.approx(found.one.fit - found.other.fit, abs=1e-12)
        assert found.skills["tenths"].sum() == found.tenths


@pytest.mark.parametrize(
    ("parts", "total", "shown"),
    [
        ([1.4, 2.4, 3.2], 7, [2, 2, 3]),
        ([-0.4, 0.4, 0.0], 0, [0, 0, 0]),
        ([-1.5, 1.0], 0, [-1, 1]),
        ([0.0, 0.0], -1, [0, -1]),
        ([0.3, 0.3], 3, [2, 1]),
    ],
)
def test_rounded_parts_add_up_to_the_rounded_total(parts, total, shown):
    assert list(round_parts(np.array(parts), total)) == shown


@given(st.lists(st.floats(-100, 100), min_size=1))
def test_rounding_changes_no_part_by_a_whole(parts):
    total = round(math.fsum(parts))

    shown = round_parts(np.array(parts), total)

    assert shown.sum() == total
    assert np.abs(shown - parts).max() <= 1
