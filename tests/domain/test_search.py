"""The search over everything the framework says."""

import pytest

from skillgap.domain.search import (
    KINDS,
    Entry,
    Filters,
    list_entries,
    search_entries,
)

EVERYTHING = Filters()


def entry(title, text="", kind="skill", **more):
    said = f"{title} {text}".casefold()
    return Entry(kind, title, title, text, said, (), **more)


def titles(entries, words, filters=EVERYTHING):
    return [hit.title for hit in search_entries(entries, words, filters)]


def test_every_word_must_occur():
    entries = [entry("Git", "branches and releases"), entry("Docker", "releases")]
    assert titles(entries, "releases branches") == ["Git"]
    assert titles(entries, "releases") == ["Git", "Docker"]
    assert titles(entries, "releases elephants") == []


@pytest.mark.parametrize("words", ["GIT", "git", "  gIt ", "gi"])
def test_case_spaces_and_the_rest_of_a_word_do_not_matter(words):
    assert titles([entry("Git fluency"), entry("Docker")], words) == ["Git fluency"]


def test_without_words_everything_is_found_in_its_order():
    assert titles([entry("B"), entry("A")], "  ") == ["B", "A"]


def test_hits_in_the_title_come_first_and_otherwise_the_order_stays():
    entries = [
        entry("First", "docker"),
        entry("Docker one"),
        entry("Second", "docker"),
        entry("Docker two"),
    ]
    assert titles(entries, "docker") == ["Docker one", "Docker two", "First", "Second"]


def test_signs_mean_themselves():
    entries = [entry("99.99% uptime"), entry("C++ (basics)"), entry("99999")]
    assert titles(entries, "99.99%") == ["99.99% uptime"]
    assert titles(entries, "c++ (") == ["C++ (basics)"]


FOUND = [
    entry("skill"),
    entry("module", kind="module", levels=frozenset({1, 2})),
    entry(
        "video", kind="resource", languages=frozenset({"id"}),
        costs=frozenset({"free"}), levels=frozenset({3}),
    ),
    entry(
        "book", kind="resource", languages=frozenset({"en"}),
        costs=frozenset({"paid"}), levels=frozenset({4, 5}),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(), ["skill", "module", "video", "book"]),
        (Filters(kinds=frozenset({"resource"})), ["video", "book"]),
        (Filters(kinds=frozenset({"skill", "module"})), ["skill", "module"]),
        (Filters(languages=frozenset({"id"})), ["skill", "module", "video"]),
        (Filters(costs=frozenset({"free"})), ["video"]),
        (Filters(levels=frozenset({2})), ["skill", "module"]),
        (Filters(levels=frozenset({3, 4})), ["skill", "video", "book"]),
        (Filters(costs=frozenset({"paid"}), languages=frozenset({"id"})), []),
    ],
)
def test_a_filter_leaves_what_has_one_of_its_values_and_all_filters_hold(filters, left):
    assert titles(FOUND, "", filters) == left


def test_filters_are_true_when_they_narrow_anything():
    assert not Filters()
    assert Filters(levels=frozenset({1}))


@pytest.fixture(params=["en", "id"])
def language(request):
    return request.param


def test_everything_of_the_framework_is_listed_once(framework, language):
    entries = list_entries(framework, language)
    counts = {kind: sum(e.kind == kind for e in entries) for kind in KINDS}
    background = (
        *framework.production.gates, "market",
        *framework.eras, *framework.contexts, *framework.trends,
    )  # fmt: skip
    assert counts == {
        "skill": len(framework.skills),
        "module": len(framework.modules),
        "resource": len(framework.resources),
        "profile": len(framework.profiles),
        "background": len(background),
    }
    assert len({(entry.kind, entry.key) for entry in entries}) == len(entries)
    assert all(entry.title and entry.note for entry in entries)


def find(framework, language, words):
    hits = search_entries(list_entries(framework, language), words, EVERYTHING)
    return {(hit.kind, hit.key) for hit in hits}


def test_a_skill_is_found_by_id_name_definition_area_and_anchors(framework, language):
    skill = framework.skills["programming.git"]
    said = [
        skill.name, skill.definition, framework.areas["programming"].name,
        *skill.anchors.values(),
    ]  # fmt: skip
    for words in ("programming.git", *(text.in_language(language) for text in said)):
        assert ("skill", "programming.git") in find(framework, language, words)


def test_a_module_is_found_by_its_sentences_and_the_skills_it_lifts(
    framework, language
):
    key, module = next(iter(framework.modules.items()))
    skill = framework.skills[next(iter(module.lifts))]
    said = [module.title, module.outcome, module.practice, module.proof, skill.name]
    for text in said:
        assert ("module", key) in find(framework, language, text.in_language(language))


def test_a_resource_is_found_by_title_and_provider(framework, language):
    key, resource = next(iter(framework.resources.items()))
    words = f"{resource.title} {resource.provider}"
    assert ("resource", key) in find(framework, language, words)


def test_a_profile_is_found_by_its_reasons_but_not_by_every_skill(framework):
    reason = framework.profiles["llm_engineer"].targets["programming.git"].reason.en
    assert ("profile", "llm_engineer") in find(framework, "en", reason)
    name = framework.skills["programming.git"].name.en
    assert ("profile", "software_engineer") not in find(framework, "en", name)


def test_the_claim_about_pay_is_found_with_its_reading(framework, language):
    market = framework.production.market
    for text in (market.claim, market.use):
        words = text.in_language(language)
        assert ("background", "market") in find(framework, language, words)


def test_words_of_the_other_language_find_nothing(framework):
    definition = framework.skills["programming.git"].definition
    assert find(framework, "en", definition.id) == set()
    assert find(framework, "id", definition.en) == set()


def test_a_step_leads_to_every_level_above_its_start(framework):
    module = next(k for k, m in framework.modules.items() if (0, 2) in m.lifts.values())
    entries = {entry.key: entry for entry in list_entries(framework, "en")}
    assert {1, 2} <= entries[module].levels
    key, resource = next(iter(framework.resources.items()))
    low, high = resource.levels
    assert entries[key].levels == set(range(low + 1, high + 1))
