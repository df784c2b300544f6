"""What a panel reads after the reveal: who stands out, and whether it agrees."""

import pytest

from skillgap.files.speech import Speech
from skillgap.hiring.files.panel_sections import agreement_section, severity_section
from tests.needs import measured

ENGLISH = Speech("en")
FIVE = """
    candidate  skill  Ani  Budi  Citra  Harsh  Same
    A          x      4    4     3      1      3
    B          x      2    3     2      0      3
    C          x      5    4     4      2      3
"""


def panel_of(candidates):
    """Return two members who differ a little on so many candidates."""
    lines = [f"C{n} x {n % 5} {(n + n % 2) % 5}" for n in range(candidates)]
    return measured("\n".join(["candidate skill Ani Budi", *lines]))


def rows_of(section):
    return {row[0]: row[1:] for row in section.rows}


def test_a_member_who_is_constantly_harsh_is_remarked_with_sign_and_size():
    rows = rows_of(severity_section(measured(FIVE), ENGLISH))

    difference, compared, remark = rows["Harsh"]
    assert (difference, compared) == ("-2.33", "3")
    assert remark == "lower than the others by a level or more"
    assert [name for name, row in rows.items() if "lower" in row[-1]] == ["Harsh"]


def test_with_a_constant_member_agreement_is_undefined_and_said_so():
    section = agreement_section(measured(FIVE), ENGLISH)

    rows = rows_of(section)
    assert {rows[pair] for pair in rows if "Same" in pair} == {("undefined", "3")}
    assert "one of the two always gave the same level" in section.paragraphs[1]
    said = rows_of(severity_section(measured(FIVE), ENGLISH))["Same"][-1]
    assert "agreement with this member is undefined" in said


@pytest.mark.parametrize(("candidates", "is_shown"), [(9, False), (10, True)])
def test_agreement_is_shown_from_ten_candidates_on_and_always_with_n(
    candidates, is_shown
):
    section = agreement_section(panel_of(candidates), ENGLISH)

    (said,), ((_pair, kappa, count),) = section.paragraphs, section.rows
    assert f"n = {candidates} candidates" in said
    assert count == str(candidates)
    assert ("not shown under 10" in said) is not is_shown
    assert (kappa == "not shown") is not is_shown
