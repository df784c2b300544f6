"""About the profession: what it is, was and becomes, and where one stands in it."""

import re
from itertools import combinations

import pytest
from babel.numbers import format_percent
from sqlalchemy import Engine

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import measure_gaps, measure_profiles, set_targets
from skillgap.domain.person.profession import signature_skills
from skillgap.domain.person.specializations import mean_level
from skillgap.domain.person.two_profiles import compare_profiles
from skillgap.domain.ratings import levels_on
from tests.pages.conftest import Open
from tests.pages.sentences import said
from tests.pages.visitor import LANGUAGES, Visitor
from tests.people import rate, rate_fully, rate_partly

PART, FIRST, SECOND = "profession-part", "two-first", "two-second"
PARTS = ("work", "compare", "eras", "directions", "reality")
GIT = "programming.git"
LOCALES = {"en": "en-US", "id": "id-ID"}
YOURS = {"en": "Yours", "id": "Level Anda"}


def turned(open_app: Open, part: str, language: str = "en", **more: str) -> Visitor:
    """Open the page at one of its parts."""
    visitor = open_app(locale=LOCALES[language], **more).open("about/profession")
    return visitor.set(PART, part)


def levels_of(visitor: Visitor, framework: Framework):
    return levels_on(visitor.ratings().reset_index(), list(framework.skills))


def names(framework: Framework, skills, language: str) -> list[str]:
    return [framework.skills[each].name.in_language(language) for each in skills]


@pytest.mark.parametrize("rate_someone", [None, rate_partly, rate_fully])
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_opens_for_everyone(
    open_app: Open, engine: Engine, rate_someone, part: str, language: str
) -> None:
    if rate_someone:
        rate_someone(engine, "browser-a")
    text = turned(open_app, part, language).text()
    assert "nan" not in re.findall(r"\w+", text)
    assert "Sari" not in text


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_rated_nothing_reads_of_no_level_of_theirs(
    open_app: Open, part: str, language: str
) -> None:
    visitor = turned(open_app, part, language)
    assert said(language, "Rate yourself to see yours") in visitor.text()
    assert YOURS[language] not in visitor.text().replace(
        said(language, "Rate yourself to see yours"), ""
    )
    assert not visitor.has("bars-eras")
    assert not visitor.app.metric


# The work


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_duties_stand_with_their_skills_and_the_range_of_mine(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    duties = framework.profession.duties
    first = duties["integrate"].skills
    rate(engine, "browser-a", {first[0]: 1, first[1]: 3, first[2]: None})
    visitor = turned(open_app, "work", language)
    for key, duty in duties.items():
        assert duty.what.in_language(language) in visitor.text()
        assert all(visitor.has(f"open-duty-{key}-{skill}") for skill in duty.skills)
    words = "Yours: level {low} to {high} ({rated} of {asked} rated)"
    mine = said(language, words, low="1", high="3", rated="2", asked="3")
    assert visitor.text().count(mine) == 1
    assert visitor.text().count(said(language, "Yours: not rated yet")) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bridge_leads_from_research_to_product(
    open_app: Open, framework: Framework, language: str
) -> None:
    text = turned(open_app, "work", language).text()
    piers = [each.what for each in framework.profession.bridge.values()]
    places = [text.index(pier.in_language(language)) for pier in piers]
    assert places == sorted(places)


def test_a_skill_opens_on_the_page_of_the_framework(open_app: Open) -> None:
    visitor = turned(open_app, "work")
    visitor.click("open-duty-maintain-devops.monitoring")
    assert visitor.app.title[0].value == "Framework"
    assert visitor.app.query_params["skill"] == "devops.monitoring"


# Two profiles


@pytest.mark.parametrize("language", LANGUAGES)
def test_ai_and_ml_engineer_are_compared_first_with_fit_and_share_known(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = turned(open_app, "compare", language)
    keys = framework.profession.compared
    assert [visitor.widget(key).value for key in (FIRST, SECOND)] == list(keys)
    fits = measure_profiles(framework.profiles, levels_of(visitor, framework))
    shown = [metric.value for metric in visitor.app.metric]
    assert shown == [
        format_percent(fits[key].fit, "#,##0.0%", locale=language) for key in keys
    ]
    rated = said(language, "{rated} of {asked} rated", rated="11", asked="61")
    assert visitor.text().count(rated) == 2


def shown_sum(visitor: Visitor) -> tuple[float, list[float]]:
    """Return the total and the parts of the sentence that adds up, in points."""
    line = next(each for each in visitor.lines() if "points =" in each)
    numbers = re.findall(r"([+−±])([0-9]+(?:[.][0-9])?)", line)
    total, *parts = [float(n) * (-1 if sign == "−" else 1) for sign, n in numbers]
    return total, parts


@pytest.mark.parametrize("pair", [
    ("ai_engineer", "ml_engineer"), ("ml_engineer", "ai_engineer"),
    ("llm_engineer", "ai_researcher"), ("mlops_engineer", "cv_engineer"),
    ("software_engineer", "ai_product_engineer"), ("data_scientist", "nlp_engineer"),
])  # fmt: skip
def test_the_sentence_adds_up_to_the_difference_of_the_fits_shown(
    open_app: Open, engine: Engine, pair: tuple[str, str]
) -> None:
    rate_fully(engine, "browser-a")
    visitor = turned(open_app, "compare")
    visitor.set(FIRST, pair[0]).set(SECOND, pair[1])
    total, parts = shown_sum(visitor)
    fits = [float(metric.value.rstrip("%")) for metric in visitor.app.metric]
    assert sum(parts) == pytest.approx(total)
    assert fits[0] - fits[1] == pytest.approx(total)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_says_of_every_skill_what_each_asks_and_what_it_adds(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_partly(engine, "browser-a")
    visitor = turned(open_app, "compare", language)
    visitor.app.session_state["two-all-skills"] = True
    table = visitor.run().table(rows=61)
    levels = levels_of(visitor, framework)
    gaps = [
        measure_gaps(set_targets(framework.profiles[key]), levels)
        for key in framework.profession.compared
    ]
    found = compare_profiles(*gaps, mean_level(levels)).skills
    assert list(table.index) == names(framework, found["skill"], language)
    asked = [f"{r.target_one} · {r.weight_one}" for r in found.itertuples()]
    assert list(table["AI Engineer"]) == asked
    unknown = found["level"].isna()
    assert list(table[said(language, "You")] == "?") == list(unknown)
    assert list(table[said(language, "Points")] == "?") == list(unknown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_ratings_what_each_asks_is_compared(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = turned(open_app, "compare", language)
    assert visitor.figure("bars-two")["data"][0]["x"]
    (name,) = names(framework, ["engineering.llm_integration"], language)
    more = said(
        language, "**{profile}** asks relatively more of: {skills}.",
        profile="AI Engineer", skills=f"{name} (",
    ).rstrip(".")  # fmt: skip
    assert more in visitor.text()


def test_any_two_of_the_ten_profiles_can_be_compared(
    open_app: Open, engine: Engine, framework: Framework
) -> None:
    rate_partly(engine, "browser-a")
    visitor = turned(open_app, "compare")
    for one, other in list(combinations(framework.profiles, 2))[::7]:
        visitor.set(FIRST, one).set(SECOND, other)
        assert len(visitor.app.metric) == 2


def test_a_profile_is_not_compared_with_itself(open_app: Open) -> None:
    visitor = turned(open_app, "compare").set(SECOND, "ai_engineer")
    assert "Choose two different profiles." in visitor.text()


def test_two_profiles_chosen_outlive_a_change_of_language_and_of_page(
    open_app: Open,
) -> None:
    visitor = turned(open_app, "compare").set(FIRST, "cv_engineer")
    visitor.set("language", "id").open("gaps").open("about/profession")
    assert visitor.widget(FIRST).value == "cv_engineer"


# Eras


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_eras_say_what_they_were_in_order_and_the_strongest_is_named(
    open_app: Open, engine: Engine, framework: Framework, language: str
) -> None:
    rate_fully(engine, "browser-a")
    visitor = turned(open_app, "eras", language)
    eras = framework.eras.values()
    places = [visitor.text().index(era.was.in_language(language)) for era in eras]
    assert places == sorted(places)
    titles = [era.name.in_language(language) for era in eras]
    assert visitor.figure("bars-eras")["data"][0]["y"] == titles
    assert any(said(language, "Strongest: **{era}**.", era=n) in visitor.text()
               for n in titles)  # fmt: skip


def test_with_an_era_nobody_rated_none_is_called_the_strongest(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {"ml.evaluation": 3})
    visitor = turned(open_app, "eras")
    assert "Strongest" not in visitor.text()
    assert "?" in visitor.figure("bars-eras")["data"][0]["customdata"]


def test_who_rated_no_skill_of_an_era_sees_no_empty_bars(
    open_app: Open, engine: Engine
) -> None:
    rate(engine, "browser-a", {GIT: 3})
    assert not turned(open_app, "eras").has("bars-eras")


# Directions


@pytest.mark.parametrize("language", LANGUAGES)
def test_specializations_stand_with_their_signature(
    open_app: Open, framework: Framework, language: str
) -> None:
    text = turned(open_app, "directions", language).text()
    for _key, each in framework.profiles_of("specialization"):
        assert each.focus.in_language(language) in text
        signature = names(framework, signature_skills(each), language)
        assert ", ".join(signature) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_contexts_and_trends_say_what_they_change_for_the_profile_chosen(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = turned(open_app, "directions", language).set("profile", "ai_engineer")
    for each in (*framework.contexts.values(), *framework.trends.values()):
        assert each.why.in_language(language) in visitor.text()
    (name,) = names(framework, ["cloud.cost"], language)
    words = "{skill}: level {target}, weight {weight}"
    line = said(language, words, skill=name, target="3 → 4", weight="3 → 4")
    assert line in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_readiness_counts_what_is_rated_and_leaves_the_rest_unknown(
    open_app: Open, engine: Engine, language: str
) -> None:
    rate(engine, "browser-a", {"engineering.agents": 4, "ml.vision": 0})
    text = turned(open_app, "directions", language).set("profile", "ai_engineer").text()
    met = said(language, "at target: {met} of {rated} rated", met="1", rated="1")
    short = said(language, "at target: {met} of {rated} rated", met="0", rated="1")
    rest = said(language, "not rated: {count}", count="1")
    assert f"**AI Agents** :small[{met}, {rest}]" in text
    assert f"**Multimodal AI** :small[{short}, {rest}]" in text
    assert f"**Edge AI** :small[{said(language, 'not rated')}]" in text


# Reality


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_production_and_the_pay_claim_stand_as_claims(
    open_app: Open, framework: Framework, language: str
) -> None:
    text = turned(open_app, "reality", language).text()
    production = framework.production
    for gate in production.gates.values():
        assert gate.claim.in_language(language) in text
    assert f"“{production.market.claim.in_language(language)}”" in text
    assert production.market.use.in_language(language) in text
    assert framework.manifest.sources["SEED2"] in text
