"""The report to hand on, in a real browser: made on a click, read without the app."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import LOCALES, Open
from tests.browser.tab import Tab

PHONE: ViewportSize = {"width": 390, "height": 800}


def download(tab: Tab, key: str, folder: Path) -> Path:
    """Press a button and return the file it gives."""
    with tab.page.expect_download() as waiting:
        tab.press(key)
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


@pytest.mark.parametrize("language", LOCALES)
def test_it_opens_offline_and_anybody_can_read_it(
    open_browser: Open, chromium: Browser, tmp_path: Path, language: str
) -> None:
    tab = open_browser(language).open("gaps")

    file = download(tab, "report-html", tmp_path)
    picture = download(tab, "report-png", tmp_path)

    assert picture.read_bytes().startswith(b"\x89PNG")
    with chromium.new_context(offline=True, viewport=PHONE) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        found = Axe().run(page).response["violations"]
        assert [(each["id"], len(each["nodes"])) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
