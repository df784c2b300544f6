"""Two people take the reality check: one claims too much, the other too little."""

import re

import pytest
from playwright.sync_api import Locator, expect

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Check
from skillgap.domain.person.reality import ROUND
from skillgap.storage.checks import load_checks
from skillgap.storage.people import find_person
from tests.browser.conftest import Open
from tests.browser.tab import Tab, eventually
from tests.people import rate

PROBABLY = {"en": r"probably (\d)", "id": r"kemungkinan besar (\d)"}


def letters(text: str) -> str:
    """Return the letters and digits of a text, which markdown leaves alone."""
    return re.sub(r"\W", "", text)


def read_check(tab: Tab, framework: Framework, language: str) -> tuple[str, Check]:
    """Find the check on the screen by the text of its question."""
    form, found = tab.page.get_by_test_id("stForm"), list[tuple[str, Check]]()

    def drawn() -> bool:
        shown = letters(form.inner_text())
        found[:] = [
            (key, check)
            for key, check in framework.checks.items()
            if letters(check.question.in_language(language)) in shown
        ]
        return bool(found)

    eventually(drawn)
    return found[0]


def option(tab: Tab, key: str, place: int) -> Locator:
    """Return the label of an option, counted from 1."""
    return tab.at(f"option-{key}").get_by_test_id("stRadioOption").nth(place - 1)


def fill_in(tab: Tab, key: str, check: Check, right: bool) -> None:
    """Choose or type a right or a wrong answer."""
    if check.number:
        value = check.number.value if right else check.number.value + 1000
        field = tab.at(f"number-{key}").get_by_role("textbox")
        field.fill(f"{value}".replace(".", ","))
    else:
        wrong = check.correct % len(check.options) + 1
        option(tab, key, check.correct if right else wrong).click()


def answer(tab: Tab, framework: Framework, language: str, right: bool | None) -> None:
    """Answer the check on the screen, None is "I don't know"."""
    key, check = read_check(tab, framework, language)
    if right is None:
        tab.press(f"unknown-{key}")
    else:
        fill_in(tab, key, check, right)
        tab.at(f"sure-{key}").get_by_role("radio").first.click()
        tab.press(f"answer-{key}")
    expect(tab.at(f"explained-{key}")).to_be_visible()


def take_a_round(
    tab: Tab, framework: Framework, language: str, pattern: list[bool | None]
) -> None:
    """Answer a round of checks, following a pattern over and over."""
    tab.press("reality-begin")
    for place in range(ROUND):
        expect(tab.page.get_by_test_id("stForm")).to_be_visible()
        answer(tab, framework, language, pattern[place % len(pattern)])
        tab.press("reality-next" if place < ROUND - 1 else "reality-stop")
    expect(tab.at("reality-begin")).to_be_visible()


def shown_estimates(tab: Tab, language: str) -> list[int]:
    """Return the estimate of each checked skill as the page says it in words."""
    words = tab.page.get_by_test_id("stMain").inner_text()
    return [int(level) for level in re.findall(PROBABLY[language], words)]


def claim_everywhere(tab: Tab, framework: Framework, key: str, level: int) -> None:
    """Let the owner of a key claim one level in every skill."""
    with tab.server.opened_database() as engine:
        rate(engine, key, dict.fromkeys(framework.skills, level))


def kept(tab: Tab, key: str) -> tuple[int, set[str]]:
    """Return how many answers are kept, and of which skills."""
    with tab.server.opened_database() as engine:
        table = load_checks(engine, find_person(engine, key))
    return int((table["answered_at"] != "").sum()), set(table["skill"])


@pytest.mark.parametrize(
    ("language", "claim", "pattern"),
    [("en", 4, [False, None]), ("id", 1, [True])],
    ids=["who claims too much", "who claims too little"],
)
def test_a_round_of_checks_brings_the_estimate_towards_what_somebody_can(
    open_browser: Open, framework: Framework, language: str, claim: int, pattern: list
) -> None:
    key = f"reality-{claim}" + "x" * 30
    tab = open_browser(language, key=key)
    claim_everywhere(tab, framework, key, claim)
    tab.open("reality")
    take_a_round(tab, framework, language, pattern)
    answers, skills = kept(tab, key)
    assert answers == ROUND
    estimates: list[int] = []

    def drawn() -> bool:
        estimates[:] = shown_estimates(tab, language)
        return len(estimates) == len(skills)

    eventually(drawn)
    assert all(level < 3 if claim == 4 else level > 1 for level in estimates)
    assert set(tab.levels().values()) == {claim}
