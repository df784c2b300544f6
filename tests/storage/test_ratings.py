"""The dated ratings of a person: one row for each skill and day."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from skillgap.domain.ratings import RATING_COLUMNS, levels_on
from skillgap.storage.database import open_database
from skillgap.storage.people import add_person, change_person
from skillgap.storage.ratings import (
    Rating,
    load_ratings,
    remove_rating,
    save_rating,
    save_ratings,
)
from tests.files.payloads import hostile_texts
from tests.tables import ratings

MONDAY, TUESDAY = "2026-11-23", "2026-11-24"


def answer(skill="programming.git", level=3, day=MONDAY, **more):
    return Rating(skill, day, level, "claimed", "1.0.0", **more)


def kept(engine, person):
    """Return what is kept as (skill, day, level), -1 for "don't know"."""
    table = load_ratings(engine, person).fillna({"level": -1})
    return list(
        table[["skill", "rated_on", "level"]].itertuples(index=False, name=None)
    )


def test_an_answer_given_is_an_answer_kept(engine, sari):
    change_person(engine, sari, {"name": "Sari", "team": "Data"})
    save_rating(
        engine, sari, answer(evidence="seen", note="own", profile="llm_engineer")
    )

    (row,) = load_ratings(engine, sari).to_dict("records")

    assert row == {
        "person_id": sari.person_id, "name": "Sari", "team": "Data",
        "profile": "llm_engineer", "skill": "programming.git", "level": 3.0,
        "basis": "claimed", "rated_on": MONDAY, "framework": "1.0.0",
        "evidence": "seen", "note": "own",
    }  # fmt: skip


def test_answers_survive_a_new_engine(url, engine, sari):
    save_rating(engine, sari, answer())
    engine.dispose()
    again = open_database(url)

    assert kept(again, sari) == [("programming.git", MONDAY, 3)]
    again.dispose()


def test_a_second_answer_of_the_day_replaces_the_first(engine, sari):
    save_rating(engine, sari, answer(level=2, evidence="old"))
    save_rating(engine, sari, answer(level=4))

    table = load_ratings(engine, sari)

    assert list(table["level"]) == [4]
    assert list(table["evidence"]) == [""]


def test_an_answer_of_another_day_is_one_more(engine, sari):
    save_rating(engine, sari, answer(level=2, day=MONDAY))
    save_rating(engine, sari, answer(level=3, day=TUESDAY))

    assert [row[1:] for row in kept(engine, sari)] == [(MONDAY, 2), (TUESDAY, 3)]


def test_do_not_know_is_an_answer_and_not_a_missing_one(engine, sari):
    save_rating(engine, sari, answer(level=None))

    table = load_ratings(engine, sari)

    assert len(load_ratings(engine, sari)) == 1
    assert list(levels_on(table, ["programming.git", "ml.vision"])["answer"]) == [
        "unsure", "unrated",
    ]  # fmt: skip


def test_level_zero_stays_level_zero(engine, sari):
    save_rating(engine, sari, answer(level=0))

    assert kept(engine, sari) == [("programming.git", MONDAY, 0)]


@pytest.mark.parametrize("level", [-1, 6])
def test_a_level_off_the_scale_is_refused_and_changes_nothing(engine, sari, level):
    save_rating(engine, sari, answer(level=2))

    with pytest.raises(ValueError, match="not on the scale"):
        save_rating(engine, sari, answer(level=level))

    assert kept(engine, sari) == [("programming.git", MONDAY, 2)]


def test_nobody_sees_the_answers_of_another(engine, sari):
    other = add_person(engine, "anothers-key", MONDAY)
    save_rating(engine, sari, answer(level=3))
    save_rating(engine, other, answer(level=1))

    assert kept(engine, sari) == [("programming.git", MONDAY, 3)]
    assert kept(engine, other) == [("programming.git", MONDAY, 1)]


def test_without_answers_the_table_is_empty_and_has_its_columns(engine, sari):
    table = load_ratings(engine, sari)

    assert table.empty
    assert tuple(table.columns) == RATING_COLUMNS


def test_many_answers_are_saved_together(engine, sari):
    save_ratings(
        engine,
        sari,
        ratings("""
            skill            level  rated_on
            programming.git  3      2026-11-23
            ml.vision        ?      2026-11-23
            ethics.privacy   ?      .
        """),
    )

    assert kept(engine, sari) == [
        ("ml.vision", MONDAY, -1),
        ("programming.git", MONDAY, 3),
    ]


def test_of_many_answers_all_are_saved_or_none(engine, sari):
    table = ratings("skill level\nprogramming.git 3\nml.vision 9")

    with pytest.raises(ValueError, match="not on the scale"):
        save_ratings(engine, sari, table)

    assert kept(engine, sari) == []


def test_saving_the_same_table_twice_changes_nothing(engine, sari):
    table = ratings("skill level\nprogramming.git 3\nml.vision 2")
    save_ratings(engine, sari, table)
    once = kept(engine, sari)

    save_ratings(engine, sari, table)

    assert kept(engine, sari) == once


def test_one_answer_is_taken_back_and_the_others_stay(engine, sari):
    save_rating(engine, sari, answer(day=MONDAY))
    save_rating(engine, sari, answer(day=TUESDAY))

    remove_rating(engine, sari, "programming.git", TUESDAY)
    remove_rating(engine, sari, "ml.vision", MONDAY)

    assert kept(engine, sari) == [("programming.git", MONDAY, 3)]


def test_twenty_threads_writing_lose_no_answer(engine, sari, framework):
    skills = list(framework.skills)[:20]

    def write(skill):
        for level in range(6):
            save_rating(engine, sari, answer(skill, level))

    with ThreadPoolExecutor(20) as writers:
        list(writers.map(write, skills))

    assert sorted(kept(engine, sari)) == sorted((s, MONDAY, 5) for s in skills)


def test_two_processes_writing_lose_no_answer(url, engine, sari):
    """Two engines stand for two processes: they share nothing but the file."""
    other = open_database(url)

    def write(place):
        target = other if place % 2 else engine
        save_rating(target, sari, answer(day=f"2026-11-{place + 1:02}"))

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write, range(28)))

    other.dispose()
    assert len(load_ratings(engine, sari)) == 28


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=hostile_texts())
def test_own_words_are_kept_to_the_letter(engine, sari, text):
    save_rating(engine, sari, answer(evidence=text, note=text))

    table = load_ratings(engine, sari)

    assert list(table["evidence"]) == list(table["note"]) == [text]


def test_what_was_saved_as_a_table_is_loaded_as_that_table(engine, sari):
    table = ratings("skill level evidence\nml.vision 2 seen\nprogramming.git 3 .")
    table = table.assign(person_id=sari.person_id)

    save_ratings(engine, sari, table)

    pd.testing.assert_frame_equal(load_ratings(engine, sari), table, check_dtype=False)


def test_twenty_threads_answering_the_same_skill_leave_one_answer(engine, sari):
    with ThreadPoolExecutor(20) as writers:
        levels = [n % 6 for n in range(300)]
        list(
            writers.map(
                lambda level: save_rating(engine, sari, answer(level=level)), levels
            )
        )

    assert len(kept(engine, sari)) == 1
