"""Checks shown to a person and what they answered; private to that person."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from skillgap.files.ratings import write_ratings
from skillgap.storage.checks import (
    answer_check,
    ask_check,
    load_checks,
    load_no_checks,
)
from skillgap.storage.database import check_answers, open_database
from skillgap.storage.people import add_person, erase_person
from skillgap.storage.ratings import Rating, load_ratings, remove_rating, save_rating

GIT = "programming.git"
DAY = "2026-11-23"


def ask(engine, person, *keys):
    for key in keys:
        ask_check(engine, person, key, GIT)


def answer(engine, person, key="rc29", response="2", right=True, confidence="sure"):
    return answer_check(engine, person, key, response, right, confidence)


def rows(engine, person):
    """Return the checks of a person as mappings."""
    return load_checks(engine, person).to_dict("records")


def test_a_check_shown_is_open_until_it_is_answered(engine, sari):
    ask(engine, sari, "rc29")

    (row,) = rows(engine, sari)

    assert (row["check"], row["skill"]) == ("rc29", GIT)
    assert row["asked_at"] != ""
    assert (row["answered_at"], row["right"], row["confidence"]) == ("", None, "")


@pytest.mark.parametrize("right", [True, False])
def test_an_answer_is_kept_with_how_sure_it_was(engine, sari, right):
    ask(engine, sari, "rc29")

    assert answer(engine, sari, right=right, response="43,2", confidence="fairly")

    (row,) = rows(engine, sari)
    assert (row["response"], row["right"]) == ("43,2", int(right))
    assert row["confidence"] == "fairly"
    assert row["answered_at"] >= row["asked_at"]


def test_an_answer_given_stands(engine, sari):
    ask(engine, sari, "rc29")
    answer(engine, sari, response="2", right=False, confidence="sure")
    before = rows(engine, sari)

    assert not answer(engine, sari, response="1", right=True, confidence="guess")

    assert rows(engine, sari) == before


def test_a_check_shown_again_stays_as_it_was(engine, sari):
    ask(engine, sari, "rc29")
    answer(engine, sari)
    before = rows(engine, sari)

    ask(engine, sari, "rc29")

    assert rows(engine, sari) == before


def test_a_check_that_was_never_shown_takes_no_answer(engine, sari):
    assert not answer(engine, sari)
    assert rows(engine, sari) == []


def test_checks_come_in_the_order_they_were_shown(engine, sari):
    ask(engine, sari, "rc31", "rc29", "rc59")

    assert [row["check"] for row in rows(engine, sari)] == ["rc31", "rc29", "rc59"]


def test_nobody_sees_the_answers_of_another(engine, sari):
    other = add_person(engine, "anothers-key", DAY)
    ask(engine, sari, "rc29")
    answer(engine, sari)
    ask(engine, other, "rc29")

    assert [row["right"] for row in rows(engine, sari)] == [1]
    assert [row["right"] for row in rows(engine, other)] == [None]


def test_one_persons_answer_does_not_answer_for_another(engine, sari):
    other = add_person(engine, "anothers-key", DAY)
    ask(engine, other, "rc29")

    assert not answer(engine, sari)
    assert rows(engine, other)[0]["answered_at"] == ""


def test_erasing_a_person_removes_their_checks_and_no_others(engine, sari):
    other = add_person(engine, "anothers-key", DAY)
    ask(engine, sari, "rc29")
    ask(engine, other, "rc29")

    erase_person(engine, sari)

    with engine.connect() as connection:
        count = connection.execute(select(func.count()).select_from(check_answers))
        assert count.scalar_one() == 1
    assert len(rows(engine, other)) == 1


def test_checks_survive_a_new_engine(url, engine, sari):
    ask(engine, sari, "rc29")
    answer(engine, sari)
    before = rows(engine, sari)
    engine.dispose()
    again = open_database(url)

    assert rows(again, sari) == before
    again.dispose()


def test_without_checks_the_table_is_empty_and_has_its_columns(engine, sari):
    table = load_checks(engine, sari)

    assert table.empty
    assert list(table.columns) == list(load_no_checks().columns)
    assert "person" not in table.columns


def test_twenty_tabs_showing_the_same_check_make_one_row(engine, sari):
    with ThreadPoolExecutor(20) as tabs:
        list(tabs.map(lambda _: ask(engine, sari, "rc29"), range(20)))

    assert len(rows(engine, sari)) == 1


def test_of_twenty_answers_at_once_one_counts(engine, sari):
    ask(engine, sari, "rc29")

    with ThreadPoolExecutor(20) as tabs:
        taken = list(
            tabs.map(lambda n: answer(engine, sari, response=str(n)), range(20))
        )

    assert taken.count(True) == 1
    assert rows(engine, sari)[0]["response"] == str(taken.index(True))


@pytest.mark.parametrize("shared", [(), ("evidence", "note")])
def test_checks_appear_in_no_export(engine, sari, shared):
    save_rating(engine, sari, Rating(GIT, DAY, 3, "checked", "1.0.0", "seen", "own"))
    ask(engine, sari, "rc29", "how-long-is-a-month")
    answer(engine, sari, "how-long-is-a-month", "43,21987", False, "fairly")

    exported = write_ratings(load_ratings(engine, sari), shared)

    for private in (b"rc29", b"month", b"43,21987", b"43.21987", b"fairly", b"confid"):
        assert private not in exported
    assert b"checked" in exported


def test_an_answer_is_not_taken_back_once_a_check_was_shown(engine, sari):
    save_rating(engine, sari, Rating(GIT, DAY, 4, "claimed", "1.0.0"))
    ask(engine, sari, "rc29")

    remove_rating(engine, sari, GIT, DAY)

    assert list(load_ratings(engine, sari)["level"]) == [4]
