"""The record of a panel by file: everything opened and decided comes back."""

import json
from dataclasses import asdict, replace

import pytest

from skillgap.files.wording import describe_problem
from skillgap.hiring.files.sealed_files import (
    RECORD_FORMAT,
    CardsCall,
    read_panel_record,
    seal_content,
    seal_scorecard,
    write_panel_record,
)
from skillgap.hiring.scorecards import Decision, Score, SealedPanel
from tests.hiring.files.test_sealed_files import CODE, RINI, SEEN, TONO

AFTER = replace(TONO, stage="after", scores=(Score("A", "ml.nlp", 2, "heard more"),))
DECIDED = Decision("Rini", "2026-11-25T10:00:00+00:00", "B", "invite", "clear acts")
PANEL = SealedPanel((RINI, TONO), ("Wati",), (AFTER,), (DECIDED,))
CALL = CardsCall(CODE, [], SEEN, ("ml.nlp",))


@pytest.fixture(scope="module")
def saved():
    """Return the record of the panel; deriving a key takes a moment."""
    return write_panel_record(PANEL, CODE)


def code_of(content, call=CALL):
    reading = read_panel_record("record.json", content, call)
    assert reading.panel is None
    (problem,) = reading.problems[:1]
    assert describe_problem(problem).startswith("record.json: ")
    return problem.code


def test_a_saved_record_loads_as_it_was(saved):
    assert read_panel_record("record.json", saved, CALL).panel == PANEL


def test_a_record_shows_nothing_without_the_code(saved):
    text = saved.decode()

    assert not any(word in text for word in ("Rini", "heard", "invite", "ml.nlp", CODE))


def test_another_code_opens_nothing(saved):
    other = replace(CALL, code="ZZZZZ-FGHJK-23456-PQRST")
    assert code_of(saved, other) == "record_wrong_code"


@pytest.mark.parametrize("content", [b"", b"{}", b"[[", b"\xff", b"name: x"])
def test_something_else_is_no_record(content):
    assert code_of(content) == "record_unreadable"


def test_a_scorecard_is_no_record():
    assert code_of(seal_scorecard(RINI, CODE)) == "record_unreadable"


def test_a_changed_record_is_refused(saved):
    envelope = json.loads(saved)
    sealed = envelope["sealed"]
    envelope["sealed"] = sealed[:60] + ("A" if sealed[60] != "A" else "B") + sealed[61:]

    assert code_of(json.dumps(envelope).encode()) == "record_changed"


@pytest.mark.parametrize(
    "change",
    [
        {"first": []},
        {"first": [asdict(RINI), asdict(RINI)]},
        {"first": [asdict(AFTER)]},
        {"after": [asdict(RINI)]},
        {"decisions": [{**asdict(DECIDED), "candidate": "Z"}]},
        {"decisions": [{**asdict(DECIDED), "reason": " "}]},
        {"first": [{**asdict(RINI), "scores": [asdict(Score("A", "ml.nlp", 9))]}]},
    ],
)
def test_a_record_somebody_made_with_the_code_must_hold_together(change):
    content = seal_content(RECORD_FORMAT, "", {**asdict(PANEL), **change}, CODE)

    assert code_of(content) == "record_changed"


def test_a_record_of_other_candidates_or_another_role_is_refused(saved):
    others = replace(CALL, fingerprints={"A": "x", "B": "y"})
    assert code_of(saved, others) == "scorecard_other_candidates"
    assert code_of(saved, replace(CALL, skills=("ml.evaluation",))) == (
        "scorecard_other_skills"
    )


def test_a_members_newer_scores_replace_their_earlier_ones():
    newer = replace(AFTER, scores=(Score("A", "ml.nlp", 4),))
    rini = replace(RINI, stage="after")

    panel = PANEL.with_after([newer, rini])

    assert panel.after == (rini, newer)
    assert panel.first == PANEL.first
