"""The framework as a CASE 1.1 package, one for each language."""

import json
from collections import Counter
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from jsonschema import Draft202012Validator

from skillgap.domain.scale import LANGUAGES
from skillgap.files.case import build_package, identify, write_package
from tests.frameworks import small_framework

SCHEMA = json.loads(Path(__file__).with_name("case_schema.json").read_text("utf-8"))
ADDRESS = "https://skills.example.org/framework"


@pytest.fixture(params=LANGUAGES)
def package(request, framework):
    return json.loads(write_package(framework, request.param, ADDRESS))


def small_package(language="en", **manifest):
    small = small_framework(
        """
        skill  builds_on
        a.git  .
        a.ci   a.git
        b.sql  .
        """
    )
    small = replace(small, manifest=replace(small.manifest, **manifest))
    return build_package(small, language, ADDRESS)


def problems_of(package):
    return [
        error.message for error in Draft202012Validator(SCHEMA).iter_errors(package)
    ]


def pairs(package, kind):
    """Return (origin, destination) of the associations of a kind, by their titles."""
    return [
        (each["originNodeURI"]["title"], each["destinationNodeURI"]["title"])
        for each in package["CFAssociations"]
        if each["associationType"] == kind
    ]


def all_things(package):
    yield package["CFDocument"]
    for part in ("CFItems", "CFAssociations"):
        yield from package[part]
    yield from package["CFDefinitions"]["CFItemTypes"]


def test_the_package_has_the_published_structure(package):
    assert problems_of(package) == []


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("CFDocument", {"CFPackageURI": {}}),
        ("CFDocument", {"caseVersion": "1.0"}),
        ("CFItems", {"identifier": "programming.git"}),
        ("CFItems", {"lastChangeDateTime": "2026-11-25"}),
        ("CFItems", {"CFDocumentURI": {}}),
        ("CFAssociations", {"associationType": "isTaughtBy"}),
        ("CFAssociations", {"sequenceNumber": "1"}),
    ],
)
def test_the_schema_of_these_tests_refuses_what_the_standard_does(part, change):
    package = deepcopy(small_package())
    spot = package[part] if part == "CFDocument" else package[part][0]
    spot.update(change)
    assert problems_of(package)


def test_areas_skills_and_the_levels_1_to_5_are_items(package, framework):
    kinds = Counter(item["CFItemTypeURI"]["identifier"] for item in package["CFItems"])
    skills = len(framework.skills)
    assert sorted(kinds.values()) == sorted([len(framework.areas), skills, 5 * skills])


def test_every_item_hangs_on_one_parent_and_the_areas_on_the_document(package):
    parent_of = dict(pairs(package, "isChildOf"))
    codes = [item["humanCodingScheme"] for item in package["CFItems"]]
    assert sorted(parent_of) == sorted(codes)
    assert parent_of["programming.git.3"] == "programming.git"
    assert parent_of["programming.git"] == "programming"
    assert parent_of["programming"] == "document"


def test_children_stand_in_reading_order():
    order = [
        (each["originNodeURI"]["title"], each["sequenceNumber"])
        for each in small_package()["CFAssociations"]
        if each["associationType"] == "isChildOf"
        and "." in each["originNodeURI"]["title"]
    ]
    assert [pair for pair in order if pair[0].count(".") == 1] == [
        ("a.git", 1), ("a.ci", 2), ("b.sql", 1),
    ]  # fmt: skip
    assert [number for name, number in order if name.startswith("a.ci.")] == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_a_prerequisite_precedes_the_skill_that_builds_on_it():
    assert pairs(small_package(), "precedes") == [("a.git", "a.ci")]


def test_links_inside_the_package_lead_to_what_is_in_it(package):
    uris = {each["identifier"]: each["uri"] for each in all_things(package)}
    for each in package["CFAssociations"]:
        ends = [each["originNodeURI"]]
        if each["associationType"] != "isTranslationOf":
            ends.append(each["destinationNodeURI"])
        assert all(uris[end["identifier"]] == end["uri"] for end in ends)
    for item in package["CFItems"]:
        link = item["CFItemTypeURI"]
        assert uris[link["identifier"]] == link["uri"]


def test_every_item_names_its_translation_in_the_other_package(framework):
    ours, theirs = (build_package(framework, x, ADDRESS) for x in LANGUAGES)
    known = {item["identifier"]: item["uri"] for item in theirs["CFItems"]}
    found = {
        each["destinationNodeURI"]["identifier"]: each["destinationNodeURI"]["uri"]
        for each in ours["CFAssociations"]
        if each["associationType"] == "isTranslationOf"
    }
    assert found == known


def test_identifiers_are_unique_across_both_packages(framework):
    packages = [build_package(framework, language, ADDRESS) for language in LANGUAGES]
    seen = Counter(each["identifier"] for p in packages for each in all_things(p))
    assert set(seen.values()) == {1}


def test_identifiers_stay_the_same_in_another_version_and_at_another_address():
    before, after = (
        small_package(),
        small_package(version="2.0.0", released="2027-02-01"),
    )
    assert [x["identifier"] for x in all_things(before)] == [
        x["identifier"] for x in all_things(after)
    ]
    # Written down once: what others stored must be found again for ever.
    assert identify("en", "programming.git") == "908348ed-0267-50e5-b262-2c69bff1c02b"
    assert identify("id", "programming.git.3") == "1964808c-734d-5054-b475-2e63cdcf26a6"


def test_the_date_of_the_version_is_the_last_change():
    package = small_package(released="2027-02-01")
    moments = {each["lastChangeDateTime"] for each in all_things(package)}
    assert moments == {"2027-02-01T00:00:00Z"}


def test_the_texts_are_in_the_language_the_document_names(package, framework):
    language = package["CFDocument"]["language"]
    items = {item["humanCodingScheme"]: item for item in package["CFItems"]}
    skill = framework.skills["programming.git"]
    git, three = items["programming.git"], items["programming.git.3"]
    assert git["fullStatement"] == skill.definition.in_language(language)
    assert git["abbreviatedStatement"] == skill.name.in_language(language)
    assert three["fullStatement"] == skill.anchors[3].in_language(language)
    assert {item["language"] for item in items.values()} == {language}


def test_the_uri_of_a_skill_opens_its_page(package):
    items = {item["humanCodingScheme"]: item["uri"] for item in package["CFItems"]}
    for code in ("programming.git", "programming.git.3"):
        address = urlsplit(items[code])
        assert f"{address.scheme}://{address.netloc}{address.path}" == ADDRESS
        assert parse_qs(address.query) == {"skill": ["programming.git"]}
