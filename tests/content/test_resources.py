"""The rules of ``competencies/README.md`` for resources and those of modules."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from skillgap.domain.consistency import serves
from skillgap.domain.learning import fits_step
from tests.content.test_writing_rules import SHORTENER, TRACKING

STEPS = [(0, 2), (2, 3), (3, 4)]
HOURS = {
    "doc": (1, 20),
    "tutorial": (1, 6),
    "standard": (1, 12),
    "video": (1, 6),
    "book": (10, 60),
    "course": (2, 120),
    "exercise": (1, 40),
}
# What chooses the page itself: a video, a series, a language.
PARAMETERS = {"v", "list", "hl"}
SHORT_HOSTS = {"link.medium.com", "youtu.be", "g.co", "aka.ms", "medium.link"}
MACHINE_TRANSLATED = re.compile(
    r"//(learn|docs)\.microsoft\.com/id-id/|//docs\.aws\.amazon\.com/id_id/|"
    r"[?&]hl=id\b|/translations/id/"
)
COURSE_TEXT = {
    "https://www.dicoding.com/blog/ai-engineering/",
    "https://roadmap.sh/ai-engineer",
    "https://www.ibm.com/topics/artificial-intelligence-engineer",
    "https://hbr.org/2023/04/the-rise-of-the-ai-engineer",
}


def resources_for(framework, skill):
    return [r for r in framework.resources.values() if skill in r.skills]


# Coverage


def test_every_skill_has_at_least_five_resources(framework):
    counted = {s: len(resources_for(framework, s)) for s in framework.skills}

    assert {skill: n for skill, n in counted.items() if n < 5} == {}


def test_every_skill_has_an_indonesian_resource(framework):
    found = [
        skill
        for skill in framework.skills
        if not any(r.language == "id" for r in resources_for(framework, skill))
    ]

    assert found == []


@pytest.mark.parametrize("step", STEPS)
def test_every_skill_has_a_resource_for_the_step(framework, step):
    found = [
        skill
        for skill in framework.skills
        if not any(fits_step(r.levels, *step) for r in resources_for(framework, skill))
    ]

    assert found == []


def test_the_four_links_of_the_course_text_are_kept(framework):
    assert {r.url for r in framework.resources.values()} >= COURSE_TEXT


# Addresses


def test_every_address_is_https_without_tracking_and_not_shortened(framework):
    found = []
    for key, resource in framework.resources.items():
        parts = urlsplit(resource.url)
        sound = (
            parts.scheme == "https"
            and set(parse_qs(parts.query)) <= PARAMETERS
            and parts.hostname not in SHORT_HOSTS
            and not TRACKING.search(resource.url)
            and not SHORTENER.search(resource.url)
        )
        if not sound:
            found.append((key, resource.url))

    assert found == []


def test_every_address_says_where_and_when_it_was_confirmed(framework):
    released = framework.manifest.released
    found = {
        key: resource.confirmed
        for key, resource in framework.resources.items()
        if not resource.confirmed.where.strip()
        or not "2026-11-01" <= resource.confirmed.date <= released
    }

    assert found == {}


# Kinds and languages


def test_the_hours_of_a_resource_suit_its_kind(framework):
    found = {}
    for key, resource in framework.resources.items():
        least, most = HOURS[resource.type]
        if not least <= resource.hours <= most:
            found[key] = (resource.type, resource.hours)

    assert found == {}


def test_no_machine_translation_is_without_its_label(framework):
    found = [
        key
        for key, resource in framework.resources.items()
        if resource.language == "id"
        and MACHINE_TRANSLATED.search(resource.url)
        and resource.translation != "machine"
    ]

    assert found == []


def test_microsoft_learn_and_google_developers_in_indonesian_are_labelled(framework):
    found = [
        key
        for key, resource in framework.resources.items()
        if resource.language == "id"
        and resource.provider in {"Microsoft Learn", "Google"}
        and resource.translation == "none"
    ]

    assert found == []


def test_only_an_indonesian_text_is_called_a_translation(framework):
    found = [
        key
        for key, resource in framework.resources.items()
        if resource.translation != "none" and resource.language != "id"
    ]

    assert found == []


def test_titles_and_providers_carry_no_remark_of_the_makers(framework):
    remark = re.compile(
        r"seed|terjemahan mesin|machine translat|unconfirmed", re.IGNORECASE
    )
    found = [
        key
        for key, resource in framework.resources.items()
        if remark.search(f"{resource.title} {resource.provider}")
    ]

    assert found == []


# Modules


def test_every_resource_of_a_module_serves_it(framework):
    found = [
        (key, resource)
        for key, module in framework.modules.items()
        for resource in module.resources
        if not serves(framework, module, resource)
    ]

    assert found == []


def test_a_module_has_two_to_five_resources_and_none_twice(framework):
    found = {
        key: module.resources
        for key, module in framework.modules.items()
        if not 2 <= len(set(module.resources)) == len(module.resources) <= 5
    }

    assert found == {}


def test_no_resource_takes_more_than_twice_the_hours_of_its_module(framework):
    found = [
        (key, resource)
        for key, module in framework.modules.items()
        for resource in module.resources
        if framework.resources[resource].hours > 2 * module.hours
    ]

    assert found == []
