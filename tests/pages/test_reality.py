"""Reality check: one scenario at a time, private, beside the claim."""

from collections.abc import Mapping

import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Check
from skillgap.domain.person.reality import estimate_levels, read_answers
from skillgap.domain.ratings import levels_on
from skillgap.storage.checks import answer_check, ask_check, load_checks
from skillgap.storage.people import add_person
from tests.pages.conftest import Open
from tests.pages.sentences import said
from tests.pages.visitor import LANGUAGES, UNSURE, Visitor
from tests.people import FIRST_DAY, rate, targets_of

GIT = "programming.git"
SCOPE = (
    "Short production scenarios on the skills that weigh most for your profile, at the "
    "levels you claim. About {count} questions, 5 to 15 minutes; you can stop at any "
    "time and go on later."
)
PRIVACY = (
    "Only you see questions, answers and how sure you were. A claim is never "
    "overwritten: the estimate stands beside it. From the first question on a skill "
    "its rating is locked; a change becomes a new version."
)
TOO_FEW = (
    "Not enough yet: {done} of {needed} answers. With fewer, chance speaks louder than "
    "you. Nobody else sees this."
)


def claim_all(engine: Engine, framework: Framework, level: int) -> None:
    """Let the visitor claim one level in every skill of the profile."""
    rate(
        engine, "browser-a", dict.fromkeys(targets_of(framework, "llm_engineer"), level)
    )


def begin(open_app: Open, language: str = "en") -> Visitor:
    """Open the page and let the first question come."""
    return open_app(locale=language).open("reality").click("reality-begin")


def asked(visitor: Visitor) -> str:
    """Return the check on the screen."""
    return next(visitor.keys("answer-")).removeprefix("answer-")


def fill(visitor: Visitor, **values: int | str) -> Visitor:
    """Fill in fields of the form on the screen; they go along with its button."""
    key = asked(visitor)
    for field, value in values.items():
        visitor.widget(f"{field}-{key}").set_value(value)
    return visitor


def respond(visitor: Visitor, framework: Framework, right: bool) -> Visitor:
    """Fill in a right or a wrong response."""
    check = framework.checks[asked(visitor)]
    if check.number:
        value = check.number.value if right else -check.number.value - 99
        return fill(visitor, number=f"{value}".replace(".", ","))
    assert check.correct
    wrong = check.correct % len(check.options) + 1
    return fill(visitor, option=check.correct if right else wrong)


def send(visitor: Visitor) -> Visitor:
    """Press the button of the form."""
    return visitor.click(f"answer-{asked(visitor)}")


def take(
    visitor: Visitor, framework: Framework, right: bool = True, sure: str = "sure"
) -> Visitor:
    """Answer the check on the screen."""
    respond(visitor, framework, right)
    return send(fill(visitor, sure=sure))


def shown(
    open_app: Open,
    engine: Engine,
    framework: Framework,
    kind: str,
    language: str = "en",
) -> Visitor:
    """Open the page on a check with ``options``, or one with a ``number``."""
    checks = framework.checks.items()
    key, check = next((k, c) for k, c in checks if getattr(c, kind))
    rate(engine, "browser-a", {check.skill: 3})
    ask_check(engine, add_person(engine, "browser-a", FIRST_DAY), key, check.skill)
    return open_app(locale=language).open("reality")


def kept(visitor: Visitor) -> list[dict]:
    """Return the checks of the visitor in the database."""
    person = visitor.person()
    assert person is not None
    return load_checks(visitor.engine, person).to_dict("records")


def store_answers(
    engine: Engine, checks: Mapping[str, Check], right: bool = True
) -> None:
    """Store answers to some checks, all of them sure."""
    person = add_person(engine, "browser-a", FIRST_DAY)
    for key, check in checks.items():
        ask_check(engine, person, key, check.skill)
        answer_check(engine, person, key, "1", right, "sure")


def first(framework: Framework, count: int) -> dict[str, Check]:
    """Return the first so many checks of the bank."""
    return dict(list(framework.checks.items())[:count])


# Before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_is_sent_to_rate_first(open_app: Open, language: str) -> None:
    visitor = open_app(locale=language).open("reality")
    sentence = "Rate a few skills first; this page works on your own answers."
    assert said(language, sentence) in visitor.text()
    assert visitor.app.get("page_link")
    assert not visitor.has("reality-begin")


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_question_one_reads_what_follows_and_who_sees_it(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    text = open_app(locale=language).open("reality").text()
    assert said(language, SCOPE, count="12") in text
    assert said(language, PRIVACY) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_rating_people_are_told_that_a_check_follows(
    open_app: Open, language: str
) -> None:
    text = open_app(locale=language).open("assess").text()
    assert {"en": "reality check", "id": "cek realitas"}[language] in text


def test_opening_the_page_shows_no_check_and_locks_nothing(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    assert kept(open_app().open("reality")) == []


# A question


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_question_is_asked_at_a_time_in_the_readers_language(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app, language)
    check = framework.checks[asked(visitor)]
    assert len(list(visitor.keys("answer-"))) == 1
    assert check.question.in_language(language) in visitor.text()
    assert said(language, "Question {place} of {count}", place="1", count="12") in (
        visitor.text()
    )


def test_the_check_asked_is_about_a_claimed_skill_near_its_level(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    check = framework.checks[asked(begin(open_app))]
    assert check.skill in targets_of(framework, "llm_engineer")
    assert abs(check.level - 3) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_i_dont_know_is_an_answer_that_needs_no_confidence(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app, language)
    key = asked(visitor)
    visitor.click(f"unknown-{key}")
    (row,) = kept(visitor)
    assert (row["response"], row["right"], row["confidence"]) == ("dont_know", 0, "")
    respectable = "You said you don't know, which is an answer too"
    assert said(language, respectable) in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_confidence_nothing_is_kept_and_the_page_says_what_is_missing(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app, language)
    key = asked(visitor)
    send(respond(visitor, framework, True))
    assert kept(visitor)[0]["answered_at"] == ""
    assert said(language, "Say how sure you are; it stays with you.") in visitor.text()
    assert asked(visitor) == key


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_response_nothing_is_kept(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app, language)
    send(fill(visitor, sure="sure"))
    assert kept(visitor)[0]["answered_at"] == ""
    assert visitor.app.warning


@pytest.mark.parametrize("sign", [",", "."])
def test_a_number_is_right_with_comma_and_with_point(
    open_app: Open, engine: Engine, framework: Framework, sign: str
) -> None:
    visitor = shown(open_app, engine, framework, "number")
    key = asked(visitor)
    value = framework.checks[key].number.value
    typed = f"{value:.4f}".replace(".", sign)
    send(fill(visitor, number=typed, sure="fairly"))
    row = kept(visitor)[-1]
    assert (row["right"], row["response"], row["confidence"]) == (1, typed, "fairly")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_can_be_typed_again(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    visitor = shown(open_app, engine, framework, "number", language)
    key = asked(visitor)
    send(fill(visitor, number="a lot", sure="sure"))
    assert kept(visitor)[-1]["answered_at"] == ""
    assert "43,2" in visitor.app.warning[0].value
    assert asked(visitor) == key


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_worked_answer_follows_at_once(
    open_app: Open, engine: Engine, framework: Framework, language: str, right: bool
) -> None:
    visitor = shown(open_app, engine, framework, "options", language)
    check = framework.checks[asked(visitor)]
    text = take(visitor, framework, right).text()
    assert check.explanation.in_language(language) in text
    assert check.options[check.correct - 1].in_language(language) in text
    assert said(language, "Right" if right else "Not this one") in text
    assert kept(visitor)[-1]["right"] == int(right)


def test_the_next_question_is_another_one(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app)
    first = asked(visitor)
    take(visitor, framework).click("reality-next")
    assert asked(visitor) != first
    assert [row["check"] for row in kept(visitor)] == [first, asked(visitor)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_no_check_is_left_the_page_says_so_instead_of_offering_one(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate(engine, "browser-a", {GIT: 2})
    store_answers(engine, {k: c for k, c in framework.checks.items() if c.skill == GIT})
    visitor = open_app(locale=language).open("reality")
    assert not visitor.has("reality-begin")
    assert visitor.app.info


# Pause and resume


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_left_open_is_there_again_in_a_new_session(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    first = begin(open_app, language)
    take(first, framework).click("reality-next")
    later = open_app(locale=language).open("reality")
    assert asked(later) == asked(first)
    assert said(language, "Question {place} of {count}", place="2", count="12") in (
        later.text()
    )


def test_who_stops_finds_the_way_on(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = take(begin(open_app), framework).click("reality-stop")
    assert visitor.has("reality-begin")
    visitor.click("reality-begin")
    assert len(kept(visitor)) == 2


def test_another_browser_sees_nothing_of_it(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    take(begin(open_app), framework)
    other = open_app(key="browser-b").open("reality")
    assert not other.has("intervals")
    assert other.person() is None


def test_a_change_of_language_keeps_the_question(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app, "en")
    key = asked(visitor)
    visitor.set("language", "id")
    assert asked(visitor) == key
    assert framework.checks[key].question.id in visitor.text()


# What the answers support


@pytest.mark.parametrize("language", LANGUAGES)
def test_claim_and_estimate_stand_side_by_side_in_words(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 4)
    visitor = begin(open_app, language)
    skill = framework.checks[asked(visitor)].skill
    take(visitor, framework, right=False)
    found = estimates_of(visitor, framework)[skill]
    words = said(
        language, "claimed {claim}, probably {level}, could be {low} to {high}",
        claim="4", level=str(found.level), low=str(found.low), high=str(found.high),
    )  # fmt: skip
    assert words in visitor.text()
    assert visitor.has("intervals")


def estimates_of(visitor: Visitor, framework: Framework) -> dict:
    """Return the estimates of the domain for what is in the database."""
    answers = read_answers(framework, load_checks(visitor.engine, visitor.person()))
    return estimate_levels(framework, levels_of(visitor, framework), answers)


def levels_of(visitor: Visitor, framework: Framework):
    return levels_on(visitor.ratings().reset_index(), list(framework.skills))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_outside_the_interval_is_worth_another_look_and_no_verdict(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 5)
    visitor = begin(open_app, language)
    while (sentence := said(language, "Worth another look.")) not in visitor.text():
        take(visitor, framework, right=False).click("reality-next")
    assert sentence in visitor.text()


def test_no_answer_changes_a_claim(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 4)
    visitor = begin(open_app)
    for _ in range(3):
        take(visitor, framework, right=False).click("reality-next")
    assert set(visitor.ratings()["level"]) == {4}


def test_two_answers_that_bear_a_level_out_make_it_checked(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate(engine, "browser-a", {GIT: 2})
    visitor = begin(open_app)
    take(visitor, framework).click("reality-next")
    assert visitor.ratings().loc[GIT, "basis"] == "claimed"
    take(visitor, framework)
    assert visitor.ratings().loc[GIT, "basis"] == "checked"


def test_a_line_of_evidence_leaves_a_checked_level_checked(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    visitor = open_app().answer(GIT, 3)
    store_answers(engine, {k: c for k, c in framework.checks.items() if c.skill == GIT})
    visitor.answer(GIT, 3).set(f"evidence-{GIT}", "repo X, May")
    row = visitor.ratings().loc[GIT]
    assert (row["basis"], row["evidence"]) == ("checked", "repo X, May")


@pytest.mark.parametrize("choice", [5, UNSURE])
def test_checks_of_a_lower_level_make_no_other_answer_checked(
    open_app: Open, engine: Engine, framework: Framework, choice: int | str
) -> None:
    visitor = open_app().answer(GIT, 3)
    checks = {k: c for k, c in framework.checks.items() if c.skill == GIT}
    store_answers(engine, checks, right=False)
    visitor.answer(GIT, choice)
    assert visitor.ratings().loc[GIT, "basis"] == "claimed"


def test_a_level_changed_after_a_check_leaves_the_first_claim_in_the_records(
    open_app: Open, engine: Engine
) -> None:
    visitor = open_app().answer(GIT, 4).open("reality").click("reality-begin")
    visitor.answer(GIT, 2)
    query = "select version, level from ratings order by version"
    with engine.connect() as connection:
        found = connection.exec_driver_sql(query).all()
    assert found == [(1, 4), (2, 2)]


# How sure, how right


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_twenty_answers_calibration_says_not_enough_yet(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    claim_all(engine, framework, 3)
    store_answers(engine, first(framework, 19))
    visitor = open_app(locale=language).open("reality")
    assert said(language, TOO_FEW, done="19", needed="20") in visitor.text()
    assert not visitor.has("reliability")


@pytest.mark.parametrize(
    ("right", "verdict"),
    [
        (True, "How sure you were fits how right you were, as far as this tells"),
        (False, "You were surer than right"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_twenty_answers_on_how_sure_stands_against_how_right(
    open_app: Open,
    engine: Engine,
    framework: Framework,
    language: str,
    right: bool,
    verdict: str,
) -> None:
    claim_all(engine, framework, 3)
    store_answers(engine, first(framework, 20), right)
    visitor = open_app(locale=language).open("reality")
    assert said(language, verdict) in visitor.text()
    assert visitor.has("reliability")


def test_dont_know_is_no_confidence_and_does_not_count(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = begin(open_app)
    visitor.click(f"unknown-{asked(visitor)}")
    assert "0 of 20" in visitor.text()


# Private


def test_checks_leave_with_no_export(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = take(begin(open_app), framework, sure="fairly")
    exported = visitor.open("my_data").download("download-ratings")
    assert b"fairly" not in exported
    assert kept(visitor)[0]["check"].encode() not in exported


def test_erasing_in_another_tab_leaves_nothing_to_explain(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = take(begin(open_app), framework)
    open_app().open("my_data").set("erase-sure", True).click("erase")
    open_app().answer(GIT, 2)
    assert visitor.run().has("reality-begin")


def test_erasing_removes_the_checks_too(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    claim_all(engine, framework, 3)
    visitor = take(begin(open_app), framework).open("my_data")
    visitor.set("erase-sure", True).click("erase").open("reality")
    assert not visitor.has("reality-next")
    with engine.connect() as connection:
        count = connection.exec_driver_sql("select count(*) from check_answers")
        assert count.scalar_one() == 0
