"""The assessment: one anchor chosen is one answer kept."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.person.quick_set import choose_quick_set
from skillgap.domain.person.reading import seconds_to_answer
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, UNSURE, Visitor
from tests.people import rate, targets_of

PYTHON, GIT, COST = "programming.python", "programming.git", "cloud.cost"
TODAY = date.today().isoformat()


def walk(visitor: Visitor) -> list[str]:
    """Return every skill asked, area after area, by the button that leads on."""
    asked = visitor.questions()
    while visitor.has("area-on"):
        asked += visitor.click("area-on").questions()
    return asked


@pytest.mark.parametrize("choice", range(6))
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_in_the_database_at_once_as_a_claim(
    open_app: Open, framework: Framework, language: str, choice: int
) -> None:
    row = open_app(locale=language).answer(GIT, choice).ratings().loc[GIT]
    assert row["level"] == choice
    assert row["basis"] == "claimed"
    assert (row["rated_on"], row["framework"]) == (TODAY, framework.version)
    assert row["profile"] == "llm_engineer"


def test_an_evidence_line_makes_a_claim_evidenced(open_app: Open) -> None:
    visitor = open_app().answer(GIT, 3).set(f"evidence-{GIT}", "  repo X, May  ")
    row = visitor.ratings().loc[GIT]
    assert (row["basis"], row["evidence"]) == ("evidenced", "repo X, May")


@pytest.mark.parametrize("blank", ["", "   "])
def test_an_emptied_evidence_line_leaves_a_claim(open_app: Open, blank: str) -> None:
    visitor = open_app().answer(GIT, 3).set(f"evidence-{GIT}", "repo X, May")
    visitor.set(f"evidence-{GIT}", blank)
    assert visitor.ratings().loc[GIT, "basis"] == "claimed"


@pytest.mark.parametrize("choice", [0, 1, 2, 3, 4, 5, UNSURE])
def test_evidence_is_asked_for_from_level_three_on(
    open_app: Open, choice: int | str
) -> None:
    visitor = open_app().answer(GIT, choice)
    assert visitor.has(f"evidence-{GIT}") == (choice in {3, 4, 5})


@pytest.mark.parametrize("between", [0, 2, 5, UNSURE])
def test_an_evidence_line_outlives_a_change_of_mind(
    open_app: Open, between: int | str
) -> None:
    visitor = open_app().answer(GIT, 3).set(f"evidence-{GIT}", "repo X, May")
    visitor.answer(GIT, between).answer(GIT, 4)
    assert visitor.ratings().loc[GIT, "evidence"] == "repo X, May"
    assert visitor.widget(f"evidence-{GIT}").value == "repo X, May"


def test_cannot_say_level_zero_and_unrated_are_stored_as_three_things(
    open_app: Open,
) -> None:
    rows = open_app().answer(GIT, UNSURE).answer(COST, 0).ratings()
    assert pd.isna(rows.loc[GIT, "level"])
    assert rows.loc[GIT, "rated_on"] == TODAY
    assert rows.loc[COST, "level"] == 0
    assert len(rows) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_is_shown_after_the_answer_and_not_before(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language).ask(GIT)
    name = framework.profiles["llm_engineer"].name.in_language(language)
    told = [line for line in visitor.lines() if name in line and "·" in line]
    assert told == []
    after = visitor.answer(GIT, 1).lines()
    told = [line for line in after if name in line and "·" in line]
    assert len(told) == 1
    assert str(targets_of(framework, "llm_engineer")[GIT]) in told[0].partition(name)[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_anchor_of_a_skill_can_be_read_before_choosing(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language).ask(GIT)
    text = visitor.text()
    for anchor in framework.skills[GIT].anchors.values():
        assert anchor.in_language(language) in text
    assert len(visitor.widget(f"level-{GIT}").options) == 7


@pytest.mark.parametrize(("choice", "beside"), [(0, 2), (1, 3), (4, 3), (5, 2)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_level_chosen_is_read_with_its_neighbours_and_the_others_on_demand(
    open_app: Open, framework: Framework, language: str, choice: int, beside: int
) -> None:
    lines = open_app(locale=language).answer(PYTHON, choice).lines()
    anchor = framework.anchor(PYTHON, choice).in_language(language)
    found = [line for line in lines if f"{choice}. **{anchor}**" in line]
    assert [line.count("\n") + 1 for line in found] == [beside, 6]


def test_no_anchor_is_bold_for_who_cannot_say(open_app: Open) -> None:
    lists = [
        line
        for line in open_app().answer(PYTHON, UNSURE).lines()
        if line.startswith("0. ")
    ]
    assert [line.count("\n") + 1 for line in lists] == [6, 6]
    assert "**" not in "".join(lists)


def test_the_levels_of_a_skill_go_by_its_name(
    open_app: Open, framework: Framework
) -> None:
    visitor = open_app().ask(PYTHON)
    name = framework.skills[PYTHON].name.en
    assert visitor.widget(f"level-{PYTHON}").label == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_time_left_is_that_of_what_is_not_answered(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language).answer(PYTHON, 2)
    quick = choose_quick_set(framework.profiles["llm_engineer"], framework.area_of)
    left = [skill for skill in quick if skill != PYTHON]
    seconds = sum(seconds_to_answer(framework, skill, language) for skill in left)
    minutes = {"id": "menit", "en": "minutes"}[language]
    bar = visitor.app.get("progress")[0].proto
    assert f"{round(seconds / 60)} {minutes}" in bar.text


def test_nothing_is_chosen_before_the_first_click(open_app: Open) -> None:
    visitor = open_app().open("assess")
    chosen = [visitor.widget(f"level-{s}").value for s in visitor.questions()]
    assert chosen == [None] * len(chosen) != []


@pytest.mark.parametrize("profile", ["llm_engineer", "cv_engineer", "ai_researcher"])
def test_the_quick_mode_asks_24_skills_in_the_frameworks_order(
    open_app: Open, framework: Framework, profile: str
) -> None:
    visitor = open_app().set("profile", profile).open("assess")
    asked = walk(visitor)
    chosen = choose_quick_set(framework.profiles[profile], framework.area_of)
    assert asked == sorted(chosen, key=list(framework.skills).index)
    assert len(asked) == 24


def test_the_full_mode_asks_all_61_skills_in_the_frameworks_order(
    open_app: Open, framework: Framework
) -> None:
    asked = walk(open_app().open("assess").set("mode", "full"))
    assert asked == list(framework.skills)
    assert len(asked) == 61


def test_going_on_from_quick_to_full_keeps_answers(
    open_app: Open, framework: Framework
) -> None:
    visitor = open_app().answer(PYTHON, 3)
    before = visitor.ratings()
    while visitor.has("area-on"):
        visitor.click("area-on")
    visitor.click("to-full")
    assert visitor.widget("mode").value == "full"
    assert visitor.ratings().equals(before)
    assert visitor.ask(PYTHON).widget(f"level-{PYTHON}").value == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_counts_answers_of_every_kind(open_app: Open, language: str) -> None:
    visitor = open_app(locale=language).answer(PYTHON, 0)
    visitor.answer("programming.testing", UNSURE)
    bar = visitor.app.get("progress")[0].proto
    assert bar.value == 8
    assert "2" in bar.text
    assert "24" in bar.text


def test_an_answer_can_be_taken_back(open_app: Open) -> None:
    visitor = open_app().answer(GIT, 3).answer("programming.testing", 2)
    visitor.click(f"undo-{GIT}")
    assert list(visitor.ratings().index) == ["programming.testing"]
    assert visitor.widget(f"level-{GIT}").value is None
    assert not visitor.has(f"undo-{GIT}")


def test_taking_todays_answer_back_brings_the_earlier_one_forward(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {GIT: 1})
    visitor = open_app().answer(GIT, 4)
    assert len(visitor.ratings()) == 2
    visitor.click(f"undo-{GIT}")
    assert visitor.widget(f"level-{GIT}").value == 1


def test_a_new_answer_on_another_day_keeps_the_old_one(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {GIT: 1})
    rows = open_app().answer(GIT, 4).ratings()
    assert list(rows["level"]) == [1, 4]


def test_a_second_answer_of_the_day_replaces_the_first(open_app: Open) -> None:
    rows = open_app().answer(GIT, 1).answer(GIT, 4).ratings()
    assert list(rows["level"]) == [4]


def test_answers_of_an_earlier_visit_are_on_the_screen_again(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {GIT: 4}, evidence="repo X, May")
    rate(engine, "browser-a", {COST: None})
    visitor = open_app().ask(GIT)
    assert visitor.widget(f"level-{GIT}").value == 4
    assert visitor.widget(f"evidence-{GIT}").value == "repo X, May"
    assert visitor.ask(COST).widget(f"level-{COST}").value == UNSURE


def test_a_returning_person_begins_in_the_first_unfinished_area(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    quick = choose_quick_set(framework.profiles["llm_engineer"], framework.area_of)
    programming = [skill for skill in quick if skill.startswith("programming.")]
    rate(engine, "browser-a", dict.fromkeys(programming, 2))
    visitor = open_app().open("assess")
    assert visitor.widget("area").value != "programming"
    assert not set(programming) & set(visitor.questions())


def test_the_way_to_the_gaps_is_open_at_any_time(open_app: Open) -> None:
    visitor = open_app().answer(GIT, 3).click("to-gaps")
    assert visitor.has("radar-areas")


def test_a_profile_changed_in_mid_assessment_keeps_answers_and_asks_its_own(
    open_app: Open, framework: Framework
) -> None:
    visitor = open_app().answer(PYTHON, 3)
    before = visitor.ratings()
    visitor.set("profile", "mlops_engineer")
    assert visitor.ratings().equals(before)
    mlops = framework.profiles["mlops_engineer"]
    assert set(walk(visitor)) <= set(choose_quick_set(mlops, framework.area_of))
    assert visitor.ask(PYTHON).widget(f"level-{PYTHON}").value == 3


def test_the_full_assessment_and_a_context_are_still_chosen_after_a_reload(
    open_app: Open,
) -> None:
    visitor = open_app().answer("programming.git", 2).set("mode", "full")
    visitor.open("gaps").set("context", "ai_startup")

    again = open_app().open("assess")

    assert again.widget("mode").value == "full"
    assert again.open("gaps").widget("context").value == "ai_startup"
