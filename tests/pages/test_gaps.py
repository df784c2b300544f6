"""Gaps: my levels against a profile, and all profiles side by side."""

import pandas as pd
import pytest
from sqlalchemy import Engine

from skillgap.domain import gaps
from skillgap.domain.framework import Framework
from skillgap.domain.gaps import measure_fit, measure_gaps, set_targets
from skillgap.domain.person.quick_set import choose_quick_set
from skillgap.domain.ratings import levels_on
from skillgap.ui.person import fit_views
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, UNSURE, Visitor
from tests.people import rate, rate_fully, rate_partly, targets_of

GIT, COST, SERVING = "programming.git", "cloud.cost", "cloud.model_serving"
RADARS = ("radar-areas", "radar-area")


def lines_of(figure: dict) -> dict[str, list]:
    """Return the values of each closed line of a radar, the repeated end left off."""
    shown = [trace for trace in figure["data"] if "lines" in trace["mode"]]
    return {
        trace["name"]: [level for _axis, level in trace["customdata"]][:-1]
        for trace in shown
    }


def axes_of(figure: dict) -> list[str]:
    """Return the axes of a radar, clockwise, as one reads them."""
    (line,) = [trace for trace in figure["data"] if trace["name"] == "Target"]
    return [axis for axis, _level in line["customdata"]][:-1]


def unknown_axes(visitor: Visitor) -> list[str]:
    """Return the axes of the radar of areas that carry a question mark."""
    data = visitor.figure("radar-areas")["data"]
    return [
        axis
        for trace in data
        if trace["mode"] == "text"
        for (axis,) in trace["customdata"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_newcomer_sees_an_example_that_is_marked_as_one(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).open("gaps")
    assert "Sari" in visitor.text()
    assert visitor.has("radar-areas")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_own_answer_replaces_the_example(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).answer(GIT, 1).open("gaps")
    assert "Sari" not in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sentence_gives_fit_and_rated_share_together(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = open_app(locale=language).open("gaps")
    targets = set_targets(framework.profiles["llm_engineer"])
    levels = levels_on(visitor.ratings().reset_index(), list(framework.skills))
    fit = measure_fit(measure_gaps(targets, levels))
    percent = f"**{fit.fit:.0%}**"
    sentence = next(line for line in visitor.lines() if percent in line)
    assert str(fit.rated) in sentence.replace(percent, "")
    assert str(fit.asked) in sentence.replace(percent, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_the_gap_that_weighs_most(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate(engine, "browser-a", {GIT: 5, "ml.evaluation": 0})
    text = open_app(locale=language).open("gaps").text()
    name = framework.skills["ml.evaluation"].name.in_language(language)
    assert f"**{name}**" in text


def test_cannot_say_level_zero_and_unrated_read_as_three_things(
    open_app: Open, framework: Framework
) -> None:
    visitor = open_app().answer(GIT, UNSURE).answer(COST, 0).open("gaps")
    table = visitor.table(rows=61)
    level = {
        key: table.loc[framework.skills[key].name.en].iloc[0]
        for key in (GIT, COST, "programming.testing")
    }
    assert level[COST] == "0"
    assert len(set(level.values())) == 3


def test_what_is_not_known_is_no_gap_and_no_zero(
    open_app: Open, framework: Framework
) -> None:
    visitor = open_app().answer(GIT, UNSURE).answer(COST, 0).open("gaps")
    table = visitor.table(rows=61)
    unknown = table.loc[framework.skills[GIT].name.en]
    zero = table.loc[framework.skills[COST].name.en]
    target = targets_of(framework, "llm_engineer")[COST]
    assert list(unknown.iloc[3:5]) == ["?", "?"]
    assert zero.iloc[3] == str(target)


def test_a_skill_that_is_not_known_gets_a_question_mark_in_the_charts(
    open_app: Open,
) -> None:
    marks = unknown_axes(open_app().answer(COST, 0).answer(SERVING, 1).open("gaps"))
    assert len(marks) == 9
    assert "Cloud" not in " ".join(marks)


def test_an_area_of_which_one_skill_is_rated_is_no_point_of_the_radar(
    open_app: Open,
) -> None:
    assert len(unknown_axes(open_app().answer(COST, 0).open("gaps"))) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_quick_assessment_every_area_is_a_point_and_few_skills_are_said(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    quick = choose_quick_set(framework.profiles["llm_engineer"], framework.area_of)
    rate(engine, "browser-a", dict.fromkeys(quick, 2))
    visitor = open_app(locale=language).open("gaps")
    area = framework.areas["communication"].name.in_language(language)
    few = {"id": f"{area} 2 dari 5", "en": f"{area} 2 of 5"}[language]
    assert unknown_axes(visitor) == []
    assert few in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_radar_has_the_ten_areas_in_the_frameworks_order(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("gaps")
    names = [area.name.in_language(language) for area in framework.areas.values()]
    assert axes_of(visitor.figure("radar-areas")) == names
    assert len(names) == 10


@pytest.mark.parametrize("radar", RADARS)
@pytest.mark.parametrize("rate_someone", [rate_partly, rate_fully])
def test_level_and_target_lines_cover_the_same_axes(
    open_app: Open, engine: Engine, rate_someone, radar: str
) -> None:
    rate_someone(engine, "browser-a")
    lines = lines_of(open_app().open("gaps").figure(radar))
    known = {n: [v is not None for v in lines[n]] for n in ("My level", "Target")}
    assert known["My level"] == known["Target"]
    assert any(known["My level"])


def test_an_earlier_day_is_drawn_as_a_third_line(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("gaps")
    assert visitor.widget("earlier").value == "2026-03-02"
    assert len(lines_of(visitor.figure("radar-areas"))) == 3
    visitor.set("earlier", None)
    assert len(lines_of(visitor.figure("radar-areas"))) == 2


@pytest.mark.parametrize("radar", RADARS)
def test_indonesian_charts_use_the_decimal_comma(
    open_app: Open, engine: Engine, radar: str
) -> None:
    rate_fully(engine, "browser-a")
    indonesian = open_app(locale="id").open("gaps").figure(radar)
    english = open_app(locale="en").open("gaps").figure(radar)
    assert indonesian["layout"].get("separators") == ",."
    assert english["layout"].get("separators", ".,") == ".,"


@pytest.mark.parametrize(("language", "mark"), [("id", ","), ("en", ".")])
def test_decimals_in_tables_follow_the_language(
    open_app: Open, engine: Engine, language: str, mark: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("gaps")
    areas = visitor.app.get("table")[0].value
    decimals = [v for v in areas.iloc[:, 1] if not v.isdigit()]
    assert decimals
    assert all(value[1] == mark for value in decimals)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("context", "ai_startup"),
        ("context", "consultant"),
        ("trends", "ai_agents"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_context_or_trend_changes_targets_and_the_page_says_which(
    open_app: Open, framework: Framework, language: str, kind: str, key: str
) -> None:
    visitor = open_app(locale=language).answer(GIT, 1).open("gaps")
    visitor.set(kind, [key] if kind == "trends" else key)
    found = (framework.contexts | framework.trends)[key]
    targets = set_targets(framework.profiles["llm_engineer"], [found])
    changed = targets[targets["target"] != targets["usual_target"]]
    assert len(changed)
    for row in changed.itertuples():
        name = framework.skills[row.skill].name.in_language(language)
        assert f"{name} {row.usual_target} → {row.target}" in visitor.text()
        assert str(row.target) in visitor.table(rows=61).loc[name].iloc[1]


def test_without_context_and_trend_no_target_is_said_to_change(
    open_app: Open,
) -> None:
    assert "→" not in open_app().answer(GIT, 1).open("gaps").text()


@pytest.mark.parametrize("name", ["gaps", "plan"])
def test_context_and_trends_outlive_a_change_of_language(
    open_app: Open, name: str
) -> None:
    visitor = open_app(locale="en").answer(GIT, 1).open(name)
    visitor.set("context", "consultant").set("trends", ["ai_agents"])
    visitor.set("language", "id")
    assert visitor.widget("context").value == "consultant"
    assert visitor.widget("trends").value == ["ai_agents"]


def test_context_and_trends_chosen_for_the_gaps_hold_for_the_plan(
    open_app: Open,
) -> None:
    visitor = open_app().answer(GIT, 1).open("gaps")
    visitor.set("context", "consultant").set("trends", ["ai_agents"]).open("plan")
    assert visitor.widget("context").value == "consultant"
    assert visitor.widget("trends").value == ["ai_agents"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_specialization_stands_beside_the_others_with_fit_and_share(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("gaps")
    keys = [key for key, _ in framework.profiles_of("specialization")]
    assert list(visitor.keys("small-radar-")) == [f"small-radar-{key}" for key in keys]
    shown = {metric.label: metric.value for metric in visitor.app.metric}
    for key in keys:
        assert "%" in shown[framework.profiles[key].name.in_language(language)]


def test_which_profile_fits_best_is_not_told_on_few_skills(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {GIT: 3, COST: 1})
    few = [line for line in open_app().open("gaps").lines() if "points behind" in line]
    rate_fully(engine, "browser-b")
    lines = open_app(key="browser-b").open("gaps").lines()
    assert few == []
    assert [line for line in lines if "points behind" in line]


def test_a_profile_all_of_whose_targets_are_met_has_no_gap(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer"))
    visitor = open_app().open("gaps")
    assert "**100%**" in visitor.text()
    assert not visitor.has("dots-profile")
    assert set(visitor.table(rows=61).iloc[:, 3]) == {"0"}


def test_the_table_has_every_skill_of_the_profile_in_priority_order(
    open_app: Open, engine: Engine
) -> None:
    rate_fully(engine, "browser-a")
    table = open_app().open("gaps").table(rows=61)
    priorities = [float(value) for value in table.iloc[:, 4]]
    assert len(table) == 61
    assert priorities == sorted(priorities, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_a_description_for_those_who_cannot_see_it(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app(locale=language).open("gaps")
    charts = visitor.app.get("plotly_chart") + visitor.app.get("dataframe")
    assert len(charts) >= 10
    assert all(chart.proto.alt for chart in charts)


def test_every_area_can_be_looked_into(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("gaps")
    for key, area in framework.areas.items():
        visitor.set("area_detail", key)
        names = [skill.name.en for skill in area.skills.values()]
        assert list(visitor.table(rows=len(names)).index) == names
        assert visitor.has("radar-area") == (len(names) >= 3)


def test_the_gaps_of_a_person_follow_the_answers_of_this_minute(
    open_app: Open, framework: Framework
) -> None:
    visitor: Visitor = open_app().answer(GIT, 0).open("gaps")
    name = framework.skills[GIT].name.en
    assert visitor.table(rows=61).loc[name].iloc[0] == "0"
    visitor.answer(GIT, 5).open("gaps")
    assert visitor.table(rows=61).loc[name].iloc[0] == "5"


def test_each_result_is_measured_once_a_run(
    open_app: Open, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rate_fully(engine, "browser-a")
    visitor = open_app().open("gaps")
    measured = []

    def count(targets: pd.DataFrame, levels: pd.DataFrame) -> pd.DataFrame:
        measured.append((targets.to_csv(), levels.to_csv()))
        return measure_gaps(targets, levels)

    for module in (gaps, fit_views):
        monkeypatch.setattr(module, "measure_gaps", count)
    visitor.run()
    assert len(measured) == len(set(measured)) == 6


def test_where_a_person_wants_to_stand_is_the_same_on_gaps_and_plan(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate(engine, "browser-a", targets_of(framework, "llm_engineer"))
    visitor = open_app().open("gaps")
    assert "No rated skill is short of its target" in visitor.text()

    visitor.set("seniority", "senior")

    assert "No rated skill is short of its target" not in visitor.text()
    assert visitor.open("plan").widget("seniority").value == "senior"
    assert open_app().open("gaps").widget("seniority").value == "senior"
