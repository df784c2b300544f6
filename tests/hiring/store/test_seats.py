"""Seats of a panel."""

import pytest

from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.scores import load_own_scores, save_score
from skillgap.hiring.store.seats import (
    excuse_member,
    free_seat,
    submit_scores,
    take_seat,
)
from skillgap.hiring.store.standing import find_access
from tests.hiring.store.panels import all_submit, ready_panel, refused, standing

GIT = Score("A", "a.git", 3, "clear")


def test_nothing_scored_is_nothing_to_submit(engine):
    _, (rini, _) = ready_panel(engine)

    with refused("no_scores"):
        submit_scores(engine, rini)


def test_a_seat_belongs_to_the_first_browser_that_takes_it(engine):
    panel, (rini, _) = ready_panel(engine)

    assert take_seat(engine, panel, " RINI ", "Rini-key") == rini
    assert find_access(engine, panel, "Rini-key").seat == rini
    assert find_access(engine, panel, "another-key") is None
    with refused("seat_taken"):
        take_seat(engine, panel, "Rini", "another-key")
    with refused("has_a_seat"):
        take_seat(engine, panel, "Tono", "Rini-key")
    with refused("not_a_member"):
        take_seat(engine, panel, "Eve", "eves-key")


def test_a_freed_seat_shows_nothing_of_what_was_entered(engine):
    panel, (rini, _) = ready_panel(engine)
    save_score(engine, rini, GIT)

    free_seat(engine, panel, "Rini")
    assert load_own_scores(engine, panel, "Rini-key").empty
    take_seat(engine, panel, "Rini", "new-key")

    assert load_own_scores(engine, panel, "new-key").empty


def test_the_seat_of_who_submitted_is_not_freed(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats[:1])

    with refused("submitted"):
        free_seat(engine, panel, "Rini")


def test_a_panel_goes_on_without_a_member_with_a_reason(engine):
    panel, (rini, tono) = ready_panel(engine)
    save_score(engine, tono, Score("A", "a.git", 1))
    all_submit(engine, [rini])
    with pytest.raises(ValueError, match="reason"):
        excuse_member(engine, panel, "Tono", " ")

    excuse_member(engine, panel, "Tono", "ill since Monday")

    seen = standing(engine, panel, "Tono-key")
    assert list(seen.revealed.scores["member"]) == ["Rini"]
    assert list(seen.own["member"]) == ["Tono"]
    members = seen.members.set_index("member")
    assert members.loc["Tono", "excused_for"] == "ill since Monday"
    assert members.loc["Rini", "submitted_at"]
    with refused("excused"):
        submit_scores(engine, tono)


def test_somebody_stays_on_the_panel(engine):
    panel, _ = ready_panel(engine)
    excuse_member(engine, panel, "Tono", "ill")

    with refused("nobody_left"):
        excuse_member(engine, panel, "Rini", "ill")
    with refused("not_a_member"):
        excuse_member(engine, panel, "Eve", "ill")


def test_a_panel_of_five_is_revealed_by_the_fifth(engine):
    panel, seats = ready_panel(engine, ("A", "B", "C", "D", "E"))

    for seat in seats:
        assert standing(engine, panel).revealed is None
        all_submit(engine, [seat])

    assert standing(engine, panel).revealed.scores["member"].nunique() == 5
