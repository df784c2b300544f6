"""A member of a panel scores: what was given is seen again, and kept."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from sqlalchemy import text

from skillgap.settings import ROOT
from tests.browser.conftest import Open
from tests.browser.tab import Tab, eventually

NOTE = "explained a rebase on the board"


@pytest.fixture
def panel(open_browser: Open) -> tuple[Tab, Tab]:
    """Return the chair of a panel on the example candidates, and a member of it."""
    chair = open_browser().open("panel")
    chair.at("panel-way").get_by_role("radio").nth(1).click()
    chair.at("open-members").get_by_role("textbox").fill("Rini\nTono")
    chair.press("open-panel")
    code = chair.page.get_by_test_id("stCode").first.inner_text().strip()
    chair.press("panel-take-over")
    expect(chair.at("panel-take-over")).to_have_count(0)
    member = open_browser().open("panel")
    member.type("join-code", code).type("join-name", "Rini").press("join")
    expect(question(member)).to_be_visible()
    return chair, member


@pytest.fixture
def rini(panel: tuple[Tab, Tab]) -> Tab:
    """Return a member of a panel, ready to score."""
    return panel[1]


def question(tab: Tab) -> Locator:
    """Return the levels of the first skill for the candidate on the screen."""
    return tab.page.locator('[class*="st-key-score-first"]:has([type=radio])').first


def note(tab: Tab) -> Locator:
    """Return the field of the first note."""
    return tab.page.locator('[class*="st-key-note-first"]').get_by_role("textbox").first


def kept(tab: Tab) -> list[tuple[str, int, str]]:
    """Return what the database keeps of the newest member: candidate, level, note."""
    with tab.server.opened_database() as engine, engine.connect() as connection:
        words = text(
            "select candidate, level, note from panel_scores"
            " where member = (select max(member) from panel_scores)"
        )
        return [tuple(row) for row in connection.execute(words)]


def test_a_score_the_panel_refuses_is_said_to_be_refused(
    panel: tuple[Tab, Tab],
) -> None:
    chair, rini = panel
    question(rini).get_by_test_id("stRadioOption").nth(3).click()
    eventually(lambda: [level for _letter, level, _note in kept(rini)] == [3])
    chair.press("panel-refresh").at("chair-free").get_by_role("button").click()
    eventually(lambda: kept(rini) == [])

    question(rini).get_by_test_id("stRadioOption").nth(1).click()

    expect(rini.page.get_by_text("Somebody scores under this name")).to_be_visible()
    assert kept(rini) == []


def test_a_sealed_card_is_no_longer_offered_once_a_score_has_changed(
    open_browser: Open, tmp_path: Path
) -> None:
    tab = open_browser().open("panel")
    tab.at("panel-way").get_by_role("radio").nth(2).click()
    files = [ROOT / "examples" / f"candidate-{n}.csv" for n in ("bima", "citra")]
    upload = tab.page.locator('[class*="st-key-sealed-files"] input[type="file"]')
    upload.set_input_files(files)
    answer = tab.page.locator('[class*="st-key-score-file"]:has([type=radio])').first
    answer.get_by_test_id("stRadioOption").nth(3).click()
    expect(tab.page.locator('[class*="st-key-note-file"]').first).to_be_visible()
    tab.type("seal-name", "Rini Ayu").type("seal-code", "ABCDE-FGHJK-23456")
    tab.press("seal")
    expect(tab.at("seal-download")).to_be_visible()

    answer.get_by_test_id("stRadioOption").nth(1).click()

    expect(tab.at("seal-download")).to_have_count(0)
    changed = tab.page.get_by_text("changed since you sealed")
    expect(changed).to_be_visible()
    tab.press("seal")
    expect(changed).to_have_count(0)
    with tab.page.expect_download() as waiting:
        tab.press("seal-download")
    assert waiting.value.suggested_filename == "scorecard-rini-ayu.json"


def test_a_reload_says_that_what_was_loaded_is_gone(open_browser: Open) -> None:
    tab = open_browser().open("needs")
    tab.page.get_by_text("Start another role").click()
    tab.press("role-start")
    expect(tab.at("role-fix")).to_be_visible()
    gone = tab.page.get_by_text("What you had loaded here is gone")
    expect(gone).to_have_count(0)

    tab.page.reload()

    expect(gone).to_be_visible()
    expect(tab.page.get_by_text("This is an example role.")).to_be_visible()


def to_b_and_back(tab: Tab) -> None:
    """Look at another candidate and return."""
    for place in (1, 0):
        box = tab.page.locator('[class*="st-key-score-candidate-"]')
        box.get_by_role("combobox").click()
        tab.page.get_by_role("option").nth(place).click()
        letter = "AB"[place]
        words = re.compile(f"Candidate {letter}|Kandidat {letter}")
        expect(box.get_by_role("combobox")).to_have_value(words)
        here = f'[class*="st-key-score-first"][class*="-{letter}-"]'
        expect(tab.page.locator(here).first).to_be_visible()


def to_indonesian(tab: Tab) -> None:
    """Change the language in the middle."""
    tab.ready().speak("id")
    expect(tab.page.get_by_text("Buktinya", exact=False).first).to_be_visible()


@pytest.mark.parametrize("detour", [to_b_and_back, to_indonesian])
def test_a_score_and_its_note_are_seen_again_and_kept(
    rini: Tab, detour: Callable[[Tab], None]
) -> None:
    question(rini).get_by_test_id("stRadioOption").nth(3).click()
    note(rini).fill(NOTE)
    note(rini).press("Enter")
    eventually(lambda: kept(rini) == [("A", 3, NOTE)])

    detour(rini)

    expect(question(rini).get_by_role("radio").nth(3)).to_be_checked()
    expect(note(rini)).to_have_value(NOTE)
    question(rini).get_by_test_id("stRadioOption").nth(4).click()
    eventually(lambda: kept(rini) == [("A", 4, NOTE)])
