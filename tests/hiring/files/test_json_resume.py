"""JSON Resume files."""

import json
from datetime import date

import pytest

from skillgap.files.wording import describe_problem
from skillgap.hiring.files.resumes import MAX_BYTES, MAX_TERMS, read_resume
from skillgap.hiring.resume_words import ResumeMapping
from tests.files.payloads import give_up

TODAY = "2026-11-25"
BUDI = {
    "basics": {"name": "Budi"},
    "skills": [
        {"name": "Backend", "level": "Master", "keywords": ["Python", "Docker"]},
        {"name": "Presenting"},
    ],
}
MAPPING = ResumeMapping(
    {"python": "programming.python", "docker": "devops.containers", "backend": ""},
    {"master": 4},
)


def read(framework, resume, mapping=MAPPING):
    content = resume if isinstance(resume, bytes) else json.dumps(resume).encode()
    return read_resume("budi.json", content, framework, mapping, TODAY)


def waiting(reading):
    return [(word.kind, word.term) for word in reading.to_map]


def test_mapped_words_become_claimed_ratings_that_say_where_they_come_from(framework):
    reading = read(framework, BUDI)

    first = reading.ratings.to_dict("records")[0]
    assert reading.name == "Budi"
    assert (first["skill"], first["level"], first["basis"]) == (
        "programming.python", 4, "claimed",
    )  # fmt: skip
    assert (first["note"], first["rated_on"]) == ("Python: Master", TODAY)
    assert set(reading.ratings["skill"]) == {"programming.python", "devops.containers"}


def test_without_a_mapping_nothing_is_rated_and_every_word_waits(framework):
    reading = read(framework, BUDI, ResumeMapping())

    assert reading.ratings.empty
    assert waiting(reading) == [
        ("skill", "Backend"), ("skill", "Python"), ("skill", "Docker"),
        ("skill", "Presenting"), ("level", "Master"), ("level", ""),
    ]  # fmt: skip
    suggested = {word.term: word.suggestions for word in reading.to_map}
    assert suggested["Python"] == ("programming.python",)


def test_a_word_that_is_none_of_ours_waits_no_longer(framework):
    assert ("skill", "Backend") not in waiting(read(framework, BUDI))


def test_a_skill_without_a_level_is_unknown_unless_the_reader_says_otherwise(framework):
    skills = {**MAPPING.skills, "presenting": "communication.presenting"}

    silent = read(framework, BUDI, ResumeMapping(skills, {"master": 4}))
    said = read(framework, BUDI, ResumeMapping(skills, {"master": 4, "": 1}))

    assert "communication.presenting" not in set(silent.ratings["skill"])
    assert waiting(silent) == [("level", "")]
    assert "communication.presenting" in set(said.ratings["skill"])


def test_the_date_of_the_resume_counts(framework):
    dated = {**BUDI, "meta": {"lastModified": "2026-03-01T08:00:00Z"}}

    assert set(read(framework, dated).ratings["rated_on"]) == {"2026-03-01"}


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", 5, None, "2026-03-1x"])
def test_a_date_that_is_none_is_not_taken(framework, day):
    dated = {**BUDI, "meta": {"lastModified": day}}

    assert set(read(framework, dated).ratings["rated_on"]) == {TODAY}
    assert date.fromisoformat(TODAY)


def test_two_words_for_one_skill_at_different_levels_leave_it_unknown(framework):
    resume = {
        "skills": [
            {"name": "Python", "level": "Master"},
            {"name": "Py", "level": "Beginner"},
        ]
    }
    mapping = ResumeMapping(
        {"python": "programming.python", "py": "programming.python"},
        {"master": 4, "beginner": 1},
    )

    reading = read(framework, resume, mapping)

    assert reading.ratings.empty
    assert [p.code for p in reading.problems] == ["resume_contradicts"]
    assert "programming.python" in describe_problem(reading.problems[0])


FAULTY = {
    "no JSON": (b"{", "resume_not_json"),
    "not UTF-8": (b'{"skills": ["\xff"]}', "resume_not_utf8"),
    "half a sign": (b'{"skills": [{"name": "\\ud800"}]}', "resume_not_utf8"),
    "a list": (b"[]", "resume_without_skills"),
    "no skills": ({"basics": {}}, "resume_without_skills"),
    "skills as a text": ({"skills": "Python"}, "resume_without_skills"),
    "an entry as a text": ({"skills": ["Python"]}, "resume_entry_faulty"),
    "an entry without a name": ({"skills": [{"level": "x"}]}, "resume_entry_faulty"),
    "an empty name": ({"skills": [{"name": " "}]}, "resume_entry_faulty"),
    "keywords as a text": (
        {"skills": [{"name": "a", "keywords": "b"}]}, "resume_entry_faulty",
    ),
    "too many words": (
        {"skills": [{"name": f"s{n}"} for n in range(MAX_TERMS + 1)]},
        "resume_too_long",
    ),
    "too large": (b"{" + b" " * MAX_BYTES, "file_too_large"),
}  # fmt: skip


@pytest.mark.parametrize(("resume", "code"), FAULTY.values(), ids=list(FAULTY))
def test_a_faulty_resume_is_a_problem_and_gives_no_ratings(framework, resume, code):
    reading = read(framework, resume)

    assert reading.ratings is None
    assert [p.code for p in reading.problems] == [code]
    assert describe_problem(reading.problems[0]).startswith("budi.json")


def test_a_resume_deeper_than_its_reader_goes_down_is_no_json(framework, monkeypatch):
    resume = json.dumps(BUDI).encode()
    monkeypatch.setattr(json, "loads", give_up)

    (problem,) = read(framework, resume).problems

    assert problem.code == "resume_not_json"


@pytest.mark.parametrize(
    "more",
    [{"basics": None}, {"basics": "x"}, {"meta": []}, {"basics": {"name": None}}],
)
def test_what_a_resume_leaves_out_elsewhere_does_not_matter(framework, more):
    reading = read(framework, {**BUDI, **more})

    assert len(reading.ratings) == 2
