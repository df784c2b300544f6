"""The numbers that cells become, against the rows that the row reader accepts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skillgap.domain.team.history import DAY_AT, LEVEL_AT, SKILL_AT
from skillgap.files.rating_rows import RowJudge
from skillgap.files.rating_rules import CODED_COLUMNS, list_faults
from skillgap.files.scan.cell_codes import (
    ACCEPTED,
    MARK_AT,
    CellCodes,
)
from tests.faulty_files import BAD, GOOD, HEADER
from tests.frameworks import small_framework

FRAMEWORK = small_framework(
    """
    skill            builds_on
    programming.git  .
    ml.nlp           .
    ethics.safety    .
    """
)
CODES = CellCodes(FRAMEWORK.skills, FRAMEWORK.profiles)
USUAL = {name: cells[0] for name, cells in GOOD.items()} | {"name": "", "team": ""}
odd = st.text(st.sampled_from("0123456789-+.,abN٣ \t\u00a0\x1c\ufeff'\""), max_size=11)
cells = st.fixed_dictionaries(
    {
        name: st.sampled_from([*GOOD[name], *BAD[name], ""]) | odd | st.text(max_size=5)
        for name in CODED_COLUMNS
    }
)


def judge_row(row: dict[str, str]) -> RowJudge:
    judge = RowJudge("f.csv", HEADER, FRAMEWORK)
    judge.take(2, [row[name] for name in HEADER])
    return judge


@given(cells)
@example(dict.fromkeys(CODED_COLUMNS, ""))
def test_a_row_is_judged_the_same_cell_by_cell_and_as_a_whole(row):
    judge = judge_row({**USUAL, **row})

    code = 0
    for name, cell in row.items():
        code |= int(CODES.of(name, [cell])[0])

    marks = code >> MARK_AT
    assert [fault.code for fault in list_faults(marks)] == [
        problem.code for problem in judge.problems
    ]
    assert ACCEPTED[marks] == bool(judge.accepted)
    if judge.accepted:
        check_answer(code, judge.accepted[0])


def check_answer(code: int, record: dict) -> None:
    skill = list(FRAMEWORK.skills).index(record["skill"])
    assert code >> SKILL_AT & 1023 == skill
    day = code >> DAY_AT & ((1 << 22) - 1)
    assert (day > 0) == bool(record["rated_on"])
    level = code >> LEVEL_AT & 7
    if record["level"] == record["level"]:
        assert level == record["level"]
    else:
        assert level == (6 if day else 7)
    bases = ["claimed", "evidenced", "checked", ""]
    assert bases[code & 3] == record["basis"]


def test_a_framework_too_large_for_a_key_is_refused(monkeypatch):
    monkeypatch.setattr("skillgap.files.scan.cell_codes.MAX_SKILLS", 2)

    with pytest.raises(ValueError, match="at most 2 skills"):
        CellCodes(FRAMEWORK.skills, FRAMEWORK.profiles)
