"""The switch between claims and what is supported, on gaps and plan alike."""

import pandas as pd
import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.reality import (
    estimate_levels,
    read_answers,
    supported_levels,
)
from skillgap.domain.ratings import levels_on
from skillgap.storage.checks import answer_check, ask_check, load_checks
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import rate_fully, targets_of

WHOLE_WAY = 0


def answer_some(visitor: Visitor, framework: Framework) -> None:
    """Let the visitor answer every third check right and the others wrong."""
    for place, (key, check) in enumerate(framework.checks.items()):
        ask_check(visitor.engine, visitor.person(), key, check.skill)
        right = place % 3 == 0
        answer_check(visitor.engine, visitor.person(), key, "1", right, "sure")


def supported(visitor: Visitor, framework: Framework) -> pd.DataFrame:
    """Return the levels that count by the domain when the supported ones do."""
    answers = read_answers(framework, load_checks(visitor.engine, visitor.person()))
    known = levels_on(visitor.ratings().reset_index(), list(framework.skills))
    return supported_levels(known, estimate_levels(framework, known, answers), answers)


@pytest.mark.parametrize("name", ["gaps", "plan"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_claims_count_unless_one_chooses_what_is_supported(
    open_app: Open, engine: Engine, name: str, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open(name)
    assert visitor.widget("counting").value == "claims"
    claimed = visitor.text()
    assert visitor.set("counting", "supported").text() != claimed


def test_the_gaps_of_what_is_supported_are_those_of_the_domain(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app()
    answer_some(visitor, framework)
    visitor.open("gaps").set("counting", "supported")
    counted = supported(visitor, framework).set_index("skill")["level"]
    targets = targets_of(framework, "llm_engineer")
    table = visitor.table(len(targets))
    shown = {k: table.loc[framework.skills[k].name.en].iloc[0] for k in targets}
    assert shown == {k: str(int(counted[k])) for k in targets}


def test_the_plan_for_what_is_supported_is_that_of_the_domain(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", WHOLE_WAY)
    claimed = list(visitor.keys("step-"))
    counted = list(visitor.set("counting", "supported").keys("step-"))
    levels = supported(visitor, framework)
    targets = set_targets(framework.profiles["llm_engineer"])
    plan = recommend_steps(Chooser(read_learner(framework, targets, levels)), "en")
    shown = dict.fromkeys(name.split(".")[0] for name in counted)
    assert list(shown) == list(dict.fromkeys(f"step-{s.module}" for s in plan.steps))
    assert len(counted) == len(plan.steps)
    assert counted != claimed


def test_what_counts_for_the_gaps_counts_for_the_plan(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("gaps").set("counting", "supported").open("plan")
    assert visitor.widget("counting").value == "supported"
