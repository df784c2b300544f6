"""The people a panel compares, in the order their files were given."""

from skillgap.hiring.candidates import (
    letter_candidates,
    other_versions,
    split_people,
)
from tests.needs import people
from tests.tables import ratings

TWO = """
    person_id  name  skill  level
    p2         Budi  a.git  3
    p1         .     a.git  1
    p1         Sari  a.sql  2
"""


def test_a_file_is_split_by_person_id_in_order_of_appearance():
    found = split_people(ratings(TWO))

    assert [(key, name, len(rows)) for key, name, rows in found] == [
        ("p2", "Budi", 1),
        ("p1", "Sari", 2),
    ]


def test_two_of_one_name_and_id_stay_two_candidates():
    rows = ratings("skill level\na.git 3")

    two = letter_candidates([("p1", "Budi", f, rows) for f in ("a.csv", "b.csv")])

    assert [(c.letter, c.source) for c in two] == [("A", "a.csv"), ("B", "b.csv")]


def test_a_fingerprint_tells_other_ratings_apart_and_only_those():
    one, same, other = people(
        "skill level\na.git 3", "skill level\na.git 3", "skill level\na.git 4"
    )
    renamed = type(one)("H", one.person_id, "", "x.csv", one.ratings)

    assert one.fingerprint == renamed.fingerprint
    assert len({one.fingerprint, same.fingerprint, other.fingerprint}) == 3


def test_ratings_on_another_framework_version_are_named():
    (old,) = people("skill level framework\na.git 3 0.9.0\na.sql 2 1.0.0")

    assert other_versions(old, "1.0.0") == ("0.9.0",)
    assert other_versions(old, "0.9.0") == ("1.0.0",)


def test_the_version_of_a_row_without_a_rating_does_not_count():
    rows = ratings(
        "skill level framework rated_on\na.git 3 1.0.0 2026-11-25\na.sql ? 0.9.0 ."
    )
    (candidate,) = letter_candidates([("p", "", "f", rows)])

    assert other_versions(candidate, "1.0.0") == ()
