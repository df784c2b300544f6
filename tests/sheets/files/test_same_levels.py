"""The law of reading: whichever way a matrix is written down, its levels come back."""

import csv
import io
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from skillgap.sheets.files.reading import propose, read_foreign
from tests.sheets.files.foreign_files import workbook

TODAY = "2026-11-25"
PEOPLE = ("Ayu", "Bima", "Tim", "Hari", "Ñusta Gómez", "Çelik, Eda")
SKILLS = ("Python", "SQL", "Docker", "Git", "Gap analysis", "Kafka")
SCALES = {
    "1-5": {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5},
    "0-5": {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5},
    "0-3": {"0": 0, "1": 2, "2": 3, "3": 5},
    "0-10": dict(zip(map(str, range(11)), (0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5),
                     strict=True)),
    "percent": {"0%": 0, "25%": 1, "50%": 2, "75%": 4, "100%": 5},
    "words": {"Belum": 0, "Dasar": 1, "Menengah": 3, "Mahir": 4, "Ahli": 5},
    "symbols": {"×": 0, "△": 2, "○": 3, "◎": 5},
}  # fmt: skip
TITLED = {"0-3": "Scale: 0-3"}  # ends that few numbers do not tell


@dataclass(frozen=True)
class Matrix:
    """Marks of people and skills; None where somebody is not rated."""

    scale: str
    people: tuple[str, ...]
    skills: tuple[str, ...]
    marks: tuple[tuple[str | None, ...], ...]

    @property
    def levels(self):
        return {
            (who, skill): SCALES[self.scale][mark]
            for who, row in zip(self.people, self.marks, strict=True)
            for skill, mark in zip(self.skills, row, strict=True)
            if mark is not None
        }


@st.composite
def matrices(draw):
    scale = draw(st.sampled_from(sorted(SCALES)))
    steps = list(SCALES[scale])
    people = PEOPLE[: draw(st.integers(4, len(PEOPLE)))]
    skills = SKILLS[: draw(st.integers(4, len(SKILLS)))]
    any_mark = st.sampled_from([*steps, None])
    size = len(people) * len(skills)
    drawn = draw(st.lists(any_mark, min_size=size - len(steps), max_size=size))
    cells = [*steps, *drawn][:size]
    rows = [
        tuple(cells[at : at + len(skills)]) for at in range(0, size, len(skills))
    ]  # fmt: skip
    return Matrix(scale, people, skills, tuple(rows))


def in_rows(m):
    return [
        ["Name", *m.skills],
        *([who, *row] for who, row in zip(m.people, m.marks, strict=True)),
    ]


def in_columns(m):
    columns = zip(m.skills, zip(*m.marks, strict=True), strict=True)
    return [["Skill", *m.people], *([skill, *marks] for skill, marks in columns)]


def one_below_the_other(m):
    return [
        ["Employee", "Skill", "Level"],
        *(
            [who, skill, mark]
            for who, row in zip(m.people, m.marks, strict=True)
            for skill, mark in zip(m.skills, row, strict=True)
        ),
    ]


def as_form(m):
    asked = [f"How well do you know this? [{skill}]" for skill in m.skills]
    rows = zip(m.people, m.marks, strict=True)
    answers = (
        [f"2026-11-0{n} 10:00:00", who, *r] for n, (who, r) in enumerate(rows, 1)
    )
    return [["Timestamp", "Name", *asked], *answers]


def in_one_cell(m):
    packed = (
        "; ".join(f"{s}: {k}" for s, k in zip(m.skills, row, strict=True) if k)
        for row in m.marks
    )
    return [["Name", "Skills"], *map(list, zip(m.people, packed, strict=True))]


LAYOUTS = {
    "people_in_rows": in_rows,
    "people_in_columns": in_columns,
    "long": one_below_the_other,
    "form": as_form,
    "packed": in_one_cell,
}
DIALECTS = {
    "comma": (",", "utf-8"),
    "semicolon": (";", "utf-8-sig"),
    "tab": ("\t", "utf-16"),
    "bar": ("|", "utf-8"),
    "Western Excel": (";", "cp1252"),
}


def as_text(rows, separator):
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator).writerows(rows)
    return target.getvalue()


def written(rows, dialect):
    if dialect == "workbook":
        return workbook({"Team": rows})
    if dialect == "saved twice":
        lines = as_text(rows, ",").splitlines()
        return as_text([[line] for line in lines], ",").encode()
    separator, encoding = DIALECTS[dialect]
    return as_text(rows, separator).encode(encoding, "replace")


def is_lost(matrix, layout, dialect):
    """Say whether a dialect cannot write a matrix, or nobody could read it again."""
    if dialect == "saved twice":
        return layout == "packed" or matrix.scale in TITLED
    return dialect == "Western Excel" and matrix.scale == "symbols"


def adds_up(matrix):
    """Say whether a skill happens to be the sum or the mean of the others."""
    levels = list(SCALES[matrix.scale])
    rows = [[levels.index(m) if m else 0 for m in row] for row in matrix.marks]
    return any(
        all(
            abs(part * (sum(row) - row[at]) - row[at]) < 1
            for row in rows
        )
        for at in range(len(matrix.skills))
        for part in (1, 1 / (len(matrix.skills) - 1))
    )  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    matrix=matrices(),
    dialect=st.sampled_from([*DIALECTS, "workbook", "saved twice"]),
)
def test_the_levels_come_back_from_every_layout_scale_and_dialect(
    framework, layout, matrix, dialect
):
    assume(not is_lost(matrix, layout, dialect) and not adds_up(matrix))
    title = [[TITLED[matrix.scale]]] if matrix.scale in TITLED else []
    content = written([*title, *LAYOUTS[layout](matrix)], dialect)

    reading = read_foreign("team", content, framework, TODAY)

    assert [problem.code for problem in reading.problems] == []
    assert reading.layout == layout
    mapping = propose("team", content, framework).mapping
    skills = {
        ours if ours != "own" else next(
            key for key, name in reading.own_skills.items() if name == theirs
        ): theirs
        for theirs, ours in mapping.skills.items()
    }  # fmt: skip
    found = {
        (row.person_id, skills[row.skill]): row.level
        for row in reading.ratings.itertuples()
    }
    assert found == matrix.levels
    assert reading.rows == reading.accepted


def test_names_of_rows_under_a_short_header_move_no_mark_to_another_skill(framework):
    content = b"Python\tSQL\tDocker\nAyu\t1\t5\t4\nBima\t2\t3\t4\nCitra\t5\t5\t1\n"

    table = read_foreign("r.tsv", content, framework, TODAY).ratings

    found = table.loc[table["person_id"] == "Ayu"].set_index("skill")["level"]
    assert found.to_dict() == {
        "programming.python": 1,
        "programming.sql_data": 5,
        "devops.containers": 4,
    }
