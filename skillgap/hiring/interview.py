"""What a panel should still ask: what matters and rests on a claim alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.scale import Text
from skillgap.hiring.comparison import SUPPORTED, Comparison
from skillgap.hiring.distinction import rank_differences

LARGE = 2  # levels; chosen, not measured: a claim errs by about one (estimate.yaml)
MOST_DIFFERENCES = 5  # chosen, not measured: what one interview has time for


@dataclass(frozen=True)
class InterviewQuestion:
    """Something to ask a candidate (a letter) about a skill.

    ``anchor`` is the act that earns the target level. ``check`` is the id of a check
    item on the skill, None if it has none; ``check_level`` is its level, which is the
    target's where there is one. ``claim`` is None where nothing was rated.
    """

    candidate: str
    skill: str
    reason: Literal["must_have", "difference"]
    target: int
    claim: int | None
    anchor: Text
    check: str | None
    check_level: int | None


def suggest_questions(
    framework: Framework, comparison: Comparison
) -> list[InterviewQuestion]:
    """Return what to ask each candidate, candidates in the order of the files.

    Must-haves are asked where the level is only claimed, unknown, or cannot be told.
    Of the other skills the five in which candidates lie farthest apart are asked, if
    they claim levels at least two apart and the level is only claimed.
    """
    differing = _differing_skills(comparison)
    found = []
    for row in comparison.rows.itertuples():
        claimed = row.basis not in SUPPORTED
        if row.must_have and (claimed or row.state == "cannot_tell"):
            found.append(_question(framework, row, "must_have"))
        elif row.skill in differing and claimed and not pd.isna(row.level):
            found.append(_question(framework, row, "difference"))
    return sorted(
        found,
        key=lambda q: (comparison.letters.index(q.candidate), q.reason != "must_have"),
    )


def _differing_skills(comparison: Comparison) -> set[str]:
    ranked = rank_differences(comparison)
    others = ranked[~ranked["skill"].isin(comparison.needs.must_have)]
    return set(others.loc[others["apart"] >= LARGE, "skill"].head(MOST_DIFFERENCES))


def _question(
    framework: Framework, row: "pd.Series", reason: Literal["must_have", "difference"]
) -> InterviewQuestion:
    target = int(row.target)
    claim = None if pd.isna(row.level) else int(row.level)
    check = nearest_check(framework, row.skill, target)
    level = framework.checks[check].level if check else None
    anchor = read_anchor(framework, row.skill, target)
    return InterviewQuestion(
        row.candidate, row.skill, reason, target, claim, anchor, check, level
    )


def read_anchor(framework: Framework, skill: str, level: int) -> Text:
    """Return the act that earns a level; the scale's own for level 0."""
    anchors = framework.skills[skill].anchors
    for known, text in anchors.items():
        if known == level:
            return text
    return framework.manifest.scale[0].anchor


def nearest_check(framework: Framework, skill: str, level: int) -> str | None:
    """Return the check of a skill nearest to a level, the higher of two as near."""
    found: Iterator[tuple[int, int, str]] = (
        (abs(check.level - level), -check.level, key)
        for key, check in framework.checks.items()
        if check.skill == skill
    )
    return min(found, default=(0, 0, None))[2]
