"""Ways through the app, as a person walks them."""

from pathlib import Path

from playwright.sync_api import expect

from skillgap.domain.framework import Framework
from tests.browser.conftest import Open
from tests.browser.tab import UNSURE, Tab, eventually


def answer_all(tab: Tab, choices: int = 7) -> dict[str, int | None]:
    """Answer every question, area after area, by clicks; return what was chosen.

    With six choices each answer is a level, with seven some are "cannot say".
    """
    chosen: dict[str, int | None] = {}
    while True:
        for skill in tab.ready().questions():
            choice = len(chosen) % choices
            tab.answer(skill, choice)
            chosen[skill] = None if choice == UNSURE else choice
        if not tab.at("area-on").count():
            return chosen
        tab.press("area-on")
        expect(tab.at(f"level-{skill}")).to_have_count(0)


def test_on_a_phone_in_indonesian_from_the_first_question_to_ones_own_file_and_back(
    open_browser: Open, tmp_path: Path
) -> None:
    tab = open_browser("id", width=390).open()
    tab.press("begin-quick")
    expect(tab.at("mode")).to_be_visible()
    chosen = answer_all(tab)
    assert len(chosen) == 24
    eventually(lambda: tab.levels() == chosen)
    tab.press("to-gaps")
    expect(tab.at("radar-areas")).to_be_visible()
    tab.go("plan")
    expect(tab.page.locator('[class*="st-key-step-"]').first).to_be_visible()
    file = take_away(tab, tmp_path)
    erase(tab)
    bring_back(tab, file)
    eventually(lambda: tab.levels() == chosen)


def take_away(tab: Tab, folder: Path) -> Path:
    """Export the ratings as a file."""
    tab.go("my-data")
    with tab.page.expect_download() as waiting:
        tab.press("download-ratings")
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def erase(tab: Tab) -> None:
    """Erase everything, and see that it is gone."""
    tab.page.locator("details", has=tab.at("erase")).locator("summary").click()
    tab.at("erase-sure").locator("label").click()
    expect(tab.at("erase").get_by_role("button")).to_be_enabled()
    tab.press("erase")
    expect(tab.at("download-ratings")).to_have_count(0)
    assert tab.levels() == {}


def bring_back(tab: Tab, file: Path) -> None:
    """Import a file."""
    tab.at("import-file").locator("input[type=file]").set_input_files(file)
    tab.press("import-confirm")
    expect(tab.at("download-ratings")).to_be_visible()


def walk_by_keyboard(tab: Tab, key: str) -> None:
    """Press Tab until something with a key has the focus."""
    inside = "key => Boolean(document.activeElement.closest(key))"
    for _step in range(60):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate(inside, f".st-key-{key.replace('.', '-')}"):
            return
    raise AssertionError(f"Tab never came to {key}")


def answer_by_keyboard(tab: Tab, skill: str, choice: int) -> None:
    """Choose a level by Tab, Space and the arrows."""
    walk_by_keyboard(tab, f"level-{skill}")
    tab.page.keyboard.press("Space")
    for _step in range(choice):
        tab.page.keyboard.press("ArrowDown")
    expect(tab.option(skill, choice).locator("input")).to_be_checked()
    expect(tab.at(f"undo-{skill}")).to_be_visible()


def test_in_english_and_dark_all_61_skills_the_first_area_by_keyboard_alone(
    open_browser: Open, framework: Framework
) -> None:
    tab = open_browser("en", dark=True).open("assess")
    tab.at("mode").get_by_role("radio").nth(1).click()
    first = list(framework.areas["programming"].skills)
    expect(tab.at(f"level-{first[-1]}")).to_be_visible()
    chosen: dict[str, int | None] = {}
    for place, skill in enumerate(first):
        answer_by_keyboard(tab, skill, place % 6)
        chosen[skill] = place % 6
    walk_by_keyboard(tab, "area-on")
    tab.page.keyboard.press("Enter")
    expect(tab.at(f"level-{first[0]}")).to_have_count(0)
    chosen |= answer_all(tab, choices=6)
    eventually(lambda: tab.levels() == chosen)
    tab.press("to-gaps")
    expect(tab.page.get_by_text("61 of 61").first).to_be_visible()
