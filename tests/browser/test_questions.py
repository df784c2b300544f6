"""Questions on a phone: a level is chosen at once and read with its neighbours."""

import pytest
from playwright.sync_api import Locator, expect

from skillgap.domain.framework import Framework
from tests.browser.conftest import Open
from tests.browser.tab import UNSURE, eventually

PYTHON, TESTING = "programming.python", "programming.testing"
READ_ALL = {"en": "Read all levels", "id": "Baca semua level"}


def place(element: Locator) -> float:
    """Return how far an element is from the top of the screen."""
    return float(element.evaluate("e => e.getBoundingClientRect().top"))


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_level_is_chosen_at_once_read_with_its_neighbours_and_kept(
    open_browser: Open, framework: Framework, language: str
) -> None:
    tab = open_browser(language, width=390).open("assess")
    skill = framework.skills[PYTHON]
    card = tab.at(f"question-{PYTHON.replace('.', '-')}")
    group = card.get_by_role("radiogroup", name=skill.name.in_language(language))
    anchors = [
        card.get_by_text(anchor.in_language(language)).locator("visible=true")
        for anchor in skill.anchors.values()
    ]
    expect(group).to_have_count(1)
    for anchor in anchors:
        expect(anchor).to_have_count(0)
    tab.option(PYTHON, 4).click(trial=True)
    before = place(tab.option(PYTHON, 4))
    tab.answer(PYTHON, 4)
    for anchor, count in zip(anchors, (0, 0, 1, 1, 1), strict=True):
        expect(anchor).to_have_count(count)
    assert place(tab.option(PYTHON, 4)) == before
    assert tab.levels() == {PYTHON: 4}
    tab.answer(TESTING, UNSURE)
    card.get_by_text(READ_ALL[language]).click()
    for anchor, count in zip(anchors, (1, 1, 2, 2, 2), strict=True):
        expect(anchor).to_have_count(count)
    eventually(lambda: tab.levels() == {PYTHON: 4, TESTING: None})


def test_levels_are_walked_by_the_arrows_and_what_is_read_follows(
    open_browser: Open, framework: Framework
) -> None:
    tab = open_browser(width=390).open("assess")
    tab.option(PYTHON, 1).click()
    expect(tab.at(f"undo-{PYTHON}")).to_be_visible()
    for level in (2, 3):
        tab.page.keyboard.press("ArrowRight")
        act = tab.page.locator("strong", has_text=framework.anchor(PYTHON, level).en)
        expect(act.locator("visible=true")).to_have_count(1)
        expect(tab.option(PYTHON, level).locator("input")).to_be_focused()
    eventually(lambda: tab.levels() == {PYTHON: 3})
