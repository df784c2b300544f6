"""Learning: the modules that close the largest gaps, in order and in weeks."""

import re

import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import rate, rate_fully, rate_partly, targets_of

GIT = "programming.git"
WHOLE_WAY = 0


def modules_of(visitor: Visitor) -> list[str]:
    """Return the modules of the plan in the order shown."""
    return [key.removeprefix("step-") for key in visitor.keys("step-")]


def resources_of(visitor: Visitor, framework: Framework, module: str) -> list[str]:
    """Return the resources shown for a module, in the order shown."""
    by_address = {r.url: key for key, r in framework.resources.items()}
    shown = "\n".join(m.value for m in visitor.widget(f"step-{module}").markdown)
    return [by_address[address] for address in re.findall(r"\(<(.+?)>\)", shown)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_sees_an_example_that_is_marked_as_one(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).open("plan")
    assert "Sari" in visitor.text()
    assert modules_of(visitor)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_own_answer_replaces_the_example(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).answer(GIT, 1).open("plan")
    assert "Sari" not in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_meets_every_target_gets_no_module(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer"))
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    assert modules_of(visitor) == []
    assert visitor.app.success


def test_no_module_is_there_for_a_target_that_is_met(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    targets = targets_of(framework, "llm_engineer")
    rate(engine, "browser-a", targets | {GIT: targets[GIT] - 1})
    visitor = open_app().open("plan").set("weeks", WHOLE_WAY)
    lifted = [framework.modules[key].lifts for key in modules_of(visitor)]
    assert lifted
    assert all(GIT in lifts for lifts in lifted)


def test_who_rated_nothing_the_profile_asks_is_sent_to_rate_first(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {GIT: None})
    visitor = open_app().open("plan")
    assert modules_of(visitor) == []
    assert visitor.app.info


@pytest.mark.parametrize("language", LANGUAGES)
def test_resources_in_the_readers_language_come_first(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    for module in modules_of(visitor):
        shown = resources_of(visitor, framework, module)
        foreign = [framework.resources[key].language != language for key in shown]
        assert foreign == sorted(foreign), module
        assert set(shown) <= set(framework.modules[module].resources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_says_what_it_lifts_why_and_how_it_is_proved(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    assert modules_of(visitor)
    text = visitor.text()
    for key in modules_of(visitor):
        module = framework.modules[key]
        for words in (module.title, module.outcome, module.practice, module.proof):
            assert words.in_language(language) in text


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("id", "alamat belum dipastikan"),
        ("en", "address not confirmed"),
    ],
)
def test_an_address_nobody_confirmed_is_marked(
    open_app: Open, engine: Engine, framework: Framework, language: str, mark: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    for line in visitor.lines():
        for address in re.findall(r"\(<(.+?)>\)", line):
            found = next(r for r in framework.resources.values() if r.url == address)
            assert (mark in line) == (found.confirmed.status == "unconfirmed")


def test_more_time_is_more_modules_and_the_whole_way_leaves_nothing_for_lack_of_it(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", 4)
    few = modules_of(visitor)
    more = modules_of(visitor.set("hours_per_week", 20))
    whole = modules_of(visitor.set("weeks", WHOLE_WAY))
    assert len(few) < len(more) < len(whole)
    assert "into the weeks" not in visitor.text()


def test_a_plan_of_few_weeks_keeps_the_order_of_the_whole_way(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", 12).set("hours_per_week", 10)
    few = modules_of(visitor)
    whole = modules_of(visitor.set("weeks", WHOLE_WAY))
    assert few == [module for module in whole if module in few] != []


@pytest.mark.parametrize("hours", [1, 60])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_amount_of_time_gives_a_page(
    open_app: Open, engine: Engine, language: str, hours: int
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan").set("hours_per_week", hours)
    for weeks in (4, 8, 12, 26, 52, WHOLE_WAY):
        assert visitor.set("weeks", weeks).app.metric


def test_the_outlook_never_promises_a_lower_fit(open_app: Open, engine: Engine) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan")
    fit = next(m.value for m in visitor.app.metric if "→" in m.value)
    before, after = (int(part.strip(" %")) for part in fit.split("→"))
    assert before <= after <= 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_rated_is_named_and_not_planned(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    targets = targets_of(framework, "llm_engineer")
    heavy = "ml.evaluation"
    rate(engine, "browser-a", {key: 5 for key in targets if key != heavy})
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    assert modules_of(visitor) == []
    assert framework.skills[heavy].name.in_language(language) in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_and_horizon_outlive_a_change_of_language(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", 26).set("hours_per_week", 9)
    visitor.set("language", language)
    assert visitor.widget("weeks").value == 26
    assert visitor.widget("hours_per_week").value == 9


def test_the_profile_decides_which_modules_come(open_app: Open, engine: Engine) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan")
    language_models = modules_of(visitor)
    assert modules_of(visitor.set("profile", "cv_engineer")) != language_models
