"""Choices stand in the address: it can be kept, passed on, and opened elsewhere."""

import re

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


def test_an_address_passed_on_opens_in_the_language_it_was_read_in(
    open_browser: Open,
) -> None:
    sender = switch(open_browser("id").open(), "en")
    expect(sender.page).to_have_url(re.compile("language="))
    reader = open_browser("id")
    reader.page.goto(sender.page.url)
    speaks(reader.ready(), "en")


@pytest.mark.parametrize("language", ["en", "id"])
def test_an_address_passed_on_gives_the_same_choices_in_the_readers_language(
    open_browser: Open, language: str
) -> None:
    sender = open_browser("en").open("gaps").choose("context", 3)
    expect(sender.page).to_have_url(re.compile("context="))
    reader = open_browser(language)
    reader.page.goto(sender.page.url)
    box = reader.ready().at("context").get_by_role("combobox")
    expect(box).not_to_have_value("")


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


def test_choices_outlive_a_change_of_language_and_a_reload(open_browser: Open) -> None:
    tab = open_browser("en").open("gaps").choose("context", 3)
    expect(tab.page).to_have_url(re.compile("context="))
    switch(tab, "id")
    box = tab.at("context").get_by_role("combobox")
    expect(box).to_have_value("Konsultan")
    tab.page.reload()
    expect(tab.ready().at("context").get_by_role("combobox")).to_have_value("Konsultan")
