"""The reality check: what to ask next, whether an answer is right, what it supports."""

import re
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from skillgap.domain.estimate import (
    Estimate,
    ItemAnswer,
    estimate_level,
    information,
    supported_level,
)
from skillgap.domain.framework import Framework, Profile
from skillgap.domain.learning import Check, Number
from skillgap.domain.parameters import EstimateParameters

ROUND = 12  # checks; chosen, not measured
SKILLS_A_ROUND = 6  # two checks each, as many as a checked level takes
ENOUGH_ANSWERS = 2  # chosen, not measured: one right answer can be a guess
LIKELIER = 0.5  # by definition: likelier held than not


def chance_to_guess(check: Check) -> float:
    """Return the chance to be right without knowing: none for a number."""
    return 1 / len(check.options) if check.options else 0.0


def read_answers(
    framework: Framework, answered: pd.DataFrame
) -> dict[str, list[ItemAnswer]]:
    """Return the answered checks of each skill; checks no longer there are left out.

    Args:
        answered: columns ``check`` and ``right`` (1, 0, or None if not answered).

    """
    found: dict[str, list[ItemAnswer]] = {}
    for row in answered.dropna(subset=["right"]).itertuples():
        check = framework.checks.get(str(row.check))
        if check:
            answer = ItemAnswer(check.level, chance_to_guess(check), bool(row.right))
            found.setdefault(check.skill, []).append(answer)
    return found


def estimate_levels(
    framework: Framework,
    levels: pd.DataFrame,
    answers: Mapping[str, Sequence[ItemAnswer]],
) -> dict[str, Estimate]:
    """Return the estimate of every rated skill.

    Args:
        levels: from ``levels_on``; skills without a level get no estimate.

    """
    rated = levels[levels["level"].notna()]
    return {
        str(row.skill): estimate_level(
            framework.estimate,
            int(row.level),
            bool(row.evidence),
            answers.get(str(row.skill), ()),
        )
        for row in rated.itertuples()
    }


def supported_levels(
    levels: pd.DataFrame,
    estimates: Mapping[str, Estimate],
    answers: Mapping[str, Sequence[ItemAnswer]],
) -> pd.DataFrame:
    """Return the levels with every claim replaced by what is supported.

    Same columns as ``levels``; what is unknown stays unknown.
    """
    supported = {
        row.skill: supported_level(
            estimates[row.skill], int(row.level), answers.get(row.skill, ())
        )
        for row in levels[levels["level"].notna()].itertuples()
    }
    counted = levels["skill"].map(supported).astype(float)
    return levels.assign(level=counted.where(levels["level"].notna()))


def decide_basis(
    parameters: EstimateParameters,
    level: int | None,
    evidence: str,
    answers: Sequence[ItemAnswer],
) -> str:
    """Return what a level rests on.

    It is ``checked`` when at least two answers stand behind it and the level is
    likelier held than not; otherwise ``evidenced`` or ``claimed``. A level that is not
    known (None) rests on nothing and counts as ``claimed``.
    """
    if level is None:
        return "claimed"
    if len(answers) >= ENOUGH_ANSWERS:
        found = estimate_level(parameters, level, bool(evidence), answers)
        if found.chance_of(level) >= LIKELIER:
            return "checked"
    return "evidenced" if evidence else "claimed"


def choose_check(
    framework: Framework,
    profile: Profile,
    levels: pd.DataFrame,
    shown: Iterable[str],
    answers: Mapping[str, Sequence[ItemAnswer]],
    skill: str | None = None,
) -> str | None:
    """Return the check that tells most about the skills that matter, None if none is.

    With ``skill`` it is one of that skill, which needs a claim, whatever it weighs.

    The skills are the heaviest of the profile with a claim. Their checks lie at the
    claim or one level beside it; among those not shown yet, the one with the most
    expected information times the skill's weight is next. Skills begun come first;
    when these have no check left, the next heaviest follow.
    """
    rated = levels[levels["level"].notna()]
    claims = {s: int(level) for s, level in zip(rated["skill"], rated["level"])}
    open_checks = _open_checks(framework, claims, set(shown))
    weights = {key: target.weight for key, target in profile.targets.items()}
    order = sorted(
        (key for key in weights if key in claims),
        key=lambda key: (key not in answers, -weights[key]),
    )
    if skill:
        order, weights = [skill], {skill: 1}
    now = SKILLS_A_ROUND * (1 + sum(map(len, answers.values())) // ROUND)
    chosen = [key for key in order[:now] if key in open_checks]
    later = [key for key in order[now:] if key in open_checks]
    chosen = chosen or later[:SKILLS_A_ROUND]
    asked = rated[rated["skill"].isin(chosen)]
    estimates = estimate_levels(framework, asked, answers)

    def worth(key: str) -> float:
        check = framework.checks[key]
        posterior = estimates[check.skill].posterior
        guess = chance_to_guess(check)
        told = information(framework.estimate, posterior, check.level, guess)
        return weights[check.skill] * told

    keys = [key for each in chosen for key in open_checks[each]]
    return max(keys, key=worth, default=None)


def checkable_skills(
    framework: Framework, levels: pd.DataFrame, shown: Iterable[str]
) -> list[str]:
    """Return the skills with a claim and a check near it that was not shown yet."""
    rated = levels[levels["level"].notna()]
    claims = {s: int(level) for s, level in zip(rated["skill"], rated["level"])}
    found = _open_checks(framework, claims, set(shown))
    return [skill for skill in framework.skills if skill in found]


def _open_checks(
    framework: Framework, claims: Mapping[str, int], shown: set[str]
) -> dict[str, list[str]]:
    """Return the checks not shown yet at and around the claim of each skill."""
    found: dict[str, list[str]] = {}
    for key, check in framework.checks.items():
        if key in shown or check.skill not in claims:
            continue
        if abs(check.level - max(claims[check.skill], 1)) <= 1:
            found.setdefault(check.skill, []).append(key)
    return found


DONT_KNOW = "dont_know"


def grade_choice(check: Check, position: int) -> bool:
    """Say whether the option at a position, counted from 1, is the right one."""
    return position == check.correct


def grade_number(number: Number, text: str) -> bool | None:
    """Say whether a typed number is right, None if it is no number at all.

    Comma and point are both taken as the decimal sign and as the separator of
    thousands, which follow no leading zero; the answer is right if one reading is
    within the tolerance.
    """
    readings = read_number(text)
    if not readings:
        return None
    margin = number.tolerance + 1e-9
    return any(abs(value - number.value) <= margin for value in readings)


def read_number(text: str) -> set[float]:
    """Return every number a typed text may mean; empty if it is none."""
    bare = re.sub(r"[\s\u00a0_%]", "", text)
    if not re.fullmatch(r"[+-]?[0-9][0-9.,]*", bare):
        return set()
    readings = set()
    for decimal, thousands in ((".", ","), (",", ".")):
        whole, _, rest = bare.partition(decimal)
        grouped = re.fullmatch(
            rf"[+-]?[0-9]+|[+-]?[1-9][0-9]{{0,2}}({re.escape(thousands)}[0-9]{{3}})+",
            whole,
        )
        if grouped and re.fullmatch(r"[0-9]*", rest):
            readings.add(float(whole.replace(thousands, "") + "." + (rest or "0")))
    return readings
