"""Candidates beside each other against what a role asks; never in an order of merit.

What a candidate did not rate is unknown: no estimate, no gap, no chance, and whether
the target is met cannot be told. Nor can it where the level is only claimed and reaches
the target: a claim never counts as met, and is no proof of the contrary. Levels and
fit are those of their own ratings, as everywhere; estimates say how far these can be
believed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from skillgap.domain.estimate import (
    GRID,
    Estimate,
    ItemAnswer,
    estimate_level,
    judge,
)
from skillgap.domain.framework import Framework
from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.domain.parameters import EstimateParameters, PairParameters
from skillgap.domain.person.reality import ENOUGH_ANSWERS
from skillgap.domain.ratings import levels_on
from skillgap.hiring.candidates import Candidate
from skillgap.hiring.needs import NeedsVersion, RoleNeeds, list_versions

SUPPORTED = ("evidenced", "checked")
GUESS = 0.25  # as in every check that has options: there are four

Estimates = Mapping[tuple[str, str], Estimate]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Candidates against one version of the needs; rows in the order of the files.

    ``rows``: one per candidate and skill, skills in the order of the needs. Columns
    ``candidate`` (letter), ``skill``, ``target``, ``weight``, ``must_have``,
    ``level`` (own rating, NaN if unknown), ``answer``, ``basis``, ``rated_on``,
    ``evidence``, ``gap`` (levels, NaN if unknown), ``estimate``, ``low``, ``high``
    (levels, 90 % interval), ``mean`` (of the estimate, for distances), ``chance``
    (that the level is at least the target) - NaN if unknown - and ``state`` (``met``,
    ``not_met``, ``cannot_tell``).

    ``totals``: one per candidate. Columns ``candidate``, ``person_id``, ``source``,
    ``fit`` (0 to 1, NaN if nothing is rated), ``rated``, ``asked``, ``rated_share``.

    ``estimates`` holds the estimate of every rated (letter, skill), ``pair`` says when
    two candidates count as told apart.
    """

    needs: RoleNeeds
    rows: pd.DataFrame
    totals: pd.DataFrame
    estimates: Estimates
    pair: PairParameters

    @property
    def letters(self) -> list[str]:
        """The candidates, in the order of the files."""
        return list(self.totals["candidate"])

    @property
    def must_haves(self) -> pd.DataFrame:
        """The rows of the must-haves, which no total hides."""
        return self.rows[self.rows["must_have"]].reset_index(drop=True)


def compare_candidates(
    framework: Framework, needs: RoleNeeds, candidates: Sequence[Candidate]
) -> Comparison:
    """Return candidates beside each other, in the order they were given."""
    targets = set_targets(needs)
    tables, totals, estimates = [], [], {}
    for candidate in candidates:
        levels = levels_on(candidate.ratings, list(framework.skills))
        gaps = measure_gaps(targets, levels)
        found = _estimate_rated(framework.estimate, gaps)
        tables.append(_describe(framework.estimate, candidate, needs, gaps, found))
        totals.append(_sum_up(candidate, gaps))
        estimates.update({(candidate.letter, s): e for s, e in found.items()})
    return Comparison(
        needs,
        pd.concat(tables, ignore_index=True),
        pd.DataFrame(totals),
        estimates,
        framework.estimate.pair,
    )


def compare_versions(
    framework: Framework, needs: RoleNeeds, candidates: Sequence[Candidate]
) -> list[tuple[NeedsVersion, Comparison]]:
    """Return the comparison under every version of the needs, the first one first.

    Needs that were changed after they were fixed show both results.
    """
    return [
        (version, compare_candidates(framework, version.needs, candidates))
        for version in list_versions(needs)
    ]


def _sum_up(candidate: Candidate, gaps: pd.DataFrame) -> dict[str, object]:
    fit = measure_fit(gaps)
    return {
        "candidate": candidate.letter,
        "person_id": candidate.person_id,
        "source": candidate.source,
        "fit": fit.fit,
        "rated": fit.rated,
        "asked": fit.asked,
        "rated_share": fit.rated_share,
    }


def _estimate_rated(
    parameters: EstimateParameters, gaps: pd.DataFrame
) -> dict[str, Estimate]:
    """Return the estimate of every rated skill.

    An export says that a level is checked, not by which answers: it counts as the
    fewest that earn this basis, two right ones at that level.
    """
    rated = gaps[gaps["level"].notna()]
    found = {}
    for skill, level, basis in zip(rated["skill"], rated["level"], rated["basis"]):
        right = ItemAnswer(int(level), GUESS, True)
        answers = [right] * ENOUGH_ANSWERS if basis == "checked" else []
        found[str(skill)] = estimate_level(
            parameters, int(level), basis in SUPPORTED, answers
        )
    return found


def _describe(
    parameters: EstimateParameters,
    candidate: Candidate,
    needs: RoleNeeds,
    gaps: pd.DataFrame,
    estimates: Mapping[str, Estimate],
) -> pd.DataFrame:
    """Return one candidate's rows, as in ``Comparison.rows``."""
    table = gaps.set_index("skill").loc[list(needs.targets)].reset_index()
    figures = [
        _figures(parameters, estimates.get(str(skill)), int(target))
        for skill, target in zip(table["skill"], table["target"])
    ]
    columns = ["estimate", "low", "high", "mean", "chance", "state"]
    own = ["skill", "target", "weight", "level", "answer", "basis", "rated_on"]
    described = pd.concat(
        [table[[*own, "evidence", "gap"]], pd.DataFrame(figures, columns=columns)],
        axis=1,
    )
    described.insert(0, "candidate", candidate.letter)
    described.insert(4, "must_have", described["skill"].isin(needs.must_have))
    texts = {name: described[name].fillna("") for name in ("basis", "rated_on")}
    described.loc[_reached_by_claim(described), "state"] = "cannot_tell"
    return described.assign(**texts, evidence=described["evidence"].fillna(""))


def _reached_by_claim(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Say which targets are reached by a bare claim alone: nobody can tell of them."""
    reached = rows["level"] >= rows["target"]
    return reached & ~rows["basis"].isin(SUPPORTED)


def _figures(
    parameters: EstimateParameters, estimate: Estimate | None, target: int
) -> tuple[float, float, float, float, float, str]:
    if estimate is None:
        return (np.nan,) * 5 + ("cannot_tell",)
    chance = estimate.chance_of(target)
    mean = float((GRID * estimate.posterior).sum())
    bounds = (float(estimate.level), float(estimate.low), float(estimate.high))
    return (*bounds, mean, chance, judge(parameters, chance))
