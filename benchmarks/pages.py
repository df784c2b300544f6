"""How long a person waits: for the first page, and for the page after an answer.

``python -m benchmarks.pages`` starts the app on an empty database and drives a real
Chromium on the same machine, so the times hold everything but the network:

- first page: from asking for the address to the button that begins the assessment,
  in a browser that has been here before;
- one answer: from the click on a level to the line that says that it is saved.
"""

import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.server import serving
from tests.browser.tab import READY, slug

TIMES = 20


def measure(act: Callable[[], None]) -> float:
    """Return how many milliseconds an act takes."""
    begin = perf_counter()
    act()
    return 1000 * (perf_counter() - begin)


def open_first_page(page: Page, url: str) -> None:
    """Open the start page and wait until the assessment can be begun."""
    page.goto(url, wait_until="commit")
    page.locator(slug("begin-quick")).get_by_role("button").wait_for()


def answer_times(page: Page, url: str) -> Iterator[float]:
    """Yield the time of each answer, area after area of the full assessment."""
    page.goto(f"{url}assess")
    page.locator(slug("mode")).get_by_role("radio").nth(1).click()
    page.locator(slug("level-programming.javascript")).wait_for()
    while True:
        page.wait_for_selector(READY)
        questions = page.locator('[class*="st-key-question-"]')
        for place in range(questions.count()):
            question = questions.nth(place)
            option = question.get_by_test_id("stRadioOption").nth(2)
            saved = question.get_by_text("saved")
            option.scroll_into_view_if_needed()
            page.wait_for_timeout(200)  # a person reads; the app is at rest
            yield measure(lambda o=option, s=saved: (o.click(), s.wait_for()))  # type: ignore[misc]
        first = questions.first.get_attribute("class")
        page.locator(slug("area-on")).get_by_role("button").click()
        page.wait_for_function(
            "old => document.querySelector('[class*=st-key-question-]')"
            "?.className !== old",
            arg=first,
        )


def report(what: str, times: list[float]) -> None:
    """Print the fastest, the middle and the slowest time."""
    low, middle, high = min(times), statistics.median(times), max(times)
    numbers = f"min {low:6.0f}  median {middle:6.0f}  max {high:6.0f} ms"
    print(f"{what:<12} n={len(times)}  {numbers}")


def main() -> int:
    """Measure both and print them."""
    path = find_chromium()
    if path is None:
        print("No Chromium found: make browser installs one.", file=sys.stderr)
        return 1
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_context(locale="en-US").new_page()
        open_first_page(page, server.url)
        page.wait_for_load_state("networkidle")
        first = [
            measure(lambda: open_first_page(page, server.url)) for _ in range(TIMES)
        ]
        report("first page", first)
        answers = answer_times(page, server.url)
        report("one answer", [time for time, _ in zip(answers, range(TIMES))])
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
