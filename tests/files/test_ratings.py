"""The ratings CSV: what one person exports and a manager collects."""

import csv
import gzip
import io

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.domain import problems
from skillgap.domain.ratings import CONTRACT_COLUMNS, RATING_COLUMNS, empty_ratings
from skillgap.files.rating_rows import MAX_CELL
from skillgap.files.ratings import (
    MAX_BYTES,
    MAX_COLUMNS,
    read_ratings,
    write_ratings,
)
from skillgap.files.wording import describe_problem
from tests.files.payloads import (
    CELL_PAYLOADS,
    HTML_PAYLOADS,
    hostile_texts,
    zip_archive,
)
from tests.tables import ratings

HEADER = ",".join(CONTRACT_COLUMNS)
SOUND = "p1,Sari,Data,llm_engineer,programming.git,3,claimed,2026-11-25,1.0.0"
OWN = ("evidence", "note")


def rows_of(*lines):
    """Return a file with a header and some rows."""
    return "\r\n".join([HEADER, *lines]).encode()


def changed(**cells):
    """Return the sound row with other cells."""
    return ",".join(
        {**dict(zip(CONTRACT_COLUMNS, SOUND.split(","), strict=True)), **cells}.values()
    )


@pytest.fixture(scope="module")
def read(framework):
    """Return a reader of the bytes of ``team.csv``."""
    return lambda content: read_ratings("team.csv", content, framework)


def test_a_sound_row_becomes_a_rating(read):
    reading = read(rows_of(SOUND))

    assert (reading.rows, reading.accepted, reading.rejected) == (1, 1, 0)
    assert reading.problems == ()
    assert reading.ratings.to_dict("records") == [
        {**dict(zip(CONTRACT_COLUMNS, SOUND.split(","), strict=True)), "level": 3.0,
         "evidence": "", "note": ""}
    ]  # fmt: skip


def test_unrated_do_not_know_and_level_zero_stay_three_things(read):
    reading = read(
        rows_of(
            changed(level="", rated_on="", basis=""),
            changed(skill="programming.sql_data", level=""),
            changed(skill="ml.vision", level="0"),
        )
    )

    assert reading.rejected == 0
    assert reading.ratings["level"].fillna(-1).to_list() == [-1, -1, 0]
    assert list(reading.ratings["rated_on"]) == ["", "2026-11-25", "2026-11-25"]


FAULTY_ROWS = {
    "no person": (changed(person_id=" "), "person_missing", "person_id", ""),
    "an unknown skill": (
        changed(skill="programing.git"), "skill_unknown", "skill", "programing.git",
    ),
    "an unknown profile": (
        changed(profile="llm_enginer"), "profile_unknown", "profile", "llm_enginer",
    ),
    "a level above 5": (changed(level="6"), "level_off_scale", "level", "6"),
    "a level below 0": (changed(level="-1"), "level_off_scale", "level", "-1"),
    "half a level": (changed(level="2.5"), "level_off_scale", "level", "2.5"),
    "a word as level": (changed(level="three"), "level_not_a_number", "level", "three"),
    "NaN as level": (changed(level="NaN"), "level_not_a_number", "level", "NaN"),
    "NA as level": (changed(level="NA"), "level_not_a_number", "level", "NA"),
    "inf as level": (changed(level="inf"), "level_not_a_number", "level", "inf"),
    "1e3 as level": (changed(level="1e3"), "level_not_a_number", "level", "1e3"),
    "an Arabic digit": (changed(level="٣"), "level_not_a_number", "level", "٣"),
    "a level without a date": (changed(rated_on=""), "date_unreadable", "rated_on", ""),
    "a local date": (
        changed(rated_on="25/11/2026"), "date_unreadable", "rated_on", "25/11/2026",
    ),
    "a day that is none": (
        changed(rated_on="2026-02-30"), "date_unreadable", "rated_on", "2026-02-30",
    ),
    "a date in Arabic digits": (
        changed(rated_on="٢٠٢٦-١١-٢٥"), "date_unreadable", "rated_on", "٢٠٢٦-١١-٢٥",
    ),
    "an unknown basis": (changed(basis="guess"), "basis_unknown", "basis", "guess"),
    "no basis": (changed(basis=""), "basis_unknown", "basis", ""),
    "a version in words": (
        changed(framework="first"), "version_unreadable", "framework", "first",
    ),
    "no version": (changed(framework=""), "version_unreadable", "framework", ""),
    "a cell too many": (f"{SOUND},x", "row_width", "", 10),
    "a cell too few": ("p1,Sari", "row_width", "", 2),
    "a name too long": (
        changed(name="n" * (MAX_CELL + 1)), "cell_too_long", "name", "n" * 40,
    ),
    "the same rating again": (SOUND, "rating_repeated", "skill", "programming.git"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "code", "column", "value"), FAULTY_ROWS.values(), ids=list(FAULTY_ROWS)
)
def test_a_faulty_row_names_its_row_column_and_value(read, row, code, column, value):
    """Row 3 of the spreadsheet: the header is row 1, a sound rating row 2."""
    reading = read(rows_of(SOUND, row))

    assert (reading.rows, reading.accepted, reading.rejected) == (2, 1, 1)
    (problem,) = reading.problems
    assert (problem.where, problem.code) == ("team.csv", code)
    assert problem.values["row"] == 3
    assert (problem.values["column"], problem.values["value"]) == (column, value)


@pytest.mark.parametrize(
    "row", [r for r, *_ in FAULTY_ROWS.values()], ids=list(FAULTY_ROWS)
)
def test_the_sentence_of_a_faulty_row_says_where_what_and_what_to_do(read, row):
    for problem in read(rows_of(SOUND, row)).problems:
        sentence = describe_problem(problem)
        assert sentence.startswith("team.csv, row 3")
        assert sentence == " ".join(sentence.split())
        assert len(sentence) < 400


@pytest.mark.parametrize("column", ["skill", "profile", "level", "rated_on", "basis"])
def test_a_very_long_cell_is_shown_shortened(read, column):
    (problem,) = read(rows_of(changed(**{column: "x" * (MAX_CELL + 1)}))).problems

    assert len(describe_problem(problem)) < 400


def test_a_repeated_rating_names_the_row_that_stays(read):
    other = changed(skill="ml.vision")

    (problem,) = read(rows_of(other, SOUND, SOUND)).problems

    assert (problem.values["row"], problem.values["first"]) == (4, 3)


def test_a_misspelt_name_gets_the_nearest_one_suggested(read):
    row = changed(skill="programing.git", profile="llm_enginer", basis="claimd")

    hints = {p.code: p.values["suggestion"] for p in read(rows_of(row)).problems}

    assert hints == {
        "skill_unknown": "programming.git",
        "profile_unknown": "llm_engineer",
        "basis_unknown": "claimed",
    }


def test_all_faults_of_all_rows_come_at_once(read):
    reading = read(rows_of(changed(level="9", basis="x"), SOUND, changed(rated_on="x")))

    found = [(p.values["row"], p.values["column"]) for p in reading.problems]
    assert found == [(2, "level"), (2, "basis"), (4, "rated_on")]
    assert (reading.rows, reading.accepted, reading.rejected) == (3, 1, 2)


def test_rows_are_counted_as_the_spreadsheet_shows_them(read):
    """A quoted line break is one row, a blank row is one, too."""
    two_lines = changed(name='"Sari\nWidya"')

    (problem,) = read(rows_of(two_lines, "", ",,,,,,,,", changed(level="9"))).problems

    assert problem.values["row"] == 5


def test_a_row_that_cannot_be_read_is_counted_as_the_spreadsheet_shows_it(read):
    reading = read(rows_of("", SOUND, '"p1,Sari'))

    (problem,) = reading.problems
    assert (problem.code, problem.values["row"]) == ("csv_broken", 4)
    assert (reading.rows, reading.accepted, reading.rejected) == (2, 1, 1)


def test_blank_rows_are_no_ratings(read):
    reading = read(rows_of("", SOUND, ",,,,,,,,", ""))

    assert (reading.rows, reading.accepted, len(reading.problems)) == (1, 1, 0)


def test_texts_that_look_like_something_else_stay_texts(read):
    row = changed(person_id="007", name="NA", team="1e5", framework="2024.10")

    table = read(rows_of(row)).ratings

    cells = table.loc[0, ["person_id", "name", "team", "framework"]]
    assert list(cells) == ["007", "NA", "1e5", "2024.10"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separators_of_spreadsheets_are_read(read, delimiter):
    reading = read(rows_of(SOUND).replace(b",", delimiter.encode()))

    assert (reading.accepted, reading.delimiter) == (1, delimiter)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(read, newline):
    assert read(newline.join([HEADER, SOUND, ""]).encode()).accepted == 1


def test_a_byte_order_mark_is_no_part_of_the_first_column(read):
    reading = read(b"\xef\xbb\xbf" + rows_of(SOUND))

    assert (reading.accepted, reading.encoding) == (1, "utf-8-sig")


def test_columns_may_come_in_any_order_and_foreign_ones_are_kept_out(read):
    order = [*reversed(CONTRACT_COLUMNS), "salary"]
    cells = [*reversed(SOUND.split(",")), "100"]

    reading = read(f"{','.join(order)}\n{','.join(cells)}\n".encode())

    assert reading.kept_out == ("salary",)
    assert list(reading.ratings.columns) == list(RATING_COLUMNS)


# Outside readers were seen to hang on a file of very many columns: so columns are
# counted, and a header is measured, before anything reads the rows.
WIDE = HEADER + ",x" * (MAX_COLUMNS + 1 - len(CONTRACT_COLUMNS))
FAULTY_FILES = {
    "nothing": (b"", "file_without_rows"),
    "blanks": (b" \r\n ", "file_without_rows"),
    "UTF-16": (rows_of(SOUND).decode().encode("utf-16"), "file_not_utf8"),
    "UTF-16 without a mark": (
        rows_of(SOUND).decode().encode("utf-16-le"), "file_not_utf8",
    ),
    "Windows letters": (rows_of(changed(name="Renée")).decode().encode("cp1252"),
                        "file_not_utf8"),
    "a zip archive": (zip_archive(rows_of(SOUND)), "file_not_utf8"),
    "a gzip archive": (gzip.compress(rows_of(SOUND), mtime=0), "file_not_utf8"),
    "one byte too many": (b" " * (MAX_BYTES + 1), "file_too_large"),
    "a quote left open in the header": (b'"person_id,name\n', "csv_broken"),
    "NUL in the header": (rows_of(SOUND).replace(b"person_id", b"person\0id"),
                          "file_not_utf8"),
    "another table": (b"a,b\n1,2\n", "columns_missing"),
    "one column": (b"person_id\np1\n", "columns_missing"),
    "a repeated column": (f"{HEADER},level\n{SOUND},3".encode(), "columns_repeated"),
    "one column too many": (WIDE.encode(), "too_many_columns"),
    "one column too many after a line break": (
        WIDE.replace("x", '"x\n"', 1).encode(), "too_many_columns",
    ),
    "a header one letter too long": (
        b"a" * (MAX_COLUMNS * 100 + 1), "too_many_columns",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code"), FAULTY_FILES.values(), ids=list(FAULTY_FILES)
)
def test_a_faulty_file_is_refused_with_one_problem(read, content, code):
    reading = read(content)

    assert [problem.code for problem in reading.problems] == [code]
    assert (reading.rows, reading.accepted) == (0, 0)
    assert len(describe_problem(reading.problems[0])) < 600


def test_a_header_as_wide_and_as_long_as_allowed_is_read(read):
    wide = WIDE.removesuffix(",x")
    long = wide + "x" * (MAX_COLUMNS * 100 - len(wide))
    row = SOUND + "," * (MAX_COLUMNS - len(CONTRACT_COLUMNS))

    for header in (wide, long):
        assert read(f"{header}\n{row}\n".encode()).accepted == 1


def test_a_cell_longer_than_the_csv_reader_takes_is_one_problem(read):
    row = changed(name="n" * (csv.field_size_limit() + 1))

    reading = read(rows_of(SOUND, row))

    (problem,) = reading.problems
    assert (problem.code, problem.values["row"]) == ("csv_broken", 3)
    assert (reading.rows, reading.accepted) == (2, 1)


def test_an_unknown_skill_in_many_rows_is_looked_for_once(read, monkeypatch):
    asked = []

    def look(word: str, _names: object, **_kind: object) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr(problems, "get_close_matches", look)
    reading = read(rows_of(*[changed(skill="nowhere.near")] * 500))

    assert reading.rejected == 500
    assert asked == ["nowhere.near"]


def test_only_the_columns_a_person_ticked_leave():
    table = ratings("skill level evidence note\nml.vision 3 seen secret")

    assert b"secret" not in write_ratings(table)
    assert b"seen" not in write_ratings(table)
    assert b"secret" not in write_ratings(table, ["evidence"])
    assert b"seen" in write_ratings(table, ["evidence"])


def test_the_header_of_an_export_is_the_contract():
    header = write_ratings(empty_ratings()).decode()

    assert header == (
        "person_id,name,team,profile,skill,level,basis,rated_on,framework\r\n"
    )


@pytest.mark.parametrize("payload", CELL_PAYLOADS)
def test_no_cell_of_an_export_is_run_by_a_spreadsheet(payload):
    table = ratings("skill level\nml.vision 3").assign(name=payload, evidence=payload)

    _, row = csv.reader(io.StringIO(write_ratings(table, OWN).decode(), newline=""))

    assert row[1] == row[9] == f"'{payload}"


def test_a_cell_that_tries_to_break_out_stays_one_cell(read):
    table = ratings("skill level\nml.vision 3").assign(name='a","=1+1')

    assert list(read(write_ratings(table)).ratings["name"]) == ['a","=1+1']


@pytest.mark.parametrize("payload", HTML_PAYLOADS)
def test_markup_is_read_as_the_text_it_is(read, payload):
    table = ratings("skill level\nml.vision 3").assign(name=payload, note=payload)

    again = read(write_ratings(table, OWN)).ratings

    pd.testing.assert_frame_equal(again, table, check_dtype=False)


SKILLS = ["programming.git", "ml.vision"]
ANSWER = st.tuples(
    st.sampled_from([0, 1, 2, 3, 4, 5, None]),
    st.sampled_from(["claimed", "evidenced", "checked"]),
    st.sampled_from(["2026-11-25", "2024-02-29", "0001-01-01", "9999-12-31"]),
    st.sampled_from(["1.0.0", "2024.10", "007", "1.2.0-rc.1"]),
    hostile_texts(),
    hostile_texts(),
)


@st.composite
def profiles_with_ratings(draw):
    """Return up to two ratings of one person, their texts as bad as can be."""
    person = st.tuples(hostile_texts().filter(str.strip), hostile_texts())
    (person_id, name), answers = draw(person), draw(st.lists(ANSWER, max_size=2))
    rows = [
        (person_id, name, name[::-1], "llm_engineer", skill, *answer)
        for skill, answer in zip(SKILLS, answers, strict=False)
    ]
    return pd.DataFrame(rows, columns=list(RATING_COLUMNS)).astype({"level": float})


@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(table=profiles_with_ratings())
def test_reading_what_was_written_gives_back_every_column(framework, table):
    reading = read_ratings("p.csv", write_ratings(table, OWN), framework)

    assert reading.problems == ()
    assert list(reading.ratings.columns) == list(table.columns)
    cells = [each.fillna({"level": -1}).to_numpy() for each in (reading.ratings, table)]
    assert cells[0].tolist() == cells[1].tolist()


@given(table=profiles_with_ratings())
def test_an_export_of_an_import_is_the_same_file(framework, table):
    written = write_ratings(table, OWN)

    assert (
        write_ratings(read_ratings("p.csv", written, framework).ratings, OWN) == written
    )


GARBAGE = st.binary(max_size=200) | st.text(
    alphabet="p1,;\t\"\r\n\0'=٣programming.git2026-11-5", max_size=300
).map(str.encode)


@settings(max_examples=300)
@given(body=GARBAGE, with_header=st.booleans())
def test_rows_are_accepted_or_rejected_whatever_the_bytes(framework, body, with_header):
    content = rows_of("") + body if with_header else body

    reading = read_ratings("x.csv", content, framework)

    assert reading.rows == reading.accepted + reading.rejected
    assert 0 <= reading.rejected <= len(reading.problems)
    assert all(map(describe_problem, reading.problems))


@given(
    st.lists(
        st.sampled_from([SOUND, *(row for row, *_ in FAULTY_ROWS.values())]), max_size=8
    )
)
def test_each_rejected_row_has_a_problem_and_each_accepted_row_has_none(
    framework, rows
):
    reading = read_ratings("x.csv", rows_of(*rows), framework)

    assert reading.rows == len(rows)
    assert (
        len({problem.values["row"] for problem in reading.problems}) == reading.rejected
    )
