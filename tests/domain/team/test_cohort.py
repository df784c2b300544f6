"""The sessions that close most, against every other choice there is."""

from collections.abc import Iterable
from itertools import combinations
from math import ceil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.team.cohort import MOST_PEOPLE, choose_sessions
from skillgap.domain.team.state import TeamState, empty_state
from tests.frameworks import small_framework
from tests.teams import demand, people, team

SKILLS = """
    skill  builds_on
    a.git  .
    a.sql  .
    a.nlp  a.git
"""
MODULES = """
    module    lifts              needs    hours
    git-low   a.git:0-2          .        8
    git-high  a.git:2-4          .        20
    sql-low   a.sql:0-2          .        10
    both      a.git:0-2,a.sql:0-2  .      14
    nlp-low   a.nlp:0-3          .        12
    nlp-sql   a.nlp:0-2          a.sql:2  6
"""
FRAMEWORK = small_framework(SKILLS, MODULES)
TEAM = """
    person  a.git  a.sql  a.nlp
    ani     0      0      .
    budi    1      3      0
    citra   3      1      0
    dewi    ?      0      1
"""
ASKED = demand("3:2 2:1 3:5")


def choose(hours=40.0, seats=10, text=TEAM, asked=ASKED, **more):
    return choose_sessions(FRAMEWORK, team(text), asked, hours, seats, **more)


def held(action) -> dict[str, tuple[str, ...]]:
    return {session.module: session.people for session in action.sessions}


def test_sessions_stay_within_the_hours_and_close_most():
    action = choose(hours=32.0)

    assert action.hours <= 32
    closes, least = best_by_force(team(TEAM), ASKED, 32.0, 10)
    assert (action.closes, action.hours) == (closes, least)
    assert action.proof.status == "optimal"
    assert action.proof.bound == action.proof.closes == action.closes


def test_a_known_prerequisite_that_is_missing_keeps_a_person_out():
    action = choose(hours=12.0)

    # nlp builds on git: budi is at 1 and must wait, dewi's git is unknown
    assert held(action)["nlp-low"] == ("citra", "dewi")


def test_an_unrated_skill_closes_nothing():
    action = choose(hours=12.0)

    assert "ani" not in held(action)["nlp-low"]


def test_seats_go_to_those_who_gain_most():
    text = """
        person  a.git  a.sql  a.nlp
        ani     2      .      2
        budi    2      .      0
        citra   2      .      1
    """
    action = choose(hours=12.0, seats=2, text=text)

    assert held(action) == {"nlp-low": ("budi", "citra")}
    assert action.closes == 32 * (1 + 1 / 2 + 1 / 4) + 32 * (1 + 1 / 2)


def test_a_level_counts_once_whichever_module_leads_there():
    text = """
        person  a.git  a.sql  a.nlp
        ani     0      0      .
    """
    action = choose(hours=100.0, text=text)

    assert action.closes == 4 * (1 + 1 / 2) + 2 * (1 + 1 / 2)
    assert held(action) == {"both": ("ani",)}
    assert action.hours == 14


def test_of_equal_choices_the_shortest_is_taken():
    text = """
        person  a.git  a.sql  a.nlp
        ani     2      2      1
    """
    action = choose(hours=50.0, text=text, asked=demand(". . 2:5"))

    assert held(action) == {"nlp-sql": ("ani",)}


def test_nothing_to_close_needs_no_session():
    action = choose(text="person a.git a.sql a.nlp\n ani 5 5 5")

    assert action.sessions == ()
    assert action.proof.status == "optimal"


def test_too_few_hours_close_nothing_and_that_is_proven():
    action = choose(hours=1.0)

    assert action.sessions == ()
    assert (action.proof.closes, action.proof.bound) == (0, 0)


def test_required_modules_beyond_the_hours_are_infeasible():
    action = choose(hours=20.0, required=["git-high", "sql-low"])

    assert action.sessions == ()
    assert action.proof.status == "infeasible"
    assert np.isnan(action.proof.closes)


def test_a_required_module_is_held_even_if_it_closes_nothing():
    text = "person a.git a.sql a.nlp\n ani 5 5 1"

    action = choose(text=text, required=["git-low"])

    assert held(action)["git-low"] == ()


def test_a_crowd_and_an_unknown_module_are_refused():
    crowd = empty_state(
        people([str(n) for n in range(MOST_PEOPLE + 1)]), FRAMEWORK.skills
    )

    with pytest.raises(ValueError, match="at most"):
        choose_sessions(FRAMEWORK, crowd, ASKED, 40, 10)
    with pytest.raises(ValueError, match="no such module: yoga"):
        choose(required=["yoga"])


def gain(state: TeamState, asked, module: str, person: int) -> dict[int, int]:
    """Return the level to which a module leads a person today, by skill."""
    levels = {s: int(v) for s, v in zip(state.skills, state.levels[person])}
    lifts = FRAMEWORK.modules[module].lifts
    needs = dict(FRAMEWORK.modules[module].prerequisites)
    needs |= {"a.git": 2} if "a.nlp" in lifts else {}
    needs |= {skill: start for skill, (start, _) in lifts.items()}
    if any(0 <= levels[skill] < level for skill, level in needs.items()):
        return {}
    places = {skill: state.skills.index(skill) for skill in lifts}
    return {
        places[skill]: min(to, int(asked.aims[places[skill]]))
        for skill, (_, to) in lifts.items()
        if levels[skill] >= 0 and asked.weights[places[skill]]
    }


def best_by_force(
    state: TeamState, asked, hours: float, seats: int, required: Iterable[str] = ()
) -> tuple[int, float] | None:
    """Return what the best of all sets of modules and all attendances closes.

    And the fewest hours in which so much is closed; None if there is no such set.
    """
    found = []
    modules = list(FRAMEWORK.modules)
    for count in range(len(modules) + 1):
        for chosen in combinations(modules, count):
            taken = sum(FRAMEWORK.modules[m].hours for m in chosen)
            if taken <= hours and {*required} <= {*chosen}:
                found.append((_fill(state, asked, chosen, seats, {}), -taken))
    return (max(found)[0], -max(found)[1]) if found else None


def worth(weight: int, levels: int) -> int:
    """Return what some levels are worth, one after the other."""
    return ceil(sum(2**weight / 2**place for place in range(levels)))


def _fill(state, asked, chosen, seats, reached) -> int:
    """Return the most that some modules close, whoever attends them."""
    if not chosen:
        return sum(
            worth(int(asked.weights[skill]), level - int(state.levels[person, skill]))
            for (person, skill), level in reached.items()
        )
    first, *rest = chosen
    everybody = [p for p in range(len(state.people)) if gain(state, asked, first, p)]
    best = 0
    for group in combinations(everybody, min(seats, len(everybody))):
        after = dict(reached)
        for person in group:
            for skill, level in gain(state, asked, first, person).items():
                after[person, skill] = max(after.get((person, skill), 0), level)
        best = max(best, _fill(state, asked, rest, seats, after))
    return best


@settings(max_examples=60)
@given(
    levels=st.lists(
        st.lists(st.integers(-2, 5), min_size=3, max_size=3), min_size=1, max_size=4
    ),
    hours=st.sampled_from([8.0, 20.0, 32.0, 70.0]),
    seats=st.integers(1, 4),
    asked=st.sampled_from(["3:2 2:1 3:5", "4:1 2:3 2:2", "5:5 5:5 5:5", "2:1 . 3:1"]),
    required=st.sets(st.sampled_from(sorted(FRAMEWORK.modules)), max_size=1),
)
def test_no_other_choice_closes_more_or_takes_fewer_hours(
    levels, hours, seats, asked, required
):
    rows = [f"p{n} " + " ".join(map(_cell, row)) for n, row in enumerate(levels)]
    text = "\n".join(["person a.git a.sql a.nlp", *rows])

    action = choose(hours, seats, text, demand(asked), required=required)

    best = best_by_force(team(text), demand(asked), hours, seats, required)
    if best is None:
        assert action.proof.status == "infeasible"
        return
    assert (action.closes, action.hours) == best
    assert action.proof.status == "optimal"
    assert action.proof.closes == action.proof.bound == action.closes
    assert action.hours <= hours
    assert all(len(session.people) <= seats for session in action.sessions)
    assert required <= {session.module for session in action.sessions}


def _cell(level: int) -> str:
    return {-1: ".", -2: "?"}.get(level, str(level))
