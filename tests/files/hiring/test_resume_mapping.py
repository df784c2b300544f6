"""The YAML in which a reader says what the words of resumes mean."""

import pytest

from skillgap.files.hiring.resume_mapping import read_resume_mapping

SOUND = """
skills:
  Docker: devops.containers
  Golf: ""
levels:
  Master: 4
"""


def read(framework, text):
    return read_resume_mapping("m.yaml", text.encode(), framework)


def test_words_are_mapped_to_skills_and_levels(framework):
    mapping, problems = read(framework, SOUND)

    assert problems == ()
    assert (mapping.skill_of("docker"), mapping.level_of("master")) == (
        "devops.containers",
        4,
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("skills:\n  Docker: devops.container\n", "skill_unknown", 2),
        ("levels:\n  Master: 6\n", "value_not_allowed", 2),
        ("skill:\n  Docker: x\n", "key_unknown", 1),
        ("skills: [Docker]\n", "value_wrong_kind", 1),
        ("skills: {a: &x b}\n", "yaml_anchor", 1),
    ],
)
def test_a_faulty_mapping_maps_nothing_and_says_where(framework, text, code, line):
    mapping, (problem,) = read(framework, text)

    assert (problem.code, problem.where) == (code, f"m.yaml:{line}")
    assert (mapping.skills, mapping.levels) == ({}, {})


def test_an_empty_file_maps_nothing(framework):
    mapping, problems = read(framework, "")

    assert (mapping.skills, problems) == ({}, ())
