"""Charts on a screen: a finger scrolls over them, and all of them can be read."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Locator, Route, expect

from skillgap.domain.framework import Framework
from skillgap.settings import ROOT
from skillgap.storage.checks import answer_check, ask_check
from skillgap.storage.people import find_person
from tests.browser.conftest import Open
from tests.browser.server import Server
from tests.browser.tab import Tab, eventually
from tests.charts.contrast import contrast
from tests.people import rate_fully

KEY = "charts" + "x" * 30
# Each page with charts, the part of it with its chart, and how many charts it has.
PAGES = [
    ("", None, 1), ("gaps", None, 10), ("plan", None, 1), ("progress", None, 2),
    ("reality", None, 2), ("profession", (1, "bars-two"), 1),
    ("profession", (2, "bars-eras"), 1), ("review", (0, "team-radar"), 1),
    ("review", (1, "heat-map"), 1), ("review", (5, "team-trend"), 1),
    ("candidates", None, 2),
]  # fmt: skip
PLOT = "e => e.querySelector('.js-plotly-plot')"
RANGES = f"""e => {{ const all = ({PLOT})(e)._fullLayout;
    return ['xaxis', 'yaxis'].map(axis => [...(all[axis]?.range ?? [])]) }}"""
# The texts of a chart which are not written on a mark: words, colour, whether cut.
TEXTS = """e => {
    const whole = e.getBoundingClientRect()
    return [...e.querySelectorAll('.main-svg text')]
        .filter(t => t.textContent.trim() && !t.closest('.heatmaplayer'))
        .map(t => { const box = t.getBoundingClientRect(); return {
            words: t.textContent, colour: getComputedStyle(t).fill,
            opacity: getComputedStyle(t).fillOpacity,
            cut: box.left < whole.left - 1 || box.right > whole.right + 1 ||
                box.top < whole.top - 1 || box.bottom > whole.bottom + 1 } }) }"""


@pytest.fixture(scope="module")
def person(server: Server, framework: Framework) -> str:
    """Return the key of somebody who has rated everything and answered checks."""
    with server.opened_database() as engine:
        rate_fully(engine, KEY)
        person = find_person(engine, KEY)
        assert person
        for place, (check, content) in enumerate(list(framework.checks.items())[:24]):
            ask_check(engine, person, check, content.skill)
            sure = ("sure", "fairly", "guess")[place % 3]
            answer_check(engine, person, check, "1", place % 2 == 0, sure)
    return KEY


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of a team rated on three days."""
    rows = (ROOT / "examples" / "example-team.csv").read_text("utf-8").splitlines()
    between = [row.replace("2026-05-11", "2026-08-10") for row in rows[1:200]]
    file = tmp_path_factory.mktemp("team") / "team.csv"
    file.write_text("\n".join(rows + between), "utf-8")
    return file


@pytest.fixture
def every_chart(person: str, team: Path) -> Callable[[Tab], Iterator[Locator]]:
    """Return a function that shows one chart of the app after the other in a tab."""

    def show(tab: Tab) -> Iterator[Locator]:
        for name, part, count in PAGES:
            tab.open(name)
            if name == "review":
                box = tab.page.locator('.st-key-team-files-0 input[type="file"]')
                box.set_input_files(team)
                expect(tab.at("team-forget")).to_be_visible()
            if part is not None:
                place, key = part
                tab.at(f"{name}-part").get_by_role("radio").nth(place).click()
                expect(tab.at(key)).to_be_visible()
            charts = tab.page.locator(".stPlotlyChart:has(.main-svg)")
            expect(charts).to_have_count(count)
            tab.ready()
            for chart in charts.all():
                chart.evaluate("e => e.scrollIntoView({block: 'center'})")
                yield chart

    return show


def test_a_swipe_over_any_chart_scrolls_the_page_and_leaves_the_axes(
    open_browser: Open, person: str, every_chart: Callable[[Tab], Iterator[Locator]]
) -> None:
    tab = open_browser("id", width=390, touch=True, key=person)

    stuck, moved = [], []
    for chart in every_chart(tab):
        before = chart.evaluate(RANGES)
        if not swipe(tab, chart):
            stuck.append(key_of(chart))
        if chart.evaluate(RANGES) != before:
            moved.append(key_of(chart))

    assert (stuck, moved) == ([], [])


def swipe(tab: Tab, chart: Locator) -> bool:
    """Swipe from the middle of a chart; return whether the page has scrolled."""
    scroller, box = tab.page.get_by_test_id("stMain"), chart.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = scroller.evaluate("e => e.scrollTop")
    room = scroller.evaluate("e => e.scrollHeight - e.clientHeight - e.scrollTop")
    step = -15 if room > 150 else 15
    finger = tab.context.new_cdp_session(tab.page)
    touch(finger, "touchStart", (x, y))
    for place in range(1, 11):
        touch(finger, "touchMove", (x, y + place * step))
        tab.page.wait_for_timeout(16)
    touch(finger, "touchEnd")
    tab.page.wait_for_timeout(150)
    return bool(abs(scroller.evaluate("e => e.scrollTop") - before) > 40)


def touch(finger: CDPSession, event: str, *points: tuple[float, float]) -> None:
    """Put fingers down, move or lift them."""
    where = [{"x": x, "y": y} for x, y in points]
    finger.send("Input.dispatchTouchEvent", {"type": event, "touchPoints": where})


def key_of(chart: Locator) -> str:
    """Return the key of a chart."""
    words = "e => e.closest('[class*=st-key-]').className.match(/st-key-(\\S+)/)[1]"
    return str(chart.evaluate(words))


@pytest.mark.parametrize(("language", "dark"), [("id", False), ("en", True)])
def test_every_text_of_a_chart_is_whole_and_stands_out_on_a_narrow_phone(
    open_browser: Open,
    person: str,
    every_chart: Callable[[Tab], Iterator[Locator]],
    language: str,
    dark: bool,
) -> None:
    tab = open_browser(language, width=320, dark=dark, key=person)

    cut, faint = [], []
    for chart in every_chart(tab):
        ground = tab.page.get_by_test_id("stApp").evaluate(
            "e => getComputedStyle(e).backgroundColor"
        )
        for text in chart.evaluate(TEXTS):
            if text["cut"]:
                cut.append((key_of(chart), text["words"]))
            if contrast(in_hex(text["colour"]), in_hex(ground)) < 4.5:
                faint.append((key_of(chart), text["words"]))
            assert float(text["opacity"]) == 1

    assert (cut, faint) == ([], [])


def in_hex(colour: str) -> str:
    """Return a computed colour of the browser as #rrggbb."""
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


def test_the_place_of_a_chart_is_kept_before_it_is_drawn(
    open_browser: Open, person: str
) -> None:
    tab = open_browser(key=person)
    with held_back(tab, "**/PlotlyChart*.js"):
        tab.open("gaps")
        expect(tab.at("radar-areas")).to_be_attached()
        before = heights(tab)
    expect(tab.page.locator(".stPlotlyChart .main-svg").first).to_be_visible()

    eventually(lambda: tab.page.locator(".stPlotlyChart:has(.main-svg)").count() == 10)
    assert before == heights(tab)


@contextmanager
def held_back(tab: Tab, address: str) -> Iterator[None]:
    """Let a file of the app wait until the end."""
    waiting: list[Route] = []
    tab.page.route(address, lambda route: waiting.append(route))
    yield
    for route in waiting:
        route.continue_()


def heights(tab: Tab) -> dict[str, Any]:
    """Return the height of what holds each chart."""
    keys = ("radar-areas", "dots-profile", "small-radar-llm_engineer")
    return {key: tab.at(key).evaluate("e => e.offsetHeight") for key in keys}
