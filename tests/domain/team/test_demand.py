"""What a profile asks, as numbers and as a table."""

from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.gaps import set_targets
from skillgap.domain.team.demand import read_demand, set_demand
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


@given(st.lists(st.tuples(changes, changes), max_size=3))
def test_numbers_and_table_say_the_same_after_every_adjustment(pairs):
    adjustments = [adjustment(levels, weights) for levels, weights in pairs]

    numbers = set_demand(profile(TARGETS), SKILLS, adjustments)
    table = read_demand(set_targets(profile(TARGETS), adjustments), SKILLS)

    assert numbers.aims.tolist() == table.aims.tolist()
    assert numbers.weights.tolist() == table.weights.tolist()


def test_a_skill_nobody_asks_has_a_goal_out_of_reach():
    asked = set_demand(profile(TARGETS), SKILLS)

    assert asked.goals.tolist() == [1, 5, 4, 6]
    assert asked.weights.tolist() == [1, 3, 5, 0]
