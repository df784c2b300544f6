"""Which specialization suits a person best, and what makes the difference."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.fit import Demand
from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.domain.person.specializations import (
    compare_excess,
    difference_error,
    explain_excess,
    mean_level,
    rank_fits,
)
from tests.frameworks import profile
from tests.plans import known_levels
from tests.tables import levels

# The first asks little of everything, so that everybody fits it better.
PROFILES = {
    "easy": profile("skill target weight\ngit 1 3\nsql 1 3\nnlp 1 3"),
    "language": profile("skill target weight\ngit 2 1\nsql 2 1\nnlp 4 5"),
    "data": profile("skill target weight\ngit 2 1\nsql 4 5\nnlp 2 1"),
}


def gaps_of(key, known):
    return measure_gaps(set_targets(PROFILES[key]), known)


def order(known, **more):
    return list(rank_fits(PROFILES, levels(f"skill level\n{known}"), **more)["profile"])


def test_a_profile_that_asks_little_is_not_the_best_for_everybody():
    """Who is strong in language alone fits the easy one at 100 % as all others do."""
    known = levels("skill level\ngit 1\nsql 1\nnlp 4")
    ranked = rank_fits(PROFILES, known).set_index("profile")

    assert ranked["fit"].idxmax() == "easy"
    assert ranked.index[0] == "language"
    assert ranked.loc["easy", "excess"] == 0


def test_an_evenly_skilled_person_exceeds_nothing():
    ranked = rank_fits(PROFILES, levels("skill level\ngit 2\nsql 2\nnlp 2"))

    assert list(ranked["excess"]) == [0, 0, 0]


def test_the_aim_goes_first_where_the_two_cannot_be_told_apart():
    """nlp is one level above sql: within the error; three levels are not."""
    assert order("git 2\nsql 2\nnlp 3", aim="data")[0] == "data"
    assert order("git 2\nsql 2\nnlp 3")[0] == "language"
    assert order("git 2\nsql 0\nnlp 4", aim="data")[0] == "language"


def test_a_profile_of_which_nothing_is_rated_comes_last():
    profiles = {"none": profile("skill target weight\nviz 2 2"), **PROFILES}

    ranked = rank_fits(profiles, levels("skill level\ngit 1\nsql 0\nnlp 0"))

    assert ranked["profile"].iloc[-1] == "none"
    assert math.isnan(ranked["excess"].iloc[-1])
    assert list(ranked["rated_share"]) == [1, 1, 1, 0]


def test_who_rated_nothing_fits_nothing_and_finds_the_aim_first():
    ranked = rank_fits(PROFILES, levels("skill level\ngit ?"), aim="data")

    assert list(ranked["profile"]) == ["data", "easy", "language"]
    assert ranked["fit"].isna().all()


def some_levels():
    return known_levels(3).map(
        lambda found: pd.DataFrame(
            {"skill": ["git", "sql", "nlp"], "level": found}
        ).assign(answer="rated")
    )


@given(some_levels(), st.sampled_from(sorted(PROFILES)))
def test_what_the_skills_add_makes_the_excess(known, key):
    gaps, even = gaps_of(key, known), mean_level(known)
    fit = measure_fit(gaps).fit
    if math.isnan(fit):
        return
    rated = gaps[gaps["level"].notna()]
    demand = (rated["weight"] * rated["target"]).sum()
    usual = (rated["weight"] * rated["target"].clip(upper=even)).sum() / demand

    assert explain_excess(gaps, even)["excess"].sum() == pytest.approx(fit - usual)


@given(some_levels())
def test_a_comparison_skill_by_skill_adds_up_to_the_difference(known):
    one, other, even = gaps_of("language", known), gaps_of("data", known), 2.0
    sums = [explain_excess(gaps, even)["excess"].sum() for gaps in (one, other)]

    compared = compare_excess(one, other, even)

    assert compared["difference"].sum() == pytest.approx(sums[0] - sums[1])
    assert (compared["difference"] != 0).all()


def test_a_comparison_names_the_signature_skills_and_what_speaks_for_the_one_first():
    known = levels("skill level\ngit 2\nsql 0\nnlp 4")

    compared = compare_excess(gaps_of("language", known), gaps_of("data", known), 2.0)

    assert list(compared["skill"]) == ["nlp", "sql"]
    assert list(compared["is_signature"]) == [True, True]


def test_the_error_of_a_difference_is_that_of_ratings_off_by_one_level():
    """Below its target a level of a counts 3/6 of one fit, of b 2/4 of the other."""
    one = Demand(np.array([2, 0]), np.array([3, 0]))
    other = Demand(np.array([0, 2]), np.array([0, 2]))

    error = difference_error(np.array([0.0, 1.0]), one, other)

    assert error == pytest.approx(math.hypot(3 / 6, 2 / 4))


def test_a_target_that_is_met_adds_no_error():
    met = Demand(np.array([2]), np.array([3]))
    nothing = Demand(np.array([0]), np.array([0]))

    assert difference_error(np.array([2.0]), met, nothing) == 0
