"""A tab of a real browser that notes whatever should not happen in it."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Locator,
    Page,
    Request,
    expect,
)

from skillgap.files.framework import load_framework
from skillgap.settings import VISITOR_COOKIE
from skillgap.storage.people import find_person
from skillgap.storage.ratings import load_ratings
from tests.browser.server import Server

UNSURE = 6
PATIENCE = 15_000
CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
READY = '[data-testid="stApp"][data-test-script-state="notRunning"] h1'


def slug(key: str) -> str:
    """Return the CSS selector of what has a key."""
    return ".st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def eventually(true: Callable[[], bool], patience: float = 15) -> None:
    """Wait until something is true; fail the test if it never is."""
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, "this did not come true in time"
        time.sleep(0.05)


@dataclass
class Tab:
    """One tab; ``troubles`` lists errors, dialogs and requests to strangers."""

    page: Page
    server: Server
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen from the first moment."""
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self._note("uncaught", str(error)))
        self.page.on("console", self._hear)
        self.page.on("dialog", self._dismiss)
        self.page.context.on("request", self._watch)
        self.page.on("websocket", lambda socket: self._check(socket.url))

    @property
    def context(self) -> BrowserContext:
        """The browser profile this tab belongs to."""
        return self.page.context

    def open(self, name: str = "") -> "Tab":
        """Open a page by its address and wait until it is drawn."""
        self.page.goto(self.server.url + name)
        return self.ready()

    def ready(self) -> "Tab":
        """Wait until the page stands and the app rests."""
        self.page.wait_for_selector(READY)
        return self

    def settled(self) -> "Tab":
        """Wait until the charts are drawn, too."""
        self.page.wait_for_load_state("networkidle")
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)
        return self

    def connected(self) -> None:
        """Wait until a restarted app has drawn the page again.

        For about 0.3 s after connecting the new session knows nothing of the page.
        """
        self.page.wait_for_selector(CONNECTED, timeout=30_000)
        self.page.wait_for_timeout(1500)
        self.ready()

    def go(self, name: str) -> "Tab":
        """Go to a page by the menu, on a phone by its popover."""
        self.link(name).click()
        self.page.wait_for_url(re.compile(rf"/{name}(\?.*)?$"))
        return self.ready()

    def link(self, name: str) -> Locator:
        """Return the link to a page; the popover in which it stands is opened."""
        link = self.page.locator(f'a[href="{name}"]:visible')
        in_row = self.page.locator(f'.st-key-menu-row a[href="{name}"]')
        if in_row.count() and in_row.is_visible():
            return in_row
        for button in self.page.locator('[class*="st-key-menu-"] button:visible').all():
            button.click()
            expect(self.page.get_by_test_id("stPopoverBody")).to_be_visible()
            if link.count():
                break
            button.click()
            expect(self.page.get_by_test_id("stPopoverBody")).to_have_count(0)
        return link.first

    def speak(self, language: str) -> "Tab":
        """Choose a language, ``id`` or ``en``."""
        self.at("language").get_by_text(language.upper(), exact=True).click()
        return self

    def at(self, key: str) -> Locator:
        """Return what has a key."""
        return self.page.locator(slug(key))

    def press(self, key: str) -> "Tab":
        """Press the button of a key."""
        self.at(key).get_by_role("button").click()
        return self

    def option(self, skill: str, choice: int) -> Locator:
        """Return the label of a level of a skill, or of ``UNSURE``."""
        return self.at(f"level-{skill}").get_by_test_id("stRadioOption").nth(choice)

    def answer(self, skill: str, choice: int) -> "Tab":
        """Click a level of a skill and wait until the page says that it is kept."""
        self.option(skill, choice).click()
        expect(self.at(f"undo-{skill}")).to_be_visible()
        return self

    def questions(self) -> list[str]:
        """Return the skills asked on the screen, in reading order."""
        boxes = self.page.locator('[class*="st-key-level-"]').all()
        found = [
            re.search(r"st-key-(level-\S+)", str(b.get_attribute("class")))
            for b in boxes
        ]
        skills = {slug(f"level-{key}")[8:]: key for key in load_framework().skills}
        return [skills[match.group(1)] for match in found if match]

    def type(self, key: str, text: str) -> "Tab":
        """Type a text into the field of a key and leave the field."""
        box = self.at(key).get_by_role("textbox")
        box.fill(text)
        box.press("Enter")
        return self

    def choose(self, key: str, place: int) -> "Tab":
        """Choose the option at a place of a select box, be it behind a tap."""
        box = self.unfold(key).at(key).get_by_role("combobox")
        options = self.page.get_by_role("option")
        box.click()
        self.page.wait_for_timeout(300)
        if not options.count():  # what unfolds round it may close the list once
            box.click()
        options.nth(place).click()
        return self

    def unfold(self, key: str) -> "Tab":
        """Open what is folded round the field of a key."""
        expect(self.at(key)).to_be_attached()
        shut = self.page.locator("details:not([open])", has=self.at(key))
        if shut.count():
            shut.locator("summary").click()
        return self

    def ratings(self) -> pd.DataFrame:
        """Return what the database keeps of this browser, skills as the index."""
        key = next(
            str(cookie.get("value"))
            for cookie in self.context.cookies()
            if cookie.get("name") == VISITOR_COOKIE
        )
        with self.server.opened_database() as engine:
            person = find_person(engine, key)
            rows = load_ratings(engine, person) if person else pd.DataFrame()
        return rows.set_index("skill") if len(rows) else rows

    def levels(self) -> dict[str, int | None]:
        """Return the kept level of every answered skill, None for "cannot say"."""
        rows = self.ratings()
        if rows.empty:
            return {}
        return {k: None if pd.isna(v) else int(v) for k, v in rows["level"].items()}

    def _note(self, what: str, words: str) -> None:
        self.troubles.append(f"{what}: {words}")

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self._note("policy", message.text)

    def _dismiss(self, dialog: Dialog) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def _watch(self, request: Request) -> None:
        self._check(request.url)

    def _check(self, url: str) -> None:
        here = self.server.url.removeprefix("http")
        if not url.startswith((f"http{here}", f"ws{here}", "data:", "blob:")):
            self._note("stranger", url)
