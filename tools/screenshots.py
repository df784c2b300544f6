"""Take the pictures of ``docs/``: each page in both languages, sizes and themes.

``python -m tools.screenshots [PAGE ...]`` starts the app on a database of its own. The
person in the pictures is made up: the one of the example file, with every skill rated.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import Engine

from skillgap.files.framework import load_framework
from skillgap.files.ratings import read_ratings
from skillgap.settings import ROOT, VISITOR_COOKIE
from skillgap.storage.people import add_person
from skillgap.storage.ratings import save_ratings
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.server import Server, serving

DOCS = ROOT / "docs"
EXAMPLE = ROOT / "examples" / "example-profile.csv"
LANGUAGES = {"id": "id-ID", "en": "en-US"}
WIDTHS = (1280, 390)
THEMES = ("light", "dark")
# The address of each page and who is in its picture.
PAGES = {
    "start": ("", "demo-fully"),
    "assess": ("assess", "demo-partly"),
    "gaps": ("gaps", "demo-fully"),
    "plan": ("plan", "demo-fully"),
    "my-data": ("my-data", "demo-fully"),
}
BEGUN = ("programming.python", "programming.git")
HEIGHT, TALLEST, COLOURS = 900, 9000, 128
READY = '[data-testid="stApp"][data-test-script-state="notRunning"] h1'


def demo_ratings() -> pd.DataFrame:
    """Return the example's ratings, and level 1 for what the example leaves open."""
    framework = load_framework()
    example = read_ratings(EXAMPLE.name, EXAMPLE.read_bytes(), framework).ratings
    rated = example[example["level"].notna()]
    newest = rated.sort_values("rated_on").iloc[-1]
    rest = [skill for skill in framework.skills if skill not in set(rated["skill"])]
    rows = [{**newest, "skill": s, "level": 1.0, "evidence": ""} for s in rest]
    return pd.concat([rated, pd.DataFrame(rows)], ignore_index=True)


def add_people(engine: Engine) -> None:
    """Store who is in the pictures: one who has begun, one who has finished."""
    ratings = demo_ratings()
    begun = ratings[ratings["skill"].isin(BEGUN)]
    for key, table in (("demo-fully", ratings), ("demo-partly", begun)):
        person = add_person(engine, key, ratings["rated_on"].max())
        save_ratings(engine, person, table)


def take_picture(page: Page, file: Path) -> None:
    """Save the whole page, charts and all, as a small PNG."""
    page.wait_for_selector(READY)
    page.wait_for_load_state("networkidle")
    scroller = page.get_by_test_id("stMain")
    width = page.viewport_size["width"] if page.viewport_size else WIDTHS[0]
    for _pass in range(2):  # charts that come into view may make the page longer
        tall = int(scroller.evaluate("e => e.scrollHeight + e.offsetTop"))
        page.set_viewport_size({"width": width, "height": min(tall, TALLEST)})
        page.wait_for_timeout(600)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    page.set_viewport_size({"width": width, "height": HEIGHT})


def take_pictures(browser: Browser, server: Server, names: Sequence[str]) -> None:
    """Save every page in both languages, sizes and themes."""
    for language, width, theme in product(LANGUAGES, WIDTHS, THEMES):
        context = browser.new_context(
            locale=LANGUAGES[language],
            viewport={"width": width, "height": HEIGHT},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
        )
        page = context.new_page()
        for name in names:
            address, key = PAGES[name]
            context.add_cookies(
                [{"name": VISITOR_COOKIE, "value": key, "url": server.url}]
            )
            page.goto(server.url + address)
            file = DOCS / f"{name}-{language}-{width}-{theme}.png"
            take_picture(page, file)
            print(f"{file.relative_to(ROOT)} {file.stat().st_size // 1024} kB")
        context.close()


def main(names: Sequence[str]) -> int:
    """Take the pictures of the named pages, or of all."""
    path = find_chromium()
    if path is None:
        print("No Chromium found: make browser installs one.", file=sys.stderr)
        return 1
    DOCS.mkdir(exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        with server.opened_database() as engine:
            add_people(engine)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        take_pictures(browser, server, names or list(PAGES))
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
