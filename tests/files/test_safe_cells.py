"""Text cells a spreadsheet would run, harmless on the way out and whole again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.files.safe_cells import escape_cell, restore_cell
from tests.files.payloads import CELL_PAYLOADS, HARMLESS_CELLS, hostile_texts


@pytest.mark.parametrize("payload", CELL_PAYLOADS)
def test_a_cell_a_spreadsheet_would_run_begins_with_an_apostrophe(payload):
    assert escape_cell(payload) == f"'{payload}"


@pytest.mark.parametrize("text", HARMLESS_CELLS)
def test_a_number_and_plain_words_stay_as_they_are(text):
    assert escape_cell(text) == text


@pytest.mark.parametrize("text", [*CELL_PAYLOADS, *HARMLESS_CELLS])
def test_restoring_gives_back_what_was_escaped(text):
    assert restore_cell(escape_cell(text)) == text


def test_a_text_that_looks_escaped_gets_another_apostrophe():
    assert escape_cell("'=1+1") == "''=1+1"
    assert restore_cell("''=1+1") == "'=1+1"


def test_an_apostrophe_before_plain_words_is_the_persons_own():
    assert restore_cell("'s Gravenhage") == "'s Gravenhage"


def test_escaping_twice_is_undone_by_restoring_twice():
    twice = escape_cell(escape_cell("=1"))

    assert restore_cell(restore_cell(twice)) == "=1"


@given(hostile_texts())
def test_restoring_is_the_inverse_of_escaping(text):
    assert restore_cell(escape_cell(text)) == text


@given(hostile_texts(), st.sampled_from("=+-@＝＋－＠"))
def test_what_follows_blanks_and_a_formula_sign_never_stands_bare(text, sign):
    dangerous = f" \u00a0{sign}{text}"

    assert escape_cell(dangerous).startswith("'")
