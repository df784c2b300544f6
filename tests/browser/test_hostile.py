"""What a person writes is shown as text: nothing runs, nothing is fetched.

Elsewhere a name was seen to run as part of the page, or to fetch a picture from a
stranger. A bold word, a picture and a link try the same guard and harm nobody.
Dialogs, requests to strangers and policy violations fail every test of this folder
(see ``Tab``); these tests give them a reason to happen.
"""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from skillgap.domain.ratings import CONTRACT_COLUMNS
from tests.browser.conftest import Open
from tests.browser.tab import Tab, eventually

PYTHON = "programming.python"
PAGES = ("", "assess", "gaps", "plan", "my-data")
PAYLOADS = (
    "<b>bold-7</b>",
    "<img src=picture-7>",
    '"><b>bold-7</b>',
    "![x](http://127.0.0.1:9911/picture-7)",
    "[x](http://127.0.0.1:9911/link-7)",
)


def all_is_text(tab: Tab) -> None:
    """Expect that no payload became part of the page.

    An address may be made a link where it is shown, never behind another word.
    """
    made = "img[src*='-7'], a:text-is('x'), b:has-text('bold-7')"
    expect(tab.page.locator(made)).to_have_count(0)
    expect(tab.page.locator("h1").first).to_be_visible()


@pytest.mark.parametrize("payload", [" ".join(PAYLOADS)])
def test_a_hostile_name_and_evidence_line_are_text_on_every_page(
    open_browser: Open, payload: str
) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 3)
    tab.type(f"evidence-{PYTHON}", payload)
    eventually(lambda: tab.ratings().loc[PYTHON, "evidence"] == payload)
    tab.open("my-data").type("person-name", payload[:200])
    tab.type("person-team", payload[:200])
    eventually(lambda: tab.ratings().loc[PYTHON, "name"] == payload[:200])
    for name in PAGES:
        all_is_text(tab.open(name).settled())
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
    all_is_text(tab)


def test_a_hostile_column_and_file_name_are_shown_as_text(
    open_browser: Open, tmp_path: Path
) -> None:
    file = tmp_path / "![x](picture-7) [x](link-7) <img src=picture-7> <b>bold-7.csv"
    file.write_text('"{0}","{3}"\n1,2\n'.format(*PAYLOADS), "utf-8")
    tab = open_browser().open("my-data")
    tab.at("import-file").locator("input[type=file]").set_input_files(file)
    expect(tab.page.locator("body")).to_contain_text(PAYLOADS[3])
    all_is_text(tab)


@pytest.mark.parametrize(
    "address", ["?language=<b>bold-7</b>", "gaps?context=![x](//127.0.0.1:9911/b-7)"]
)
def test_a_hostile_address_opens_a_harmless_page(
    open_browser: Open, address: str
) -> None:
    all_is_text(open_browser().open(address))
