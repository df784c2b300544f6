"""Gap and fit on plain numbers, against the same worked out as tables."""

from dataclasses import astuple

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.fit import Demand, find_gaps, measure_fits, set_demand
from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.gaps import (
    measure_fit,
    measure_gaps,
    measure_profiles,
    set_targets,
)
from tests.fit_reference import slow_fit, slow_fits, slow_gaps, slow_targets
from tests.frameworks import profile
from tests.gaps import adjustment

SKILLS = ["a.git", "a.sql", "b.nlp", "b.cv"]
TARGETS = """
    skill  target  weight
    b.nlp  4       5
    a.git  1       1
    a.sql  5       3
"""
changes = st.dictionaries(st.sampled_from(SKILLS), st.integers(-3, 3))


def random_levels(framework: Framework, chance: np.random.Generator) -> pd.DataFrame:
    """Return any levels of a person who left out few skills, many, or all."""
    skills = list(framework.skills)
    known = chance.random(len(skills)) < chance.choice([0.0, 0.1, 0.5, 0.9, 1.0])
    level = np.where(known, chance.integers(0, 6, len(skills)), np.nan)
    answer = np.where(known, "rated", chance.choice(["unsure", "unrated"], len(skills)))
    table = pd.DataFrame({"skill": skills, "level": level, "answer": answer})
    return table.assign(basis="claimed", rated_on="2026-11-25", evidence="")


def random_adjustments(
    framework: Framework, chance: np.random.Generator
) -> list[Adjustment]:
    """Return a context or none, and up to three trends in any order."""
    context = chance.permutation(list(framework.contexts))[: chance.integers(0, 2)]
    trends = chance.permutation(list(framework.trends))[: chance.integers(0, 4)]
    return [
        *(framework.contexts[key] for key in context),
        *(framework.trends[key] for key in trends),
    ]


def test_a_person_has_the_gaps_and_fits_of_the_tables_with_every_profile(
    framework: Framework,
) -> None:
    chance = np.random.default_rng(10)
    for _person in range(10):
        levels = random_levels(framework, chance)
        adjustments = random_adjustments(framework, chance)
        fits = measure_profiles(framework.profiles, levels, adjustments)
        for key, asked in framework.profiles.items():
            targets = slow_targets(asked, adjustments)
            gaps = slow_gaps(targets, levels)
            pd.testing.assert_frame_equal(set_targets(asked, adjustments), targets)
            pd.testing.assert_frame_equal(
                measure_gaps(targets, levels), gaps, check_exact=True
            )
            slow = astuple(slow_fit(gaps))
            np.testing.assert_equal(astuple(fits[key]), slow)
            np.testing.assert_equal(astuple(measure_fit(gaps)), slow)


def test_a_thousand_people_have_the_fits_of_the_tables_with_every_profile(
    framework: Framework,
) -> None:
    chance, skills = np.random.default_rng(1000), list(framework.skills)
    people = [random_levels(framework, chance) for _person in range(1000)]
    matrix = np.array([each["level"] for each in people])
    table = pd.concat(people, keys=range(1000), names=["person"]).reset_index("person")
    for asked in framework.profiles.values():
        adjustments = random_adjustments(framework, chance)

        fits = measure_fits(matrix, {"p": set_demand(asked, skills, adjustments)})

        slow = slow_fits(slow_targets(asked, adjustments), table)
        np.testing.assert_array_equal(fits.fit[:, 0], slow["fit"])
        assert fits.rated[:, 0].tolist() == slow["rated"].tolist()


def test_a_team_and_each_of_its_people_have_the_same_fits(framework: Framework) -> None:
    """In a team, unknown is -1 among whole numbers; for a person it is NaN."""
    chance = np.random.default_rng(7)
    people = [random_levels(framework, chance) for _person in range(50)]
    matrix = np.array([each["level"] for each in people])
    whole = np.where(np.isnan(matrix), -1, matrix).astype(np.int8)
    skills = list(framework.skills)
    demands = {k: set_demand(p, skills) for k, p in framework.profiles.items()}

    team = measure_fits(whole, demands)

    for place, levels in enumerate(people):
        person = measure_profiles(framework.profiles, levels)
        for key, fit in team.of(place).items():
            np.testing.assert_equal(astuple(fit), astuple(person[key]))


def test_many_people_are_measured_like_few() -> None:
    """More than are summed at a time."""
    levels = np.tile(np.array([[0, 3], [5, -1]], np.int8), (5000, 1))
    demand = Demand(np.array([2, 4]), np.array([1, 5]))

    fits = measure_fits(levels, {"p": demand})

    assert fits.met[:, 0].tolist() == [15, 2] * 5000
    assert fits.demand[:, 0].tolist() == [22, 2] * 5000
    assert fits.rated[:, 0].tolist() == [2, 1] * 5000


def test_nobody_and_no_profile_are_no_error() -> None:
    nobody = measure_fits(np.empty((0, 2), np.int8), {})

    assert nobody.fit.shape == (0, 0)


def test_an_unknown_level_has_no_gap() -> None:
    demand = Demand(np.array([3, 2, 4]), np.array([1, 1, 1]))

    gaps = find_gaps(np.array([1.0, 5.0, np.nan]), demand)

    np.testing.assert_array_equal(gaps, [2, 0, np.nan])


@given(st.lists(st.tuples(changes, changes), max_size=3))
def test_an_adjusted_demand_is_that_of_the_tables(pairs) -> None:
    adjustments = [adjustment(levels, weights) for levels, weights in pairs]
    table = slow_targets(profile(TARGETS), adjustments).set_index("skill")

    demand = set_demand(profile(TARGETS), SKILLS, adjustments)

    asked = table.reindex(SKILLS).fillna(0)
    assert demand.aims.tolist() == asked["target"].tolist()
    assert demand.weights.tolist() == asked["weight"].tolist()


def test_a_skill_nobody_asks_has_a_goal_out_of_reach() -> None:
    asked = set_demand(profile(TARGETS), SKILLS)

    assert asked.goals.tolist() == [1, 5, 4, 6]
    assert asked.weights.tolist() == [1, 3, 5, 0]
