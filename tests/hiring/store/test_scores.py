"""Scores of a panel: sealed until all have submitted."""

import pytest

from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.scores import load_own_scores, save_score
from skillgap.hiring.store.seats import submit_scores
from tests.hiring.store.panels import all_submit, ready_panel, refused, standing

GIT = Score("A", "a.git", 3, "clear")


def test_scores_of_others_stay_shut_until_all_have_submitted(engine):
    panel, (rini, tono) = ready_panel(engine)
    save_score(engine, rini, GIT)
    save_score(engine, tono, Score("A", "a.git", 1, "a secret"))
    submit_scores(engine, rini)

    for key in ("chair-key", "Rini-key"):
        seen = standing(engine, panel, key)
        assert seen.revealed is None
        assert "secret" not in seen.own.to_csv() + seen.members.to_csv() + str(seen)
    assert list(standing(engine, panel, "Rini-key").own["level"]) == [3]
    assert standing(engine, panel, "chair-key").own.empty

    submit_scores(engine, tono)

    seen = standing(engine, panel, "Rini-key")
    assert list(seen.revealed.scores["level"]) == [3, 1]
    assert list(seen.own["level"]) == [3]


def test_a_second_score_replaces_the_first_until_it_is_submitted(engine):
    panel, (rini, _) = ready_panel(engine)
    save_score(engine, rini, GIT)
    save_score(engine, rini, Score("A", "a.git", None, "cannot say"))

    own = load_own_scores(engine, panel, "Rini-key")
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

    scores = standing(engine, panel).revealed.scores
    assert list(scores["stage"]) == ["first", "first", "after"]
    assert list(scores["level"]) == [3, 3, 5]
    assert scores.iloc[2].to_dict() == {
        "member": "Tono", "candidate": "A", "skill": "a.git", "level": 5,
        "note": "heard more", "stage": "after",
    }  # fmt: skip
