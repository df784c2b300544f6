"""A running app, a real browser, and tabs that fail a test when they see trouble."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from skillgap.settings import ROOT, VISITOR_COOKIE
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.server import Server, serving
from tests.browser.tab import PATIENCE, Tab

RESULTS = ROOT / "test-results"
LOCALES = {"id": "id-ID", "en": "en-US"}
Open = Callable[..., Tab]
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder; in CI one that fails gets a second chance.

    One in some hundred runs a score stood unchecked after a change of language on a
    crowded machine; until that is understood, a second failure counts.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            if os.environ.get("CI"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):  # type: ignore[no-untyped-def]
    """Remember whether a test failed, for the screenshot."""
    report = yield
    before = report.when != "setup" and item.stash[FAILED]
    item.stash[FAILED] = before or report.failed
    return report


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Return a browser; without one the tests are skipped, but never in CI."""
    path = find_chromium()
    if path is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop("no Chromium found: make browser installs one")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return the app on an empty database; all tests of the folder share it."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def open_browser(
    chromium: Browser, server: Server, request: pytest.FixtureRequest
) -> Iterator[Open]:
    """Return a function that opens a tab in a browser of its own.

    Its arguments are the ``language``, the ``width`` of the screen, ``dark`` for the
    dark theme, ``touch`` for a tablet, the ``key`` in the cookie if there is one
    already, and the ``server``.
    A test fails on errors, dialogs, requests to strangers, and failures of the app.
    """
    contexts: list[BrowserContext] = []
    tabs: list[Tab] = []
    servers = {server.port: (server, len(server.log()))}

    def open_tab(
        language: str = "en",
        width: int = 1280,
        dark: bool = False,
        touch: bool = False,
        key: str = "",
        server: Server = server,
    ) -> Tab:
        servers.setdefault(server.port, (server, 0))
        context = chromium.new_context(
            locale=LOCALES[language],
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if key:
            context.add_cookies(
                [{"name": VISITOR_COOKIE, "value": key, "url": server.url}]
            )
        tabs.append(Tab(context.new_page(), server))
        return tabs[-1]

    yield open_tab
    if request.node.stash.get(FAILED, False):
        _take_pictures(tabs, request.node.name)
    for context in contexts:
        context.close()
    assert [trouble for tab in tabs for trouble in tab.troubles] == []
    for running, before in servers.values():
        log = running.log()[before:]
        assert "Traceback" not in log, log


def _take_pictures(tabs: list[Tab], test: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    name = re.sub(r"[^a-zA-Z0-9]+", "-", test).strip("-")[:120]
    for place, tab in enumerate(tabs):
        tab.page.screenshot(path=RESULTS / f"{name}-{place}.png")
