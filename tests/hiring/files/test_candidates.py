"""The files a panel compares."""

import json

import pandas as pd

from skillgap.files.ratings import write_ratings
from skillgap.files.wording import describe_problem
from skillgap.hiring.candidates import other_versions
from skillgap.hiring.files.candidates import read_candidates
from skillgap.hiring.masking import reveal_names
from skillgap.hiring.resume_words import ResumeMapping
from skillgap.settings import ROOT
from tests.tables import ratings

ARABIC = "محمد الأمين"
ONE = "skill level\nprogramming.git 3"


def export(text=ONE, **columns):
    return write_ratings(ratings(text).assign(**columns))


def read(framework, *files, mapping=None):
    mapping = mapping or ResumeMapping()
    return read_candidates(files, framework, mapping, "2026-11-25")


def names_of(reading):
    return [(c.letter, c.person_id, c.name, c.source) for c in reading.candidates]


def test_candidates_stand_in_the_order_of_the_files(framework):
    reading = read(
        framework,
        ("z.csv", export(person_id="p9", name="Zed")),
        ("a.csv", export(person_id="p1", name="Ann")),
    )

    assert names_of(reading) == [
        ("A", "p9", "Zed", "z.csv"),
        ("B", "p1", "Ann", "a.csv"),
    ]
    assert reading.problems == ()


def test_two_with_one_name_and_id_in_different_files_stay_two(framework):
    same = export(person_id="p1", name="Budi")

    reading = read(framework, ("a.csv", same), ("b.csv", same))

    assert [c.source for c in reading.candidates] == ["a.csv", "b.csv"]
    assert reveal_names(reading.candidates) == {"A": "Budi (A)", "B": "Budi (B)"}


def test_a_file_with_several_people_is_split(framework):
    two = pd.concat([ratings(ONE).assign(person_id=p) for p in ("p1", "p2")])

    reading = read(framework, ("team.csv", write_ratings(two)))

    assert [c.person_id for c in reading.candidates] == ["p1", "p2"]


def test_arabic_and_single_word_names_are_kept_as_they_are(framework):
    reading = read(
        framework,
        ("a.csv", export(name=ARABIC)),
        ("b.csv", export(name="Suharto")),
    )

    assert [c.name for c in reading.candidates] == [ARABIC, "Suharto"]


def test_an_older_framework_version_is_read_and_said(framework):
    present = export(framework=framework.version)
    reading = read(framework, ("a.csv", export()), ("b.csv", present))

    assert reading.problems == ()
    assert [other_versions(c, framework.version) for c in reading.candidates] == [
        ("1.0.0",),
        (),
    ]


def test_a_faulty_file_is_reported_and_the_others_go_on(framework):
    reading = read(
        framework,
        ("bad.csv", b"x,y\n1,2\n"),
        ("a.csv", export()),
        ("bad.json", b"{"),
        ("b.csv", export()),
    )

    assert [c.source for c in reading.candidates] == ["a.csv", "b.csv"]
    assert [p.where for p in reading.problems] == ["bad.csv", "bad.json"]


def test_a_faulty_row_is_reported_and_the_others_of_the_file_count(framework):
    content = export("skill level\nprogramming.git 3\nprogramming.gti 2")

    reading = read(framework, ("a.csv", content), ("b.csv", export()))

    assert [len(c.ratings) for c in reading.candidates] == [1, 1]
    assert [p.code for p in reading.problems] == ["skill_unknown"]


def test_a_file_with_a_header_alone_does_not_vanish_silently(framework):
    header = export().splitlines()[0]

    reading = read(
        framework, ("a.csv", header), ("b.csv", export()), ("c.csv", export())
    )

    assert [(p.where, p.code) for p in reading.problems] == [
        ("a.csv", "file_without_rows")
    ]


def test_one_candidate_is_too_few(framework):
    (problem,) = read(framework, ("a.csv", export())).problems

    assert problem.code == "candidates_few"
    assert describe_problem(problem).startswith("a.csv: ")


def test_eight_are_compared_and_the_ninth_is_named(framework):
    files = [(f"{n}.csv", export(name=f"N{n}")) for n in range(9)]

    reading = read(framework, *files)

    assert len(reading.candidates) == 8
    (problem,) = reading.problems
    assert (problem.code, problem.where, problem.values["value"]) == (
        "candidates_many", "8.csv", "N8",
    )  # fmt: skip


def test_a_resume_stands_beside_an_export_and_its_words_wait(framework):
    resume = json.dumps({"basics": {"name": "Budi"}, "skills": [{"name": "Git"}]})

    reading = read(framework, ("a.csv", export()), ("budi.json", resume.encode()))

    assert names_of(reading)[1] == ("B", "budi", "Budi", "budi.json")
    assert [(w.source, w.term) for w in reading.to_map] == [
        ("budi.json", "Git"), ("budi.json", ""),
    ]  # fmt: skip


def test_a_resume_with_a_byte_order_mark_is_a_resume(framework):
    resume = b'\xef\xbb\xbf\n{"skills": []}'

    assert len(read(framework, ("a.csv", export()), ("b.json", resume)).candidates) == 2


def test_the_examples_open_without_a_problem(framework):
    paths = sorted((ROOT / "examples").glob("candidate-*.csv"))

    reading = read(framework, *[(path.name, path.read_bytes()) for path in paths])

    assert len(reading.candidates) == 3
    assert reading.problems == ()
    assert all("example" in c.name for c in reading.candidates)
