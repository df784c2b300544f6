"""Whether the parts of a framework fit together."""

from dataclasses import replace

import pytest

from skillgap.domain.consistency import check_framework
from skillgap.domain.framework import Duty, Era, Gate, Profile
from skillgap.domain.learning import Check, Foil, Number, Stage
from skillgap.domain.scale import Text
from tests.frameworks import both, resource, small_framework
from tests.gaps import adjustment

FRAMEWORK = small_framework(
    """
    skill  builds_on
    a.git  .
    a.ci   a.git
    """,
    """
    module   lifts      needs  hours  resources
    git-two  a.git:0-2  .      8      r1
    ci-two   a.ci:0-2   .      8      .
    """,
    "skill target weight\na.ci 2 3",
    {"r1": resource((0, 2), "a.git")},
)


def findings_of(**parts):
    return check_framework(replace(FRAMEWORK, **parts), set())


def one_finding(**parts):
    """Return the one finding as (file, place, code)."""
    (finding,) = findings_of(**parts)
    return finding.file, finding.place, finding.code


def area_with(key="a.ci", **changes):
    """Return the areas, one skill of them changed."""
    area = FRAMEWORK.areas["a"]
    skills = {**area.skills, key: replace(area.skills["a.ci"], **changes)}
    return {"a": replace(area, skills=skills)}


def modules_with(**changes):
    return {
        **FRAMEWORK.modules,
        "git-two": replace(FRAMEWORK.modules["git-two"], **changes),
    }


def resources_with(**changes):
    return {"r1": replace(FRAMEWORK.resources["r1"], **changes)}


def check(**changes):
    """Return the one check of a framework, sound but for the changes."""
    options = tuple(map(both, "abcd"))
    sound = Check("a.git", 3, both("q"), both("why"), options, 1)
    return {"checks": {"c": replace(sound, **changes)}}


def test_a_framework_that_fits_together_has_no_findings(framework):
    assert findings_of() == []
    assert check_framework(framework, set()) == []


WRONG = ("a.gitt",)
PRODUCTION, PROFESSION = FRAMEWORK.production, FRAMEWORK.profession
GATE, DUTY = Gate(both("c"), both("m"), WRONG, 4), Duty(both("d"), both("what"), WRONG)
NAMED = {
    "areas/a.yaml": {"areas": area_with(prerequisites=WRONG)},
    "contexts.yaml": {"contexts": {"c": adjustment(levels={"a.gitt": 1})}},
    "trends.yaml": {"trends": {"t": adjustment(weights={"a.gitt": 1})}},
    "eras.yaml": {"eras": {"e": Era(both("e"), both("was"), WRONG, both("reading"))}},
    "production.yaml": {"production": replace(PRODUCTION, gates={"g": GATE})},
    "profession.yaml": {"profession": replace(PROFESSION, duties={"d": DUTY})},
}


@pytest.mark.parametrize(("file", "parts"), NAMED.items(), ids=list(NAMED))
def test_an_unknown_skill_is_found_wherever_it_is_named(file, parts):
    (finding,) = findings_of(**parts)

    assert (finding.file, finding.code) == (file, "skill_unknown")
    assert finding.place[-1] == "a.gitt"
    assert finding.values == {"value": "a.gitt", "suggestion": "a.git"}


def test_an_unknown_skill_of_the_pay_claim_is_found():
    market = replace(PRODUCTION.market, skills=WRONG)

    assert one_finding(production=replace(PRODUCTION, market=market)) == (
        "production.yaml", ("market", "skills", "a.gitt"), "skill_unknown",
    )  # fmt: skip


def test_an_unknown_skill_of_a_profile_is_found():
    wrong = {"a.gitt": FRAMEWORK.profiles["p"].targets["a.ci"]}
    profile = Profile(both("p"), "profession", both("focus"), wrong)

    assert one_finding(profiles={"p": profile}) == (
        "profiles/p.yaml", ("targets", "a.gitt"), "skill_unknown",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"sources": ("X",)}, ("sources", "X"), "source_unknown"),
        ({"prerequisites": ("a.ci",)}, ("prerequisites",), "prerequisite_cycle"),
        (
            {"anchors": dict.fromkeys((1, 2, 3, 5), both("x"))},
            ("anchors",),
            "anchor_missing",
        ),
        ({"definition": Text(" ", "isi")}, ("definition", "en"), "text_missing"),
        ({"name": Text("Name", "")}, ("name", "id"), "text_missing"),
    ],
)
def test_a_faulty_skill_is_found_at_its_place(changes, place, code):
    found = one_finding(areas=area_with(**changes))

    assert found == ("areas/a.yaml", ("skills", "a.ci", *place), code)


def test_a_skill_that_does_not_carry_its_area_is_found_with_the_right_name():
    (finding,) = findings_of(areas=area_with("b.cd", name=both("B")))

    assert finding.code == "skill_outside_area"
    assert finding.values == {"value": "b.cd", "suggestion": "a.cd"}


def test_a_cycle_of_prerequisites_is_named_in_order():
    area = FRAMEWORK.areas["a"]
    git = replace(area.skills["a.git"], prerequisites=("a.ci",))
    skills = {**area.skills, "a.git": git}

    (finding,) = findings_of(areas={"a": replace(area, skills=skills)})

    assert finding.code == "prerequisite_cycle"
    names = str(finding.values["value"]).split(" > ")
    assert names[0] == names[-1]
    assert set(names) == {"a.git", "a.ci"}


def test_an_unknown_default_profile_is_found():
    manifest = replace(FRAMEWORK.manifest, default_profile="q")

    assert one_finding(manifest=manifest) == (
        "framework.yaml", ("default_profile", "q"), "profile_unknown",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"resources": ("r9",)}, ("resources", "r9"), "resource_unknown"),
        ({"prerequisites": {"a.x": 2}}, ("prerequisites", "a.x"), "skill_unknown"),
        ({"hours": 0.0}, ("hours",), "hours_not_positive"),
        ({"title": Text("", "judul")}, ("title", "en"), "text_missing"),
    ],
)
def test_a_faulty_module_is_found_at_its_place(changes, place, code):
    found = one_finding(modules=modules_with(**changes))

    assert found == ("modules/a.yaml", ("git-two", *place), code)


def stages(*hours):
    return tuple(Stage(each, both("goal")) for each in hours)


@pytest.mark.parametrize(
    ("parts", "place", "code"),
    [
        (stages(25, 5), ("stages", 0, "hours"), "stage_too_long"),
        (stages(20, 11), ("stages",), "stages_do_not_add_up"),
        (stages(20, 9.5), ("stages",), "stages_do_not_add_up"),
        (stages(20, 0, 10), ("stages", 1, "hours"), "hours_not_positive"),
        (
            (*stages(20), Stage(10, Text("", "tujuan"))),
            ("stages", 1, "goal", "en"),
            "text_missing",
        ),
    ],
)
def test_faulty_stages_of_a_module_of_thirty_hours_are_found(parts, place, code):
    found = one_finding(modules=modules_with(hours=30.0, stages=parts))

    assert found == ("modules/a.yaml", ("git-two", *place), code)


@pytest.mark.parametrize("parts", [(), stages(24, 6), stages(10.5, 10.5, 9)])
def test_stages_that_add_up_are_sound(parts):
    assert findings_of(modules=modules_with(hours=30.0, stages=parts)) == []


def test_a_module_that_leads_down_is_found():
    found = findings_of(modules=modules_with(lifts={"a.git": (2, 2)}))

    place = ("git-two", "lifts", "a.git")
    assert (place, "step_not_upward") in [(f.place, f.code) for f in found]


@pytest.mark.parametrize("levels", [(2, 3), (3, 4)])
def test_a_resource_for_another_step_does_not_fit(levels):
    assert one_finding(resources=resources_with(levels=levels)) == (
        "modules/a.yaml", ("git-two", "resources", "r1"), "resource_does_not_fit",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"url": "ftp://example.org"}, ("url",), "url_not_web"),
        ({"url": "example.org"}, ("url",), "url_not_web"),
        ({"hours": -1.0}, ("hours",), "hours_not_positive"),
        ({"skills": ("a.git", "a.x")}, ("skills", "a.x"), "skill_unknown"),
    ],
)
def test_a_faulty_resource_is_found_at_its_place(changes, place, code):
    found = one_finding(resources=resources_with(**changes))

    assert found == ("resources/a.yaml", ("r1", *place), code)


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"skill": "a.x"}, ("skill", "a.x"), "skill_unknown"),
        ({"options": ()}, (), "check_without_answer"),
        ({"number": Number(1.0, 0.1, "1")}, (), "check_without_answer"),
        ({"correct": 5}, ("correct",), "correct_not_an_option"),
        ({"correct": None}, ("correct",), "correct_not_an_option"),
        ({"question": Text("", "isi")}, ("question", "en"), "text_missing"),
    ],
)
def test_a_faulty_check_is_found_at_its_place(changes, place, code):
    assert one_finding(**check(**changes)) == ("checks/a.yaml", ("c", *place), code)


def test_a_sound_check_with_options_or_a_number_has_no_finding():
    assert findings_of(**check()) == []
    assert (
        findings_of(**check(options=(), correct=None, number=Number(1.0, 0.1, "1")))
        == []
    )


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"name": Text("", "nama")}, ("name", "en"), "text_missing"),
        ({"note": Text("note", " ")}, ("note", "id"), "text_missing"),
        ({"reviewed": "2026-13-01"}, ("reviewed",), "day_not_iso"),
    ],
)
def test_a_faulty_foil_is_found_at_its_place(changes, place, code):
    sound = Foil(both("name"), both("note"), "2026-11-25")

    found = one_finding(foils={"f": replace(sound, **changes)})

    assert found == ("foils.yaml", ("f", *place), code)


def test_a_target_no_module_leads_to_is_found():
    modules = {"git-two": FRAMEWORK.modules["git-two"]}

    (finding,) = findings_of(modules=modules)

    assert (finding.file, finding.place) == ("profiles/p.yaml", ("targets", "a.ci"))
    assert finding.code == "target_unreachable"
    assert finding.values == {"value": "a.ci", "target": 2, "level": 0}


def test_a_reference_to_a_skill_reported_already_is_no_second_problem():
    """The skill exists, its entry is unreadable; modules and targets name it."""
    area = FRAMEWORK.areas["a"]
    skills = {"a.git": area.skills["a.git"]}
    broken = replace(FRAMEWORK, areas={"a": replace(area, skills=skills)})

    assert check_framework(broken, {"a.ci"}) == []
