"""Addresses, languages, and ways between pages."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.tab import Tab


def speaks(tab: Tab, language: str) -> None:
    """Expect that the page is in a language."""
    expect(tab.page.locator("html")).to_have_attribute("lang", language)


def switch(tab: Tab, language: str) -> Tab:
    """Choose a language and wait until the page is in it."""
    place = ["id", "en"].index(language)
    tab.at("language").get_by_role("radio").nth(place).click()
    speaks(tab, language)
    return tab.ready()


def test_an_address_can_name_its_language(open_browser: Open) -> None:
    reader = open_browser("id").open("gaps?language=en")
    speaks(reader.ready(), "en")


def test_a_language_chosen_by_hand_beats_the_address_from_then_on(
    open_browser: Open,
) -> None:
    tab = switch(open_browser("id").open("gaps?language=en"), "id")
    expect(tab.page).not_to_have_url(re.compile("language="))
    tab.page.reload()
    speaks(tab.ready(), "id")


def test_choices_hold_on_the_next_page(open_browser: Open) -> None:
    tab = open_browser("en").open("gaps").choose("context", 3)
    expect(tab.at("context").get_by_role("combobox")).not_to_have_value("")
    chosen = tab.at("context").get_by_role("combobox").input_value()
    tab.go("plan")
    expect(tab.at("weeks")).to_be_visible()
    tab.unfold("context")
    expect(tab.at("context").get_by_role("combobox")).to_have_value(chosen)


@pytest.mark.parametrize("language", ["id", "en"])
def test_after_a_change_of_language_every_button_leads_where_it_says(
    open_browser: Open, language: str
) -> None:
    other = {"id": "en", "en": "id"}[language]
    tab = switch(open_browser(language).open(), other)
    tab.press("begin-quick")
    expect(tab.at("mode")).to_be_visible()
    tab.ready().press("to-gaps")
    expect(tab.at("radar-areas")).to_be_visible()
    speaks(tab, other)


def test_boxes_about_a_spreadsheet_follow_a_change_of_language(
    open_browser: Open, tmp_path: Path
) -> None:
    sheet = tmp_path / "team.csv"
    sheet.write_text("Name,Python,Git\nAyu,5,4\nBudi,1,3\n", "utf-8")
    tab = open_browser("en").open("review")
    tab.page.locator('.st-key-team-files-0 input[type="file"]').set_input_files(sheet)
    expect(tab.at("sheet-confirm")).to_be_visible()
    switch(tab.ready(), "id")
    tab.at("sheet-how-1").locator("summary").click()
    layout = tab.at("sheet-1-layout").get_by_role("combobox")
    expect(layout).to_have_value("Satu baris per orang, satu kolom per keterampilan")
    mark = tab.at("sheet-1-mark-1.0-5.0-4").get_by_role("combobox")
    expect(mark).to_have_value("4 · Andal di produksi")


def test_select_boxes_follow_a_change_of_language(open_browser: Open) -> None:
    tab = open_browser("en").open("gaps").choose("context", 3)
    switch(tab, "id")
    for key, words in {
        "context": "Konsultan",
        "profile": "LLM Engineer (spesialisasi)",
        "area_detail": "Pemrograman",
    }.items():
        expect(tab.unfold(key).at(key).get_by_role("combobox")).to_have_value(words)
