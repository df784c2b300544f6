"""What a person writes is shown as text: nothing runs, nothing is fetched.

Dialogs, requests to strangers and policy violations fail every test of this folder
(see ``Tab``); these tests give them a reason to happen.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from skillgap.domain.ratings import CONTRACT_COLUMNS
from tests.browser.conftest import Open
from tests.browser.tab import Tab, eventually

GIT = "programming.git"
PAGES = ("", "assess", "gaps", "plan", "my-data")
PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "![x](http://127.0.0.1:9911/b)",
    "[x](javascript:alert(1))",
    '<iframe srcdoc="<script>parent.x=1</script>">',
    "<svg onload=alert(1)>",
    "<style>.stApp{display:none}</style>",
)


def nothing_ran(tab: Tab) -> None:
    """Expect that no payload became part of the page."""
    made = "img[src='x'], iframe[srcdoc], a[href^='javascript'], svg[onload]"
    expect(tab.page.locator(made)).to_have_count(0)
    expect(tab.page.locator("h1").first).to_be_visible()
    assert tab.page.evaluate("window.x") is None


@pytest.mark.parametrize("payload", [" ".join(PAYLOADS)])
def test_a_hostile_name_and_evidence_line_are_text_on_every_page(
    open_browser: Open, payload: str
) -> None:
    tab = open_browser().open("assess").answer(GIT, 3)
    tab.type(f"evidence-{GIT}", payload)
    eventually(lambda: tab.ratings().loc[GIT, "evidence"] == payload)
    tab.open("my-data").type("person-name", payload[:200])
    tab.type("person-team", payload[:200])
    eventually(lambda: tab.ratings().loc[GIT, "name"] == payload[:200])
    for name in PAGES:
        tab.open(name).page.wait_for_timeout(300)
        nothing_ran(tab)
    name = tab.at("person-name").get_by_role("textbox")
    expect(name).to_have_value(payload[:200])


def test_hostile_cells_of_a_faulty_file_are_listed_as_text(
    open_browser: Open, tmp_path: Path
) -> None:
    rows = [f'p1,,,,"{p.replace(chr(34), chr(34) * 2)}",9,,,1.0.0' for p in PAYLOADS]
    file = tmp_path / "hostile.csv"
    file.write_text("\n".join([",".join(CONTRACT_COLUMNS), *rows]), "utf-8")
    tab = open_browser().open("my-data")
    tab.at("import-file").locator("input[type=file]").set_input_files(file)
    for payload in PAYLOADS:
        expect(tab.page.locator("body")).to_contain_text(payload[:35])
    nothing_ran(tab)


def test_a_hostile_column_and_file_name_are_shown_as_text(
    open_browser: Open, tmp_path: Path
) -> None:
    file = tmp_path / "![x](javascript:alert(1)) <img src=x onerror=alert(1)>.csv"
    file.write_text(f'"{PAYLOADS[0]}","{PAYLOADS[1]}"\n1,2\n', "utf-8")
    tab = open_browser().open("my-data")
    tab.at("import-file").locator("input[type=file]").set_input_files(file)
    expect(tab.page.locator("body")).to_contain_text(PAYLOADS[1])
    nothing_ran(tab)


@pytest.mark.parametrize(
    "address", ["?language=<img src=x onerror=alert(1)>", "gaps?context=![x](//e/b)"]
)
def test_a_hostile_address_opens_a_harmless_page(
    open_browser: Open, address: str
) -> None:
    nothing_ran(open_browser().open(address))
