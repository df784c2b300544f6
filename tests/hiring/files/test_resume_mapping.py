"""The YAML in which a reader says what the words of resumes mean."""

import pytest

from skillgap.hiring.files.resumes import (
    read_resume_mapping,
    write_resume_mapping,
)
from skillgap.hiring.resume_words import ResumeMapping

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


def test_a_saved_mapping_loads_as_it_was(framework):
    words = ["Python", "yes", "010", "1:30", "", "null", "# x", "a: b", "مرحبا", "x\ny"]
    mapping = ResumeMapping(
        dict.fromkeys(words, "programming.python") | {"Golf": ""},
        dict.fromkeys(words, 3),
    )

    loaded, problems = read_resume_mapping(
        "m", write_resume_mapping(mapping), framework
    )

    assert problems == ()
    assert loaded == mapping
