"""Questions on a phone: read what is near, and every area from its heading on."""

import pytest
from playwright.sync_api import Locator, expect

from skillgap.domain.framework import Framework
from skillgap.domain.person.quick_set import choose_quick_set
from tests.browser.conftest import Open
from tests.browser.tab import UNSURE, Tab, eventually

PYTHON, TESTING = "programming.python", "programming.testing"
READ_ALL = {"en": "Read all levels", "id": "Baca semua level"}
HAS_FOCUS = "e => e === document.activeElement"


def place(element: Locator) -> float:
    """Return how far an element is from the top of the screen."""
    return float(element.evaluate("e => e.getBoundingClientRect().top"))


def heading(tab: Tab) -> Locator:
    """Return the heading of the area on the screen."""
    return tab.at("area-heading").get_by_role("heading")


def begins(tab: Tab, name: str) -> None:
    """Expect an area to begin at the top of the screen, with the focus there."""
    expect(heading(tab)).to_have_text(name)
    expect(heading(tab)).to_be_focused()
    tab.ready()
    eventually(lambda: 0 <= place(heading(tab)) < 100)
    expect(heading(tab)).to_be_focused()


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


@pytest.mark.parametrize("language", ["en", "id"])
def test_each_area_gone_to_by_a_button_begins_at_its_heading(
    open_browser: Open, framework: Framework, language: str
) -> None:
    tab = open_browser(language, width=390).open("assess")
    quick = choose_quick_set(framework.profiles["llm_engineer"], framework.area_of)
    names = [area.name.in_language(language) for area in framework.areas.values()]
    assert {framework.area_of[skill] for skill in quick} == set(framework.areas)
    expect(heading(tab)).to_have_text(names[0])
    assert not heading(tab).evaluate(HAS_FOCUS)
    for name in names[1:]:
        tab.press("area-on")
        begins(tab, name)
    for name in names[-2:-4:-1]:
        tab.press("area-back")
        begins(tab, name)


def test_an_area_chosen_or_met_again_leaves_the_focus_where_it_is(
    open_browser: Open, framework: Framework
) -> None:
    names = [area.name.en for area in framework.areas.values()]
    tab = open_browser(width=390).open("assess").press("area-on")
    begins(tab, names[1])
    tab.go("gaps").go("assess")
    expect(heading(tab)).to_have_text(names[1])
    assert not heading(tab).evaluate(HAS_FOCUS)
    tab.choose("area", 2)
    expect(heading(tab)).to_have_text(names[2])
    assert not heading(tab).evaluate(HAS_FOCUS)
    tab.press("area-on")
    begins(tab, names[3])


def test_going_on_from_quick_to_full_begins_at_a_heading(
    open_browser: Open, framework: Framework
) -> None:
    names = [area.name.en for area in framework.areas.values()]
    tab = open_browser(width=390).open("assess")
    tab.choose("area", len(names) - 1)
    expect(heading(tab)).to_have_text(names[-1])
    tab.press("to-full")
    begins(tab, names[0])
