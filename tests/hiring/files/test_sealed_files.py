"""Sealed scorecards: readable only together, with the panel's code."""

import json
from dataclasses import replace

import pytest

from skillgap.files.wording import describe_problem
from skillgap.hiring.files.sealed_files import (
    CardsCall,
    open_scorecards,
    seal_scorecard,
)
from skillgap.hiring.scorecards import Score, Scorecard
from tests.files.payloads import give_up

CODE = "ABCDE-FGHJK-23456-PQRST"
MEMBERS = ["Rini", "Tono"]
SEEN = {"A": "0123456789ab", "B": "ba9876543210"}
RINI = Scorecard(
    "LLM engineer",
    "Rini",
    (Score("A", "ml.nlp", 3, "clear"), Score("B", "ml.nlp", None)),
    SEEN,
)
TONO = replace(RINI, member="Tono", scores=(Score("A", "ml.nlp", 1),))


@pytest.fixture(scope="module")
def sealed():
    """Return one sealed file per member; deriving a key takes a moment."""
    return [(f"{c.member}.json", seal_scorecard(c, CODE)) for c in (RINI, TONO)]


def open_all(files, code=CODE, stage="first", skills=("ml.nlp",), **more):
    call = CardsCall(code, MEMBERS, SEEN, skills, stage)
    return open_scorecards(files, call, **more)


def codes_of(reading):
    return [problem.code for problem in reading.problems]


def changed(content, **values):
    return json.dumps({**json.loads(content), **values}).encode()


def test_all_cards_are_opened_at_once_in_the_order_of_the_members(sealed):
    reading = open_all(sealed[::-1])

    assert reading.cards == (RINI, TONO)
    assert (reading.missing, reading.problems) == ((), ())


def test_a_sealed_file_shows_the_member_and_nothing_they_scored(sealed):
    text = sealed[0][1].decode()

    assert "Rini" in text
    assert not any(word in text for word in ("ml.nlp", "clear", "LLM", CODE))


def test_the_code_may_be_typed_with_other_capitals_and_without_hyphens(sealed):
    assert len(open_all(sealed, CODE.lower().replace("-", " ")).cards) == 2


def test_while_a_member_is_missing_none_is_opened(sealed):
    reading = open_all(sealed[:1])

    assert reading.cards == ()
    assert (reading.missing, codes_of(reading)) == (("Tono",), ["scorecard_missing"])
    assert describe_problem(reading.problems[0]).startswith("Tono: ")


def test_told_to_the_chair_opens_without_the_missing_who_stay_named(sealed):
    reading = open_all(sealed[:1], without_missing=True)

    assert (reading.cards, reading.missing) == ((RINI,), ("Tono",))
    assert reading.problems == ()


def test_another_code_opens_nothing_and_says_so(sealed):
    reading = open_all(sealed, "ZZZZZ-FGHJK-23456-PQRST")

    assert reading.cards == ()
    assert codes_of(reading) == [*["scorecard_wrong_code"] * 2, "scorecard_missing"]


@pytest.mark.parametrize("place", [0, 40, -20])
def test_a_changed_seal_is_refused(sealed, place):
    token = list(json.loads(sealed[0][1])["sealed"])
    token[place] = "A" if token[place] != "A" else "B"
    broken = changed(sealed[0][1], sealed="".join(token))

    reading = open_all([("x.json", broken), sealed[1]])

    assert codes_of(reading) == ["scorecard_changed", "scorecard_missing"]
    assert reading.cards == ()


def test_a_file_under_another_members_name_is_refused(sealed):
    forged = changed(sealed[0][1], member="Tono")

    reading = open_all([sealed[0], ("x.json", forged)])

    assert codes_of(reading) == ["scorecard_changed", "scorecard_missing"]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b"[[", b'{"format": "skillgap-scorecard-1"}'],
)
def test_something_else_than_a_scorecard_is_refused(sealed, content):
    reading = open_all([*sealed, ("x.json", content)])

    assert codes_of(reading) == ["scorecard_unreadable"]
    assert len(reading.cards) == 2


@pytest.mark.parametrize(
    ("part", "code"), [(str, "scorecard_unreadable"), (bytes, "scorecard_changed")]
)
def test_a_card_deeper_than_its_reader_goes_down_is_refused(
    sealed, monkeypatch, part, code
):
    """The envelope is read as a text, what was sealed in it as bytes."""
    loads = json.loads
    monkeypatch.setattr(
        json, "loads", lambda text: (give_up if type(text) is part else loads)(text)
    )

    assert codes_of(open_all(sealed, without_missing=True)) == [code] * 2


@pytest.mark.parametrize("part", ["salt", "check"])
def test_a_broken_envelope_is_refused(sealed, part):
    broken = changed(sealed[0][1], **{part: "no base64 ***"})

    assert codes_of(open_all([("x.json", broken), sealed[1]])) == [
        "scorecard_unreadable",
        "scorecard_missing",
    ]


def test_two_cards_of_one_member_open_neither(sealed):
    reading = open_all([*sealed, ("again.json", sealed[0][1])])

    assert codes_of(reading) == ["scorecard_repeated", "scorecard_missing"]
    assert reading.missing == ("Rini",)


def test_a_stranger_is_no_member(sealed):
    stranger = seal_scorecard(replace(RINI, member="Eve"), CODE)

    reading = open_all([*sealed, ("eve.json", stranger)])

    assert codes_of(reading) == ["scorecard_of_a_stranger"]
    assert reading.cards == (RINI, TONO)


def test_a_card_on_the_same_letters_of_other_files_is_refused(sealed):
    swapped = {"A": SEEN["B"], "B": SEEN["A"]}
    card = seal_scorecard(replace(RINI, fingerprints=swapped), CODE)

    reading = open_all([("x.json", card), sealed[1]])

    assert codes_of(reading) == ["scorecard_other_candidates", "scorecard_missing"]


@pytest.mark.parametrize(
    "scores",
    [
        (Score("A", "ml.nlp", 6),),
        (Score("A", "ml.nlp", -1),),
        (Score("A", "ml.nlp", 1), Score("A", "ml.nlp", 5)),
        (Score("Z", "ml.nlp", 1),),
    ],
)
def test_a_card_that_makes_no_sense_is_refused_although_the_seal_holds(scores, sealed):
    card = seal_scorecard(replace(RINI, scores=scores), CODE)

    assert "scorecard_changed" in codes_of(open_all([("x.json", card), sealed[1]]))


def test_a_code_that_could_be_guessed_seals_nothing():
    with pytest.raises(ValueError, match="12"):
        seal_scorecard(RINI, "panel")
    with pytest.raises(ValueError, match="12"):
        open_all([], "panel")


def test_two_seals_of_one_card_are_not_alike(sealed):
    again = json.loads(seal_scorecard(RINI, CODE))
    first = json.loads(sealed[0][1])

    assert again["salt"] != first["salt"]
    assert again["sealed"] != first["sealed"]


@pytest.mark.parametrize("stage", ["first", "after"])
def test_a_card_of_the_other_stage_is_refused_and_says_which(stage):
    card = replace(TONO, stage="after" if stage == "first" else "first")

    reading = open_all(
        [("t.json", seal_scorecard(card, CODE))], stage=stage, without_missing=True
    )

    assert reading.cards == ()
    assert codes_of(reading) == [f"scorecard_stage_{card.stage}"]


def test_a_card_on_skills_the_role_does_not_ask_is_refused():
    card = replace(TONO, scores=(Score("A", "no.such_skill", 1),))

    reading = open_all([("t.json", seal_scorecard(card, CODE))], without_missing=True)

    (problem,) = reading.problems
    assert problem.code == "scorecard_other_skills"
    assert "no.such_skill" in describe_problem(problem)


def test_the_longest_notes_about_eight_candidates_can_be_opened_again():
    skills = tuple(f"a.skill_{n}" for n in range(61))
    seen = dict.fromkeys("ABCDEFGH", "0123456789ab")
    scores = tuple(Score(c, s, 3, "🙂" * 500) for c in seen for s in skills)
    card = replace(TONO, scores=scores, fingerprints=seen)

    call = CardsCall(CODE, ["Tono"], seen, skills)
    reading = open_scorecards([("t.json", seal_scorecard(card, CODE))], call)

    assert reading.cards == (card,)


def test_half_a_sign_in_a_note_is_refused_and_breaks_nothing(monkeypatch):
    card = replace(TONO, scores=(Score("A", "ml.nlp", 1, "HALF"),))
    write = json.dumps
    monkeypatch.setattr(
        "skillgap.hiring.files.sealed_files.json.dumps",
        lambda data, **more: write(data, **more).replace("HALF", "\\ud800"),
    )
    sealed = seal_scorecard(card, CODE)
    monkeypatch.undo()

    reading = open_all([("t.json", sealed)], without_missing=True)

    assert codes_of(reading) == ["scorecard_changed"]


def test_a_note_longer_than_the_page_takes_is_refused():
    card = replace(TONO, scores=(Score("A", "ml.nlp", 1, "x" * 501),))

    reading = open_all([("t.json", seal_scorecard(card, CODE))], without_missing=True)

    assert codes_of(reading) == ["scorecard_changed"]
