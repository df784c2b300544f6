"""What the session keeps has its name in one register."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.settings import ROOT
from skillgap.ui import state

FILES = [*(ROOT / "skillgap" / "ui").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
NAMES = {key: name for key, name in vars(state).items() if key.isupper()}
FIRST_SPELLING = {
    "area_detail", "framework_area", "framework_part", "framework_profile",
    "search_page",
}  # fmt: skip


def is_session(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "session_state"


def bare_names(tree: ast.AST) -> Iterator[str]:
    """Yield the texts by which the session is read or written."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=owner, slice=ast.Constant(value=name)):
                yield from [str(name)] * is_session(owner)
            case ast.Call(
                func=ast.Attribute(value=owner), args=[ast.Constant(value=name), *_]
            ):
                yield from [str(name)] * is_session(owner)
            case ast.Compare(left=ast.Constant(value=name), comparators=[owner]):
                yield from [str(name)] * is_session(owner)
            case ast.Attribute(value=owner, attr=name) if is_session(owner):
                yield from [name] * (name not in dir(dict))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_session_is_asked_by_names_of_the_register(path: Path):
    assert list(bare_names(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "line",
    [
        's.session_state["a"]',
        'del s.session_state["a"]',
        's.session_state.get("a", 1)',
        's.session_state.setdefault("a", 1)',
        '"a" not in s.session_state',
        "s.session_state.a",
    ],
)
def test_a_bare_name_is_found_however_it_is_used(line):
    assert list(bare_names(ast.parse(line))) == ["a"]


def test_no_name_is_taken_twice():
    assert len(set(NAMES.values())) == len(NAMES)


def test_names_part_their_words_by_a_hyphen():
    other = {n for n in NAMES.values() if not re.fullmatch(r"[a-z]+(-[a-z]+)*", n)}

    assert other == FIRST_SPELLING


def test_a_name_of_the_register_is_no_key_of_a_widget_besides():
    written = re.compile(r'key="([^"]*)"')
    keys = {key for path in FILES for key in written.findall(path.read_text("utf-8"))}

    assert not keys & set(NAMES.values())
