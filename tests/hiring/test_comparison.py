"""Candidates beside each other against what a role asks."""

import math
from dataclasses import fields

import pandas as pd
import pytest

from skillgap.domain.estimate import estimate_level, judge
from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.domain.ratings import levels_on
from skillgap.hiring.comparison import (
    Comparison,
    compare_candidates,
    compare_versions,
)
from skillgap.hiring.needs import begin_role, change_needs, fix_needs
from tests.needs import compare, people, role

STRONG = """
    skill               level  basis
    programming.git     5      claimed
    programming.python  5      evidenced
    ml.evaluation       4      claimed
"""
PARTLY = "skill level basis\nprogramming.git 0 claimed"


def rows_of(comparison, letter):
    rows = comparison.rows
    return rows[rows["candidate"] == letter].set_index("skill")


def test_a_skill_nobody_rated_has_no_estimate_no_gap_and_no_chance(framework):
    python = rows_of(compare(framework, role(), STRONG, PARTLY), "B").loc[
        "programming.python"
    ]

    assert (
        python[["level", "estimate", "low", "high", "mean", "chance", "gap"]]
        .isna()
        .all()
    )
    assert (python["state"], python["answer"]) == ("cannot_tell", "unrated")


def test_level_zero_is_known_and_not_the_same_as_unknown(framework):
    comparison = compare(framework, role(), PARTLY)

    assert rows_of(comparison, "A").loc["programming.git", "gap"] == 3
    assert set(comparison.estimates) == {("A", "programming.git")}


def test_the_estimate_is_that_of_claim_and_basis(framework):
    rows = rows_of(compare(framework, role(), STRONG), "A")

    for skill, claim, evidenced in (
        ("programming.git", 5, False),
        ("programming.python", 5, True),
    ):
        found = estimate_level(framework.estimate, claim, evidenced)
        row = rows.loc[skill]
        assert (row["estimate"], row["low"], row["high"]) == (
            found.level, found.low, found.high,
        )  # fmt: skip
        assert row["chance"] == pytest.approx(found.chance_of(row["target"]))
        if evidenced:
            assert row["state"] == judge(framework.estimate, row["chance"])


def test_a_checked_level_says_more_than_an_evidenced_one(framework):
    one, two = (
        rows_of(
            compare(framework, role(), f"skill level basis\nml.evaluation 3 {b}"), "A"
        )
        for b in ("evidenced", "checked")
    )

    assert one.loc["ml.evaluation", "chance"] < two.loc["ml.evaluation", "chance"]


def test_must_haves_are_met_not_met_or_cannot_be_told(framework):
    needs = role(
        "skill target weight\nml.evaluation 1 1\nprogramming.git 4 1\n"
        "programming.python 3 1\nml.nlp 1 1",
        "ml.evaluation", "programming.git", "programming.python", "ml.nlp",
    )  # fmt: skip
    given = """
        skill               level  basis
        ml.evaluation       5      evidenced
        programming.git     0      claimed
        programming.python  3      evidenced
    """

    states = compare(framework, needs, given).must_haves.set_index("skill")["state"]

    assert dict(states) == {
        "ml.evaluation": "met",
        "programming.git": "not_met",
        "programming.python": "cannot_tell",
        "ml.nlp": "cannot_tell",
    }


@pytest.mark.parametrize(
    ("level", "target", "basis", "state"),
    [
        (5, 1, "claimed", "cannot_tell"),  # the claim reaches it, however likely
        (4, 4, "claimed", "cannot_tell"),
        (5, 1, "evidenced", "met"),
        (5, 1, "checked", "met"),
        (0, 4, "claimed", "not_met"),  # below the target the chance decides
        (3, 4, "claimed", "not_met"),
    ],
)
@pytest.mark.parametrize("must_have", [("ml.evaluation",), ()])
def test_what_is_only_claimed_is_never_met_whether_a_must_have_or_not(
    framework, level, target, basis, state, must_have
):
    needs = role(f"skill target weight\nml.evaluation {target} 1", *must_have)

    comparison = compare(
        framework, needs, f"skill level basis\nml.evaluation {level} {basis}"
    )

    row = comparison.rows.iloc[0]
    assert row["state"] == state
    assert row["chance"] > 0.8 or state != "met"


def test_fit_and_rated_share_are_those_of_the_gaps_command(framework):
    comparison = compare(framework, role(), STRONG, PARTLY)

    for candidate, total in zip(people(STRONG, PARTLY), comparison.totals.itertuples()):
        levels = levels_on(candidate.ratings, list(framework.skills))
        fit = measure_fit(measure_gaps(set_targets(role()), levels))
        assert (total.fit, total.rated_share) == (fit.fit, fit.rated_share)


def test_candidates_stay_in_the_order_of_their_files_however_they_fit(framework):
    for order in ([STRONG, PARTLY], [PARTLY, STRONG]):
        comparison = compare(framework, role(), *order)
        assert comparison.letters == ["A", "B"]
        assert list(comparison.rows["candidate"].unique()) == ["A", "B"]
        assert list(comparison.totals["person_id"]) == ["p1", "p2"]


def test_no_part_of_a_comparison_is_a_rank(framework):
    comparison = compare(framework, role(), STRONG, PARTLY)

    names = {field.name for field in fields(Comparison)}
    names |= {*comparison.rows.columns, *comparison.totals.columns}
    assert not [n for n in names if "rank" in n or "place" in n or "best" in n]


def test_skills_stand_in_the_order_of_the_needs(framework):
    assert list(rows_of(compare(framework, role(), PARTLY), "A").index) == list(
        role().targets
    )


def test_a_total_that_is_high_hides_no_must_have(framework):
    needs = role(
        "skill target weight\nml.evaluation 1 5\nprogramming.git 4 1", "programming.git"
    )
    comparison = compare(
        framework, needs, "skill level\nml.evaluation 5\nprogramming.git 0"
    )

    assert comparison.totals.loc[0, "fit"] > 0.5
    assert list(comparison.must_haves["state"]) == ["not_met"]


def test_who_rated_nothing_has_no_fit_and_stays_in_the_comparison(framework):
    comparison = compare(framework, role(), STRONG, "skill level\nprogramming.git ?")

    assert math.isnan(comparison.totals.loc[1, "fit"])
    assert comparison.totals.loc[1, "rated_share"] == 0


def test_nine_ratings_of_a_full_profile_leave_the_rest_unknown(framework):
    nine = list(framework.profiles["ai_engineer"].targets)[:9]
    needs = begin_role(framework.profiles["ai_engineer"])
    comparison = compare(
        framework, needs, "skill level\n" + "\n".join(f"{s} 3" for s in nine)
    )

    total = comparison.totals.iloc[0]
    assert (total["rated"], total["asked"]) == (9, len(needs.targets))
    assert comparison.rows["chance"].notna().sum() == 9


def test_eight_candidates_are_compared_at_once(framework):
    tables = [f"skill level\nprogramming.git {n % 6}" for n in range(8)]

    comparison = compare(framework, role(), *tables)

    assert comparison.letters == list("ABCDEFGH")
    assert len(comparison.rows) == 8 * len(role().targets)


def test_changed_needs_show_both_results(framework):
    first = fix_needs(role(), "2026-11-16")
    lower = {"programming.git": first.targets["programming.git"]}
    changed = change_needs(first, lower, [], "2026-11-20", "one skill will do")

    results = compare_versions(framework, changed, people(STRONG, PARTLY))

    assert [version.reason for version, _ in results] == ["", "one skill will do"]
    assert [len(c.needs.targets) for _, c in results] == [3, 1]
    assert [c.totals.loc[1, "rated_share"] for _, c in results] == [1 / 3, 1]


def test_comparing_changes_no_candidate(framework):
    candidates = people(STRONG, PARTLY)
    before = [c.ratings.copy() for c in candidates]

    compare_candidates(framework, role(), candidates)

    for candidate, kept in zip(candidates, before):
        pd.testing.assert_frame_equal(candidate.ratings, kept)
