"""The rules of ``competencies/README.md`` that a machine can check."""

import re
from dataclasses import fields
from itertools import chain, product

import pytest

from skillgap.domain.consistency import serves
from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.prerequisites import reachable_levels
from skillgap.settings import COMPETENCIES
from tests.content.texts import content_words, count_words, in_both, texts_of

AREAS = sorted(path.stem for path in (COMPETENCIES / "areas").glob("*.yaml"))
PARTS = [each.name for each in fields(Framework)]
STEPS = {(0, 2): (8, 25), (2, 3): (12, 35), (3, 4): (20, 60), (4, 5): (25, 60)}
WORDS = {"title": (2, 8), "outcome": (10, 30), "practice": (20, 55), "proof": (8, 30)}

# Past tenses that do not end in -ed.
IRREGULAR = frozenset(
    re.findall(
        "[a-z]+",
        """
        began bound broke brought built caught chose cut dealt drew drove fed found
        gave got heard held hid kept laid led let lit made met oversaw put ran read
        rebuilt rewrote sat saw sent set shot showed shut sold sought spent split
        spoke stood swept taught thought tied told took undid withdrew won wrote
        """,
    )
)
ACT_ID = re.compile(r"(Me|Ber)[a-z-]+")
QUALITY = {
    "en": re.compile(
        r"\b(good|very|strong(ly)?|advanced|expert|deep(ly)?|excellent|great|basic|"
        r"understand\w*|understood|knows?|knew|familiar)\b",
        re.IGNORECASE,
    ),
    "id": re.compile(
        r"\b(baik|sangat|mahir|mendalam|canggih|ahli|hebat|memahami|mengetahui|"
        r"menguasai)\b",
        re.IGNORECASE,
    ),
}
UNWANTED = re.compile(r"[—!]|\b(simply|etc|dll|dsb)\b", re.IGNORECASE)
DATED = re.compile(r"\b(19|20)[0-9]{2}\b|\bv[0-9]|\b[0-9]+\.[0-9]+\.[0-9]+\b")
SIZE = re.compile(
    r"[0-9]|\b(two|three|four|five|six|seven|eight|nine|ten|twenty|dua|tiga|empat|lima|"
    r"enam|tujuh|delapan|sembilan|sepuluh)\b",
    re.IGNORECASE,
)
TRACKING = re.compile(
    r"[?&#](utm_|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src)", re.IGNORECASE
)
SHORTENER = re.compile(
    r"//(www\.)?(bit\.ly|t\.co|tinyurl\.com|goo\.gl|s\.id|lnkd\.in|ow\.ly|is\.gd|"
    r"buff\.ly|amzn\.to|cutt\.ly|rebrand\.ly|shorturl\.at|dub\.sh|t\.ly)/",
    re.IGNORECASE,
)


def anchors_of(framework, area):
    """Yield (place, language, sentence) for every anchor of an area."""
    for skill, entry in framework.areas[area].skills.items():
        for level, text in entry.anchors.items():
            for language, sentence in in_both(text):
                yield f"{skill} {level} {language}", language, sentence


def modules_of(framework, area):
    """Return the modules of an area: those whose first skill is of it."""
    return {
        key: module
        for key, module in framework.modules.items()
        if framework.area_of[next(iter(module.lifts))] == area
    }


def suits(framework, module, resource):
    """Say whether a resource serves a module and is not much longer than it."""
    hours = framework.resources[resource].hours
    return serves(framework, module, resource) and hours <= 1.5 * module.hours


def sentences_of(framework, area, part):
    """Yield (place, language, sentence) for one part of every module of an area."""
    for key, module in modules_of(framework, area).items():
        for language, sentence in in_both(getattr(module, part)):
            yield f"{key} {part} {language}", language, sentence


@pytest.fixture(scope="module")
def asked(framework):
    """Return {(profile, context, trends): targets}: none, each, or all trends."""
    trends = [(), *((key,) for key in framework.trends), tuple(framework.trends)]
    found = {}
    for case in product(framework.profiles, [None, *framework.contexts], trends):
        profile, context, chosen = case
        steps = [framework.contexts[context]] if context else []
        steps += [framework.trends[key] for key in chosen]
        table = set_targets(framework.profiles[profile], steps)
        found[case] = dict(zip(table["skill"], table["target"], strict=True))
    return found


# Anchors


@pytest.mark.parametrize("area", AREAS)
def test_an_anchor_has_8_to_22_words(framework, area):
    found = [
        (p, n)
        for p, _, s in anchors_of(framework, area)
        if not 8 <= (n := count_words(s)) <= 22
    ]

    assert found == []


@pytest.mark.parametrize("area", AREAS)
def test_an_anchor_is_one_sentence_without_a_final_full_stop(framework, area):
    found = [
        p for p, _, s in anchors_of(framework, area) if s.endswith(".") or ". " in s
    ]

    assert found == []


@pytest.mark.parametrize("area", AREAS)
def test_an_anchor_starts_with_an_act(framework, area):
    def is_act(word, language):
        past = word.lower().endswith("ed") or word.lower() in IRREGULAR
        return past if language == "en" else ACT_ID.match(word)

    words = [(p, g, s.split()[0]) for p, g, s in anchors_of(framework, area)]

    assert [(p, word) for p, g, word in words if not is_act(word, g)] == []


@pytest.mark.parametrize("area", AREAS)
def test_an_anchor_has_no_adjective_of_quality_and_claims_no_knowledge(framework, area):
    found = [
        (place, match[0])
        for place, language, sentence in anchors_of(framework, area)
        if (match := QUALITY[language].search(sentence))
    ]

    assert found == []


@pytest.mark.parametrize("area", AREAS)
def test_an_anchor_names_no_year_and_no_version(framework, area):
    found = [
        (p, m[0]) for p, _, s in anchors_of(framework, area) if (m := DATED.search(s))
    ]

    assert found == []


@pytest.mark.parametrize("area", AREAS)
def test_no_two_anchors_read_the_same(framework, area):
    sentences = [sentence for _, _, sentence in anchors_of(framework, area)]

    assert len(sentences) == len(set(sentences))


# Modules


@pytest.mark.parametrize("area", AREAS)
def test_a_module_lifts_one_step_and_at_most_two_skills(framework, area):
    found = {
        key: module.lifts
        for key, module in modules_of(framework, area).items()
        if not set(module.lifts.values()) <= set(STEPS) or len(module.lifts) > 2
    }

    assert found == {}


@pytest.mark.parametrize("area", AREAS)
def test_every_step_up_to_the_highest_target_has_a_module(framework, asked, area):
    lifts = [module.lifts.items() for module in framework.modules.values()]
    offered = set(chain.from_iterable(lifts))
    needed = {
        (skill, step)
        for skill in framework.areas[area].skills
        for step in STEPS
        if step[0] < max(targets.get(skill, 0) for targets in asked.values())
    }

    assert sorted(needed - offered) == []


@pytest.mark.parametrize("area", AREAS)
def test_the_hours_of_a_module_suit_its_step(framework, area):
    found = {}
    for key, module in modules_of(framework, area).items():
        step = next(iter(module.lifts.values()))
        least, most = STEPS[step]
        if not least <= module.hours <= most:
            found[key] = (step, module.hours)

    assert found == {}


@pytest.mark.parametrize(("area", "part"), list(product(AREAS, WORDS)))
def test_a_text_of_a_module_has_the_length_of_its_kind(framework, area, part):
    least, most = WORDS[part]
    counted = [(p, count_words(s)) for p, _, s in sentences_of(framework, area, part)]

    assert [(p, n) for p, n in counted if not least <= n <= most] == []


@pytest.mark.parametrize(("area", "part"), list(product(AREAS, WORDS)))
def test_sentences_end_with_a_full_stop_and_titles_do_not(framework, area, part):
    texts = list(sentences_of(framework, area, part))

    assert [p for p, _, s in texts if s.endswith(".") == (part == "title")] == []


@pytest.mark.parametrize("area", AREAS)
def test_an_outcome_begins_with_a_verb(framework, area):
    """English the bare verb, Indonesian an active one."""

    def is_verb(word, language):
        wrong = word in {"A", "An", "The", "You", "Your"} or word.endswith(
            ("ed", "ing")
        )
        return ACT_ID.match(word) if language == "id" else not wrong or word == "Bring"

    outcomes = [
        (p, g, s.split()[0]) for p, g, s in sentences_of(framework, area, "outcome")
    ]

    assert [(p, word) for p, g, word in outcomes if not is_verb(word, g)] == []


@pytest.mark.parametrize("area", AREAS)
def test_an_outcome_shares_three_words_with_the_anchor_it_reaches(framework, area):
    found = {}
    for key, module in modules_of(framework, area).items():
        skill, (_, to) = next(iter(module.lifts.items()))
        anchor = framework.skills[skill].anchors[to]
        for language, sentence in in_both(module.outcome):
            reached = content_words(anchor.in_language(language), language)
            shared = content_words(sentence, language) & reached
            if len(shared) < 3:
                found[f"{key} {language}"] = shared

    assert found == {}


@pytest.mark.parametrize("area", AREAS)
def test_a_practice_states_its_size_in_numbers(framework, area):
    practices = sentences_of(framework, area, "practice")

    assert [
        place for place, _, sentence in practices if not SIZE.search(sentence)
    ] == []


@pytest.mark.parametrize("area", AREAS)
def test_a_module_has_two_to_five_resources(framework, area):
    counted = {k: len(m.resources) for k, m in modules_of(framework, area).items()}

    assert {key: n for key, n in counted.items() if not 2 <= n <= 5} == {}


@pytest.mark.parametrize("area", AREAS)
def test_a_module_has_an_indonesian_resource_where_one_fits(framework, area):
    ours = {key for key, r in framework.resources.items() if r.language == "id"}
    found = {
        key: sorted(fitting)
        for key, module in modules_of(framework, area).items()
        if not ours & set(module.resources)
        and (fitting := {r for r in ours if suits(framework, module, r)})
    }

    assert found == {}


@pytest.mark.parametrize("area", AREAS)
def test_a_module_names_only_prerequisites_beyond_those_of_its_skill(framework, area):
    found = []
    for key, module in modules_of(framework, area).items():
        for lifted, (_, to) in module.lifts.items():
            floor = 3 if to >= 4 else 2
            usual = framework.skills[lifted].prerequisites
            found += [
                (key, s)
                for s, n in module.prerequisites.items()
                if s in usual and n <= floor
            ]

    assert found == []


# Both languages


@pytest.mark.parametrize("part", PARTS)
def test_neither_language_says_much_more_than_the_other(framework, part):
    found = [
        (place, round(len(text.en) / len(text.id), 2))
        for place, text in texts_of(getattr(framework, part), part)
        if min(len(text.en), len(text.id)) > 30
        and not 1 / 1.6 <= len(text.en) / len(text.id) <= 1.6
    ]

    assert found == []


@pytest.mark.parametrize("part", PARTS)
def test_no_text_has_a_dash_an_exclamation_or_a_filler(framework, part):
    found = [
        (place, language, match[0])
        for place, text in texts_of(getattr(framework, part), part)
        for language, sentence in in_both(text)
        if (match := UNWANTED.search(sentence))
    ]

    assert found == []


@pytest.mark.parametrize("part", PARTS)
def test_no_text_has_stray_blanks(framework, part):
    found = [
        (place, language)
        for place, text in texts_of(getattr(framework, part), part)
        for language, sentence in in_both(text)
        if sentence != " ".join(sentence.split())
    ]

    assert found == []


# Targets, ids, addresses


@pytest.mark.parametrize(
    "profile", sorted(path.stem for path in (COMPETENCIES / "profiles").glob("*.yaml"))
)
def test_every_target_under_every_context_and_trend_can_be_reached(
    framework, asked, profile
):
    reachable = reachable_levels(framework)
    found = [
        (case, skill)
        for case, targets in asked.items()
        for skill, target in targets.items()
        if case[0] == profile and target > reachable[skill]
    ]

    assert found == []


def keys_in(folder):
    """Return every key of the files of a folder, as it stands there."""
    texts = [
        path.read_text("utf-8")
        for path in sorted((COMPETENCIES / folder).glob("*.yaml"))
    ]
    return list(
        chain.from_iterable(re.findall(r"^([^\s#:]+):", t, re.MULTILINE) for t in texts)
    )


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        ("modules", r"[a-z0-9]+(-[a-z0-9]+)*"),
        ("resources", r"r[0-9]{3,}"),
        ("checks", r"[a-z0-9]+(-[a-z0-9]+)*"),
    ],
)
def test_ids_are_unique_and_of_their_kind(folder, pattern):
    keys = keys_in(folder)

    assert sorted(keys) == sorted(set(keys))
    assert [key for key in keys if not re.fullmatch(pattern, key)] == []


@pytest.mark.parametrize("area", AREAS)
def test_a_file_of_modules_resources_or_checks_holds_its_own_area(framework, area):
    def keys(folder):
        path = COMPETENCIES / folder / f"{area}.yaml"
        text = path.read_text("utf-8") if path.is_file() else ""
        return re.findall(r"^([^\s#:]+):", text, re.MULTILINE)

    first = [next(iter(framework.modules[key].lifts)) for key in keys("modules")]
    first += [framework.resources[key].skills[0] for key in keys("resources")]
    first += [framework.checks[key].skill for key in keys("checks")]

    assert {framework.area_of[skill] for skill in first} <= {area}


@pytest.mark.parametrize("area", AREAS)
def test_an_address_is_a_plain_one_on_the_web(framework, area):
    found = [
        (key, resource.url)
        for key, resource in framework.resources.items()
        if framework.area_of[resource.skills[0]] == area
        and (
            not re.match(r"https?://[^\s/]+", resource.url)
            or TRACKING.search(resource.url)
            or SHORTENER.search(resource.url)
        )
    ]

    assert found == []


def test_no_address_stands_twice(framework):
    addresses = [resource.url for resource in framework.resources.values()]

    assert sorted({url for url in addresses if addresses.count(url) > 1}) == []
