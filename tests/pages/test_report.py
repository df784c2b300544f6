"""The report to hand on: offered where one looks, and it says what the page shows."""

import re

import pytest
from sqlalchemy import Engine

from skillgap.files.catalogues import load_translations
from skillgap.ui.state import REPORT_SHOWS
from tests.html_tables import Tables
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import rate_fully, rate_partly

PAGES = ("gaps", "my_data")
GIT = "programming.git"
pytestmark = pytest.mark.usefixtures("files_at_once")


def report(visitor: Visitor) -> str:
    """Return the report that the open page hands out."""
    return visitor.download("report-html").decode("utf-8")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_in_the_language_of_the_page(
    open_app: Open, engine: Engine, language: str, page: str
) -> None:
    rate_fully(engine, "browser-a")
    html = report(open_app(locale=language).open(page))
    say = load_translations(language).gettext
    assert f'<html lang="{language}">' in html
    assert {say("Areas"), say("All skills asked")} <= set(Tables(html).tables)


def test_both_pages_hand_out_the_same(open_app: Open, engine: Engine) -> None:
    rate_fully(engine, "browser-a")
    visitor = (
        open_app().open("gaps").set("context", "ai_startup").set("seniority", "junior")
    )
    visitor.set("counting", "supported")
    first = report(visitor)
    assert "what is supported" in first
    assert "Junior" in first
    assert report(visitor.open("my_data")) == first


@pytest.mark.parametrize("page", PAGES)
def test_name_and_evidence_leave_only_where_they_are_ticked(
    open_app: Open, engine: Engine, page: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = open_app().open("my_data").set("person-name", "Ani Wijaya").open(page)
    assert not re.search("Ani|run book", report(visitor))
    visitor.set(REPORT_SHOWS, ["name"])
    assert "Ani Wijaya" in report(visitor)
    assert "run book" not in report(visitor)
    visitor.set(REPORT_SHOWS, ["evidence"])
    assert "run book, May" in report(visitor)
    assert "Ani" not in report(visitor)


def test_the_plan_is_the_one_of_the_learning_page(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("hours-per-week", 9)
    plan = visitor.download("plan-md").decode("utf-8")
    titles = re.findall(r"^### (.*)", plan, re.MULTILINE)
    html = report(visitor.open("gaps"))
    first = [row["Module"] for row in Tables(html).rows("When", "Module")]
    assert "at 9 h a week" in html
    assert [module.split(" · ")[0] for module in first] == [
        title.replace("\\", "") for title in titles[: len(first)]
    ]


def test_hours_no_week_has_give_way_to_the_usual_ones(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("hours-per-week", 200).open("gaps")
    assert "at 5 h a week" in report(visitor)


def test_the_example_is_handed_out_as_one(open_app: Open) -> None:
    visitor = open_app().open("gaps")
    assert "Sari (example)" in report(visitor)
    assert not visitor.open("my_data").has("report-html")


@pytest.mark.parametrize("page", PAGES)
def test_the_radar_is_a_picture_too(open_app: Open, page: str) -> None:
    visitor = open_app().answer(GIT, 2).open(page)
    assert visitor.download("report-png").startswith(b"\x89PNG")
