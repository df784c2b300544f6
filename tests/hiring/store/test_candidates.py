"""Candidates of a panel."""

import pandas as pd

from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.candidates import add_candidates, remove_candidate
from skillgap.hiring.store.panels import save_needs
from skillgap.hiring.store.scores import load_own_scores, save_score
from skillgap.hiring.store.seats import take_seat
from tests.hiring.store.panels import (
    MEMBERS,
    a_panel,
    all_submit,
    ready_panel,
    refused,
    standing,
    two_candidates,
)
from tests.needs import people


def test_no_candidate_is_opened_before_the_needs_are_fixed(engine):
    with refused("needs_open"):
        add_candidates(engine, a_panel(engine), two_candidates())


def test_candidates_come_back_as_they_were_given(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats)

    revealed = standing(engine, panel).revealed
    for kept, given in zip(revealed.candidates, two_candidates()):
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
    panel, seats = ready_panel(engine)
    third = people("skill level\na.git 1", names=("Wulan",))

    assert add_candidates(engine, panel, [*two_candidates(), *third]) == ["C"]
    assert add_candidates(engine, panel, two_candidates()) == []
    all_submit(engine, seats)
    names = [each.name for each in standing(engine, panel).revealed.candidates]
    assert names == ["Budi", "Sari", "Wulan"]


def test_a_candidate_taken_out_goes_with_the_scores_and_leaves_the_letters(engine):
    panel, seats = ready_panel(engine)
    for letter in "AB":
        save_score(engine, seats[0], Score(letter, "a.git", 3, "clear"))

    remove_candidate(engine, panel, "A")

    assert standing(engine, panel).letters == ("B",)
    assert load_own_scores(engine, panel, "Rini-key")["candidate"].tolist() == ["B"]
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


def test_of_a_candidate_only_the_letter_is_known_until_all_have_submitted(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats[:1])

    for key in ("chair-key", "Rini-key", "Tono-key"):
        seen = standing(engine, panel, key)
        assert (seen.letters, seen.revealed) == (("A", "B"), None)
        assert "Budi" not in str(seen)


def test_a_candidate_who_rated_nothing_is_in_the_panel_all_the_same(engine):
    panel = a_panel(engine)
    save_needs(engine, panel, "name: Role\n")
    add_candidates(engine, panel, people("skill level\na.git ?", names=("Budi",)))
    seats = [take_seat(engine, panel, m, f"{m}-key") for m in MEMBERS]
    all_submit(engine, seats)

    (kept,) = standing(engine, panel).revealed.candidates
    assert (kept.name, len(kept.ratings)) == ("Budi", 0)


def test_a_nul_that_postgresql_cannot_keep_is_left_out(engine):
    panel = a_panel(engine)
    save_needs(engine, panel, "name: Role\n")
    odd = people("skill level\na.git 3", names=("Bu\0di",))

    add_candidates(engine, panel, odd)

    seats = [take_seat(engine, panel, m, f"{m}-key") for m in MEMBERS]
    all_submit(engine, seats)
    assert standing(engine, panel).revealed.candidates[0].name == "Budi"
