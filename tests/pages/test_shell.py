"""The frame around every page: language, navigation, and who is here."""

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from skillgap.domain.framework import Framework
from skillgap.settings import ROOT
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, PAGES
from tests.people import rate_fully, rate_partly

STATES = {
    "newcomer": lambda _engine, _key: None,
    "partly rated": rate_partly,
    "fully rated": rate_fully,
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_in_both_languages_for_everyone(
    open_app: Open, engine: Engine, name: str, state: str, language: str
) -> None:
    STATES[state](engine, "browser-a")
    visitor = open_app(locale=language).open(name)
    assert visitor.app.title[0].value
    assert visitor.app.session_state["language"] == language


@pytest.mark.parametrize("name", PAGES)
def test_every_page_reads_differently_in_the_other_language(
    open_app: Open, name: str
) -> None:
    titles = {open_app(locale=x).open(name).app.title[0].value for x in LANGUAGES}
    assert len(titles) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_minds_a_faulty_file_in_the_uploader(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = open_app(locale=language).open("my_data")
    visitor.widget("import-file").upload("broken.csv", b"\xff\xfe\x00nonsense")
    visitor.run()
    for name in [*PAGES, "my_data"]:
        assert visitor.open(name).app.title[0].value


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-US", "en"),
        ("en", "en"),
        ("EN-gb", "en"),
        ("id-ID", "id"),
        ("id", "id"),
        ("fr-FR", "id"),
        (None, "id"),
    ],
)
def test_the_browsers_language_decides_and_indonesian_if_it_is_unknown(
    open_app: Open, locale: str | None, language: str
) -> None:
    visitor = open_app(locale=locale)
    assert visitor.widget("language").value == language


def test_a_language_chosen_beats_that_of_the_browser(open_app: Open) -> None:
    visitor = open_app(locale="en-US")
    english = visitor.text()
    visitor.set("language", "id")
    assert visitor.text() != english
    for name in PAGES:
        assert visitor.open(name).widget("language").value == "id"


def test_a_language_chosen_is_remembered_with_the_answers(open_app: Open) -> None:
    visitor = open_app(locale="id-ID").answer("programming.git", 2)
    visitor.set("language", "en")
    assert open_app(locale="id-ID").widget("language").value == "en"


def test_a_language_chosen_before_the_first_answer_is_remembered_too(
    open_app: Open,
) -> None:
    open_app(locale="id-ID").set("language", "en").answer("programming.git", 2)
    assert open_app(locale="id-ID").widget("language").value == "en"


@pytest.mark.parametrize("asked", ["en", "English"])
def test_a_language_in_the_address_beats_that_of_the_browser(
    open_app: Open, asked: str
) -> None:
    visitor = open_app(locale="id-ID", language=asked)
    assert visitor.widget("language").value == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_switching_the_language_keeps_every_answer(
    open_app: Open, engine: Engine, language: str
) -> None:
    visitor = open_app().answer("programming.git", 3).answer("cloud.cost", "unsure")
    before = visitor.ratings()
    visitor.set("language", language).ask("programming.git")
    assert visitor.widget("level-programming.git").value == 3
    assert visitor.ratings().equals(before)


def test_switching_pages_keeps_every_answer(open_app: Open) -> None:
    visitor = open_app().answer("programming.git", 3).answer("programming.testing", 0)
    before = visitor.ratings()
    for name in [*PAGES, "assess"]:
        visitor.open(name)
    assert visitor.widget("level-programming.git").value == 3
    assert visitor.widget("level-programming.testing").value == 0
    assert visitor.ratings().equals(before)


@pytest.mark.parametrize("name", ["start", "assess", "gaps", "plan"])
def test_switching_the_profile_keeps_every_answer(open_app: Open, name: str) -> None:
    visitor = open_app().answer("programming.git", 3).answer("cloud.cost", 1)
    before = visitor.ratings()
    visitor.open(name).set("profile", "mlops_engineer")
    assert visitor.ratings().equals(before)
    assert visitor.ask("cloud.cost").widget("level-cloud.cost").value == 1


def test_a_profile_chosen_holds_on_every_page_and_in_a_new_tab(
    open_app: Open,
) -> None:
    visitor = open_app().set("profile", "cv_engineer")
    for name in ("assess", "gaps", "plan", "start"):
        assert visitor.open(name).widget("profile").value == "cv_engineer"
    assert open_app().widget("profile").value == "cv_engineer"


def test_specializations_are_offered_before_professions(
    open_app: Open, framework: Framework
) -> None:
    offered = open_app().widget("profile").options
    assert len(offered) == len(framework.profiles) == 10
    kinds = [name.rpartition("(")[2] for name in offered]
    assert kinds == [kinds[0]] * 5 + [kinds[-1]] * 5


def test_another_browser_sees_nothing_of_it(open_app: Open) -> None:
    open_app(key="browser-a").answer("programming.git", 3)
    other = open_app(key="browser-b").ask("programming.git")
    assert other.widget("level-programming.git").value is None
    assert other.person() is None


def test_a_second_tab_of_the_same_browser_shows_the_answers(open_app: Open) -> None:
    open_app().answer("programming.git", 3)
    second = open_app().ask("programming.git")
    assert second.widget("level-programming.git").value == 3


@pytest.mark.parametrize("name", ["gaps", "plan"])
def test_a_browser_without_cookies_is_told_that_it_will_forget(
    open_app: Open, name: str
) -> None:
    forgetful = open_app(key="").answer("programming.git", 1)
    assert forgetful.open(name).app.warning
    assert forgetful.ask("programming.git").widget("level-programming.git").value == 1
    assert (
        not open_app(key="browser-b")
        .answer("programming.git", 1)
        .open(name)
        .app.warning
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opened_without_its_frame_shows_nothing(
    name: str, open_app: Open
) -> None:
    open_app()
    alone = AppTest.from_file(ROOT / "pages" / f"{name}.py").run(timeout=20)
    assert len(alone.main) == 0
    assert not alone.exception
