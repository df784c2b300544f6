"""What a team's levels add up to, against the same worked out in plain loops."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given

from skillgap.domain.fit import measure_fits
from skillgap.domain.team.figures import measure_skills
from skillgap.domain.team.fits import (
    measure_team_gaps,
    summarise_team_areas,
)
from skillgap.domain.team.mentors import list_mentors
from skillgap.domain.team.order_statistics import QUARTILES
from skillgap.domain.team.state import rows_behind
from tests.team_reference import area_levels, figures, fit_of, mentors_of, quantile
from tests.teams import TODAY, demand, random_demands, random_teams, team

TEAM = """
    person  git  sql  nlp
    ani     4    .    1
    budi    2    5    3
    citra   0    ?    .
"""
ASKED = "3:5 3:2 4:1"


def measure(text=TEAM, asked=ASKED, **more) -> pd.DataFrame:
    found = measure_skills(team(text, **more), demand(asked), TODAY)
    return found.set_index("skill")


@given(state=random_teams(), asked=random_demands())
def test_figures_are_those_of_a_plain_loop_bit_by_bit(state, asked):
    found = measure_skills(state, asked, TODAY, 300)

    plain = pd.DataFrame(figures(state, asked, TODAY, 300))
    assert list(found.columns) == list(plain.columns)
    pd.testing.assert_frame_equal(
        found, plain, check_dtype=False, check_exact=True, obj="skills"
    )


@given(state=random_teams(), asked=random_demands(), other=random_demands())
def test_fits_and_gaps_are_those_of_a_plain_loop_bit_by_bit(state, asked, other):
    fits = measure_fits(state.levels, {"p": asked, "q": other})
    gaps = measure_team_gaps(state, asked)

    for person in range(len(state.people)):
        for place, wanted in enumerate((asked, other)):
            fit, rated, priority = fit_of(state, wanted, person)
            np.testing.assert_array_equal(fits.fit[person, place], fit)
            assert fits.rated[person, place] == rated
            assert fits.priority[person, place] == priority
        for skill, level in enumerate(state.levels[person].tolist()):
            target = asked.aims[skill] if asked.weights[skill] else 0
            assert gaps[person, skill] == (max(0, target - level) if level >= 0 else -1)


@given(state=random_teams(), asked=random_demands())
def test_areas_are_those_of_a_plain_loop_bit_by_bit(state, asked):
    area_of = {"s0": "a", "s1": "b", "s2": "a", "s3": "b"}

    found = summarise_team_areas(state, asked, area_of).set_index("area")

    for area, places in (("a", [0, 2]), ("b", [1, 3])):
        levels, target = area_levels(state, asked, places)
        row = found.loc[area]
        for name, share in QUARTILES:
            np.testing.assert_array_equal(row[name], quantile(levels, share))
        np.testing.assert_array_equal(row["target"], target)
        assert row["people"] == len(levels)


@given(state=random_teams(), asked=random_demands())
def test_mentors_are_those_of_a_plain_loop(state, asked):
    found = list_mentors(state, asked.goals)
    first = list_mentors(state, asked.goals, most=2)

    for place, skill in enumerate(state.skills):
        assert found[skill] == mentors_of(state, asked, place)
        assert first[skill] == found[skill][:2]


def test_an_unrated_skill_is_unknown_and_not_zero():
    found = measure()

    assert found.loc["sql", ["rated", "unsure", "unrated"]].tolist() == [1, 1, 1]
    assert found.loc["sql", "median"] == 5
    assert found.loc["sql", "coverage"] == 1


def test_a_skill_that_one_person_only_has_at_target_names_the_person():
    found = measure()

    assert found.loc["git", "single_holder"] == "ani"
    assert found.loc["sql", "single_holder"] == "budi"
    assert found.loc["nlp", "single_holder"] == ""
    assert found["nobody"].tolist() == [False, False, True]


def test_a_skill_of_which_nobody_has_a_level_is_unknown_and_not_missing():
    found = measure("""
        person  git  sql  nlp
        ani     4    .    1
        budi    2    ?    3
    """)

    assert found["nobody"].tolist() == [False, False, True]
    assert found["unknown"].tolist() == [False, True, False]


def test_a_skill_the_profile_does_not_ask_has_no_holder_and_no_learner():
    found = measure(asked="3:5 . 4:1").loc["sql"]

    assert np.isnan(found["target"])
    assert found[["at_target", "below", "mentors"]].tolist() == [0, 0, 0]
    assert not found["nobody"]


def test_a_rating_is_stale_the_day_after_a_year():
    days = """
        person  git         sql         nlp
        ani     2025-11-25  .           2025-11-24
        budi    2026-01-01  2020-02-29  2026-11-25
        citra   2026-11-25  2020-01-01  .
    """
    found = measure(days=days)

    assert found["stale"].tolist() == [0, 1, 1]
    assert found["oldest"].tolist() == ["2025-11-25", "2020-02-29", "2025-11-24"]


def test_a_rating_dated_after_today_is_counted_as_such():
    days = """
        person  git         sql         nlp
        ani     2026-11-26  .           2025-11-24
        budi    2062-01-01  2020-02-29  2026-11-25
        citra   2026-11-25  2020-01-01  .
    """
    found = measure(days=days)

    assert found["ahead"].tolist() == [2, 0, 0]


def test_the_rows_behind_a_figure_name_everybody():
    rows = rows_behind(team(TEAM), ["sql"])

    assert rows["answer"].tolist() == ["unrated", "rated", "unsure"]
    assert rows["rated_on"].tolist() == ["", TODAY.isoformat(), TODAY.isoformat()]
    assert rows["basis"].tolist() == ["", "claimed", ""]
    assert date.fromisoformat(rows["rated_on"][1]) == TODAY
