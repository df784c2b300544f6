"""The framework page: browsing, one skill by its address, search, files."""

import pytest

from skillgap.domain.framework import Framework
from skillgap.domain.prerequisites import required_levels
from skillgap.domain.scale import LEVELS
from skillgap.domain.search import Filters, list_entries, search_entries
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

GIT = "programming.git"
PAGE = "about/framework"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def opened(open_app: Open, language: str = "en", **address: str) -> Visitor:
    return open_app(locale=language, **address).open(PAGE)


def shows(visitor: Visitor, *texts: str) -> bool:
    page = visitor.text()
    return all(text in page for text in texts)


def test_the_page_begins_with_one_area_and_draws_no_other(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language)
    links = [key.removeprefix("open-card-") for key in visitor.keys("open-card-")]
    assert links == list(framework.areas["programming"].skills)


@pytest.mark.parametrize("area", ["ml", "ethics", "domain"])
def test_an_area_chosen_shows_its_skills_with_their_definitions(
    open_app: Open, framework: Framework, language: str, area: str
) -> None:
    visitor = opened(open_app, language).set("framework_area", area)
    skills = framework.areas[area].skills.values()
    assert shows(visitor, *(s.definition.in_language(language) for s in skills))


def test_every_skill_has_an_address_that_shows_it_in_full(
    open_app: Open, framework: Framework
) -> None:
    for key, skill in framework.skills.items():
        visitor = opened(open_app, skill=key)
        assert shows(visitor, key, skill.name.en, skill.definition.en)
        assert not visitor.has("framework_area")


def test_a_skill_shows_the_whole_scale_with_level_names(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language, skill=GIT)
    scale = framework.manifest.scale
    for level in LEVELS:
        name = scale[level].name.in_language(language)
        anchor = framework.anchor(GIT, level).in_language(language)
        assert shows(visitor, f"{level} · {name}", anchor)


def test_the_other_language_stands_below_when_it_is_wanted(
    open_app: Open, framework: Framework, language: str
) -> None:
    other = "en" if language == "id" else "id"
    anchor = framework.anchor(GIT, 4).in_language(other)
    visitor = opened(open_app, language, skill=GIT)
    assert not shows(visitor, anchor)
    assert shows(visitor.set("both_languages", True), anchor)


def test_a_skill_shows_who_asks_for_it_with_target_weight_and_reason(
    open_app: Open, framework: Framework
) -> None:
    visitor = opened(open_app, skill=GIT)
    for profile in framework.profiles.values():
        target = profile.targets[GIT]
        words = f"**{profile.name.en}**: level {target.level}, weight {target.weight}"
        assert shows(visitor, words)
        assert target.reason is None or shows(visitor, target.reason.en)


def test_a_skill_shows_where_it_comes_from(
    open_app: Open, framework: Framework
) -> None:
    skill = framework.skills[GIT]
    visitor = opened(open_app, skill=GIT)
    sources = [framework.manifest.sources[name] for name in skill.sources]
    assert shows(visitor, skill.origin, *sources)


def test_prerequisites_are_links_in_both_directions(open_app: Open) -> None:
    visitor = opened(open_app, skill="programming.testing")
    assert visitor.has(f"open-before-{GIT}")
    visitor.click(f"open-before-{GIT}")
    assert visitor.app.query_params["skill"] == GIT
    assert visitor.has("open-after-programming.testing")


def test_modules_come_step_by_step_with_all_they_say(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language, skill=GIT)
    modules = [m for m in framework.modules.values() if GIT in m.lifts]
    steps = [m.lifts[GIT] for m in modules]
    heads = [line for line in visitor.lines() if " → " in line[:6]]
    assert [head[:5] for head in heads] == [f"{a} → {b}" for a, b in sorted(steps)]
    for module in modules:
        said = (module.title, module.outcome, module.practice, module.proof)
        assert shows(visitor, *(text.in_language(language) for text in said))
        for skill in required_levels(module, framework.skills):
            assert shows(visitor, framework.skills[skill].name.in_language(language))


def test_resources_come_with_their_labels(open_app: Open, framework: Framework) -> None:
    labels = {"machine": "machine translated", "partial": "partly translated"}
    checked = 0
    for skill in framework.skills:
        found = [r for r in framework.resources.values() if skill in r.skills]
        special = {r.translation for r in found} - {"none"}
        unsure = any(r.confirmed.status == "unconfirmed" for r in found)
        if special or unsure:
            visitor = opened(open_app, skill=skill)
            assert shows(visitor, *(labels[each] for each in special))
            assert not unsure or shows(visitor, "address not confirmed")
            assert shows(visitor, *(r.url for r in found), *(r.title for r in found))
            checked += 1
        if checked > 8 and unsure:
            return
    assert checked


def test_back_from_a_skill_leads_to_its_area(open_app: Open) -> None:
    visitor = opened(open_app, skill="ethics.privacy").click("close-skill")
    assert visitor.widget("framework_area").value == "ethics"
    assert "skill" not in visitor.app.query_params


@pytest.mark.parametrize(
    ("named", "meant"), [("programming.gti", GIT), ("[x](y)", None), ("", None)]
)
def test_an_address_of_no_skill_is_told_and_shows_the_areas(
    open_app: Open, language: str, named: str, meant: str | None
) -> None:
    visitor = opened(open_app, language, skill=named)
    assert visitor.has("framework_area")
    assert bool(visitor.app.warning) == bool(named)
    assert not named or shows(visitor, f"“{named}”")
    links = [key.removeprefix("open-meant-") for key in visitor.keys("open-meant-")]
    assert links == ([meant] if meant else [])


def test_search_finds_what_the_catalogue_finds_at_most_thirty_at_a_time(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language).set("search", "model")
    hits = search_entries(list_entries(framework, language), "model", Filters())
    assert len(hits) > 60
    for place in (1, 2):
        shown = hits[30 * (place - 1) : 30 * place]
        assert all(shows(visitor, hit.title) for hit in shown)
        assert not shows(
            visitor, *(hit.title for hit in hits[30 * place : 30 * place + 30])
        )
        visitor.set("search_page", place + 1)


def test_another_search_begins_on_its_first_page(open_app: Open) -> None:
    visitor = opened(open_app).set("search", "model").set("search_page", 2)
    visitor.set("search", "data")
    assert visitor.widget("search_page").value == 1


def test_a_page_of_hits_that_no_longer_exists_is_the_last_one(open_app: Open) -> None:
    visitor = opened(open_app).set("search", "model").set("search_page", 3)
    visitor.set("search_kinds", ["profile"])
    assert shows(visitor, "LLM Engineer")


def test_filters_alone_list_what_passes_them(
    open_app: Open, framework: Framework
) -> None:
    visitor = opened(open_app)
    visitor.set("search_languages", ["id"]).set("search_costs", ["paid"])
    paid = [
        r
        for r in framework.resources.values()
        if (r.language, r.cost) == ("id", "paid")
    ]
    assert shows(visitor, *(r.title for r in paid[:30]))
    assert not visitor.has("framework_area")


def test_a_level_and_a_kind_narrow_together(
    open_app: Open, framework: Framework
) -> None:
    visitor = opened(open_app)
    visitor.set("search_kinds", ["module"]).set("search_levels", [5])
    hits = search_entries(
        list_entries(framework, "en"),
        "",
        Filters(kinds=frozenset({"module"}), levels=frozenset({5})),
    )
    assert shows(visitor, f"{len(hits)} hits", *(hit.title for hit in hits[:30]))


def test_a_search_without_a_hit_says_so(open_app: Open, language: str) -> None:
    visitor = opened(open_app, language).set("search", "zzzz <b>*x*</b>")
    assert len(visitor.app.info) == 1


def test_clearing_the_search_brings_the_areas_back(open_app: Open) -> None:
    visitor = opened(open_app).set("search", "docker").set("search_kinds", ["skill"])
    visitor.click("clear-search")
    assert visitor.widget("search").value == ""
    assert visitor.widget("search_kinds").value == []
    assert visitor.has("framework_area")


def test_a_hit_opens_its_skill_and_back_shows_the_hits_again(open_app: Open) -> None:
    visitor = opened(open_app).set("search", "docker")
    visitor.click("open-hit-devops.containers")
    assert visitor.app.query_params["skill"] == "devops.containers"
    assert visitor.has("close-skill")
    assert visitor.click("close-skill").has("open-hit-devops.containers")


def test_a_new_search_leaves_the_open_skill(open_app: Open) -> None:
    visitor = opened(open_app, skill=GIT).set("search", "docker")
    assert not visitor.has("close-skill")
    assert visitor.has("open-hit-devops.containers")


def test_every_page_of_the_whole_list_can_be_shown(
    open_app: Open, language: str
) -> None:
    visitor = opened(open_app, language)
    every = ["skill", "module", "resource", "profile", "background"]
    visitor.set("search_kinds", every)
    for place in range(2, visitor.widget("search_page").num_pages + 1):
        visitor.set("search_page", place)


def test_a_profile_found_opens_as_a_profile(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language).set("search_kinds", ["profile"])
    visitor.click("open-profile-mlops_engineer")
    assert visitor.widget("framework_profile").value == "mlops_engineer"
    focus = framework.profiles["mlops_engineer"].focus.in_language(language)
    assert shows(visitor, focus)


def test_a_profile_shows_target_weight_and_reason_of_an_area(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language).set("framework_part", "profiles")
    visitor.set("framework_profile", "cv_engineer").set("framework_area", "ml")
    for skill in framework.areas["ml"].skills:
        target = framework.profiles["cv_engineer"].targets[skill]
        assert target.reason
        assert shows(visitor, target.reason.in_language(language))
        assert visitor.has(f"open-target-{skill}")


def test_all_targets_stand_in_a_table_once_it_is_opened(
    open_app: Open, framework: Framework
) -> None:
    visitor = opened(open_app).set("framework_part", "profiles")
    assert not visitor.has("framework_targets")
    visitor.app.session_state["framework_all_targets"] = True
    table = visitor.run().app.dataframe[0].value
    targets = framework.profiles["llm_engineer"].targets
    assert list(table["Target"]) == [target.level for target in targets.values()]
    assert list(table["Weight"]) == [target.weight for target in targets.values()]


def test_the_background_shows_the_gates_and_the_sources(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = opened(open_app, language).set("framework_part", "background")
    production = framework.production
    said = [production.rule]
    for gate in production.gates.values():
        said += [gate.claim, gate.meaning]
    assert shows(visitor, *(text.in_language(language) for text in said))
    assert shows(visitor, *framework.manifest.sources.values())


def test_the_framework_can_be_taken_away_in_three_files(
    open_app: Open, language: str
) -> None:
    visitor = opened(open_app, language).set("framework_part", "download")
    assert list(visitor.keys("download-")) == [
        "download-framework-csv",
        "download-case-id",
        "download-case-en",
    ]


def test_the_part_chosen_and_the_skill_opened_stay_when_the_language_changes(
    open_app: Open,
) -> None:
    visitor = opened(open_app, "en").set("framework_part", "profiles")
    assert visitor.set("language", "id").has("framework_profile")
    visitor = opened(open_app, "en", skill=GIT).set("language", "id")
    assert visitor.app.query_params["skill"] == GIT
    assert visitor.has("close-skill")


def test_the_page_lists_the_version_and_its_date(
    open_app: Open, framework: Framework
) -> None:
    assert shows(opened(open_app), framework.version, "November 30, 2026")
