"""Every sentence of the screen stands in both languages, with the same blanks."""

import ast
import re

import pytest
from babel.messages.pofile import read_po

from tools.catalogue import INDONESIAN, ROOT, extract_sentences

SOURCES = sorted([*ROOT.glob("skillgap/**/*.py"), *ROOT.glob("pages/**/*.py")])


@pytest.fixture(scope="module")
def catalogue():
    with INDONESIAN.open("rb") as source:
        return read_po(source, locale="id")


def test_no_sentence_is_missing_and_none_is_left_over(catalogue):
    in_code = {str(m.id) for m in extract_sentences() if m.id}
    translated = {str(m.id) for m in catalogue if m.id}
    assert len(in_code) > 100
    assert in_code - translated == set(), "run make catalogue and translate these"
    assert translated - in_code == set(), "no longer used: run make catalogue"


def test_every_sentence_is_translated(catalogue):
    texts = [(m.id, m.string) for m in catalogue if m.id]
    empty = [i for i, s in texts if not s or (isinstance(s, tuple) and not all(s))]
    assert empty == []
    assert [m.id for m in catalogue if m.fuzzy] == []


def test_a_translation_has_the_blanks_and_emphasis_of_its_sentence(catalogue):
    for message in catalogue:
        for source, target in _pairs(message):
            assert _marks(source) == _marks(target), source


def _pairs(message):
    if not message.id:
        return []
    if isinstance(message.id, tuple):
        return [(message.id[-1], text) for text in message.string]
    return [(message.id, message.string)]


def _marks(text: str) -> tuple[list[str], int, tuple[bool, bool]]:
    blanks = sorted(re.findall(r"{\w*}", text))
    ends = (text[:1].isspace(), text[-1:].isspace())
    return blanks, text.count("**"), ends


def test_no_sentence_hides_in_an_f_string_where_extraction_cannot_see_it():
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") in {"_", "N_", "translate_count"}
    ]

    assert hidden == []
