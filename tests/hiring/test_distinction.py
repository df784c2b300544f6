"""Whether two candidates can be told apart."""

import math
from dataclasses import replace

import numpy as np
import pytest

from skillgap.domain.estimate import GRID, chance_above
from skillgap.hiring.comparison import compare_candidates
from skillgap.hiring.distinction import (
    chance_of_larger_sum,
    compare_pairs,
    compare_totals,
    name_above,
    rank_differences,
)
from skillgap.hiring.needs import begin_role
from tests.needs import compare, people, role

LOW = "skill level\nprogramming.git 1\nprogramming.python 2"
HIGH = "skill level\nprogramming.git 3\nprogramming.python 5\nml.evaluation 2"


def independent(comparison):
    """Return a comparison in which the errors of one person's skills are unrelated."""
    return replace(comparison, pair=replace(comparison.pair, shared_error=0))


def uniform(framework, level):
    """Return the ratings of somebody who claims one level everywhere."""
    return "skill level\n" + "\n".join(f"{skill} {level}" for skill in framework.skills)


def test_two_with_the_same_ratings_are_even_and_cannot_be_told_apart(framework):
    (pair,) = compare_totals(compare(framework, role(), LOW, LOW)).itertuples()

    assert (pair.chance, pair.above) == (0.5, "")


def test_the_chance_per_skill_is_that_of_the_two_estimates(framework):
    comparison = compare(framework, role(), LOW, HIGH)
    pairs = compare_pairs(comparison).set_index("skill")
    one, two = (comparison.estimates[who, "programming.git"] for who in "AB")

    assert pairs.loc["programming.git", "chance"] == chance_above(
        two.posterior, one.posterior
    )


def test_a_skill_one_did_not_rate_tells_nothing(framework):
    pairs = compare_pairs(compare(framework, role(), LOW, HIGH)).set_index("skill")

    assert math.isnan(pairs.loc["ml.evaluation", "chance"])
    assert (
        pairs.loc["ml.evaluation", "above"],
        pairs.loc["ml.evaluation", "shared"],
    ) == ("", 0)


def test_only_skills_both_rated_count_in_the_sum(framework):
    more = compare(framework, role(), LOW, HIGH)
    same = compare(
        framework, role(), LOW, "skill level\nprogramming.git 3\nprogramming.python 5"
    )

    (one,), (two,) = (list(compare_totals(c).itertuples()) for c in (more, same))

    assert (one.shared, one.chance) == (2, two.chance)


def test_with_nothing_in_common_nothing_is_said(framework):
    comparison = compare(
        framework,
        role(),
        "skill level\nml.evaluation 5",
        "skill level\nprogramming.git 0",
    )
    (pair,) = compare_totals(comparison).itertuples()

    assert math.isnan(pair.chance)
    assert (pair.above, pair.shared) == ("", 0)


def test_the_two_directions_add_up_to_one(framework):
    one = compare(framework, role(), LOW, HIGH)
    skills = ["programming.git", "programming.python"]

    there = chance_of_larger_sum(one, "A", "B", skills)
    back = chance_of_larger_sum(one, "B", "A", skills)

    assert there + back == pytest.approx(1)
    assert there > 0.5


@pytest.mark.parametrize(
    ("chance", "above"),
    [(0.91, "B"), (0.9, ""), (0.5, ""), (0.1, ""), (0.09, "A"), (math.nan, "")],
)
def test_above_is_who_exceeds_nine_in_ten(chance, above):
    assert name_above("A", "B", chance, told_apart=0.9) == above


def test_with_independent_errors_the_sum_is_that_of_drawn_levels(framework):
    """The normal approximation against 200,000 draws from the estimates."""
    comparison = compare(framework, role(), LOW, HIGH)
    skills, dice = ["programming.git", "programming.python"], np.random.default_rng(1)
    sums = {}
    for letter in "AB":
        parts = []
        for skill in skills:
            asked = comparison.needs.targets[skill]
            posterior = comparison.estimates[letter, skill].posterior
            drawn = dice.choice(GRID, 200_000, p=posterior)
            parts.append(asked.weight * np.clip(drawn, 0, asked.level))
        sums[letter] = sum(parts)

    chance = chance_of_larger_sum(independent(comparison), "A", "B", skills)

    assert chance == pytest.approx((sums["B"] > sums["A"]).mean(), abs=0.02)


def test_sixty_claims_are_not_sixty_measurements(framework):
    """One level more everywhere would look certain if errors were independent."""
    needs = begin_role(framework.profiles["ai_engineer"])
    comparison = compare(framework, needs, uniform(framework, 2), uniform(framework, 4))
    skills = list(needs.targets)

    assert chance_of_larger_sum(independent(comparison), "A", "B", skills) > 0.95
    (pair,) = compare_totals(comparison).itertuples()
    assert pair.above == ""


def test_every_pair_is_compared_once_and_no_order_is_built(framework):
    pairs = compare_totals(compare(framework, role(), HIGH, LOW, HIGH))

    assert list(zip(pairs["first"], pairs["second"])) == [
        ("A", "B"), ("A", "C"), ("B", "C"),
    ]  # fmt: skip


def test_the_skill_with_the_largest_distance_comes_first(framework):
    ranked = rank_differences(compare(framework, role(), LOW, HIGH))

    assert list(ranked["skill"]) == [
        "programming.python", "programming.git", "ml.evaluation",
    ]  # fmt: skip
    assert list(ranked["apart"][:2]) == [3, 2]


def test_a_skill_one_candidate_rated_has_no_distance(framework):
    ranked = rank_differences(compare(framework, role(), LOW, HIGH)).set_index("skill")

    assert math.isnan(ranked.loc["ml.evaluation", "distance"])
    assert ranked.loc["ml.evaluation", "known"] == 1


def test_eight_candidates_make_twenty_eight_pairs(framework):
    candidates = people(*[f"skill level\nprogramming.git {n % 6}" for n in range(8)])

    pairs = compare_totals(compare_candidates(framework, role(), candidates))

    assert len(pairs) == 28


def test_the_limit_and_the_shared_error_are_those_of_the_framework(framework):
    comparison = compare(framework, role(), LOW, HIGH)
    (usual,) = compare_totals(comparison).itertuples()
    (loose,) = compare_totals(
        replace(
            comparison, pair=replace(comparison.pair, told_apart=usual.chance - 0.01)
        )
    ).itertuples()

    assert (usual.above, loose.above) == ("", "B")
    (apart,) = compare_totals(independent(comparison)).itertuples()
    assert apart.chance != usual.chance
