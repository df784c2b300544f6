"""What level a person has, as far as claim, evidence and checks can tell.

The level is a continuous number; 2.5 up to 3.5 counts as 3. A posterior is a vector
of probabilities over ``GRID`` that adds up to 1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr

from skillgap.domain.parameters import EstimateParameters
from skillgap.domain.scale import LEVELS

Posterior = NDArray[np.float64]

GRID: NDArray[np.float64] = np.linspace(-1.5, 6.5, 161)
"""A level beyond either end of the scale, .05 apart; chosen, not measured."""


@dataclass(frozen=True)
class ItemAnswer:
    """One answered check: its level, the chance to guess it, and whether it was right.

    "I don't know" is not right; it counts exactly like a wrong answer.
    """

    level: int
    guess: float
    right: bool


@dataclass(frozen=True)
class Estimate:
    """A posterior in figures: the most credible level and an interval of levels.

    ``low`` and ``high`` hold the level with the probability of the interval (90 %).
    """

    level: int
    low: int
    high: int
    posterior: Posterior

    def chance_of(self, level: int) -> float:
        """Return the probability that the level is at least ``level``."""
        return chance_at_least(self.posterior, level)


def estimate_level(
    parameters: EstimateParameters,
    claim: int | None = None,
    evidenced: bool = False,
    answers: Iterable[ItemAnswer] = (),
) -> Estimate:
    """Return what can be said about a level from all that is known of it.

    Args:
        claim: the self-rating, None if there is none.
        evidenced: whether the claim comes with a described artefact.
        answers: every answered check of the skill.

    Source: graded response and three-parameter logistic models of item response
    theory; the numbers and their sources stand in ``competencies/estimate.yaml``.

    """
    weights = prior(parameters)
    if claim is not None:
        weights = weights * _claim_likelihood(parameters, claim)
        if evidenced:
            weights = weights * _evidence_likelihood(parameters, claim)
    for answer in answers:
        right = chance_right(parameters, answer.level, answer.guess)
        weights = weights * (right if answer.right else 1 - right)
    return summarise(parameters, weights / weights.sum())


def prior(parameters: EstimateParameters) -> Posterior:
    """Return the probabilities before anything is known about a person."""
    distance = (GRID - parameters.prior.mean) / parameters.prior.spread
    weights: Posterior = np.exp(-0.5 * distance**2)
    weights /= weights.sum()
    return weights


def _claim_likelihood(parameters: EstimateParameters, claim: int) -> Posterior:
    """Return how likely a claim is at each level: a cut of a noisy, biased view."""
    mean, spread = parameters.prior.mean, parameters.prior.spread
    validity, bias = parameters.claim.validity, parameters.claim.bias
    view = mean + bias + validity * (GRID - mean)
    noise = spread * np.sqrt(1 - validity**2)
    above = np.inf if claim == LEVELS[-1] else claim + 0.5
    below = -np.inf if claim == 0 else claim - 0.5
    likelihood: Posterior = ndtr((above - view) / noise) - ndtr((below - view) / noise)
    return likelihood


def _evidence_likelihood(parameters: EstimateParameters, claim: int) -> Posterior:
    floor, slope = parameters.evidence.floor, parameters.evidence.slope
    likelihood: Posterior = floor + (1 - floor) * expit(slope * (GRID - claim + 0.5))
    return likelihood


def chance_right(parameters: EstimateParameters, level: int, guess: float) -> Posterior:
    """Return the chance to answer a check right at each level of the grid."""
    check = parameters.check
    knows = expit(check.slope * (GRID - (level - check.offset)))
    chance: Posterior = guess + (1 - check.slip - guess) * knows
    return chance


def summarise(parameters: EstimateParameters, posterior: Posterior) -> Estimate:
    """Return the most credible level and the interval of a posterior."""
    chances = level_chances(posterior)
    tail = (1 - parameters.decide.interval) / 2
    cumulated = np.cumsum(posterior)
    low, high = (
        GRID[min(int(np.searchsorted(cumulated, share)), len(GRID) - 1)]
        for share in (tail, 1 - tail)
    )
    return Estimate(int(np.argmax(chances)), _level(low), _level(high), posterior)


def _level(value: float) -> int:
    return int(np.clip(np.floor(value + 0.5), 0, LEVELS[-1]))


def level_chances(posterior: Posterior) -> NDArray[np.float64]:
    """Return the probability of each level 0 to 5."""
    bins = np.clip(np.floor(GRID + 0.5), 0, LEVELS[-1]).astype(int)
    chances: Posterior = np.zeros(len(LEVELS))
    np.add.at(chances, bins, posterior)
    return chances


def chance_at_least(posterior: Posterior, level: int) -> float:
    """Return the probability that the level is at least ``level``."""
    return float(level_chances(posterior)[level:].sum())


def chance_above(first: Posterior, second: Posterior) -> float:
    """Return the probability that the first person's level exceeds the second's.

    Ties of the grid count half, so the two directions add up to 1.
    """
    below = np.cumsum(second) - second
    return float((first * (below + second / 2)).sum())


def information(
    parameters: EstimateParameters, posterior: Posterior, level: int, guess: float
) -> float:
    """Return how much an answer is expected to tell about the level, in bits.

    Source: mutual information of answer and level, Lindley (1956), Annals of
    Mathematical Statistics 27(4), 986-1005.
    """
    right = chance_right(parameters, level, guess)
    mixed = _entropy(np.array([(posterior * right).sum()]))
    return float(mixed[0] - (posterior * _entropy(right)).sum())


def _entropy(chance: Posterior) -> Posterior:
    share = np.clip(chance, 1e-12, 1 - 1e-12)
    bits: Posterior = share * np.log2(share) + (1 - share) * np.log2(1 - share)
    return -bits


def judge(parameters: EstimateParameters, chance: float) -> str:
    """Return ``met``, ``not_met`` or ``cannot_tell`` for a chance to be at a level."""
    if chance >= parameters.decide.met:
        return "met"
    return "not_met" if chance <= parameters.decide.not_met else "cannot_tell"


def supported_level(
    estimate: Estimate, claim: int, answers: Sequence[ItemAnswer]
) -> int:
    """Return the level that counts when only what is supported counts.

    Without an answered check a claim can be lowered by the estimate, never raised.
    """
    return estimate.level if answers else min(estimate.level, claim)
