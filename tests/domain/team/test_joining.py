"""Ratings from elsewhere taken into a team's history."""

from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.domain.team.joining import empty_history, join_ratings

SKILLS = ("a.one", "a.two", "b.one")
PEOPLE = ["person_id", "name", "team", "profile"]
RATINGS = ["person_id", "skill", "level", "basis", "rated_on"]


def people(*rows):
    return pd.DataFrame([row.split(",") for row in rows], columns=PEOPLE)


def ratings(*rows):
    table = pd.DataFrame([row.split(",") for row in rows], columns=RATINGS)
    return table.astype({"level": float})


def levels(history, day=None):
    state = history.state_on(day)
    table = pd.DataFrame(state.levels, state.people["person_id"], list(state.skills))
    return {
        (p, s): int(table.loc[p, s])
        for p in table.index
        for s in table
        if table.loc[p, s] >= 0
    }


def test_people_of_both_are_there_in_the_order_of_their_ids():
    first, _ = join_ratings(
        empty_history(SKILLS),
        people("p2,Budi,,"),
        ratings("p2,a.one,3,claimed,2026-01-05"),
    )
    both, lost = join_ratings(
        first, people("p1,Ayu,T,"), ratings("p1,b.one,5,checked,2026-01-06")
    )

    assert list(both.people["person_id"]) == ["p1", "p2"]
    assert levels(both) == {("p1", "b.one"): 5, ("p2", "a.one"): 3}
    assert list(lost) == []


def test_what_is_known_of_somebody_stays_and_blanks_are_filled():
    first, _ = join_ratings(
        empty_history(SKILLS),
        people("p1,Ayu,,x"),
        ratings("p1,a.one,3,claimed,2026-01-05"),
    )
    both, _ = join_ratings(
        first, people("p1,Ayu L.,Data,"), ratings("p1,a.two,1,claimed,2026-01-05")
    )

    assert both.people.to_numpy().tolist() == [["p1", "Ayu", "Data", "x"]]


def test_a_day_rated_before_stays_and_the_other_is_told():
    first, _ = join_ratings(
        empty_history(SKILLS),
        people("p1,Ayu,,"),
        ratings("p1,a.one,3,claimed,2026-01-05"),
    )
    both, lost = join_ratings(
        first,
        people("p1,Ayu,,"),
        ratings(
            "p1,a.two,1,claimed,2026-01-05",
            "p1,a.one,5,claimed,2026-01-05",
            "p1,a.one,4,claimed,2026-02-01",
        ),
    )

    assert list(lost) == [1]
    assert levels(both, date(2026, 1, 31))["p1", "a.one"] == 3
    assert levels(both)["p1", "a.one"] == 4


ROWS = st.lists(
    st.tuples(
        st.sampled_from("ABCD"),
        st.sampled_from(SKILLS),
        st.integers(0, 5),
        st.sampled_from(["2026-01-05", "2026-03-01", "2025-12-31"]),
    ),
    min_size=3,
    unique_by=lambda row: (row[0], row[1], row[3]),
)


@settings(max_examples=20)
@given(ROWS, st.integers(0, 12))
def test_it_does_not_matter_in_how_many_pieces_ratings_come(rows, cut):
    def joined(history, part):
        names = sorted({row[0] for row in part})
        given_people = people(*(f"{name},{name},," for name in names))
        table = ratings(*(f"{p},{s},{v},claimed,{d}" for p, s, v, d in part))
        return join_ratings(history, given_people, table)[0]

    once = joined(empty_history(SKILLS), rows)
    twice = joined(joined(empty_history(SKILLS), rows[:cut]), rows[cut:])

    assert once.people.equals(twice.people)
    assert once.keys.tolist() == twice.keys.tolist()
