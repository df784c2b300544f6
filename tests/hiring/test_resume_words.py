"""What the words of a resume mean: said by the reader, suggested by likeness."""

import pytest

from skillgap.hiring.resume_words import (
    ResumeMapping,
    suggest_level,
    suggest_skills,
)

MAPPING = ResumeMapping({"Docker ": "devops.containers", "Golf": ""}, {"Master": 4})


@pytest.mark.parametrize("term", ["Docker", "docker", " DOCKER"])
def test_capitals_and_blanks_of_a_word_do_not_count(term):
    assert MAPPING.skill_of(term) == "devops.containers"


def test_not_ours_and_not_mapped_are_two_things():
    assert (MAPPING.skill_of("Golf"), MAPPING.skill_of("Chess")) == ("", None)


def test_a_level_word_nobody_mapped_has_no_level():
    assert (MAPPING.level_of("master"), MAPPING.level_of("expert")) == (4, None)


@pytest.mark.parametrize(
    ("term", "skill"),
    [
        ("python", "programming.python"),
        ("Kubernets", "devops.kubernetes"),
        ("git", "programming.git"),
        ("Desain API", "engineering.api_design"),
        ("API design", "engineering.api_design"),
    ],
)
def test_a_skill_is_suggested_by_its_name_in_either_language(framework, term, skill):
    assert suggest_skills(term, framework)[0] == skill


def test_at_most_three_skills_are_suggested_and_none_that_is_not_near(framework):
    assert len(suggest_skills("data", framework)) <= 3
    assert suggest_skills("Underwater basket weaving", framework) == ()


@pytest.mark.parametrize(
    ("word", "level"), [("Mandiri", "3"), ("independent", "3"), ("aware", "1")]
)
def test_a_level_is_suggested_by_its_name_in_either_language(framework, word, level):
    assert suggest_level(word, framework) == (level,)


@pytest.mark.parametrize("word", ["", "Master", "Advanced", "Menengah"])
def test_a_level_word_of_another_scale_is_not_guessed(framework, word):
    assert suggest_level(word, framework) == ()
