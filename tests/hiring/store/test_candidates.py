"""Candidates of a panel."""

import pandas as pd

from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.candidates import (
    add_candidates,
    list_candidates,
    load_candidates,
    remove_candidate,
)
from skillgap.hiring.store.panels import save_needs
from skillgap.hiring.store.scores import load_own_scores, save_score
from tests.hiring.store.panels import (
    a_panel,
    all_submit,
    ready_panel,
    refused,
    two_candidates,
)
from tests.needs import people


def test_no_candidate_is_opened_before_the_needs_are_fixed(engine):
    with refused("needs_open"):
        add_candidates(engine, a_panel(engine), two_candidates())


def test_candidates_come_back_as_they_were_given(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats)

    for kept, given in zip(load_candidates(engine, panel), two_candidates()):
        assert (kept.letter, kept.name, kept.source) == (
            given.letter, given.name, given.source,
        )  # fmt: skip
        pd.testing.assert_frame_equal(kept.ratings, given.ratings)
        assert kept.fingerprint == given.fingerprint


def test_more_candidates_get_the_next_letters_beyond_eight(engine):
    panel, _ = ready_panel(engine)
    more = people(*["skill level\na.git 1"] * 8)

    assert add_candidates(engine, panel, more) == list("CDEFGHIJ")
    with refused("too_many"):
        add_candidates(engine, panel, people(*["skill level\na.git 2"] * 17))


def test_the_same_candidate_given_twice_is_in_the_panel_once(engine):
    panel, _ = ready_panel(engine)
    third = people("skill level\na.git 1", names=("Wulan",))

    assert add_candidates(engine, panel, [*two_candidates(), *third]) == ["C"]
    assert add_candidates(engine, panel, two_candidates()) == []
    names = [listed.name for listed in list_candidates(engine, panel)]
    assert names == ["Budi", "Sari", "Wulan"]


def test_a_candidate_taken_out_goes_with_the_scores_and_leaves_the_letters(engine):
    panel, seats = ready_panel(engine)
    for letter in "AB":
        save_score(engine, seats[0], Score(letter, "a.git", 3, "clear"))

    remove_candidate(engine, panel, "A")

    assert [each.letter for each in list_candidates(engine, panel)] == ["B"]
    assert load_own_scores(engine, seats[0], "first")["candidate"].tolist() == ["B"]
    assert add_candidates(engine, panel, two_candidates()[:1]) == ["C"]


def test_no_candidate_is_taken_out_once_a_member_has_submitted(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats[:1])

    with refused("submitted"):
        remove_candidate(engine, panel, "A")


def test_no_candidate_joins_once_a_member_has_submitted(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats[:1])

    with refused("submitted"):
        add_candidates(engine, panel, two_candidates())


def test_a_self_rating_stays_shut_until_all_have_submitted(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats[:1])

    assert [listed.name for listed in list_candidates(engine, panel)] == [
        "Budi",
        "Sari",
    ]
    with refused("sealed"):
        load_candidates(engine, panel)


def test_a_nul_that_postgresql_cannot_keep_is_left_out(engine):
    panel = a_panel(engine)
    save_needs(engine, panel, "name: Role\n")
    odd = people("skill level\na.git 3", names=("Bu\0di",))

    add_candidates(engine, panel, odd)

    assert list_candidates(engine, panel)[0].name == "Budi"
