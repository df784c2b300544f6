"""Who could stand in for somebody."""

import numpy as np
import pytest
from hypothesis import given

from skillgap.domain.team.mentors import rank_stand_ins
from tests.team_reference import stand_ins_of
from tests.teams import demand, random_demands, random_teams, team

TEAM = """
    person  git  sql  nlp
    ani     4    2    ?
    budi    4    2    0
    citra   2    .    5
    dewi    .    .    3
    eko     0    1    .
"""


def test_what_is_asked_is_what_the_person_brings_up_to_the_target():
    found = rank_stand_ins(team(TEAM), demand("3:2 5:1 4:5"), "ani")

    # of git 3 is asked (weight 2), of sql 2 (weight 1), of nlp nothing
    assert found["person_id"].tolist() == ["budi", "citra", "eko", "dewi"]
    assert found["fit"].tolist()[:3] == [1.0, 4 / 6, 1 / 8]
    assert found["rated_share"].tolist() == [1.0, 0.5, 1.0, 0.0]
    assert found["short"].tolist() == [0, 1, 2, 0]


def test_who_is_unknown_on_all_of_it_comes_last():
    found = rank_stand_ins(team(TEAM), demand("3:2 5:1 4:5"), "ani")

    assert found["person_id"].iloc[-1] == "dewi"
    assert found["fit"].isna().tolist() == [False, False, False, True]


def test_somebody_who_brings_nothing_is_replaced_by_nobody_in_particular():
    found = rank_stand_ins(team(TEAM), demand("3:2 . ."), "dewi")

    assert found["fit"].isna().all()


def test_a_stranger_cannot_be_replaced():
    with pytest.raises(KeyError):
        rank_stand_ins(team(TEAM), demand("3:2 5:1 4:5"), "zul")


@given(state=random_teams(), asked=random_demands())
def test_the_order_and_its_numbers_are_those_of_a_plain_loop(state, asked):
    for person in state.people["person_id"]:
        found = rank_stand_ins(state, asked, person)

        plain = stand_ins_of(state, asked, person)
        columns = ("person_id", "fit", "rated_share", "short")
        assert len(found) == len(plain)
        for name, values in zip(columns, zip(*plain)):
            np.testing.assert_array_equal(found[name].to_numpy(), np.array(values))
