"""Who keeps ratings here: a person is known by a secret key of their browser."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from sqlalchemy import func, select

from skillgap.storage.database import metadata, open_database
from skillgap.storage.database import people as people_table
from skillgap.storage.people import (
    add_person,
    change_person,
    erase_person,
    find_person,
)
from skillgap.storage.ratings import Rating, load_ratings, save_rating

TODAY = "2026-11-25"
GIT = Rating("programming.git", TODAY, 3, "claimed", "1.0.0", "seen", "a note")


def test_nobody_is_found_by_an_unknown_key(engine):
    assert find_person(engine, "nobody's") is None


def test_a_person_is_found_by_their_key(engine, sari):
    assert find_person(engine, "saris-key") == sari


def test_a_newcomer_has_chosen_nothing_yet(sari):
    assert (sari.name, sari.team, sari.profile, sari.language) == ("", "", "", "")
    assert sari.person_id.startswith("p-")


def test_the_same_key_makes_one_person(engine, sari):
    assert add_person(engine, "saris-key", "2026-12-01") == sari


def test_two_keys_make_two_people(engine, sari):
    other = add_person(engine, "anothers-key", TODAY)

    assert other.id != sari.id
    assert other.person_id != sari.person_id


def test_twenty_tabs_opened_at_once_make_one_person(engine):
    with ThreadPoolExecutor(20) as tabs:
        found = list(
            tabs.map(lambda _: add_person(engine, "one-key", TODAY), range(20))
        )

    assert len(set(found)) == 1


def test_of_the_key_only_a_digest_is_kept(engine, sari, tmp_path):
    engine.dispose()
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())

    assert b"saris-key" not in kept
    assert sha256(b"saris-key").hexdigest().encode() in kept


def test_a_person_is_still_there_with_a_new_engine(url, engine, sari):
    engine.dispose()
    again = open_database(url)

    assert find_person(again, "saris-key") == sari
    again.dispose()


def test_a_change_touches_one_person_and_the_named_columns_only(engine, sari):
    other = add_person(engine, "anothers-key", TODAY)

    change_person(engine, sari, {"name": "Sari", "profile": "llm_engineer"})

    changed = find_person(engine, "saris-key")
    assert (changed.name, changed.profile, changed.team) == ("Sari", "llm_engineer", "")
    assert find_person(engine, "anothers-key") == other


def test_any_text_is_kept_as_it_is(engine, sari):
    odd = "O'Brien'); -- \u202e ＝1+1 \n"

    change_person(engine, sari, {"name": odd})

    assert find_person(engine, "saris-key").name == odd


def test_erasing_a_person_removes_everything_about_them(engine, sari):
    change_person(engine, sari, {"name": "Sari Widya"})
    save_rating(engine, sari, GIT)

    erase_person(engine, sari)

    assert find_person(engine, "saris-key") is None
    assert len(load_ratings(engine, sari)) == 0
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            query = select(func.count()).select_from(table)
            assert connection.execute(query).scalar_one() == 0


def test_erasing_a_person_leaves_the_others_alone(engine, sari):
    other = add_person(engine, "anothers-key", TODAY)
    save_rating(engine, other, GIT)

    erase_person(engine, sari)

    assert len(load_ratings(engine, other)) == 1


def test_who_comes_back_after_erasing_is_somebody_new(engine, sari):
    save_rating(engine, sari, GIT)
    erase_person(engine, sari)

    again = add_person(engine, "saris-key", TODAY)

    assert again.person_id != sari.person_id
    assert len(load_ratings(engine, again)) == 0


def test_no_column_could_hold_the_key_itself():
    names = {column.name for column in people_table.columns}

    assert "key_digest" in names
    assert "key" not in names
