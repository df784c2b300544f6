"""What level a person has, as far as claim, evidence and checks can tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.estimate import (
    GRID,
    ItemAnswer,
    chance_above,
    chance_right,
    estimate_level,
    information,
    judge,
    level_chances,
    prior,
    supported_level,
)
from tests.answers import (
    LEVELS_OR_NONE,
    answers,
    given_right,
    is_nowhere_lower,
    known,
    one_more_right,
)


@pytest.fixture(scope="module")
def parameters(framework):
    """Return the numbers of ``estimate.yaml``."""
    return framework.estimate


def variation(first, second):
    """Return the total variation of two posteriors: 0 is the same, 1 apart."""
    return float(np.abs(first - second).sum() / 2)


@given(known(), st.data())
def test_a_wrong_answer_turned_right_lowers_nothing(parameters, case, data):
    if not case["answers"]:
        return
    place = data.draw(st.integers(0, len(case["answers"]) - 1))

    after = estimate_level(parameters, **one_more_right(case, place))

    assert is_nowhere_lower(after, estimate_level(parameters, **case))


@given(known(), st.integers(1, 5), st.sampled_from([0, 0.25]))
def test_one_more_right_answer_lowers_nothing(parameters, case, level, guess):
    more = [*case["answers"], ItemAnswer(level, guess, True)]

    after = estimate_level(parameters, **{**case, "answers": more})

    assert is_nowhere_lower(after, estimate_level(parameters, **case))


@given(known(), st.integers(1, 5), st.sampled_from([0, 0.25]))
def test_one_more_wrong_answer_raises_nothing(parameters, case, level, guess):
    more = [*case["answers"], ItemAnswer(level, guess, False)]

    after = estimate_level(parameters, **{**case, "answers": more})

    assert is_nowhere_lower(estimate_level(parameters, **case), after)


@given(known())
def test_evidence_never_lowers(parameters, case):
    without = estimate_level(parameters, **{**case, "evidenced": False})
    with_it = estimate_level(parameters, **{**case, "evidenced": True})

    assert is_nowhere_lower(with_it, without)


@given(known())
def test_a_posterior_adds_up_to_one(parameters, case):
    found = estimate_level(parameters, **case)

    assert found.posterior.sum() == pytest.approx(1)
    assert (found.posterior >= 0).all()
    assert level_chances(found.posterior).sum() == pytest.approx(1)


@given(known())
def test_the_most_credible_level_lies_on_the_scale_and_so_does_the_interval(
    parameters, case
):
    found = estimate_level(parameters, **case)

    assert 0 <= found.low <= found.high <= 5
    assert 0 <= found.level <= 5


@given(st.permutations([*given_right("++--", 3), *given_right("+-", 4)]))
def test_the_order_of_answers_does_not_matter(parameters, told):
    usual = sorted(told, key=lambda a: (a.level, a.right))

    found = estimate_level(parameters, 3, answers=told)

    expected = estimate_level(parameters, 3, answers=usual)
    assert variation(found.posterior, expected.posterior) < 1e-9


@given(known(), known())
def test_the_chances_to_be_above_each_other_add_up_to_one(parameters, one, two):
    first = estimate_level(parameters, **one).posterior
    second = estimate_level(parameters, **two).posterior

    both = chance_above(first, second) + chance_above(second, first)

    assert both == pytest.approx(1)


def test_knowing_nothing_is_exactly_the_prior(parameters):
    assert variation(estimate_level(parameters).posterior, prior(parameters)) < 1e-12


@pytest.mark.parametrize("claim", [1, 2, 3, 4])
def test_a_claim_alone_leaves_nearly_the_prior(parameters, claim):
    found = estimate_level(parameters, claim)

    assert variation(found.posterior, prior(parameters)) < 0.2


@pytest.mark.parametrize("claim", [0, 5])
def test_a_claim_at_an_end_of_the_scale_moves_the_prior_by_a_third_at_most(
    parameters, claim
):
    """The ends are the rarest claims, so they tell most; .31 at the declared .35."""
    found = estimate_level(parameters, claim)

    assert variation(found.posterior, prior(parameters)) < 1 / 3


def test_a_claim_of_four_alone_is_about_one_chance_in_five(parameters):
    assert 0.15 <= estimate_level(parameters, 4).chance_of(4) <= 0.25


@pytest.mark.parametrize("level", [3, 4, 5])
@pytest.mark.parametrize("guess", [0, 0.25])
def test_five_of_five_about_the_claim_make_it_likely_enough(parameters, level, guess):
    found = estimate_level(parameters, 4, answers=given_right("+++++", level, guess))

    assert found.chance_of(4) >= 0.4


@pytest.mark.parametrize(("level", "guess"), [(3, 0), (3, 0.25), (4, 0.25), (4, 0.2)])
def test_one_of_five_about_the_claim_leaves_next_to_no_chance(parameters, level, guess):
    found = estimate_level(parameters, 4, answers=given_right("+----", level, guess))

    assert found.chance_of(4) < 0.05


def test_one_number_of_five_about_the_claim_leaves_little_chance(parameters):
    """A number cannot be guessed, so one right weighs more than a right choice."""
    found = estimate_level(parameters, 4, answers=given_right("+----", 4, guess=0))

    assert found.chance_of(4) < 0.06


@pytest.mark.parametrize("claim", [None, 2, 4])
def test_a_harder_number_answered_right_says_more(parameters, claim):
    """Of numbers; a hard choice answered right may as well have been guessed."""
    easy = estimate_level(parameters, claim, answers=given_right("+", 2, guess=0))
    hard = estimate_level(parameters, claim, answers=given_right("+", 4, guess=0))

    assert is_nowhere_lower(hard, easy)
    assert hard.chance_of(3) > easy.chance_of(3)


def test_a_check_is_met_half_the_time_half_a_level_below_its_own(parameters):
    """Without guessing and slips: the curve passes .5 where level 3 begins, at 2.5."""
    begins = int(np.argmin(np.abs(GRID - 2.5)))
    slip = parameters.check.slip

    assert chance_right(parameters, 3, 0.0)[begins] == pytest.approx((1 - slip) / 2)


def test_who_knows_nothing_is_right_as_often_as_a_guess(parameters):
    assert chance_right(parameters, 5, 0.25)[0] == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize("claim", range(6))
def test_without_a_check_a_claim_is_never_raised(parameters, claim):
    assert supported_level(estimate_level(parameters, claim), claim, []) <= claim


def test_with_checks_the_estimate_counts_above_the_claim_too(parameters):
    right = given_right("++++++", 4)

    assert supported_level(estimate_level(parameters, 1, answers=right), 1, right) > 1


@given(LEVELS_OR_NONE, answers(), st.integers(1, 5), st.sampled_from([0, 0.25, 0.5]))
def test_an_answer_never_tells_less_than_nothing(parameters, claim, told, level, guess):
    posterior = estimate_level(parameters, claim, answers=told).posterior

    assert -1e-9 <= information(parameters, posterior, level, guess) <= 1


def test_an_answer_that_is_certain_tells_nothing(parameters):
    """Who surely is at one point of the scale cannot be told apart by any answer."""
    sure = np.zeros_like(GRID)
    sure[100] = 1.0

    assert information(parameters, sure, 3, 0.25) == pytest.approx(0, abs=1e-9)


def test_a_check_that_can_be_guessed_tells_less(parameters):
    posterior = prior(parameters)

    assert information(parameters, posterior, 2, 0.5) < information(
        parameters, posterior, 2, 0.0
    )


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [(0.8, "met"), (0.79, "cannot_tell"), (0.21, "cannot_tell"), (0.2, "not_met")],
)
def test_four_chances_in_five_are_met_and_one_in_five_is_not(
    parameters, chance, verdict
):
    assert judge(parameters, chance) == verdict


def simulated(parameters, bias, people, chance):
    """Yield (true level, claim, answers to five checks about it) as people are."""
    believed, claims = parameters.prior, parameters.claim
    noise = believed.spread * np.sqrt(1 - claims.validity**2)
    for truth in chance.normal(believed.mean, believed.spread, people):
        view = believed.mean + claims.bias + bias
        view += claims.validity * (truth - believed.mean) + noise * chance.normal()
        claim = int(np.clip(np.floor(view + 0.5), 0, 5))
        levels = np.clip(claim + chance.integers(-1, 2, 5), 1, 5)
        curves = [chance_right(parameters, int(level), 0.25) for level in levels]
        right = [chance.random() < np.interp(truth, GRID, curve) for curve in curves]
        told = [ItemAnswer(int(lv), 0.25, bool(r)) for lv, r in zip(levels, right)]
        yield truth, claim, told


@pytest.mark.parametrize("bias", [-0.5, 0.0, 0.5])
def test_the_interval_holds_the_true_level_as_often_as_it_says(parameters, bias):
    """Even when people lean half a level more or less than is assumed."""
    chance, held = np.random.default_rng(20261125), []
    for truth, claim, told in simulated(parameters, bias, 1500, chance):
        found = estimate_level(parameters, claim, answers=told)
        low, high = np.interp([0.05, 0.95], np.cumsum(found.posterior), GRID)
        held.append(low <= truth <= high)

    assert 0.87 <= np.mean(held) <= 0.93
