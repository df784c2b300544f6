"""Whether the answer to a check is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.learning import Check, Number
from skillgap.domain.person.reality import grade_choice, grade_number, read_number
from tests.frameworks import both

MINUTES = Number(43.2, 0.05, "43200 * 0.001")


@pytest.mark.parametrize(("position", "right"), [(1, False), (2, True), (3, False)])
def test_one_option_counted_from_one_is_right(position, right):
    options = (both("a"), both("b"), both("c"))
    check = Check("a.git", 2, both("q"), both("why"), options, correct=2)

    assert grade_choice(check, position) is right


@pytest.mark.parametrize("text", ["43.2", "43,2", " 43,2 ", "+43,20", "43.24", "43,16"])
def test_a_number_within_the_tolerance_is_right_with_comma_and_with_point(text):
    assert grade_number(MINUTES, text) is True


@pytest.mark.parametrize("text", ["43.3", "43,1", "432", "4,32", "-43.2", "0", "44"])
def test_a_number_beyond_the_tolerance_is_not_right(text):
    assert grade_number(MINUTES, text) is False


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "abc", "43.2 minutes", "Rp 43", "--43", "43-", "4 or 5", "1e3", "1/2",
        "nan", "inf", ".", ",", ".5", "1,2,3", "1.2.3", "1,23,456", "1.234,5,6", "٤٣",
    ],
)  # fmt: skip
def test_what_is_no_number_is_neither_right_nor_wrong(text):
    assert grade_number(MINUTES, text) is None


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("50000", {50000}),
        ("50 000", {50000}),
        ("50.000", {50, 50000}),
        ("50,000", {50, 50000}),
        ("50.000,5", {50000.5}),
        ("50,000.5", {50000.5}),
        ("1.234.567", {1234567}),
        ("1,234,567", {1234567}),
        ("-1.600", {-1.6, -1600}),
        ("+1600", {1600}),
        ("80 %", {80}),
        ("3,", {3}),
        ("007", {7}),
    ],
)
def test_a_number_is_read_in_every_way_it_may_be_meant(text, readings):
    assert read_number(text) == readings


@pytest.mark.parametrize("text", ["0.231", "0,231", "00,231", "-0.231"])
def test_a_leading_zero_groups_no_thousands(text):
    assert {abs(value) for value in read_number(text)} == {0.231}


@given(st.integers(-(10**12), 10**12))
def test_thousands_may_be_parted_by_point_comma_or_blank(value):
    for sign in (",", ".", " "):
        assert value in read_number(f"{value:,}".replace(",", sign))


@given(st.decimals(-1000, 1000, places=2))
def test_a_decimal_is_read_the_same_in_both_languages(value):
    english, indonesian = f"{value}", f"{value}".replace(".", ",")

    assert read_number(english) == read_number(indonesian) == {float(value)}


@given(st.text(max_size=30))
def test_no_text_makes_grading_fail(text):
    assert grade_number(MINUTES, text) in {True, False, None}


def test_every_number_of_the_bank_is_right_as_it_is_shown(framework):
    """The worked answer shows two decimals; who types that must be right."""
    numbers = {k: c.number for k, c in framework.checks.items() if c.number}

    assert len(numbers) > 20
    assert [
        k for k, n in numbers.items() if not grade_number(n, f"{n.value:.2f}")
    ] == []
