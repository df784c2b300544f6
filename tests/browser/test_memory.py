"""An answer given is an answer kept: through reload, restart, tabs and haste."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import WebSocket, expect

from tests.browser.conftest import Open
from tests.browser.server import Server, serving
from tests.browser.tab import UNSURE, Tab, eventually

PYTHON, TESTING = "programming.python", "programming.testing"

# Clicks the options of the questions on the page in turn, each 20 ms after the last.
HASTE = """async ([keys, clicks]) => {
  const last = {};
  for (let i = 0; i < clicks; i++) {
    const key = keys[i % keys.length];
    const choice = (Math.floor(i / keys.length) + i) % 6;
    document.querySelectorAll(`.st-key-${key} input[type=radio]`)[choice].click();
    last[key] = choice;
    await new Promise(done => setTimeout(done, 20));
  }
  return last;
}"""


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return an app that a test may stop and start."""
    with serving(tmp_path_factory.mktemp("own")) as running:
        yield running


def sees(tab: Tab, skill: str, choice: int) -> None:
    """Expect that a level is chosen on the screen."""
    expect(tab.option(skill, choice).locator("input")).to_be_checked()


def test_a_reload_in_mid_assessment_keeps_every_answer(open_browser: Open) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 2).answer(TESTING, UNSURE)
    tab.page.reload()
    tab.ready().choose("area", 0)
    sees(tab, PYTHON, 2)
    sees(tab, TESTING, UNSURE)
    assert tab.levels() == {PYTHON: 2, TESTING: None}


def test_answers_are_seen_again_after_a_change_of_language(open_browser: Open) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 3).answer(TESTING, UNSURE)
    tab.type(f"evidence-{PYTHON}", "batch tool, May")
    eventually(lambda: tab.ratings().loc[PYTHON, "basis"] == "evidenced")
    tab.speak("id")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Penilaian diri")
    sees(tab, PYTHON, 3)
    sees(tab, TESTING, UNSURE)
    box = tab.at(f"evidence-{PYTHON}").get_by_role("textbox")
    expect(box).to_have_value("batch tool, May")


def test_answers_are_seen_again_after_a_look_at_another_area(
    open_browser: Open,
) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 3).answer(TESTING, UNSURE)
    tab.type(f"evidence-{PYTHON}", "batch tool, May")
    eventually(lambda: tab.ratings().loc[PYTHON, "basis"] == "evidenced")
    tab.press("area-on")
    expect(tab.option(PYTHON, 3)).to_have_count(0)
    tab.press("area-back")
    sees(tab, PYTHON, 3)
    sees(tab, TESTING, UNSURE)
    box = tab.at(f"evidence-{PYTHON}").get_by_role("textbox")
    expect(box).to_have_value("batch tool, May")
    tab.answer(PYTHON, 2)
    eventually(lambda: tab.levels() == {PYTHON: 2, TESTING: None})


def test_an_evidence_line_is_kept_through_a_reload(open_browser: Open) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 3)
    tab.type(f"evidence-{PYTHON}", "batch tool, May")
    eventually(lambda: tab.ratings().loc[PYTHON, "basis"] == "evidenced")
    tab.page.reload()
    box = tab.ready().at(f"evidence-{PYTHON}").get_by_role("textbox")
    expect(box).to_have_value("batch tool, May")


def test_an_evidence_line_left_by_tab_alone_is_kept(open_browser: Open) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 3)
    tab.at(f"evidence-{PYTHON}").get_by_role("textbox").fill("batch tool, May")
    tab.page.keyboard.press("Tab")
    eventually(lambda: tab.ratings().loc[PYTHON, "basis"] == "evidenced")


def test_a_restart_of_the_server_keeps_every_answer(
    open_browser: Open, own_server: Server
) -> None:
    tab = open_browser(server=own_server).open("assess").answer(PYTHON, 4)
    own_server.stop()
    own_server.start()
    tab.connected()
    tab.answer(TESTING, 1)
    eventually(lambda: tab.levels() == {PYTHON: 4, TESTING: 1})
    tab.page.reload()
    sees(tab.ready().choose("area", 0), PYTHON, 4)


def test_a_second_tab_of_the_same_browser_sees_the_answers(open_browser: Open) -> None:
    first = open_browser().open("assess").answer(PYTHON, 4)
    second = Tab(first.context.new_page(), first.server).open("assess")
    sees(second, PYTHON, 4)
    second.answer(TESTING, 2)
    first.page.reload()
    sees(first.ready().choose("area", 0), TESTING, 2)
    assert second.troubles == []


def test_another_browser_sees_nothing_of_them(open_browser: Open) -> None:
    open_browser().open("assess").answer(PYTHON, 4)
    other = open_browser().open("assess")
    expect(other.option(PYTHON, 4).locator("input")).not_to_be_checked()
    expect(other.at(f"undo-{PYTHON}")).to_have_count(0)
    assert other.levels() == {}


def test_sixty_clicks_20_ms_apart_leave_every_last_answer_in_the_database(
    open_browser: Open,
) -> None:
    tab = open_browser().open("assess")
    tab.at("mode").get_by_role("radio").nth(1).click()
    expect(tab.at("level-programming.javascript")).to_be_visible()
    skills = tab.ready().questions()
    keys = [f"level-{skill}".replace(".", "-") for skill in skills]
    last = tab.page.evaluate(HASTE, [keys, 60])
    chosen = {skill: last[key] for skill, key in zip(skills, keys, strict=True)}
    eventually(lambda: tab.levels() == chosen)
    assert len(chosen) >= 5


def test_an_answer_taken_back_leaves_the_question_open(open_browser: Open) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 4)
    tab.press(f"undo-{PYTHON}")
    expect(tab.at(f"undo-{PYTHON}")).to_have_count(0)
    for choice in range(7):
        expect(tab.option(PYTHON, choice).locator("input")).not_to_be_checked()
    assert tab.levels() == {}
    tab.answer(PYTHON, 4)
    assert tab.levels() == {PYTHON: 4}


def test_leaving_the_page_right_after_a_click_keeps_the_answer(
    open_browser: Open,
) -> None:
    tab = open_browser().open("assess")
    expect(tab.option(TESTING, 2)).to_be_visible()
    with tab.server.busy():
        tab.option(PYTHON, 3).click()
        tab.link("gaps").click()
    eventually(lambda: tab.levels() == {PYTHON: 3})
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Gaps")


def test_leaving_right_after_clicks_on_two_questions_keeps_both(
    open_browser: Open,
) -> None:
    tab = open_browser().open("assess")
    expect(tab.option(TESTING, 2)).to_be_visible()
    with tab.server.busy():
        tab.option(PYTHON, 3).click()
        tab.option(TESTING, 2).click()
        tab.link("gaps").click()
    eventually(lambda: tab.levels() == {PYTHON: 3, TESTING: 2})


def test_changing_the_language_right_after_a_click_keeps_the_answer(
    open_browser: Open,
) -> None:
    tab = open_browser().open("assess")
    expect(tab.option(TESTING, 2)).to_be_visible()
    with tab.server.busy():
        tab.option(PYTHON, 3).click()
        tab.speak("en")
    eventually(lambda: tab.levels() == {PYTHON: 3})


def test_closing_the_tab_right_after_a_click_keeps_the_answer(
    open_browser: Open,
) -> None:
    tab, sockets = open_browser(), list[WebSocket]()
    tab.page.on("websocket", lambda socket: sockets.append(socket))
    expect(tab.open("assess").option(TESTING, 2)).to_be_visible()
    with tab.server.busy():
        with sockets[0].expect_event("framesent"):
            tab.option(PYTHON, 3).click()
        tab.page.close()
    eventually(lambda: tab.levels() == {PYTHON: 3})


def test_a_name_typed_right_before_leaving_is_kept(open_browser: Open) -> None:
    tab = open_browser().open("my-data")
    box = tab.at("person-name").get_by_role("textbox")
    expect(box).to_be_visible()
    with tab.server.busy():
        box.fill("Sari")
        tab.link("gaps").click()
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Gaps")
    tab.go("my-data")
    expect(box).to_have_value("Sari")


def test_a_line_typed_right_before_a_touch_on_another_page_is_kept(
    open_browser: Open,
) -> None:
    tab = open_browser(touch=True).open("assess").answer(PYTHON, 3)
    tab.at(f"evidence-{PYTHON}").get_by_role("textbox").fill("batch tool, May")
    tab.link("gaps").tap()
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Gaps")
    eventually(lambda: tab.ratings().loc[PYTHON, "evidence"] == "batch tool, May")


def test_a_change_of_language_keeps_the_seniority_and_what_it_asks(
    open_browser: Open,
) -> None:
    tab = open_browser().open("assess").answer(PYTHON, 3)
    tab.go("gaps")
    senior = tab.at("seniority").get_by_text("Senior", exact=True)
    senior.click()
    title = tab.page.get_by_text("LLM Engineer (Senior)").first
    expect(title).to_be_visible()
    for language in ("id", "en"):
        tab.speak(language)
        expect(title).to_be_visible()
        expect(senior).to_be_visible()
    tab.go("plan").go("gaps")
    expect(title).to_be_visible()
