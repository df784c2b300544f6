"""People with known levels against the real checks: how far claim and estimate err."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from skillgap.domain.estimate import GRID, ItemAnswer, chance_right, estimate_level
from skillgap.domain.framework import Framework, Profile
from skillgap.domain.person.reality import ROUND, chance_to_guess, choose_check

SHARED = 0.6  # an assumption, not measured: people differ more than their skills do


@dataclass(frozen=True)
class SimulatedPerson:
    """True continuous levels and the levels claimed, by skill."""

    truth: dict[str, float]
    claims: dict[str, int]


def simulate_person(
    framework: Framework, bias: float, chance: np.random.Generator
) -> SimulatedPerson:
    """Return a person drawn from the prior who claims as the parameters assume.

    Skills of one person go together: a shared part makes 60 % of the spread's
    variance. ``bias`` is added to what ``estimate.yaml`` assumes, in levels.
    """
    prior, claim = framework.estimate.prior, framework.estimate.claim
    shared = chance.normal() * np.sqrt(SHARED)
    truth, claims = {}, {}
    for skill in framework.skills:
        own = chance.normal() * np.sqrt(1 - SHARED)
        level = prior.mean + prior.spread * (shared + own)
        noise = chance.normal() * prior.spread * np.sqrt(1 - claim.validity**2)
        view = prior.mean + claim.bias + bias + claim.validity * (level - prior.mean)
        truth[skill] = float(level)
        claims[skill] = int(np.clip(np.floor(view + noise + 0.5), 0, 5))
    return SimulatedPerson(truth, claims)


def take_round(
    framework: Framework,
    profile: Profile,
    person: SimulatedPerson,
    chance: np.random.Generator,
    count: int = ROUND,
) -> dict[str, list[ItemAnswer]]:
    """Return the answers of one round of checks, chosen as the product chooses."""
    levels = pd.DataFrame(
        {
            "skill": list(person.claims),
            "level": [float(level) for level in person.claims.values()],
            "evidence": "",
        }
    )
    answers: dict[str, list[ItemAnswer]] = {}
    shown: list[str] = []
    for _ in range(count):
        key = choose_check(framework, profile, levels, shown, answers)
        if key is None:
            break
        check = framework.checks[key]
        guess = chance_to_guess(check)
        curve = chance_right(framework.estimate, check.level, guess)
        knows = np.interp(person.truth[check.skill], GRID, curve)
        answer = ItemAnswer(check.level, guess, bool(chance.random() < knows))
        answers.setdefault(check.skill, []).append(answer)
        shown.append(key)
    return answers


def simulate_people(
    framework: Framework,
    profile: Profile,
    people: int,
    biases: Sequence[float],
    chance: np.random.Generator,
) -> pd.DataFrame:
    """Return one row for each checked skill of each simulated person.

    Returns:
        Columns ``bias`` (beyond the assumed one), ``truth`` (continuous, within 0 to
        5), ``claim``, ``level`` (estimate), ``low``, ``high``, ``covered`` (the 90 %
        interval holds the true level), ``answers``.

    """
    rows = []
    for number in range(people):
        bias = biases[number % len(biases)]
        person = simulate_person(framework, bias, chance)
        answers = take_round(framework, profile, person, chance)
        rows += [
            {"bias": bias, **_outcome(framework, person, skill, given)}
            for skill, given in answers.items()
        ]
    return pd.DataFrame(rows)


def _outcome(
    framework: Framework,
    person: SimulatedPerson,
    skill: str,
    given: Sequence[ItemAnswer],
) -> dict[str, float]:
    claim, truth = person.claims[skill], person.truth[skill]
    found = estimate_level(framework.estimate, claim, False, given)
    tail = (1 - framework.estimate.decide.interval) / 2
    low, high = np.interp([tail, 1 - tail], np.cumsum(found.posterior), GRID)
    return {
        "truth": float(np.clip(truth, 0, 5)),
        "claim": claim,
        "level": found.level,
        "low": found.low,
        "high": found.high,
        "covered": bool(low <= truth <= high),
        "answers": len(given),
    }


def summarise_simulation(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the errors of claim and estimate for each bias.

    Returns:
        Columns ``bias``, ``skills`` (rows), ``claim_error`` and ``estimate_error``
        (mean absolute distance from the true level, in levels), ``claim_lean`` and
        ``estimate_lean`` (mean signed distance), ``coverage`` (share of 90 %
        intervals that hold the true level).

    """
    table = rows.assign(
        claim_lean=rows["claim"] - rows["truth"],
        estimate_lean=rows["level"] - rows["truth"],
    )
    table["claim_error"] = table["claim_lean"].abs()
    table["estimate_error"] = table["estimate_lean"].abs()
    names = ["claim_error", "estimate_error", "claim_lean", "estimate_lean"]
    found = table.groupby("bias")[names].mean()
    found["coverage"] = table.groupby("bias")["covered"].mean()
    found.insert(0, "skills", table.groupby("bias").size())
    return found.reset_index()
