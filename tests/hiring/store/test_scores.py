"""Scores of a panel: sealed until all have submitted."""

import pytest

from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.candidates import (
    list_candidates,
)
from skillgap.hiring.store.decisions import load_decisions
from skillgap.hiring.store.scores import (
    is_revealed,
    load_own_scores,
    load_scores,
    save_score,
)
from skillgap.hiring.store.seats import (
    list_members,
    submit_scores,
)
from tests.hiring.store.panels import (
    all_submit,
    ready_panel,
    refused,
)

GIT = Score("A", "a.git", 3, "clear")


def test_scores_of_others_stay_shut_until_all_have_submitted(engine):
    panel, (rini, tono) = ready_panel(engine)
    save_score(engine, rini, GIT)
    save_score(engine, tono, Score("A", "a.git", 1))
    submit_scores(engine, rini)

    with refused("sealed") as sealed:
        load_scores(engine, panel)
    assert sealed.value.names == ("Tono",)
    assert list(load_own_scores(engine, rini)["level"]) == [3]
    assert not is_revealed(engine, panel)

    submit_scores(engine, tono)

    assert is_revealed(engine, panel)
    assert list(load_scores(engine, panel)["level"]) == [3, 1]


def test_before_the_reveal_no_function_hands_out_a_score_of_another(engine):
    panel, (rini, tono) = ready_panel(engine)
    save_score(engine, tono, Score("A", "a.git", 5, "a secret"))

    shown = [
        load_own_scores(engine, rini).to_csv(),
        list_members(engine, panel).to_csv(),
        str(list_candidates(engine, panel)),
        str(load_decisions(engine, panel)),
    ]

    assert not any("secret" in text for text in shown)


def test_a_second_score_replaces_the_first_until_it_is_submitted(engine):
    _, (rini, _) = ready_panel(engine)
    save_score(engine, rini, GIT)
    save_score(engine, rini, Score("A", "a.git", None, "cannot say"))

    own = load_own_scores(engine, rini)
    assert list(own["note"]) == ["cannot say"]
    assert own["level"].isna().all()

    submit_scores(engine, rini)
    with refused("submitted"):
        save_score(engine, rini, GIT)
    with refused("submitted"):
        submit_scores(engine, rini)


@pytest.mark.parametrize("level", [6, -1])
def test_a_score_off_the_scale_is_refused(engine, level):
    _, (rini, _) = ready_panel(engine)

    with pytest.raises(ValueError, match="scale"):
        save_score(engine, rini, Score("A", "a.git", level))


def test_nobody_scores_a_candidate_who_is_not_there(engine):
    _, (rini, _) = ready_panel(engine)

    with refused("no_candidate"):
        save_score(engine, rini, Score("Z", "a.git", 3))


def test_scores_after_the_discussion_stand_beside_the_first(engine):
    panel, seats = ready_panel(engine)
    with refused("sealed"):
        save_score(engine, seats[0], GIT, "after")
    all_submit(engine, seats)

    save_score(engine, seats[1], Score("A", "a.git", 5, "heard more"), "after")

    assert list(load_scores(engine, panel)["level"]) == [3, 3]
    after = load_scores(engine, panel, "after")
    assert after.to_dict("records") == [
        {"member": "Tono", "candidate": "A", "skill": "a.git", "level": 5,
         "note": "heard more"},
    ]  # fmt: skip
