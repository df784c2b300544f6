"""Reads ``competencies/`` into a framework, with every problem at once."""

from shutil import copytree
from typing import NamedTuple

import pytest

from skillgap.domain.gaps import measure_profiles
from skillgap.files.framework import (
    FrameworkError,
    load_framework,
    read_framework,
)
from skillgap.files.wording import describe_problem
from skillgap.settings import COMPETENCIES
from tests.files.broken import break_at, problems_of
from tests.plans import level_table, plan_for


class Break(NamedTuple):
    """What is changed in a file, and the one problem it must give on that line."""

    file: str
    pattern: str
    replacement: str
    code: str
    suggestion: str = ""


BREAKS = {
    "a misspelt skill in a profile": Break(
        "profiles/llm_engineer.yaml", r"^  programming\.python:",
        "  programing.python:", "skill_unknown", "programming.python",
    ),
    "a level beyond the scale": Break(
        "profiles/llm_engineer.yaml", r"^    level: \d$", "    level: 9",
        "value_not_allowed",
    ),
    "a level as a text": Break(
        "profiles/llm_engineer.yaml", r"^    level: (\d)$", r"    level: '\1'",
        "value_not_allowed",
    ),
    "a misspelt default profile": Break(
        "framework.yaml", "^default_profile: ai_engineer$",
        "default_profile: ai_enginer", "profile_unknown", "ai_engineer",
    ),
    "a misspelt profile to compare": Break(
        "profession.yaml", "ml_engineer", "ml_enginer", "profile_unknown",
        "ml_engineer",
    ),
    "a misspelt skill of a duty": Break(
        "profession.yaml", r"devops\.containers", "devops.container", "skill_unknown",
        "devops.containers",
    ),
    "a misspelt prerequisite": Break(
        "areas/ml.yaml", r"^    prerequisites: \[programming\.",
        "    prerequisites: [programing.", "skill_unknown", "programming.python",
    ),
    "a misspelt source": Break(
        "areas/ml.yaml", r"\bAWS\b", "AWSS", "source_unknown", "AWS",
    ),
    "an empty sentence": Break(
        "areas/ml.yaml", "^  en: .*$", "  en: ''", "text_missing",
    ),
    "a misspelt skill of a context": Break(
        "contexts.yaml", r"^    cloud\.cost: 1$", "    cloud.csot: 1",
        "skill_unknown", "cloud.cost",
    ),
    "a change beyond three levels": Break(
        "trends.yaml", r"^    engineering\.agents: 1$",
        "    engineering.agents: 7", "value_not_allowed",
    ),
    "a misspelt skill of an era": Break(
        "eras.yaml", r"ml\.math_stats", "ml.mathstats", "skill_unknown",
        "ml.math_stats",
    ),
    "a misspelt skill of a gate": Break(
        "production.yaml", r"devops\.reliability", "devops.reliabilty", "skill_unknown",
        "devops.reliability",
    ),
    "a level in words": Break(
        "production.yaml", "^    level: 4$", "    level: four", "value_not_allowed",
    ),
    "no hours": Break(
        "modules/ml.yaml", r"^  hours: .*$", "  hours: 0", "hours_not_positive",
    ),
    "a stage longer than a stage may be": Break(
        "modules/ml.yaml", r"^  hours: .*$",
        "  stages: [{hours: 30, goal: {en: A goal., id: Tujuan.}}]\n  hours: 30",
        "stage_too_long",
    ),
    "hours that are no number": Break(
        "modules/ml.yaml", r"^  hours: .*$", "  hours: many", "value_wrong_kind",
    ),
    "a misspelt resource": Break(
        "modules/ml.yaml", r"^  resources: \[r", "  resources: [rr", "resource_unknown",
    ),
    "a text on two lines of one key": Break(
        "modules/ml.yaml", r"^(  hours: .*)$", r"\1\n\1", "yaml_repeated_key",
    ),
    "an address that is none": Break(
        "resources/ml.yaml", "^  url: https", "  url: htps", "url_not_web",
    ),
    "a cost that is none": Break(
        "resources/ml.yaml", "^  cost: free$", "  cost: gratis", "value_not_allowed",
    ),
    "a bare no": Break(
        "resources/ml.yaml", "^  provider: .*$", "  provider: no", "yaml_ambiguous",
    ),
    "an answer that is no option": Break(
        "checks/ml.yaml", r"^  correct: \d$", "  correct: 5", "correct_not_an_option",
    ),
    "a kind of area that is none": Break(
        "areas/ml.yaml", "^kind: technical$", "kind: techincal", "value_not_allowed",
    ),
    "three levels of a resource": Break(
        "resources/ml.yaml", r"^  levels: \[(\d), (\d)\]$", r"  levels: [\1, \2, 5]",
        "value_wrong_kind",
    ),
    "a mapping where a list belongs": Break(
        "resources/ml.yaml", r"^  skills: .*$", "  skills: {a: 1}", "value_wrong_kind",
    ),
}  # fmt: skip


INNER_WORDS = {"too_long", "too_short", "tuple", "dict", "dataclass", "float"}


@pytest.fixture(scope="module", params=BREAKS.values(), ids=list(BREAKS))
def fault(request, tmp_path_factory):
    """Return a change, the line it was made on, and the problems it gave."""
    change = request.param
    folder = copytree(COMPETENCIES, tmp_path_factory.mktemp("fault") / "competencies")
    line = break_at(folder, *change[:3])
    return change, line, read_framework(folder).problems


def test_a_fault_is_one_problem_with_file_line_and_suggestion(fault):
    change, line, problems = fault
    below = change.code == "yaml_repeated_key"

    (problem,) = problems

    assert problem.where == f"{change.file}:{line + below}"
    assert problem.code == change.code
    if change.suggestion:
        assert problem.values["suggestion"] == change.suggestion
        assert f"Did you mean “{change.suggestion}”?" in describe_problem(problem)


def test_the_sentence_of_a_fault_names_the_place_and_no_inner_words(fault):
    _, _, problems = fault

    for problem in problems:
        sentence = describe_problem(problem)
        assert sentence.startswith(f"{problem.where}: ")
        assert sentence == " ".join(sentence.split())
        assert not INNER_WORDS & set(sentence.split())


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "code"),
    [
        ("modules/ml.yaml", r"^  hours: .*$", "  hours: nan", "hours"),
        ("modules/ml.yaml", r"^  hours: .*$", "  hours: inf", "hours"),
        ("resources/ml.yaml", r"^  hours: .*$", "  hours: nan", "hours"),
        ("resources/ml.yaml", r"^  skills: .*$", "  skills: []", "skills"),
        ("modules/ml.yaml", r"^  lifts:\n    .*$", "  lifts: {}", "lifts"),
    ],
)
def test_a_value_without_meaning_is_a_problem_and_no_crash(
    competencies_copy, file, pattern, replacement, code
):
    line = break_at(competencies_copy, file, pattern, replacement)

    problems = read_framework(competencies_copy).problems

    assert f"{file}:{line}" in [problem.where for problem in problems]
    assert code in str(problems[0].values["path"])


def test_a_misspelt_key_is_named_with_the_right_one_and_missed_where_it_belongs(
    competencies_copy,
):
    file = "areas/programming.yaml"
    line = break_at(competencies_copy, file, "^    definition:$", "    defintion:")

    missing, unknown = read_framework(competencies_copy).problems

    assert (missing.code, missing.values["value"]) == ("key_missing", "definition")
    assert missing.where.startswith(f"{file}:")
    assert (unknown.code, unknown.where) == ("key_unknown", f"{file}:{line}")
    assert unknown.values["suggestion"] == "definition"


def test_a_missing_anchor_is_found_at_the_anchors_of_its_skill(competencies_copy):
    file = "areas/ml.yaml"
    line = break_at(
        competencies_copy,
        file,
        r"^    anchors:\n(      1:\n.*\n.*\n)",
        r"    anchors:\n",
    )

    (problem,) = read_framework(competencies_copy).problems

    assert (problem.where, problem.code) == (f"{file}:{line}", "anchor_missing")
    assert problem.values["level"] == 1


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "below"),
    [
        ("resources/ml.yaml", r"^  skills: \[ml\.", "  skills: [mll.", 0),
        ("modules/ml.yaml", r"^  lifts:\n    ml\.", r"  lifts:\n    mll.", 1),
        ("checks/ml.yaml", r"^  skill: ml\.", "  skill: mll.", 0),
    ],
)
def test_a_misspelt_first_skill_is_found_in_the_file_it_stands_in(
    competencies_copy, file, pattern, replacement, below
):
    line = break_at(competencies_copy, file, pattern, replacement)

    assert problems_of(competencies_copy) == [
        (f"{file}:{line + below}", "skill_unknown")
    ]


@pytest.mark.parametrize(
    ("file", "pattern", "replacement"),
    [
        ("resources/ml.yaml", "^  cost: ", "  costt: "),
        ("modules/programming.yaml", "^  hours: ", "  hourz: "),
        ("areas/ml.yaml", "^kind: technical$", "kind: [technical"),
        ("areas/ml.yaml", "^    definition:$", "    defintion:"),
        ("areas/ml.yaml", "^kind: ", "kinds: "),
        ("framework.yaml", "^version: ", "versoin: "),
        ("profiles/ai_engineer.yaml", "^kind: ", "kinds: "),
    ],
)
def test_one_faulty_entry_is_reported_in_its_own_file_only(
    competencies_copy, file, pattern, replacement
):
    """What refers to an entry that cannot be read is no second problem."""
    break_at(competencies_copy, file, pattern, replacement)

    found = problems_of(competencies_copy)

    assert {where.split(":")[0] for where, _ in found} == {file}
    assert len(found) <= 2


def test_the_problems_of_several_broken_files_come_at_once(competencies_copy):
    changes = [
        ("contexts.yaml", "cloud.cost: 1", "x.cost: 1"),
        ("eras.yaml", "skills: .*$", "skills: 5"),
        ("modules/cloud.yaml", "hours: .*$", "hours: -1"),
        ("resources/ethics.yaml", "url: .*$", "url: ftp://x"),
    ]

    places = [f"{c[0]}:{break_at(competencies_copy, *c)}" for c in changes]

    assert [where for where, _ in problems_of(competencies_copy)] == places


def test_all_problems_of_one_file_come_in_the_order_of_its_lines(competencies_copy):
    for _ in range(3):
        break_at(competencies_copy, "modules/ml.yaml", r"hours: [1-9].*$", "hours: 0")

    lines = [int(where.split(":")[1]) for where, _ in problems_of(competencies_copy)]

    assert len(lines) == 3
    assert lines == sorted(lines)


def test_a_file_the_manifest_does_not_list_is_reported(competencies_copy):
    break_at(competencies_copy, "framework.yaml", r"^  - ai_researcher\n", "")

    assert problems_of(competencies_copy) == [
        ("profiles/ai_researcher.yaml:1", "file_not_listed")
    ]


@pytest.mark.parametrize("file", ["eras.yaml", "profiles/ai_engineer.yaml"])
def test_a_missing_and_an_empty_file_are_reported_by_name(competencies_copy, file):
    (competencies_copy / file).write_text("# nothing\n")
    empty = problems_of(competencies_copy)
    (competencies_copy / file).unlink()
    missing = problems_of(competencies_copy)

    assert (f"{file}:1", "file_empty") in empty
    assert (f"{file}:1", "file_missing") in missing


@pytest.mark.parametrize("text", ["only a text\n", "- a\n- list\n", "7\n"])
def test_a_file_that_is_no_mapping_is_one_problem(competencies_copy, text):
    (competencies_copy / "eras.yaml").write_text(text)

    assert problems_of(competencies_copy) == [("eras.yaml:1", "value_wrong_kind")]


def test_a_module_in_two_files_is_reported_in_the_second(competencies_copy):
    first = (competencies_copy / "modules/cloud.yaml").read_text()
    (competencies_copy / "modules/zz.yaml").write_text(first)

    found = problems_of(competencies_copy)

    assert {code for _, code in found} == {"yaml_repeated_key"}
    assert {where.split(":")[0] for where, _ in found} == {"modules/zz.yaml"}


def test_without_a_manifest_there_is_no_framework_but_a_problem(competencies_copy):
    (competencies_copy / "framework.yaml").unlink()

    reading = read_framework(competencies_copy)

    assert reading.framework is None
    assert ("framework.yaml:1", "file_missing") in problems_of(competencies_copy)


def test_a_faulty_framework_is_not_loaded(competencies_copy):
    break_at(competencies_copy, "contexts.yaml", "cloud.cost: 1", "x.cost: 1")

    with pytest.raises(FrameworkError) as caught:
        load_framework(competencies_copy)

    assert [problem.code for problem in caught.value.problems] == ["skill_unknown"]


def test_the_framework_of_the_house_is_sound_and_whole():
    reading = read_framework()

    assert list(map(describe_problem, reading.problems)) == []
    assert reading.framework is not None
    assert (len(reading.framework.areas), len(reading.framework.skills)) == (10, 61)
    kinds = [profile.kind for profile in reading.framework.profiles.values()]
    assert sorted(kinds) == ["profession"] * 5 + ["specialization"] * 5


def test_a_sixth_specialization_is_one_file_and_one_line(competencies_copy):
    profiles = competencies_copy / "profiles"
    sixth = (profiles / "cv_engineer.yaml").read_text().replace("CV Engineer", "Edge")
    (profiles / "edge_engineer.yaml").write_text(sixth)
    break_at(
        competencies_copy,
        "framework.yaml",
        "^profiles:$",
        "profiles:\n  - edge_engineer",
    )

    framework = load_framework(competencies_copy)
    levels = level_table(framework, [2.0] * len(framework.skills))

    assert len(list(framework.profiles_of("specialization"))) == 6
    assert "edge_engineer" in measure_profiles(framework.profiles, levels)


ROBOTICS = """
name: {en: Robotics, id: Robotika}
kind: technical
skills:
  robotics.control:
    name: {en: Control, id: Kendali}
    definition: {en: Moves an arm, id: Menggerakkan lengan}
    prerequisites: [programming.python]
    origin: test
    sources: [R]
    anchors:
      1: {en: Followed a guide, id: Mengikuti panduan}
      2: {en: Moved an arm, id: Menggerakkan lengan}
      3: {en: Built a controller, id: Membuat pengendali}
      4: {en: Ran it in a plant, id: Menjalankannya di pabrik}
      5: {en: Set the rules, id: Menetapkan aturan}
"""
CHAIN = "".join(
    f"""
control-{start}-{to}:
  title: {{en: Step {to}, id: Langkah {to}}}
  lifts: {{robotics.control: [{start}, {to}]}}
  hours: 12
  outcome: {{en: Done, id: Selesai}}
  practice: {{en: Do, id: Lakukan}}
  proof: {{en: Film, id: Rekaman}}
  resources: []
"""
    for start, to in ((0, 2), (2, 3), (3, 4))
)


def add_robotics(folder, modules):
    """Add an eleventh area, its modules and a target; return the target's line."""
    (folder / "areas/robotics.yaml").write_text(ROBOTICS)
    (folder / "modules/robotics.yaml").write_text(modules)
    break_at(folder, "framework.yaml", r"^areas: \[", "areas: [robotics, ")
    asked = "targets:\n  robotics.control: {level: 4, weight: 5}"
    return break_at(folder, "profiles/cv_engineer.yaml", "^targets:$", asked) + 1


def test_an_eleventh_area_is_files_and_one_word(competencies_copy):
    add_robotics(competencies_copy, CHAIN)

    framework = load_framework(competencies_copy)
    levels = level_table(framework, [0.0] + [5.0] * 61)
    steps = plan_for(framework, "cv_engineer", levels).steps

    assert next(iter(framework.areas)) == "robotics"
    assert [s.module for s in steps] == ["control-0-2", "control-2-3", "control-3-4"]


def test_a_target_of_a_new_skill_asks_for_its_whole_chain(competencies_copy):
    line = add_robotics(competencies_copy, CHAIN.replace("[2, 3]", "[0, 2]"))

    (problem,) = read_framework(competencies_copy).problems

    assert problem.code == "target_unreachable"
    assert problem.where == f"profiles/cv_engineer.yaml:{line}"
    assert problem.values == {
        "path": "targets.robotics.control", "value": "robotics.control",
        "target": 4, "level": 2,
    }  # fmt: skip
