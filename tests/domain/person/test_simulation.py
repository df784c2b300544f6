"""People with known levels against the real checks."""

import numpy as np
import pandas as pd
import pytest

from skillgap.domain.estimate import estimate_level
from skillgap.domain.person.simulation import (
    SimulatedPerson,
    simulate_people,
    simulate_person,
    summarise_simulation,
    take_round,
)

FIGURES = [
    "claim_error", "estimate_error", "claim_lean", "estimate_lean", "coverage",
]  # fmt: skip


@pytest.fixture(scope="module")
def profile(framework):
    """Return the profile the simulation is about."""
    return framework.profiles[framework.simulation.profile]


@pytest.fixture(scope="module")
def committed(framework):
    """Return the figures of ``simulation.yaml``, the bias as the index."""
    return pd.DataFrame(framework.simulation.rows).set_index("bias")


def fresh_run(framework, profile, bias):
    """Return the figures of 200 people who all lean by a bias."""
    chance = np.random.default_rng(framework.simulation.seed)
    people = simulate_people(framework, profile, 200, [bias], chance)
    return summarise_simulation(people).set_index("bias")


def test_the_same_seed_gives_the_same_people(framework, profile):
    first, second = (
        simulate_people(framework, profile, 3, [0.0], np.random.default_rng(7))
        for _ in range(2)
    )

    pd.testing.assert_frame_equal(first, second)


def test_another_seed_gives_other_people(framework):
    first, second = (
        simulate_person(framework, 0.0, np.random.default_rng(seed)) for seed in (1, 2)
    )

    assert first.truth != second.truth


def test_a_person_has_a_true_level_and_a_claim_for_every_skill(framework):
    person = simulate_person(framework, 0.0, np.random.default_rng(1))

    assert list(person.truth) == list(person.claims) == list(framework.skills)
    assert set(person.claims.values()) <= set(range(6))


def test_a_bias_lifts_the_claims_and_leaves_the_truth(framework):
    plain, proud = (
        simulate_person(framework, bias, np.random.default_rng(1))
        for bias in (0.0, 1.0)
    )

    assert plain.truth == proud.truth
    assert sum(proud.claims.values()) > sum(plain.claims.values()) + 30


def mean_distances(framework, profile, person):
    """Return the mean distance of claim and estimate from the truth, five rounds."""
    rows = []
    for seed in range(5):
        chance = np.random.default_rng(seed)
        told = take_round(framework, profile, person, chance)
        for skill, given in told.items():
            found = estimate_of(framework, person.claims[skill], given)
            truth = person.truth[skill]
            rows.append((abs(person.claims[skill] - truth), abs(found - truth)))
    return tuple(np.mean(rows, axis=0))


def estimate_of(framework, claim, given):
    """Return the most credible level."""
    return estimate_level(framework.estimate, claim, False, given).level


@pytest.mark.parametrize(
    ("claim", "truth"), [(4, 1.0), (4, 2.0), (5, 2.0), (1, 3.0), (1, 4.0), (0, 3.0)]
)
def test_who_claims_too_much_or_too_little_ends_nearer_the_truth(
    framework, profile, claim, truth
):
    skills = framework.skills
    person = SimulatedPerson(dict.fromkeys(skills, truth), dict.fromkeys(skills, claim))

    by_claim, by_estimate = mean_distances(framework, profile, person)

    assert by_estimate < by_claim


def test_a_round_is_twelve_checks_for_low_and_high_claims_alike(framework, profile):
    for claim in range(6):
        skills = framework.skills
        person = SimulatedPerson(
            dict.fromkeys(skills, 2.0), dict.fromkeys(skills, claim)
        )
        told = take_round(framework, profile, person, np.random.default_rng(1))

        assert sum(len(given) for given in told.values()) == 12, claim


def test_the_committed_figures_are_those_of_a_fresh_run(framework, profile, committed):
    fresh = fresh_run(framework, profile, 0.0)

    assert ((fresh - committed.loc[[0.0]])[FIGURES].abs() <= 0.15).all(axis=None)


@pytest.mark.slow
@pytest.mark.parametrize("bias", [-1.0, -0.5, 0.5, 1.0])
def test_the_committed_figures_of_other_biases_are_those_of_a_fresh_run(
    framework, profile, committed, bias
):
    fresh = fresh_run(framework, profile, bias)

    assert ((fresh - committed.loc[[bias]])[FIGURES].abs() <= 0.15).all(axis=None)


def test_at_every_bias_the_committed_estimate_errs_less_than_the_claim(
    framework, committed
):
    assert framework.simulation.people >= 2000
    assert (committed["estimate_error"] < committed["claim_error"]).all()
    assert committed.loc[[-0.5, 0.0, 0.5], "coverage"].between(0.87, 0.93).all()


def test_the_summary_says_how_far_and_in_which_direction():
    rows = pd.DataFrame(
        {
            "bias": [0.0, 0.0],
            "truth": [2.0, 3.0],
            "claim": [4, 3],
            "level": [2, 2],
            "covered": [True, False],
        }
    )

    (found,) = summarise_simulation(rows).to_dict("records")

    assert found == {
        "bias": 0.0, "skills": 2, "claim_error": 1.0, "estimate_error": 0.5,
        "claim_lean": 1.0, "estimate_lean": -0.5, "coverage": 0.5,
    }  # fmt: skip
