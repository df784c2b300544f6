"""The dated ratings of a person: one row for each skill and day."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from skillgap.domain.ratings import RATING_COLUMNS, levels_on
from skillgap.storage.checks import ask_check
from skillgap.storage.database import open_database
from skillgap.storage.people import add_person, change_person
from skillgap.storage.ratings import (
    Rating,
    load_ratings,
    load_versions,
    remove_rating,
    save_rating,
    save_ratings,
    set_basis,
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
def test_own_words_are_kept_to_the_letter_but_for_what_no_server_keeps(
    engine, sari, text
):
    save_rating(engine, sari, answer(evidence=text, note=text))

    table = load_ratings(engine, sari)

    assert list(table["evidence"]) == list(table["note"]) == [text.replace("\0", "")]


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


@pytest.fixture
def ticking(monkeypatch):
    """Let every moment be later than the one before, by a counter and no clock."""
    moments = count(10_000)
    for module in ("checks", "ratings"):
        place = f"skillgap.storage.{module}.timestamp"
        monkeypatch.setattr(place, lambda: str(next(moments)))


def versions(engine, person):
    """Return every version kept as (version, level)."""
    table = load_versions(engine, person)
    return list(table[["version", "level"]].itertuples(index=False, name=None))


def test_before_a_check_a_changed_level_leaves_one_version(engine, sari):
    save_rating(engine, sari, answer(level=4))
    save_rating(engine, sari, answer(level=2))

    assert versions(engine, sari) == [(1, 2)]


def test_from_the_first_check_on_a_changed_level_is_a_second_version(
    engine, sari, ticking
):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")

    save_rating(engine, sari, answer(level=2))

    assert versions(engine, sari) == [(1, 4), (2, 2)]
    assert kept(engine, sari) == [("programming.git", MONDAY, 2)]


def test_a_check_of_one_skill_locks_no_other(engine, sari):
    save_rating(engine, sari, answer("ml.vision", level=4))
    ask_check(engine, sari, "rc29", "programming.git")

    save_rating(engine, sari, answer("ml.vision", level=2))

    assert versions(engine, sari) == [(1, 2)]


def test_a_check_of_another_person_locks_nothing(engine, sari):
    other = add_person(engine, "anothers-key", MONDAY)
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, other, "rc29", "programming.git")

    save_rating(engine, sari, answer(level=2))

    assert versions(engine, sari) == [(1, 2)]


def test_evidence_for_a_locked_level_keeps_the_version(engine, sari, ticking):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")

    save_rating(engine, sari, answer(level=4, evidence="repo X, May"))

    assert versions(engine, sari) == [(1, 4)]
    assert list(load_ratings(engine, sari)["evidence"]) == ["repo X, May"]


def test_evidence_added_after_a_check_does_not_unlock_the_level(engine, sari, ticking):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")
    save_rating(engine, sari, answer(level=4, evidence="repo X, May"))

    save_rating(engine, sari, answer(level=2))

    assert versions(engine, sari) == [(1, 4), (2, 2)]


def test_do_not_know_after_a_check_is_a_version_too(engine, sari):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")

    save_rating(engine, sari, answer(level=None))

    table = load_versions(engine, sari)
    assert list(table["version"]) == [1, 2]
    assert table["level"].isna().tolist() == [False, True]


def test_do_not_know_twice_is_the_same_answer(engine, sari):
    save_rating(engine, sari, answer(level=None))
    ask_check(engine, sari, "rc29", "programming.git")

    save_rating(engine, sari, answer(level=None, note="later"))

    assert list(load_versions(engine, sari)["version"]) == [1]


def test_a_second_version_is_locked_by_the_next_check_shown(engine, sari, ticking):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")
    save_rating(engine, sari, answer(level=2))
    ask_check(engine, sari, "rc31", "programming.git")

    save_rating(engine, sari, answer(level=3))

    assert versions(engine, sari) == [(1, 4), (2, 2), (3, 3)]


def test_the_basis_changes_and_the_level_and_its_words_stay(engine, sari):
    save_rating(engine, sari, answer(level=3, evidence="seen", note="own"))

    set_basis(engine, sari, "programming.git", MONDAY, "checked")

    (row,) = load_ratings(engine, sari).to_dict("records")
    assert (row["basis"], row["level"]) == ("checked", 3)
    assert (row["evidence"], row["note"]) == ("seen", "own")


def test_the_basis_of_the_newest_version_alone_changes(engine, sari):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")
    save_rating(engine, sari, answer(level=2))

    set_basis(engine, sari, "programming.git", MONDAY, "checked")

    assert list(load_versions(engine, sari)["basis"]) == ["claimed", "checked"]


def test_the_basis_of_one_day_and_skill_alone_changes(engine, sari):
    for day in (MONDAY, TUESDAY):
        save_rating(engine, sari, answer(day=day))
        save_rating(engine, sari, answer("ml.vision", day=day))

    set_basis(engine, sari, "programming.git", TUESDAY, "checked")

    assert list(load_ratings(engine, sari)["basis"]) == ["claimed"] * 3 + ["checked"]


def test_changing_the_basis_unlocks_no_level(engine, sari, ticking):
    save_rating(engine, sari, answer(level=4))
    ask_check(engine, sari, "rc29", "programming.git")
    set_basis(engine, sari, "programming.git", MONDAY, "checked")

    save_rating(engine, sari, answer(level=2))

    assert versions(engine, sari) == [(1, 4), (2, 2)]


def test_without_answers_there_is_no_version(engine, sari):
    table = load_versions(engine, sari)

    assert table.empty
    assert list(table.columns) == [*RATING_COLUMNS, "version"]
