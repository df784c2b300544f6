"""YAML that we write: by hand a person could have written it."""

from math import inf

import pytest

from skillgap.files.strict_yaml import read_yaml
from skillgap.files.yaml_text import OnOneLine, Quoted, write_yaml


def test_texts_are_bare_unless_they_say_something_else_bare():
    written = write_yaml({"a": "plain", "b": "no", "c": "1", "d": "x: y"})

    assert written.decode() == "a: plain\nb: \"no\"\nc: '1'\nd: 'x: y'\n"


def test_a_quoted_text_keeps_its_letters_and_its_line():
    written = write_yaml({Quoted("Lancar 😀"): Quoted('say "ä"\n\u00a0')})

    assert written.decode() == (
        '"Lancar 😀": "say \\U00000022ä\\U00000022\\U0000000a\\U000000a0"\n'
    )


def test_a_long_quoted_key_is_no_question():
    """YAML writes a long key after a question mark, which few people can read."""
    key = "A column of many words " * 10

    written = write_yaml({Quoted(key): "out"}).decode()

    assert written == f'"{key}": out\n'


def test_a_list_stands_on_one_line_however_long():
    items = OnOneLine([Quoted("Total of the row")] * 20)

    written = write_yaml({"rows_out": items}, width=inf).decode()

    assert written.count("\n") == 1


def test_what_it_is_about_stands_at_its_head():
    assert write_yaml({"a": 1}, "How to read it") == b"# How to read it\na: 1\n"


@pytest.mark.parametrize("text", ["", "no", "010", "1:30", "a\nb", "\u2028", "😀", "{"])
@pytest.mark.parametrize("kind", [str, Quoted])
def test_reading_gives_back_what_was_written(text, kind):
    content = {"text": kind(text), "texts": [kind(text), kind(text)]}

    document = read_yaml("f.yaml", write_yaml(content))

    assert document.problems == []
    assert document.data == content
