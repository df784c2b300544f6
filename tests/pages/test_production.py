"""Ready for production: gates, figures, the git drill."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.person.production import read_gates
from skillgap.domain.ratings import levels_on
from skillgap.storage.checks import ask_check
from skillgap.storage.ratings import set_basis
from skillgap.ui.state import DRILL_STARTED
from tests.pages.conftest import Open
from tests.pages.sentences import said
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import FIRST_DAY, rate, rate_fully, rate_partly

GIT = "programming.git"
HALF_HOUR = "git_half_hour"
STEPS = range(5)
LINK = "https://example.org/repo"


def drill(visitor: Visitor, link: str = LINK) -> Visitor:
    """Start the drill, tick everything and give a link."""
    visitor.open("production").click("drill-start")
    for step in STEPS:
        visitor.set(f"drill-step-{step}", True)
    return visitor.set("drill-link", link)


def badges(visitor: Visitor, gate: str) -> str:
    """Return all that is written on a gate."""
    return "\n".join(each.value for each in visitor.widget(f"gate-{gate}").markdown)


# Gates


@pytest.mark.parametrize("rate_someone", [None, rate_partly, rate_fully])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gate_stands_on_the_page_with_its_meaning(
    open_app: Open, engine: Engine, framework: Framework, rate_someone, language: str
) -> None:
    if rate_someone:
        rate_someone(engine, "browser-a")
    visitor = open_app(locale=language).open("production")
    gates = framework.production.gates
    assert [key.removeprefix("gate-") for key in visitor.keys("gate-")] == list(gates)
    for gate in gates.values():
        assert gate.claim.in_language(language) in visitor.text()
        assert gate.meaning.in_language(language) in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_gate_says_what_each_skill_still_lacks(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    gate = framework.production.gates[HALF_HOUR]
    first, second, third = gate.skills
    rate(engine, "browser-a", {first: 3, second: 1})
    text = open_app(locale=language).open("production").text()
    names = {s: framework.skills[s].name.in_language(language) for s in gate.skills}
    claimed = "{skill}: level {level} is claimed only; evidence or a check"
    low = "{skill}: at level {level}, level {needed} is asked"
    unrated = "{skill}: not rated yet, level {needed} is asked"
    assert said(language, claimed, skill=names[first], level="3") in text
    assert said(language, low, skill=names[second], level="1", needed="3") in text
    assert said(language, unrated, skill=names[third], needed="3") in text


def test_evidence_supports_a_gate_and_checks_make_it_checked(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    skills = framework.production.gates[HALF_HOUR].skills
    rate(engine, "browser-a", dict.fromkeys(skills, 3), evidence="repo X, May")
    visitor = open_app()
    assert "supported" in badges(visitor.open("production"), HALF_HOUR)
    for skill in skills:
        set_basis(engine, visitor.person(), skill, FIRST_DAY, "checked")
    assert "checked" in badges(visitor.open("production"), HALF_HOUR)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_states_shown_are_those_of_the_domain(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("production")
    levels = levels_on(visitor.ratings().reset_index(), list(framework.skills))
    for state in read_gates(framework.production.gates, levels):
        assert said(language, state.state) in badges(visitor, state.gate)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_of_the_gates_is_said_and_no_mean_of_them(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language).open("production")
    assert framework.production.rule.in_language(language) in visitor.text()
    assert not any("%" in metric.value for metric in visitor.app.metric)


# The calculator


@pytest.mark.parametrize(("language", "figures"), [
    ("en", ["52.56", "4.32", "13.9", "1.4", "800", "200", "1,600"]),
    ("id", ["52,56", "4,32", "13,9", "1,4", "800", "200", "1.600"]),
])  # fmt: skip
def test_the_calculator_begins_with_the_figures_of_the_article(
    open_app: Open, language: str, figures: list[str]
) -> None:
    text = open_app(locale=language).open("production").text()
    assert [f for f in figures if f"**{f}**" not in text] == []


@pytest.mark.parametrize(("key", "value", "figures"), [
    ("calc-uptime", 99.9, ["525.6", "43.2"]),
    ("calc-uptime", 100.0, ["0"]),
    ("calc-calls", 10, ["0"]),
    ("calc-latency", 2000, ["27.8"]),
    ("calc-cases", 100, ["80", "20", "160"]),
    ("calc-precision", 100, ["800", "0"]),
    ("calc-recall", 0, ["0", "1,000"]),
])  # fmt: skip
def test_the_calculator_reckons_with_the_readers_own_numbers(
    open_app: Open, key: str, value: float, figures: list[str]
) -> None:
    text = open_app().open("production").set(key, value).text()
    assert [f for f in figures if f"**{f}**" not in text] == []


# The drill


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drill_ticked_and_linked_becomes_evidence_of_git(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate(engine, "browser-a", {GIT: 1})
    visitor = drill(open_app(locale=language)).click("drill-done")
    row = visitor.ratings().query("rated_on > @FIRST_DAY").loc[GIT]
    assert (row["level"], row["basis"]) == (3, "evidenced")
    assert LINK in row["evidence"]
    assert row["profile"] == "llm_engineer"


def test_a_newcomers_drill_is_their_first_rating(open_app: Open) -> None:
    visitor = drill(open_app()).click("drill-done")
    assert list(visitor.ratings().index) == [GIT]
    assert visitor.ratings().loc[GIT, "level"] == 3


def test_a_drill_lowers_no_level(open_app: Open, engine: Engine) -> None:
    rate(engine, "browser-a", {GIT: 5})
    visitor = drill(open_app()).click("drill-done")
    assert set(visitor.ratings().loc[[GIT], "level"]) == {5}


def test_a_drill_keeps_the_evidence_there_was(open_app: Open, engine: Engine) -> None:
    rate(engine, "browser-a", {GIT: 3}, evidence="repo X, May")
    visitor = drill(open_app()).click("drill-done")
    newest = visitor.ratings().query("rated_on > @FIRST_DAY").loc[GIT, "evidence"]
    assert "repo X, May" in newest
    assert LINK in newest


@pytest.mark.parametrize("missing", [*STEPS, "link"])
def test_a_drill_not_finished_cannot_be_kept(
    open_app: Open, missing: int | str
) -> None:
    visitor = drill(open_app())
    assert not visitor.widget("drill-done").disabled
    if missing == "link":
        visitor.set("drill-link", "   ")
    else:
        visitor.set(f"drill-step-{missing}", False)
    assert visitor.widget("drill-done").disabled


def long_ago(visitor: Visitor) -> Visitor:
    """Let the drill have begun more than half an hour before."""
    visitor.app.session_state[DRILL_STARTED] = datetime(2026, 1, 1, tzinfo=UTC)
    return visitor.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_half_an_hour_the_page_says_so_and_keeps_nothing(
    open_app: Open, language: str
) -> None:
    visitor = long_ago(drill(open_app(locale=language)))
    over = "The half hour is over. Stop, look where it went, try again."
    assert said(language, over) in visitor.text()
    visitor.click("drill-done")
    assert visitor.person() is None


def test_a_drill_stopped_can_be_started_again(open_app: Open) -> None:
    visitor = drill(open_app()).click("drill-stop")
    assert visitor.person() is None
    assert visitor.has("drill-start")
    visitor.click("drill-start")
    assert not any(visitor.widget(f"drill-step-{step}").value for step in STEPS)


def test_a_level_the_drill_changes_after_a_check_is_a_new_version(
    open_app: Open, engine: Engine
) -> None:
    visitor = open_app().answer(GIT, 1)
    ask_check(engine, visitor.person(), "rc29", GIT)
    drill(visitor).click("drill-done")
    query = "select version, level from ratings order by version"
    with engine.connect() as connection:
        assert connection.exec_driver_sql(query).all() == [(1, 1), (2, 3)]
