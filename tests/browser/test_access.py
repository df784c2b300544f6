"""Anyone can read and use every page: by ear, by contrast, on a phone, in both tongues.

A page is looked at as its fullest: by a person who has rated everything.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.server import Server
from tests.browser.tab import Tab, eventually
from tests.pages.visitor import PAGES as FILES
from tests.people import rate_fully, rate_partly

PAGES = ("start", "assess", "gaps", "plan", "my-data")
CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
  .filter(e => e.querySelector('svg.main-svg').clientWidth > e.clientWidth + 1)
  .map(e => e.closest('[class*=st-key-]')?.className.match(/st-key-\\S+/)[0])"""
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="module")
def someone(server: Server) -> str:
    """Return the key of a person who rated everything."""
    with server.opened_database() as engine:
        rate_fully(engine, "rated-fully")
    return "rated-fully"


@pytest.fixture(scope="module")
def beginner(server: Server) -> str:
    """Return the key of a person who has just begun."""
    with server.opened_database() as engine:
        rate_partly(engine, "rated-partly")
    return "rated-partly"


def address(name: str) -> str:
    """Return the address of a page."""
    return "" if name == "start" else name


def grave_findings(tab: Tab, name: str) -> list[str]:
    """Return what axe calls serious or critical on a page, one line each."""
    found = Axe().run(tab.open(address(name)).settled().page).response["violations"]
    return [
        f"{name}: {each['impact']} {each['id']} {node['target']} "
        f"{node['failureSummary']}"
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(
    open_browser: Open, someone: str, dark: bool
) -> None:
    tab = open_browser(dark=dark, key=someone)
    assert [line for name in PAGES for line in grave_findings(tab, name)] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_page_scrolls_sideways_on_a_phone(
    open_browser: Open, beginner: str, language: str
) -> None:
    tab = open_browser(language, width=390, key=beginner)
    wider = "e => e.scrollWidth - e.clientWidth"
    for name in PAGES:
        scroller = tab.open(address(name)).settled().page.get_by_test_id("stMain")
        assert scroller.evaluate(wider) <= 0, name
        assert tab.page.locator("html").evaluate(wider) <= 0, name


def test_no_chart_is_cut_off_on_a_phone(open_browser: Open, someone: str) -> None:
    tab = open_browser("id", width=390, key=someone)
    for name in ("start", "gaps"):
        tab.open(address(name)).settled()
        eventually(lambda: tab.page.locator("svg.main-svg").count() > 0)
        assert tab.page.evaluate(CUT_OFF) == [], name


@pytest.mark.parametrize(("language", "other"), [("id", "en"), ("en", "id")])
def test_the_page_tells_screen_readers_its_language(
    open_browser: Open, language: str, other: str
) -> None:
    tab = open_browser(language).open()
    html = tab.page.locator("html")
    expect(html).to_have_attribute("lang", language)
    choice = tab.at("language").get_by_role("radio")
    choice.nth(["id", "en"].index(other)).click()
    expect(html).to_have_attribute("lang", other)
    tab.go("gaps")
    expect(html).to_have_attribute("lang", other)


def test_every_page_opens_by_its_address_with_one_heading_and_a_title(
    open_browser: Open,
) -> None:
    tab, headings = open_browser("id"), set()
    for file in FILES:
        name = file.split("/")[1].replace("_", "-")
        heading = tab.open(address(name)).page.locator("h1")
        expect(heading).to_have_count(1)
        headings.add(heading.inner_text())
        assert tab.page.title()
    assert len(headings) == len(FILES), "an address nobody knows opens the start page"
