"""Learning: what first, in what weeks, and doing it."""

import csv
import io
import re
from datetime import date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.person.plan_choices import read_choices
from skillgap.storage.plans import load_choices, save_choices
from tests.pages.conftest import Open
from tests.pages.sentences import said
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import rate, rate_fully, rate_partly, targets_of

GIT = "programming.git"
WHOLE_WAY = 0


def steps_of(visitor: Visitor) -> list[str]:
    """Return the steps of the plan in the order shown: a module, or a part of one."""
    return [key.removeprefix("step-") for key in visitor.keys("step-")]


def modules_of(visitor: Visitor) -> list[str]:
    """Return the modules of the plan in the order shown."""
    return list(dict.fromkeys(step.partition(".")[0] for step in steps_of(visitor)))


def resources_of(visitor: Visitor, framework: Framework, step: str) -> list[str]:
    """Return the resources shown for a step, in the order shown."""
    by_address = {r.url: key for key, r in framework.resources.items()}
    shown = "\n".join(m.value for m in visitor.widget(f"step-{step}").markdown)
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
    for step in steps_of(visitor):
        shown = resources_of(visitor, framework, step)
        foreign = [
            each.language != language
            for each in map(framework.resources.__getitem__, shown)
            if each.translation != "machine"
        ]
        assert foreign == sorted(foreign), step
        module = framework.modules[step.partition(".")[0]]
        assert set(shown) <= set(module.resources)


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
    more = modules_of(visitor.set("hours-per-week", 20))
    whole = modules_of(visitor.set("weeks", WHOLE_WAY))
    assert len(few) < len(more) < len(whole)
    assert "into the weeks" not in visitor.text()


def test_a_plan_of_few_weeks_keeps_the_order_of_the_whole_way(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", 12).set("hours-per-week", 10)
    few = modules_of(visitor)
    whole = modules_of(visitor.set("weeks", WHOLE_WAY))
    assert few == [module for module in whole if module in few] != []


@pytest.mark.parametrize("hours", [1, 60])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_amount_of_time_gives_a_page(
    open_app: Open, engine: Engine, language: str, hours: int
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan").set("hours-per-week", hours)
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
    visitor = open_app().open("plan").set("weeks", 26).set("hours-per-week", 9)
    visitor.set("language", language)
    assert visitor.widget("weeks").value == 26
    assert visitor.widget("hours-per-week").value == 9


def test_the_profile_decides_which_modules_come(open_app: Open, engine: Engine) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan")
    language_models = modules_of(visitor)
    assert modules_of(visitor.set("profile", "cv_engineer")) != language_models


MORE_TIME = {"hours-per-week": 12, "weeks": 26}


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_outlive_the_session(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_fully(engine, "browser-a")
    start = date.today() + timedelta(days=30)
    chosen = MORE_TIME | {
        "plan-start": start, "plan-medium": "en", "plan-cost": "free",
        "seniority": "senior",
    }  # fmt: skip
    visitor = open_app(locale=language).open("plan")
    for key, value in chosen.items():
        visitor.set(key, value)
    first = modules_of(visitor)[0]
    visitor.click(next(visitor.keys(f"exclude-{first}")))
    second = modules_of(visitor)[1]
    visitor.click(next(visitor.keys(f"pin-{second}")))

    again = open_app(locale=language).open("plan")

    assert {key: again.widget(key).value for key in chosen} == chosen
    assert again.widget("plan-excluded").value == [first]
    assert again.widget("plan-pinned").value == [second]
    assert modules_of(again) == modules_of(visitor)
    assert modules_of(again)[0] == second
    assert first not in modules_of(again)
    assert second in modules_of(again)


def test_the_choices_of_a_newcomer_are_kept_from_the_first_one_on(
    open_app: Open, engine: Engine
) -> None:
    visitor = open_app().open("plan")
    assert visitor.person() is None
    visitor.set("hours-per-week", 9)
    assert visitor.person() is not None
    assert open_app().open("plan").widget("hours-per-week").value == 9
    assert open_app(key="browser-b").open("plan").widget("hours-per-week").value == 5


def test_nothing_of_the_example_can_be_done(open_app: Open, engine: Engine) -> None:
    visitor = open_app().open("plan")
    assert steps_of(visitor)
    assert not list(visitor.keys("done-"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_done_lifts_the_level_with_its_proof_and_the_plan_goes_on(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    targets = targets_of(framework, "llm_engineer")
    rate(engine, "browser-a", targets | {GIT: 0})
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    step, *later = steps_of(visitor)
    lifts = framework.modules[step.partition(".")[0]].lifts
    visitor.click(f"done-{step}").set(f"proof-{step}", " https://example.org/pull/7 ")

    visitor.click(f"finish-{step}")

    kept = visitor.ratings().loc[GIT].sort_values("rated_on").iloc[-1]
    assert kept["level"] == lifts[GIT][1]
    assert (kept["basis"], kept["evidence"]) == (
        "evidenced", "https://example.org/pull/7",
    )  # fmt: skip
    assert kept["rated_on"] == date.today().isoformat()
    assert steps_of(visitor) == later
    title = framework.modules[step].title.in_language(language)
    done = said(language, "Done: {module}. The plan goes on from there.", module=title)
    assert done in visitor.lines()


@pytest.mark.parametrize("proof", ["", "   "])
def test_without_a_proof_nothing_is_done(
    open_app: Open, engine: Engine, framework: Framework, proof: str
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer") | {GIT: 0})
    visitor = open_app().open("plan").set("weeks", WHOLE_WAY)
    step = steps_of(visitor)[0]
    visitor.click(f"done-{step}").set(f"proof-{step}", proof)

    visitor.click(f"finish-{step}")

    assert visitor.app.error
    assert visitor.ratings().loc[GIT, "level"] == 0
    assert steps_of(visitor)[0] == step


def test_a_part_done_leaves_the_plan_and_the_last_part_lifts_the_level(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", WHOLE_WAY)
    step = next(s for s in steps_of(visitor) if s.endswith(".1"))
    module, before = step.partition(".")[0], visitor.ratings()
    stages = len(framework.modules[module].stages)
    for stage in range(1, stages + 1):
        part = f"{module}.{stage}"
        visitor.click(f"done-{part}").set(f"proof-{part}", f"proof {stage}")
        visitor.click(f"finish-{part}")
        assert part not in steps_of(visitor)
        if stage < stages:
            assert visitor.ratings().equals(before)
            visitor = open_app().open("plan")
            assert f"{module}.{stage + 1}" in steps_of(visitor)
    skill, (_start, to) = next(iter(framework.modules[module].lifts.items()))
    kept = visitor.ratings().loc[[skill]].iloc[-1]
    assert kept["level"] == to
    assert kept["evidence"] == "; ".join(f"proof {n}" for n in range(1, stages + 1))


def test_a_whole_module_can_be_done_at_its_first_part(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", WHOLE_WAY)
    step = next(s for s in steps_of(visitor) if s.endswith(".1"))
    visitor.click(f"done-{step}").set(f"proof-{step}", "at work, in May")

    visitor.set(f"whole-{step}", True).click(f"finish-{step}")

    assert step.partition(".")[0] not in modules_of(visitor)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_impossible_input_is_told_in_words(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan")
    visitor.set("hours-per-week", 200)
    assert "168" in visitor.app.error[0].value
    assert not steps_of(visitor)
    visitor.set("hours-per-week", 61)
    assert "60" in visitor.app.warning[0].value
    assert steps_of(visitor)


def test_a_target_date_gives_the_weeks_and_must_come_after_the_first_day(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    today = date.today()
    usual = modules_of(open_app().open("plan").set("weeks", 4))
    visitor = open_app().open("plan").set("weeks", -1)
    visitor.set("plan-until", today + timedelta(days=27))
    assert modules_of(visitor) == usual
    visitor.set("plan-start", today + timedelta(days=28))
    assert visitor.app.error
    assert not steps_of(visitor)


def test_what_is_unknown_is_asked_first_and_leads_to_the_question(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    heavy = "ml.evaluation"
    targets = targets_of(framework, "llm_engineer")
    rate(engine, "browser-a", {key: 5 for key in targets if key != heavy})
    visitor = open_app().open("plan")
    name = framework.skills[heavy].name.en
    assert any(name in m.value for m in visitor.widget("ask-first").markdown)
    visitor.click("rate-first")
    assert heavy in visitor.open("assess").questions()


@pytest.mark.parametrize("language", LANGUAGES)
def test_this_week_has_a_first_action_with_its_address(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan")
    first = modules_of(visitor)[0]
    (words,) = [m.value for m in visitor.widget("this-week").markdown]
    addresses = re.findall(r"\(<(.+?)>\)", words)
    found = [r for r in framework.resources.values() if r.url in addresses]
    assert all(each.hours <= 3 for each in found)
    assert found or framework.modules[first].title.in_language(language)[:10] in words


def test_the_timeline_has_a_bar_for_each_step(open_app: Open, engine: Engine) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("weeks", 26)
    (bars,) = visitor.figure("plan-timeline")["data"]
    assert len(bars["y"]) == len(steps_of(visitor))


def test_twice_the_hours_close_more_levels_than_half_of_them(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("plan").set("hours-per-week", 8)
    (table,) = visitor.app.table
    assert list(table.value["Hours per week"]) == ["4", "8", "12", "16"]
    closed = [int(each) for each in table.value["Levels closed"]]
    assert closed[0] < closed[-1]


def test_a_senior_has_more_to_learn_than_a_junior(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer"))
    visitor = open_app().open("plan").set("weeks", WHOLE_WAY)
    assert not steps_of(visitor.set("seniority", "junior"))
    assert steps_of(visitor.set("seniority", "senior"))


@pytest.mark.usefixtures("files_at_once")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_is_taken_along_as_it_stands_on_the_page(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("plan").set("seniority", "senior")
    titles = [
        framework.modules[m].title.in_language(language) for m in modules_of(visitor)
    ]

    text = visitor.download("plan-md").decode()
    rows = list(
        csv.DictReader(io.StringIO(visitor.download("plan-csv").decode("utf-8-sig")))
    )
    calendar = Calendar.from_ical(visitor.download("plan-ics"))

    assert list(dict.fromkeys(row["title"] for row in rows)) == titles
    assert all(f"\n### {title}\n" in text for title in titles)
    assert "(Senior)" in text.splitlines()[0]
    whole_days = [e for e in calendar.events if not isinstance(e.start, datetime)]
    assert len(whole_days) == len(calendar.events)


@pytest.mark.usefixtures("files_at_once")
def test_learning_hours_stand_in_the_calendar_in_the_browsers_time_zone(
    open_app: Open, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate_fully(engine, "browser-a")
    place = "streamlit.runtime.context.ContextProxy.timezone"
    monkeypatch.setattr(place, property(lambda _proxy: "Asia/Jakarta"))
    visitor = open_app().open("plan").set("plan-at-hour", True)
    visitor.set("plan-hour", time(20, 30))

    calendar = Calendar.from_ical(visitor.download("plan-ics"))

    (session,) = [e for e in calendar.events if isinstance(e.start, datetime)]
    assert session.start.strftime("%H:%M %z") == "20:30 +0700"


@pytest.mark.parametrize("language", LANGUAGES)
def test_weeks_after_a_module_one_is_asked_whether_it_is_still_there(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer") | {GIT: 0})
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    step = steps_of(visitor)[0]
    visitor.click(f"done-{step}").set(f"proof-{step}", "a link")
    visitor.click(f"finish-{step}")
    assert not list(visitor.keys("recall-"))
    person = visitor.person()
    later = date.today() + timedelta(weeks=2)
    kept = load_choices(engine, person).replace(
        later.isoformat(), date.today().isoformat()
    )
    save_choices(engine, person, kept)

    visitor = open_app(locale=language).open("plan")

    module = step.partition(".")[0]
    assert list(visitor.keys("recall-")) == [f"recall-{module}"]
    assert framework.modules[module].outcome.in_language(language) in visitor.text()
    visitor.click(f"recalled-{module}")
    assert not list(visitor.keys("recall-"))
    assert (
        len(read_choices(load_choices(engine, person), framework).recalls[module]) == 1
    )


@pytest.mark.parametrize("given_back", ["senior", None])
def test_a_language_changed_midway_leaves_the_seniority_chosen(
    open_app: Open, engine: Engine, given_back: str | None
) -> None:
    """A browser may give nothing back for a field whose labels changed."""
    rate_fully(engine, "browser-a")
    visitor = open_app().open("gaps").set("seniority", "senior")
    asked = visitor.table(rows=61).iloc[:, 1].tolist()

    visitor.app.session_state["seniority"] = given_back
    visitor.set("language", "id")

    assert visitor.table(rows=61).iloc[:, 1].tolist() == [
        each.replace("usually", "biasanya") for each in asked
    ]
    assert visitor.open("plan").widget("seniority").value == "senior"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_one_left_out_oneself_is_said_to_be(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer") | {GIT: 0})
    visitor = open_app(locale=language).open("plan").set("weeks", WHOLE_WAY)
    modules = [key for key, each in framework.modules.items() if GIT in each.lifts]

    visitor.set("plan-excluded", modules)

    titles = [framework.modules[key].title.in_language(language) for key in modules]
    words = "You left out what leads on: {modules}."
    assert said(language, words, modules=", ".join(titles)) in visitor.text()
