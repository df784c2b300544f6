"""Where records begin, against a strict reader."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.files.scan.block_parse import read_record
from skillgap.files.scan.records import BlockShape, shape_records

texts = st.text(st.sampled_from(list('ab,"\n\r')), max_size=40)


def shape(text: str, is_last: bool = True) -> BlockShape:
    return shape_records(text.encode(), ",", is_last)


def strict(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@settings(max_examples=2000)
@given(texts)
def test_a_regular_block_reads_as_a_strict_reader_reads_it(text):
    block = shape(text)
    if not block.is_regular():
        return

    starts, ends = block.records()

    cells = [read_record(block, a, b) for a, b in zip(starts, ends)]
    assert cells == strict(text)


@settings(max_examples=2000)
@given(texts)
def test_what_a_strict_reader_refuses_is_irregular(text):
    try:
        strict(text)
    except csv.Error:
        assert not shape(text).is_regular()


@settings(max_examples=1000)
@given(texts)
def test_a_block_ends_with_a_whole_record_and_the_next_begins_there(text):
    whole, part = shape(text), shape(text, is_last=False)
    if not whole.is_regular():
        return

    rest = text.encode()[part.size :].decode()

    assert part.is_regular()
    assert strict(text[: part.size]) + strict(rest) == strict(text)


@pytest.mark.parametrize(
    "text",
    ['5" disk,a\n', '"a"b,c\n', 'a,"b\n', 'a,b""c\n', '"a" ,b\n', "\ufeffa,b\n"],
)
def test_marks_in_odd_places_are_irregular(text):
    assert not shape(text).is_regular()


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("a,b\n" * 100, False),
        ("a,b\n" * 50 + "c" * 21 + "\n", True),
        ('a,"' + "c\n" * 11 + '"\n', True),
        ('a,"' + "c\n" * 9 + '"\n', False),
        ('a,"' + 'c""' * 7 + '"\n', True),
        ("a,b\n" * 50 + "c" * 21, True),
        ("c" * 20 + "\n", False),
    ],
)
def test_a_cell_beyond_the_limit_is_never_overlooked(text, possible):
    assert shape(text).may_hold_long_cell(20) is possible
