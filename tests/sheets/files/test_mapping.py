"""The mapping a reader confirms: written, read back strictly, and used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.files.wording import describe_problem
from skillgap.sheets.files.mapping_file import (
    MappingError,
    load_mapping,
    read_mapping,
    write_mapping,
)
from skillgap.sheets.files.reading import propose, read_foreign
from skillgap.sheets.mapping import ScaleMapping, SheetMapping
from tests.files.payloads import hostile_texts
from tests.sheets.files.foreign_files import READ, text

TODAY = "2026-11-25"
SOUND = """layout: people_in_rows
header_rows: [1]
columns:
  Name: person
  Python: ratings
  SQL: ratings
scale: {low: 1, high: 5}
skills:
  Python: programming.python
  SQL: own
"""
LINES = """
    Name,Python,SQL
    Ayu,3,4
    Bima,5,1
    """


@pytest.fixture(scope="module")
def load(framework):
    """Return a reader of the text of ``m.yaml``."""
    return lambda lines: read_mapping("m.yaml", lines.encode(), framework)


@pytest.fixture(scope="module")
def read(framework, load):
    """Return a reader of a file with the text of a mapping."""

    def reader(lines, mapping):
        confirmed, problems = load(mapping)
        assert problems == ()
        return read_foreign("a.csv", text(lines), framework, TODAY, confirmed)

    return reader


def test_a_sound_mapping_has_no_problems(load):
    mapping, problems = load(SOUND)

    assert problems == ()
    assert mapping.columns == {"Name": "person", "Python": "ratings", "SQL": "ratings"}


FAULTS = {
    "nothing": ("", 1, "mapping_empty"),
    "a key of no meaning": (SOUND + "extra: 1\n", 11, "key_unknown"),
    "no layout": (SOUND.replace("layout: people_in_rows\n", ""), 1, "key_missing"),
    "a layout of no meaning": (
        SOUND.replace("people_in_rows", "sideways"), 1, "value_not_allowed",
    ),
    "a role of no meaning": (
        SOUND.replace("SQL: ratings", "SQL: number"), 6, "value_not_allowed",
    ),
    "no ratings": (
        SOUND.replace(": ratings", ": out"), 3, "mapping_role_missing",
    ),
    "two headers apart": (
        SOUND.replace("[1]", "[1, 3]"), 2, "mapping_header_rows",
    ),
    "an unknown skill": (
        SOUND.replace("programming.python", "programming.pyton"), 9, "skill_unknown",
    ),
    "one skill twice": (
        SOUND.replace("SQL: own", "SQL: programming.python"), 10, "mapping_skill_twice",
    ),
    "a level above 5": (
        SOUND.replace("high: 5", "high: 5, values: {x: 6}"), 7, "value_not_allowed",
    ),
    "half a scale": (SOUND.replace(", high: 5", ""), 7, "mapping_scale_ends"),
    "a scale upside down": (
        SOUND.replace("low: 1", "low: 9"), 7, "mapping_scale_ends",
    ),
    "a day that is none": (SOUND + "date: 2026-02-30\n", 11, "day_not_iso"),
    "a repeated key": (SOUND + "layout: long\n", 11, "yaml_repeated_key"),
    "an alias": (SOUND.replace("own", "*a"), 10, "yaml_anchor"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "line", "code"), FAULTS.values(), ids=list(FAULTS))
def test_a_faulty_mapping_is_a_problem_with_its_line(load, lines, line, code):
    mapping, problems = load(lines)

    assert mapping is None
    assert (f"m.yaml:{line}", code) in [(p.where, p.code) for p in problems]
    assert all(map(describe_problem, problems))


def test_a_mapping_that_is_not_there_is_a_problem(framework, tmp_path):
    with pytest.raises(MappingError) as caught:
        load_mapping(tmp_path / "none.yaml", framework)

    assert [problem.code for problem in caught.value.problems] == ["file_unreadable"]


NAMES = st.text(min_size=1, max_size=8) | hostile_texts().filter(bool)
SAFE = NAMES.filter(lambda name: name != "<<" and max(name) < "\ud800")


@given(
    columns=st.dictionaries(SAFE, st.sampled_from(["ratings", "person", "out"])),
    values=st.dictionaries(SAFE, st.sampled_from([0, 3, 5, "unknown"])),
    skills=st.dictionaries(SAFE, st.sampled_from(["own", "out"])),
    person=st.sampled_from(["", "Ayu", "no", "010"]),
)
def test_reading_what_was_written_gives_back_the_mapping(
    framework, columns, values, skills, person
):
    mapping = SheetMapping(
        layout="people_in_rows",
        header_rows=(2, 3),
        columns={**columns, "Python": "ratings"},
        scale=ScaleMapping(values, 0, 10),
        skills=skills,
        sheet="S 1",
        person=person,
        date="2026-11-25",
        date_order="day first",
        rows_out=tuple(skills),
    )

    again, problems = read_mapping("m", write_mapping(mapping, "a.csv"), framework)

    assert problems == ()
    assert again == mapping


@pytest.mark.parametrize("shape", READ, ids=lambda shape: shape.name)
def test_every_proposal_is_a_mapping_that_reads_back(framework, shape):
    mapping = propose(shape.name, shape.content, framework).mapping

    again, problems = read_mapping("m", write_mapping(mapping), framework)

    assert [describe_problem(problem) for problem in problems] == []
    assert again == mapping


# What a mapping says counts


def test_a_skill_is_ours_own_or_left_out_as_the_mapping_says(read):
    out = SOUND.replace("SQL: own", "SQL: out")

    assert read(LINES, SOUND).skills == ("programming.python", "team.sql")
    assert read(LINES, out).skills == ("programming.python",)


def test_a_mark_has_the_level_the_mapping_gives_it(read):
    lines = LINES.replace("3", "lots").replace("4", "?!")
    mapping = SOUND.replace("high: 5", "high: 5, values: {lots: 4, '?!': unknown}")

    reading = read(lines, mapping)

    assert reading.problems == ()
    assert reading.ratings["level"].to_list() == [4, 5, 1]


def test_whose_levels_these_are_and_when_comes_from_the_mapping(read):
    lines = """
        skill,level
        Python,3
        SQL,4
        """
    mapping = """layout: long
header_rows: [1]
columns: {skill: skill, level: level}
scale: {low: 1, high: 5}
skills: {Python: programming.python, SQL: programming.sql_data}
person: Ayu
date: '2026-03-01'
"""

    reading = read(lines, mapping)

    assert set(reading.ratings["person_id"]) == {"Ayu"}
    assert set(reading.ratings["rated_on"]) == {"2026-03-01"}
    assert reading.assumed == ()


@pytest.mark.parametrize(
    ("order", "day"), [("day first", "2026-06-05"), ("month first", "2026-05-06")]
)
def test_the_order_of_day_and_month_comes_from_the_mapping(read, order, day):
    lines = """
        Name,When,Python,SQL
        Ayu,05/06/2026,3,4
        """
    mapping = SOUND.replace("  Name: person", "  Name: person\n  When: date")

    asked = read(lines, mapping)
    told = read(lines, f"{mapping}date_order: {order}\n")

    assert [problem.code for problem in asked.problems] == ["ask_date_order"]
    assert set(told.ratings["rated_on"]) == {day}


def test_rows_the_reader_left_out_are_no_people(read):
    lines = LINES + "    Robot,5,5\n"

    reading = read(lines, SOUND + "rows_out: [Robot]\n")

    assert [person.id for person in reading.people] == ["Ayu", "Bima"]
    assert [(entry.row, entry.why) for entry in reading.left_out] == [(4, "chosen")]


MISFITS = {
    "a column is missing": (
        LINES.replace("SQL", "MySQL"), "mapping_column_missing",
    ),
    "a column is new": (
        "Name,Python,SQL,Go\nAyu,3,4,5\n", "mapping_column_unsaid",
    ),
    "a skill is new": (LINES, "row_skill_unsaid"),
    "the header is beyond the end": ("Name\n", "mapping_beyond_sheet"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "code"), MISFITS.values(), ids=list(MISFITS))
def test_a_mapping_made_for_another_file_says_so(read, lines, code):
    mapping = SOUND
    if code == "row_skill_unsaid":
        mapping = SOUND.replace("  SQL: own\n", "")
    if code == "mapping_beyond_sheet":
        mapping = SOUND.replace("[1]", "[7]")

    reading = read(lines, mapping)

    assert code in {problem.code for problem in reading.problems}
    assert reading.rows == reading.accepted + reading.rejected


def test_a_mapping_cannot_make_a_column_of_secrets_anything(read):
    lines = """
        Name,password,Python,SQL
        Ayu,hunter2,3,4
        """
    mapping = SOUND.replace("  Name: person", "  Name: id\n  password: person")

    reading = read(lines, mapping)

    assert [problem.code for problem in reading.problems] == ["mapping_column_private"]
    assert "hunter2" not in repr(reading)
