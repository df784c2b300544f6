"""Everybody's dated answers in one column, against plain dictionaries."""

from datetime import date
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.team.history import PERSON_AT, History, sort_history
from tests.teams import pack_answer, people

DAYS = [date(2025, 1, 1), date(2026, 5, 18), date(2026, 11, 25)]
SKILLS = ("git", "sql")


class Answer(NamedTuple):
    """What somebody said about a skill; day None is "not rated"."""

    person: int
    skill: int
    day: date | None
    level: int
    basis: int


answers = st.builds(
    Answer,
    st.integers(0, 2),
    st.integers(0, 1),
    st.none() | st.sampled_from(DAYS),
    st.integers(0, 6),
    st.integers(0, 3),
)


def keep(given_answers: list[Answer]) -> tuple[History, list[int], list[int]]:
    keys = [
        a.person << PERSON_AT
        | pack_answer(a.skill, a.day.toordinal() if a.day else 0, _level(a), a.basis)
        for a in given_answers
    ]
    table = people(["ani", "budi", "citra"])
    history, again, first = sort_history(table, SKILLS, np.array(keys, np.int64))
    return history, again.tolist(), first.tolist()


def _level(answer: Answer) -> int:
    return answer.level if answer.day else 7


@given(st.lists(answers, max_size=25), st.none() | st.sampled_from(DAYS))
def test_the_latest_answer_up_to_a_day_counts(given_answers, day):
    history, *_ = keep(given_answers)

    state = history.state_on(day)

    latest: dict[tuple[int, int], Answer] = {}
    for a in given_answers:
        known = latest.get((a.person, a.skill))
        if a.day and (day is None or a.day <= day) and (not known or a.day > known.day):
            latest[a.person, a.skill] = a
    check(state, latest)


@given(st.lists(answers, max_size=25))
def test_the_answer_before_the_latest_is_the_previous_one(given_answers):
    history, *_ = keep(given_answers)

    first: dict[tuple[int, int, date], Answer] = {}
    for a in given_answers:
        if a.day:
            first.setdefault((a.person, a.skill, a.day), a)
    before: dict[tuple[int, int], Answer] = {}
    for person, skill in {key[:2] for key in first}:
        days = sorted(key[2] for key in first if key[:2] == (person, skill))
        if len(days) > 1:
            before[person, skill] = first[person, skill, days[-2]]
    check(history.previous_state(), before)


def check(state, expected: dict[tuple[int, int], Answer]) -> None:
    for person in range(3):
        for skill in range(2):
            a = expected.get((person, skill))
            level = -1 if a is None else -2 if a.level == 6 else a.level
            assert state.levels[person, skill] == level
            assert state.days[person, skill] == (a.day.toordinal() if a else 0)
            basis = -1 if level < 0 or a.basis == 3 else a.basis
            assert state.bases[person, skill] == basis


@given(st.lists(answers, max_size=25))
def test_of_repeated_answers_the_first_one_read_counts(given_answers):
    history, again, first = keep(given_answers)

    seen: dict[tuple, int] = {}
    repeats = []
    for place, a in enumerate(given_answers):
        earlier = seen.setdefault((a.person, a.skill, a.day), place)
        if earlier != place:
            repeats.append((place, earlier))
    assert list(zip(again, first)) == repeats
    assert len(history.keys) == len(seen)


@given(st.lists(answers, max_size=25), st.integers(1, 5), st.sampled_from(DAYS))
def test_in_which_pieces_answers_are_looked_at_changes_nothing(
    given_answers, size, day
):
    whole, *repeats = keep(given_answers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("skillgap.domain.team.history._CHUNK", size)
        pieces, *same_repeats = keep(given_answers)
        found = pieces.days(), pieces.state_on(day), pieces.previous_state()

    assert repeats == same_repeats
    assert found[0] == whole.days()
    for state, other in zip((whole.state_on(day), whole.previous_state()), found[1:]):
        assert (state.levels == other.levels).all()
        assert (state.days == other.days).all()
        assert (state.bases == other.bases).all()


def test_days_are_those_with_answers():
    history, *_ = keep([Answer(0, 0, DAYS[1], 3, 0), Answer(0, 1, None, 0, 3)])

    assert history.days() == [DAYS[1]]


def test_an_empty_history_knows_nobody():
    history, again, _ = keep([])

    assert not again
    assert not history.state_on().known.any()
    assert not history.previous_state().known.any()
