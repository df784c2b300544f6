"""Whose self-ratings are sealed for a browser that has a part in scoring them."""

import pytest

from skillgap.hiring.store.scores import list_sealed_people
from skillgap.hiring.store.seats import excuse_member, free_seat
from tests.hiring.store.panels import all_submit, ready_panel


def names(engine, key):
    return [person.name for person in list_sealed_people(engine, key)]


@pytest.mark.parametrize("key", ["chair-key", "Rini-key"])
def test_until_the_reveal_candidates_are_sealed_for_chair_and_members(engine, key):
    _panel, seats = ready_panel(engine)
    assert names(engine, key) == ["Budi", "Sari"]

    all_submit(engine, seats[:1])
    assert names(engine, key) == ["Budi", "Sari"]

    all_submit(engine, seats[1:])
    assert names(engine, key) == []


def test_for_a_stranger_nobody_is_sealed(engine):
    ready_panel(engine)

    assert names(engine, "a stranger") == []


def test_who_was_excused_or_lost_the_seat_has_no_part_any_more(engine):
    panel, _seats = ready_panel(engine, ("Rini", "Tono", "Wati"))
    excuse_member(engine, panel, "Rini", "ill")
    free_seat(engine, panel, "Tono")

    assert names(engine, "Rini-key") == names(engine, "Tono-key") == []
    assert names(engine, "Wati-key") == ["Budi", "Sari"]
