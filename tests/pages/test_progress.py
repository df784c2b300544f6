"""Progress: levels and fit on an earlier day and on the last one."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.progress import Progress, measure_progress
from skillgap.domain.ratings import CONTRACT_COLUMNS
from skillgap.files.speech import Speech
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import rate

MAY, AUGUST, NOVEMBER = "2026-05-18", "2026-08-10", "2026-11-16"
PYTHON, GIT, SQL = "programming.python", "programming.git", "programming.sql_data"
TESTS, SAFETY = "programming.testing", "ethics.safety"


def rate_twice(engine: Engine, version: str = "1.0.0") -> None:
    """Let two skills rise and one fall, one become known and one be lost."""
    first = {PYTHON: 1, GIT: 4, SQL: 2, TESTS: 3}
    last = {PYTHON: 3, GIT: 3, SQL: 3, TESTS: None, SAFETY: 1}
    for levels, day in ((first, MAY), ({PYTHON: 2}, AUGUST), (last, NOVEMBER)):
        rate(engine, "browser-a", levels, day=day, version=version)


def expected(visitor: Visitor, framework: Framework, start: str) -> Progress:
    """Return what the domain says of the visitor's ratings."""
    targets = set_targets(framework.profiles["llm_engineer"])
    known = visitor.ratings().reset_index()
    return measure_progress(known, targets, (start, NOVEMBER), framework.version)


def metrics(visitor: Visitor) -> list[str]:
    """Return the figures on top, in reading order."""
    return [each.value for each in visitor.app.metric]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Since May 18, 2026: 11 skills rose; fit with LLM Engineer"),
        (
            "id",
            "Sejak 18 Mei 2026: 11 keterampilan naik; kecocokan dengan LLM",
        ),
    ],
)
def test_a_newcomer_sees_an_example_that_is_marked_as_one(
    open_app: Open, language: str, sentence: str
) -> None:
    visitor = open_app(locale=language).open("progress")
    assert "Sari" in visitor.text()
    assert sentence in visitor.text().replace("**", "")
    assert visitor.has("progress-dots")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["March 2, 2026", "worth it now", "Rate yourself", "My data"]),
        ("id", ["2 Maret 2026", "menilai lagi", "Penilaian diri", "Data saya"]),
    ],
)
def test_one_day_of_ratings_says_what_will_be_here_and_links_to_rate(
    open_app: Open, engine: Engine, language: str, words: list[str]
) -> None:
    rate(engine, "browser-a", {PYTHON: 2}, day="2026-03-02")
    visitor = open_app(locale=language).open("progress")
    assert [word for word in words if word not in visitor.text()] == []
    assert "Sari" not in visitor.text()
    assert not visitor.has("progress-dots")
    assert not visitor.app.metric


def test_who_rated_today_is_asked_back_in_a_month(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {PYTHON: 2}, day=date.today().isoformat())
    again = (date.today() + timedelta(days=30)).isoformat()
    text = open_app().open("progress").text()
    assert f"from {Speech('en').day(again)} on" in text
    assert "worth it now" not in text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "Since May 18, 2026: 2 skills rose, 1 skill fell; fit with LLM Engineer "
            "{then} to {now} over the 3 skills rated on both days.",
        ),
        (
            "id",
            "Sejak 18 Mei 2026: 2 keterampilan naik, 1 keterampilan turun; kecocokan "
            "dengan LLM Engineer dari {then} menjadi {now} untuk 3 keterampilan yang "
            "dinilai pada kedua hari.",
        ),
    ],
)
def test_one_sentence_says_which_way_levels_and_fit_went(
    open_app: Open, engine: Engine, framework: Framework, language: str, sentence: str
) -> None:
    rate_twice(engine)
    visitor = open_app(locale=language).open("progress").set("progress-since", MAY)
    fit, say = expected(visitor, framework, MAY).same, Speech("en").percent
    sentence = sentence.format(then=say(fit.then.fit), now=say(fit.now.fit))
    assert sentence in visitor.text().replace("**", "")


def test_the_figures_are_those_of_the_domain(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_twice(engine)
    visitor = open_app().open("progress").set("progress-since", MAY)
    found, say = expected(visitor, framework, MAY), Speech("en").percent
    assert metrics(visitor) == [
        f"{say(found.same.then.fit)} → {say(found.same.now.fit)}",
        f"{say(found.whole.then.fit)} → {say(found.whole.now.fit)}",
        "4 → 4",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_dots_series_and_tables_show_the_same_numbers(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_twice(engine)
    visitor = open_app(locale=language).open("progress").set("progress-since", MAY)
    found = expected(visitor, framework, MAY)
    _way, then, now = visitor.figure("progress-dots")["data"]
    say = Speech(language)
    assert [then["name"], now["name"]] == [say.day(MAY), say.day(NOVEMBER)]
    assert list(zip(then["x"], now["x"])) == [(1, 3), (2, 3), (4, 3)]
    line = visitor.figure("progress-fit")["data"][0]
    assert line["x"] == [MAY, AUGUST, NOVEMBER]
    assert line["y"][0] == pytest.approx(found.same.then.fit)
    assert line["y"][-1] == pytest.approx(found.same.now.fit)
    table = visitor.table(5)
    names = {k: framework.skills[k].name.in_language(language) for k in (SAFETY, GIT)}
    assert list(table.loc[names[GIT]])[:3] == ["4", "3", "-1"]
    assert list(table.loc[names[SAFETY]])[:2] == ["?", "1"]


@pytest.mark.parametrize(
    ("language", "newly", "lost"),
    [
        ("en", "Neither a rise nor a fall", "No longer known"),
        ("id", "Bukan naik dan bukan turun", "Tidak lagi diketahui"),
    ],
)
def test_what_became_known_or_was_lost_is_named_and_is_no_progress(
    open_app: Open, engine: Engine, language: str, newly: str, lost: str
) -> None:
    rate_twice(engine)
    text = open_app(locale=language).open("progress").text()
    assert newly in text
    assert lost in text


def test_rating_more_without_a_change_is_not_called_progress(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate(engine, "browser-a", {PYTHON: 1}, day=MAY)
    rate(engine, "browser-a", {GIT: 4, SQL: 3}, day=NOVEMBER)
    visitor = open_app().open("progress")
    text = visitor.text().replace("**", "")
    fit = Speech("en").percent(expected(visitor, framework, MAY).same.now.fit)
    assert "no level changed" in text
    assert f"fit with LLM Engineer still {fit} over the 1 skill rated" in text
    same, whole, _rated = metrics(visitor)
    assert same == f"{fit} → {fit}"
    assert whole != same
    assert "also moves because other skills are rated now" in text
    assert not visitor.has("progress-dots")


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_days_without_a_skill_in_common_have_no_fit_to_compare(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate(engine, "browser-a", {PYTHON: 1}, day=MAY)
    rate(engine, "browser-a", {PYTHON: None, GIT: 4}, day=NOVEMBER)
    visitor = open_app(locale=language).open("progress")
    assert metrics(visitor)[0] == "? → ?"
    assert not visitor.has("progress-fit")
    assert "nan" not in visitor.text().lower()


def test_it_begins_with_the_newest_day_a_month_back_and_another_can_be_chosen(
    open_app: Open, engine: Engine
) -> None:
    rate_twice(engine)
    visitor = open_app().open("progress")
    assert visitor.widget("progress-since").value == AUGUST
    assert "Since August 10, 2026" in visitor.text().replace("**", "")
    visitor.set("progress-since", MAY).open("gaps").open("progress")
    assert visitor.widget("progress-since").value == MAY


def test_the_day_is_written_in_the_language_one_changes_to(
    open_app: Open, engine: Engine
) -> None:
    rate_twice(engine)
    visitor = open_app().open("progress").set("progress-since", MAY)
    visitor.set("language", "id")
    assert visitor.widget("progress-since").value == MAY
    assert "18 Mei 2026" in visitor.widget("progress-since").options


def test_another_profile_holds_both_days_against_its_own_targets(
    open_app: Open, engine: Engine
) -> None:
    rate_twice(engine)
    visitor = open_app().open("progress").set("progress-since", MAY)
    before = metrics(visitor)
    assert metrics(visitor.set("profile", "data_scientist")) != before
    assert "Data Scientist" in visitor.text()


HEADER = ",".join(CONTRACT_COLUMNS)
OLDER = (
    f"{HEADER}\n"
    f"p1,Ani,Data,,{PYTHON},1,claimed,2025-05-01,0.9.0\n"
    f"p1,Ani,Data,,{GIT},4,claimed,2025-05-01,0.9.0\n"
)


@pytest.mark.parametrize(
    ("language", "sentence", "versions"),
    [
        (
            "en",
            "Since May 1, 2025: 1 skill rose;",
            "2 levels were rated on version 0.9.0 of the framework",
        ),
        (
            "id",
            "Sejak 1 Mei 2025: 1 keterampilan naik;",
            "2 level dinilai dengan kerangka versi 0.9.0",
        ),
    ],
)
def test_an_older_export_brought_back_shows_here_with_its_dates_and_version(
    open_app: Open, engine: Engine, language: str, sentence: str, versions: str
) -> None:
    rate(engine, "browser-a", {PYTHON: 3, GIT: 4}, day=NOVEMBER)
    visitor = open_app(locale=language).open("my_data")
    visitor.widget("import-file").upload("old.csv", OLDER.encode(), "text/csv")
    visitor.run().click("import-confirm").open("progress")
    text = visitor.text().replace("**", "")
    assert sentence in text
    assert versions in text


def test_levels_of_this_version_alone_need_no_word(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_twice(engine, framework.version)
    assert "anchors may differ" not in open_app().open("progress").text()


def test_many_changes_are_drawn_up_to_a_number_and_the_rest_counted(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate(engine, "browser-a", dict.fromkeys(framework.skills, 1), day=MAY)
    most = list(framework.skills)[:20]
    rate(engine, "browser-a", dict.fromkeys(most, 2), day=NOVEMBER)
    visitor = open_app().open("progress")
    assert len(visitor.figure("progress-dots")["data"][2]["y"]) == 15
    assert "5 further changes are in the table below." in visitor.text()
    assert "41 skills stayed at their level." in visitor.text()


@pytest.mark.parametrize("chart", ["progress-dots", "progress-fit"])
def test_a_tap_on_a_chart_does_not_change_its_axes(
    open_app: Open, engine: Engine, chart: str
) -> None:
    rate_twice(engine)
    visitor = open_app().open("progress")
    config = json.loads(visitor.widget(chart).proto.config)
    assert config["doubleClick"] is False
    assert visitor.figure(chart)["layout"]["dragmode"] is False


@pytest.mark.parametrize(("language", "of"), [("en", "of"), ("id", "dari")])
def test_each_day_stands_in_a_table_with_fit_and_rated_skills(
    open_app: Open, engine: Engine, framework: Framework, language: str, of: str
) -> None:
    rate_twice(engine)
    visitor = open_app(locale=language).open("progress").set("progress-since", MAY)
    found, say = expected(visitor, framework, MAY), Speech(language)
    days = visitor.app.table[0].value
    assert list(days.iloc[:, 0]) == [say.day(day) for day in (MAY, AUGUST, NOVEMBER)]
    asked = len(framework.profiles["llm_engineer"].targets)
    assert list(days.iloc[2, 1:]) == [
        f"{say.percent(fit.fit)} ({fit.rated} {of} {asked})"
        for fit in (found.same.now, found.whole.now)
    ]
