"""Who can help whom, and the pairs that close most together."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given

from skillgap.domain.team.mentors import MOST_PEOPLE, list_mentors, pair_up
from skillgap.domain.team.state import empty_state
from tests.teams import demand, people, random_demands, random_teams, team

TEAM = """
    person  git  sql
    ani     4    1
    budi    2    3
    citra   1    ?
"""


def test_a_mentor_is_two_levels_above_somebody_short_of_the_target():
    found = list_mentors(team(TEAM), demand("3:5 3:2").goals)

    assert found == {"git": ["ani"], "sql": ["budi"]}


def test_a_mentor_stands_at_the_target_at_least():
    short = """
        person  git
        ani     3
        budi    2
        citra   0
    """
    assert list_mentors(team(short), demand("4:5").goals) == {"git": []}
    assert pair_up(team(short), demand("4:5")).empty
    assert list_mentors(team(short), demand("3:5").goals) == {"git": ["ani"]}
    pairs = pair_up(team(short), demand("3:5"))
    assert pairs[["mentor", "learner"]].values.tolist() == [["ani", "citra"]]


def test_nobody_mentors_where_everybody_has_reached_the_target():
    found = list_mentors(team(TEAM), demand("1:5 1:2").goals)

    assert found == {"git": [], "sql": []}


def test_a_pair_works_on_the_learners_heaviest_gap_the_mentor_can_help_with():
    pairs = pair_up(team(TEAM), demand("4:5 3:2"))

    rows = pairs[["mentor", "learner", "skill", "priority"]].values.tolist()
    assert rows == [["ani", "citra", "git", 15], ["budi", "ani", "sql", 4]]


def worth_of(state, asked, mentor: int, learner: int) -> int:
    """Return the heaviest gap of a learner in which a mentor is far enough ahead."""
    worth = [0]
    for skill in range(len(state.skills)):
        own, other = state.levels[learner, skill], state.levels[mentor, skill]
        if own >= 0 and other >= max(own + 2, asked.aims[skill]):
            gap = max(0, int(asked.aims[skill]) - int(own))
            worth.append(gap * int(asked.weights[skill]))
    return max(worth)


@given(state=random_teams(most=5), asked=random_demands())
def test_no_other_pairs_close_more(state, asked):
    count = range(len(state.people))

    pairs = pair_up(state, asked)

    best = max(
        sum(worth_of(state, asked, m, p) for m, p in zip(order, count))
        for order in permutations(count)
    )
    assert pairs["priority"].sum() == best
    assert pairs["mentor"].is_unique
    assert pairs["learner"].is_unique


@given(state=random_teams(), asked=random_demands())
def test_each_pair_is_what_it_says(state, asked):
    ids = state.people["person_id"].tolist()
    for row in pair_up(state, asked).itertuples():
        skill = state.skills.index(row.skill)
        mentor, learner = ids.index(row.mentor), ids.index(row.learner)
        assert state.levels[mentor, skill] == row.mentor_level
        assert state.levels[learner, skill] == row.learner_level
        assert row.mentor_level >= max(row.learner_level + 2, row.target)
        assert row.priority == worth_of(state, asked, mentor, learner)


def test_a_crowd_is_refused():
    crowd = empty_state(people([str(n) for n in range(MOST_PEOPLE + 1)]), ["git"])

    with pytest.raises(ValueError, match="at most"):
        pair_up(crowd, demand("1:1"))
    assert not np.any(crowd.known)
