"""The first page: what this is, which profile to aim at, and the first question."""

import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES
from tests.people import rate, rate_fully


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_sees_an_example_that_is_marked_as_one(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language)
    word = {"id": "Contoh", "en": "Example"}[language]
    assert any(word in line and "Sari" in line for line in visitor.lines())
    assert visitor.has("radar-preview")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_own_answer_replaces_the_example(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate(engine, "browser-a", {"programming.git": 3})
    visitor = open_app(locale=language)
    assert "Sari" not in visitor.text()
    assert visitor.has("radar-preview")


def test_the_example_is_nothing_the_database_knows(open_app: Open) -> None:
    visitor = open_app()
    assert visitor.person() is None


@pytest.mark.parametrize(("mode", "count"), [("quick", 24), ("full", 61)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_leads_to_the_assessment_it_names(
    open_app: Open, language: str, mode: str, count: int
) -> None:
    visitor = open_app(locale=language)
    assert str(count) in visitor.widget(f"begin-{mode}").label
    visitor.click(f"begin-{mode}")
    assert visitor.widget("mode").value == mode
    assert visitor.questions()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chosen_profile_is_described_and_drawn(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language)
    for key, profile in framework.profiles.items():
        visitor.set("profile", key)
        assert profile.focus.in_language(language) in visitor.text()
        assert profile.name.in_language(language) in visitor.widget("radar-preview").alt


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_the_four_duties_with_the_skills_they_take(
    open_app: Open, framework: Framework, language: str
) -> None:
    text = open_app(locale=language).text()
    assert len(framework.profession.duties) == 4
    for duty in framework.profession.duties.values():
        assert duty.name.in_language(language) in text
        for skill in duty.skills:
            assert framework.skills[skill].name.in_language(language) in text


def test_a_returning_person_reads_fit_and_share_of_their_own(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    caption = next(line for line in open_app().lines() if "September 14, 2026" in line)
    assert "61 of 61" in caption
    assert "%" in caption
