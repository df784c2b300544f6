"""Spreadsheets other people made: what is proposed, what is read, what is refused."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.cli import main
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.files.own_exports import own_export
from skillgap.files.wording import describe_note, describe_problem
from skillgap.sheets.files.draft import preview_rows
from skillgap.sheets.files.read_command import read_any
from skillgap.sheets.files.reading import propose, read_foreign
from skillgap.sheets.files.wording import ASSUMPTIONS
from tests.files.payloads import CELL_PAYLOADS, HTML_PAYLOADS, hostile_texts
from tests.sheets.files import foreign_files, misleading_files
from tests.sheets.files.foreign_files import text, workbook

TODAY = "2026-11-25"
READ = [*foreign_files.READ, *misleading_files.READ]
REFUSED = [*foreign_files.REFUSED, *misleading_files.REFUSED]
EVERY = [*READ, *REFUSED]


def names(shape):
    return shape.name


def shape_named(name):
    return next(shape for shape in EVERY if shape.name == name)


@pytest.fixture(scope="module")
def read(framework):
    """Return a reader of bytes or lines that knows the day."""

    def reader(content, name="team.csv", mapping=None):
        lines = text(content) if isinstance(content, str) else content
        return read_foreign(name, lines, framework, TODAY, mapping)

    return reader


def levels_of(reading):
    """Return the levels read, by person and skill."""
    table = reading.ratings
    return {(r.person_id, r.skill): r.level for r in table.itertuples()}


# Every shape


def test_there_are_fixtures_of_every_layout_and_many_questions():
    assert len(EVERY) >= 50
    assert {shape.layout for shape in READ} == {
        "people_in_rows", "people_in_columns", "long", "form", "packed",
    }  # fmt: skip
    assert len({code for shape in REFUSED for code in shape.asks}) >= 10


@pytest.mark.parametrize("shape", READ, ids=names)
def test_a_spreadsheet_is_read_as_its_maker_meant_it(framework, shape):
    reading = read_foreign(shape.name, shape.content, framework, TODAY)

    assert [describe_problem(problem) for problem in reading.problems] == []
    found = (len(reading.people), len(reading.skills), len(reading.ratings))
    assert found == (shape.people, shape.skills, shape.ratings)
    assert (reading.layout, reading.scale) == (shape.layout, shape.scale)
    assert reading.rejected == 0
    assert reading.cells_rejected == 0
    assert set(reading.ratings["level"]) <= {0, 1, 2, 3, 4, 5}
    assert list(reading.ratings.columns) == list(RATING_COLUMNS)


@pytest.mark.parametrize("shape", REFUSED, ids=names)
def test_what_would_have_to_be_guessed_is_asked_and_nothing_is_imported(
    framework, shape
):
    reading = read_foreign(shape.name, shape.content, framework, TODAY)

    assert tuple(problem.code for problem in reading.problems) == shape.asks
    assert (reading.rows, reading.accepted, len(reading.ratings)) == (0, 0, 0)
    (sentence,) = map(describe_problem, reading.problems)
    assert sentence.startswith(shape.name)
    assert len(sentence) < 500


@pytest.mark.parametrize("shape", READ, ids=names)
def test_everything_assumed_is_said_in_a_sentence(framework, shape):
    reading = read_foreign(shape.name, shape.content, framework, TODAY)

    codes = {note.code for note in reading.assumed}
    assert {"levels_from", "header_found"} <= codes <= set(ASSUMPTIONS)
    assert all("{" not in describe_note(note) for note in reading.assumed)


@pytest.mark.parametrize("shape", READ, ids=names)
def test_a_proposal_that_is_confirmed_reads_the_same(framework, shape):
    proposal = propose(shape.name, shape.content, framework)

    alone = read_foreign(shape.name, shape.content, framework, TODAY)
    confirmed = read_foreign(
        shape.name, shape.content, framework, TODAY, proposal.mapping
    )

    assert confirmed.problems == ()
    assert levels_of(confirmed) == levels_of(alone)
    assert (confirmed.rows, confirmed.people) == (alone.rows, alone.people)


def preview(proposal):
    mapping = proposal.mapping
    return preview_rows(proposal.sheet, mapping.header_rows) if mapping else {}


@pytest.mark.parametrize("shape", EVERY, ids=names)
def test_a_secret_appears_nowhere(framework, shape):
    secrets = ("hunter2", "letmein", "tok-1", "@example.test")
    proposal = propose(shape.name, shape.content, framework)
    reading = read_foreign(shape.name, shape.content, framework, TODAY)

    said = repr(
        (
            proposal.mapping, proposal.matches, preview(proposal), proposal.left_out,
            proposal.questions, proposal.assumed, proposal.marks(), reading,
            reading.ratings.to_dict("records"),
        )
    )  # fmt: skip

    assert [secret for secret in secrets if secret in said] == []


# Levels


def test_blank_dash_question_mark_and_not_applicable_are_unknown_and_not_zero(read):
    reading = read("""
        Name,Python,SQL,Docker,Git,Linux
        Ayu,,-,?,n/a,0
        Bima,5,4,3,2,1
        """)

    assert levels_of(reading) == {
        ("Ayu", "devops.linux_shell"): 0,
        ("Bima", "programming.python"): 5, ("Bima", "programming.sql_data"): 4,
        ("Bima", "devops.containers"): 3, ("Bima", "programming.git"): 2,
        ("Bima", "devops.linux_shell"): 1,
    }  # fmt: skip
    assert (reading.cells, reading.rejected) == (6, 0)


def test_a_faulty_cell_is_rejected_by_itself_and_named_as_the_spreadsheet_shows_it(
    read,
):
    rows = "\n".join(f"P{n};{1 + n % 5};{1 + n % 4}" for n in range(12))

    reading = read(f"Nama;Python;SQL\n{rows}\nBima;9;1")

    (problem,) = reading.problems
    assert problem.values["row"] == 14
    assert problem.values["column"] == "B (Python)"
    assert problem.values["value"] == "9"
    assert (reading.rows, reading.accepted, reading.rejected) == (13, 13, 0)
    assert (reading.cells, len(reading.ratings), reading.cells_rejected) == (26, 25, 1)
    assert describe_problem(problem) == (
        "team.csv, row 14, column B (Python): “9” is not on the scale 1-5, so this "
        "cell stays unknown. Correct it, or give the mark a level in a mapping."
    )


ROWS_AT_FAULT = {
    "nobody named": (
        "Name,Python,SQL\n,3,4\nBima,5,1", "row_without_person", 2,
    ),
    "the same person twice": (
        "Name,Python,SQL\nAyu,3,4\nAyu,5,1\nBima,2,2", "row_person_repeated", 3,
    ),
    "no date": (
        "Name,Date,Python\nAyu,2026-01-02,3\nBima,soon,5", "foreign_date_unreadable", 3,
    ),
    "a mark that is none": (
        "Person,Skill,Level\nA,Go,3\nB,Go,5\nC,Go,1\nD,Go,2\nE,Go,lots",
        "row_mark_unknown", 6,
    ),
    "the same rating twice": (
        "Person,Skill,Level\nAyu,Python,3\nAyu,Python,5", "rating_repeated", 3,
    ),
    "a list that is broken": (
        'Name,Skills\nAyu,"{""Go"": 3, ""SQL"": 5}"\nBima,"{""Go"": "',
        "packed_broken", 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "code", "row"), ROWS_AT_FAULT.values(), ids=list(ROWS_AT_FAULT)
)
def test_a_row_that_cannot_be_taken_is_rejected_as_a_whole(read, lines, code, row):
    reading = read(lines)

    assert [(p.code, p.values["row"]) for p in reading.problems] == [(code, row)]
    assert reading.rejected == 1
    assert reading.rows == reading.accepted + reading.rejected
    assert describe_problem(reading.problems[0]).startswith(f"team.csv, row {row}")


def test_texts_that_look_like_something_else_stay_texts(read):
    reading = read("""
        NIK,Nama,Tim,Python
        007,NA,2024.10,3
        008,Null,1e5,5
        """)

    rows = reading.ratings[["person_id", "name", "team"]].to_numpy().tolist()
    assert rows == [["007", "NA", "2024.10"], ["008", "Null", "1e5"]]


def test_people_without_a_name_are_numbered_where_addresses_named_them(read):
    reading = read("""
        Email,Python,SQL
        ayu@example.test,3,4
        bima@example.test,5,1
        """)

    assert [person.id for person in reading.people] == ["row 2", "row 3"]
    assert reading.columns_out == {"Email": "sensitive"}
    assert "people_numbered" in {note.code for note in reading.assumed}


def test_people_named_in_brackets_are_not_said_to_be_nameless(read):
    reading = read("""
        Timestamp,Python [Ayu],Python [Bima],SQL [Ayu],SQL [Bima]
        2026-11-25 10:00:00,5,4,1,2
        """)

    assert {who.name for who in reading.people} == {"Ayu", "Bima"}
    assert "people_numbered" not in {note.code for note in reading.assumed}


def test_dates_of_forms_and_serial_dates_of_excel_become_days(read):
    lines = """
        Name,Assessed on,Python
        Ayu,25/11/2026 14:05:00,3
        Bima,46351,4
        Citra,25 November 2026,5
        Dimas,2026-11-25,1
        """

    assert set(read(lines).ratings["rated_on"]) == {"2026-11-25"}


def test_a_form_answered_twice_gives_two_dated_ratings(read):
    reading = read("""
        Timestamp,Name,Rate yourself [Python],Rate yourself [SQL]
        2026-01-20 10:00:00,Ayu,3,5
        2026-06-20 10:00:00,Ayu,4,5
        """)

    assert reading.problems == ()
    assert sorted(set(reading.ratings["rated_on"])) == ["2026-01-20", "2026-06-20"]


def test_without_a_date_and_without_today_the_day_is_asked(framework):
    content = shape_named("plain.csv").content

    reading = read_foreign("plain.csv", content, framework)

    assert [problem.code for problem in reading.problems] == ["ask_date"]
    assert len(reading.ratings) == 0


def test_rows_that_are_no_people_are_left_out_with_the_reason(framework):
    shape = shape_named("legend-sections-totals.csv")

    reading = read_foreign(shape.name, shape.content, framework, TODAY)

    assert [(entry.row, entry.label, entry.why) for entry in reading.left_out] == [
        (9, "Rata-rata", "total"), (10, "Bobot", "total"), (11, "Target", "target"),
    ]  # fmt: skip
    assert reading.columns_out == {"No": "index", "Total": "total"}
    assert reading.encoding == "cp1252"
    assert reading.delimiter == ";"


def test_somebody_called_max_is_a_person_unless_the_row_holds_the_highest(read):
    reading = read("""
        Name,Python,SQL,Git
        Ayu,3,4,1
        Max,1,1,5
        Citra,2,2,2
        """)
    bounds = read("""
        Name,Python,SQL,Git
        Ayu,3,4,1
        Bima,1,1,5
        Max,3,4,5
        """)

    assert [person.id for person in reading.people] == ["Ayu", "Max", "Citra"]
    assert [person.id for person in bounds.people] == ["Ayu", "Bima"]


def test_sections_and_headings_tell_skills_of_the_same_name_apart(framework):
    shape = shape_named("headings-beside.csv")

    reading = read_foreign(shape.name, shape.content, framework, TODAY)

    own = set(reading.own_skills.values())
    assert {"Linux: Running", "Windows: Running", "Building"} <= own


# Skills


def test_skills_are_ours_by_name_in_both_languages_or_the_teams_own(read):
    reading = read("""
        Nama,K8s,Git & GitHub,Komunikasi,Statistik,C++,C#,MySQL
        Ayu,1,2,3,4,5,1,2
        """)

    assert reading.skills == (
        "devops.kubernetes", "programming.git", "communication.explaining",
        "ml.math_stats", "team.c_plus_plus", "team.c_sharp", "team.mysql",
    )  # fmt: skip
    said = [note.values for note in reading.assumed if note.code == "skill_matched"]
    assert [(v["value"], v["skill"]) for v in said] == [("Statistik", "ml.math_stats")]


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("Pyton", "programming.python"),
        ("Git fluency", "programming.git"),
        ("Kubernetes basics", "devops.kubernetes"),
        ("Forklift", None),
    ],
)
def test_a_name_not_like_enough_stays_the_teams_own_with_the_nearest_named(
    read, name, skill
):
    reading = read(f"""
        Name,{name},Java,SQL
        Ayu,1,2,5
        """)

    near = [note.values for note in reading.assumed if note.code == "skill_near"]
    assert name in reading.own_skills.values()
    assert {n["skill"] for n in near if n["value"] == name} == ({skill} - {None})


def test_two_names_of_one_skill_stay_the_teams_own_until_somebody_decides(read):
    reading = read("""
        Name,AWS,Azure,Python
        Ayu,1,2,5
        """)

    assert set(reading.own_skills.values()) == {"AWS", "Azure"}
    torn = [note for note in reading.assumed if note.code == "skill_torn"]
    assert {note.values["skill"] for note in torn} == {"cloud.foundations"}


def test_names_that_differ_by_a_voicing_mark_are_two_skills(read):
    reading = read("""
        氏名,ガス溶接,カス溶接,Développement
        田中,3,5,2
        佐藤,1,4,4
        """)

    assert list(reading.own_skills.items()) == [
        ("team.ガス溶接", "ガス溶接"),
        ("team.カス溶接", "カス溶接"),
        ("team.developpement", "Développement"),
    ]


def test_of_what_is_packed_the_level_counts_and_not_how_sure_somebody_is(read):
    reading = read("""
        employee,levels
        E1,"[{""skill"": ""Python"", ""self_confidence"": 5, ""self_level"": 2}]"
        E2,"[{""skill"": ""Python"", ""self_confidence"": 1, ""self_level"": 4}]"
        """)

    assert reading.ratings["level"].tolist() == [2, 4]


def test_two_raters_of_one_skill_stay_apart_until_somebody_decides(read):
    reading = read("""
        Operator,Shift,Python Self,Python Manager
        Ayu,1,2,5
        Bima,2,2,3
        """)

    assert set(reading.own_skills.values()) == {"Python Self", "Python Manager"}
    assert reading.columns_out == {"Shift": "role"}


# Whole files


def test_an_export_of_ours_is_read_as_such_and_anything_else_is_not(framework):
    own = b"person_id,name,team,profile,skill,level,basis,rated_on,framework\n"

    assert own_export("a.csv", own) == own
    assert own_export("a.csv", own.replace(b",", b";"))
    assert not any(own_export(shape.name, shape.content) for shape in EVERY)
    reading = read_any("a.csv", own, framework, None, TODAY)
    assert type(reading).__name__ == "RatingsReading"


def test_two_hundred_people_and_sixty_skills_are_read_whole(read):
    skills = ",".join(f"Skill number {n}" for n in range(60))
    rows = [
        ",".join([f"Person {n}", *(str(1 + (n * k + n) % 5) for k in range(60))])
        for n in range(200)
    ]

    reading = read("\n".join([f"Name,{skills}", *rows]))

    assert len(reading.ratings) == 12_000
    assert reading.accepted == 200


def test_a_file_with_more_faults_than_sense_is_refused(framework, read):
    content = text("Name,Python,SQL\n" + "\n".join(f"P{n},3,4" for n in range(4000)))
    mapping = propose("team.csv", content, framework).mapping
    broken = content.replace(b",3,4", b",z,z")

    reading = read(broken, mapping=mapping)

    assert [problem.code for problem in reading.problems] == ["too_many_faults"]
    assert len(reading.ratings) == 0


@pytest.mark.parametrize("payload", [*CELL_PAYLOADS, *HTML_PAYLOADS])
def test_formulas_and_markup_are_read_as_the_texts_they_are(framework, payload):
    quoted = payload.replace('"', '""')
    lines = f'Name,Python\r\n"{quoted}",3\r\nBima,5\r\nCitra,1\r\n'

    reading = read_foreign("a.csv", lines.encode(), framework, TODAY)

    assert reading.rows == reading.accepted + reading.rejected
    assert {"Bima", "Citra"} <= {person.id for person in reading.people}


# The command line


def run(capsys, *arguments):
    """Run a command with --json; return the exit code and the object."""
    code = main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_command_says_what_it_assumed(tmp_path, capsys):
    path = tmp_path / "plain.csv"
    path.write_bytes(shape_named("plain.csv").content)

    code, answer = run(capsys, "read", str(path))

    assert code == 0
    wanted = {
        "rows": 2, "accepted": 2, "rejected": 0, "people": 2, "skills": 3, "ratings": 6,
        "layout": "people_in_rows", "encoding": "utf-8", "delimiter": ",",
        "scale": "1-5", "problems": [],
    }  # fmt: skip
    assert {key: answer[key] for key in wanted} == wanted
    assert all(note["message"] for note in answer["assumed"])


def test_the_command_refuses_with_a_question_and_reads_with_the_answer(
    tmp_path, capsys
):
    path, mapping = tmp_path / "ticks.csv", tmp_path / "ticks.yaml"
    path.write_bytes(shape_named("ticks.csv").content)

    code, answer = run(capsys, "read", str(path), "--propose", str(mapping))
    assert (code, answer["ratings"]) == (1, 0)
    assert [problem["code"] for problem in answer["problems"]] == ["ask_yes_no"]

    code, answer = run(capsys, "read", str(path), "--mapping", str(mapping))
    assert (code, answer["ratings"], answer["people"]) == (0, 4, 2)


def test_a_mapping_corrected_in_one_place_is_completed_by_the_command(tmp_path, capsys):
    path, mapping = tmp_path / "groups.csv", tmp_path / "groups.yaml"
    path.write_bytes(shape_named("skills-in-groups.csv").content)
    run(capsys, "read", str(path), "--propose", str(mapping))
    words = mapping.read_text("utf-8")
    words = words.replace('"competency": out', '"competency": skill')
    mapping.write_text(words.replace('"skill": skill', '"skill": out'), "utf-8")

    more = ["--mapping", str(mapping), "--propose", str(mapping)]
    run(capsys, "read", str(path), *more)
    answer = run(capsys, "read", str(path), "--mapping", str(mapping))[1]

    assert answer["own_skills"] == {"team.craft": "Craft"}
    assert "User testing" not in mapping.read_text("utf-8")


def test_where_no_table_is_found_the_mapping_lists_the_columns(tmp_path, capsys):
    path, mapping = tmp_path / "list.csv", tmp_path / "list.yaml"
    path.write_bytes(shape_named("has-skill.csv").content)

    code, _answer = run(capsys, "read", str(path), "--propose", str(mapping))

    assert code == 1
    assert '"employee_id": out' in mapping.read_text("utf-8")


def test_a_faulty_mapping_is_a_problem_with_its_line(tmp_path, capsys):
    path, mapping = tmp_path / "plain.csv", tmp_path / "m.yaml"
    path.write_bytes(shape_named("plain.csv").content)
    mapping.write_text("layout: sideways\n", "utf-8")

    code, answer = run(capsys, "read", str(path), "--mapping", str(mapping))

    assert code == 1
    assert {problem["where"] for problem in answer["problems"]} == {"m.yaml:1"}


# Anything at all

CELLS = (
    st.sampled_from(
        ["", "", "3", "5", "1", "-", "n/a", "Name", "Skill", "Level", "Python", "SQL",
         "Ayu", "Bima", "Total", "0 = none, 1 = basic", "Expert", "★★☆", "◎", "x",
         "2026-11-25", "5/6/2026", '{"Go": 3}', "Python: 3; SQL: 2", "a@b.test", "7%",
         "Rate [Python]", "Rate [SQL]", "Max", "1 - Beginner"]
    )
    | hostile_texts()
)  # fmt: skip
GRIDS = st.lists(st.lists(CELLS, max_size=7), max_size=12)


def as_csv(grid):
    quoted = [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in grid
    ]
    return "\r\n".join(quoted).encode("utf-8", "surrogatepass")


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(grid=GRIDS)
def test_no_grid_raises_and_no_row_is_lost(framework, grid):
    content = as_csv(grid)

    proposal = propose("x.csv", content, framework)
    reading = read_foreign("x.csv", content, framework, TODAY)

    assert reading.rows == reading.accepted + reading.rejected
    assert reading.cells == len(reading.ratings) + reading.cells_rejected
    assert all(map(describe_problem, reading.problems))
    assert proposal.problem is None or reading.problems
    if proposal.table is None or proposal.sheet is None:
        return
    header = proposal.table.frame.header
    below = [row for row in proposal.sheet.filled_rows if row > header.bottom]
    sorting = proposal.table.sorting
    counted = [*sorting.data, *(entry.row - 1 for entry in sorting.left_out)]
    assert sorted(counted) == below
    rejected = {p.values["row"] for p in reading.problems if "row" in p.values}
    assert reading.rejected <= len(rejected)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(grid=GRIDS)
def test_a_confirmed_mapping_never_raises_on_another_file(framework, grid):
    mapping = propose("a", shape_named("plain.csv").content, framework).mapping

    reading = read_foreign("x.csv", as_csv(grid), framework, TODAY, mapping)

    assert reading.rows == reading.accepted + reading.rejected
    assert all(map(describe_problem, reading.problems))


@settings(max_examples=150)
@given(content=st.binary(max_size=300))
def test_no_bytes_raise(framework, content):
    reading = read_foreign("x.csv", content, framework, TODAY)

    assert reading.rows == reading.accepted + reading.rejected
    assert all(map(describe_problem, reading.problems))


def test_a_workbook_with_sections_symbols_and_a_sheet_of_its_own(framework):
    content = workbook(
        {
            "Sampul": [["Matriks keterampilan"], ["Diperbarui", "2026-11-01"]],
            "Tim": [
                [None, "◎ = dapat mengajar", "○ = mandiri", "△ = dengan bantuan"],
                [],
                [None, "Teknis", None, "Nonteknis"],
                ["Nama", "Python", "SQL", "Komunikasi"],
                ["Ayu", "◎", "○", "△"],
                ["Bima", "△", None, "◎"],
                ["Jumlah", 2, 1, 2],
            ],
        }
    )

    reading = read_foreign("tim.xlsx", content, framework, TODAY)

    assert (reading.sheet, reading.scale, reading.rows) == ("Tim", "legend", 2)
    assert levels_of(reading)["Bima", "programming.python"] == 2
    assert [entry.label for entry in reading.left_out] == ["Jumlah"]
