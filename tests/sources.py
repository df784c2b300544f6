"""What the source says: which codes it hands out, and with which values."""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from skillgap.settings import ROOT

PACKAGE = ROOT / "skillgap"
ALWAYS = {"where", "hint"}  # describe_problem adds these to every sentence


PASSED_ON = "*"  # in place of the names where another call's values are passed on


class Site(NamedTuple):
    """How a call hands out a code: where code and values stand, what it adds itself.

    ``arguments`` is how many positional arguments tell the call from its namesakes,
    0 if it has none. ``values`` is the position of a mapping; None if they come as
    keywords.
    """

    code: int
    values: int | None
    adds: frozenset[str] = frozenset()
    arguments: int = 0


NOWHERE = ast.FunctionDef("", ast.arguments([], [], None, [], [], None, []), [])

SITES = {
    "Problem": [Site(1, 2)],
    "Finding": [Site(2, 3, frozenset({"path"}))],
    "find_unknown": [Site(4, None, frozenset({"path", "value", "suggestion"}))],
    "report": [Site(1, None, frozenset({"path"}), 3)],
    "_report": [Site(1, None, frozenset({"row", "column", "value"}), 4)],
    "Fault": [Site(1, None, frozenset({"row", "column", "value", "suggestion"}))],
    "Question": [Site(0, 1)],
    "Note": [Site(0, 1)],
    "Reason": [Site(0, 1, frozenset({"skill", "start"}))],
    "OpenGap": [Site(3, None, frozenset({"start", "to"}))],
}


class Given(NamedTuple):
    """A code the source hands out, the values that come along, and where."""

    code: str
    values: frozenset[str]
    where: str


def given_codes() -> Iterator[Given]:
    """Yield every code the package hands out; ``?`` where it cannot be told."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for function in _functions(tree):
            for call in _calls(function):
                yield from _given(path, tree, function, call)
        for constant in (node for node in tree.body if isinstance(node, ast.Assign)):
            for call in _calls(constant):
                yield from _given(path, tree, NOWHERE, call)


def texts_in_calls(name: str) -> set[str]:
    """Return every text that stands in a call of this name, in the whole package."""
    return {
        node.value
        for path in PACKAGE.rglob("*.py")
        for call in _calls(ast.parse(path.read_text("utf-8")))
        if _name(call) == name
        for node in ast.walk(call)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _given(
    path: Path, tree: ast.Module, function: ast.FunctionDef, call: ast.Call
) -> Iterator[Given]:
    for site in SITES.get(_name(call), []):
        if site.arguments in (0, len(call.args)) and len(call.args) > site.code:
            values = site.adds | _keys(function, call, site)
            where = f"{path.relative_to(ROOT)}:{call.lineno}"
            node = call.args[site.code]
            passed_on = isinstance(node, ast.Attribute) or function.name in SITES
            unclear = set() if passed_on else {"?"}
            for code in _texts(tree, function, node, call.lineno) or unclear:
                yield Given(code, frozenset(values | ALWAYS), where)


def _texts(
    tree: ast.Module, function: ast.FunctionDef, node: ast.expr, line: int
) -> set[str]:
    """Return the texts an expression can be; none for what another call decided."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp():
            branches = (node.body, node.orelse)
            return set().union(*(_texts(tree, function, b, line) for b in branches))
        case ast.JoinedStr():
            parts = [_texts(tree, function, part, line) for part in node.values]
            return {"".join(choice) for choice in product(*parts)}
        case ast.FormattedValue():
            return _texts(tree, function, node.value, line)
        case ast.Name(id=name):
            return _texts_of_name(tree, function, name, line)
    return set()


def _texts_of_name(
    tree: ast.Module, function: ast.FunctionDef, name: str, line: int
) -> set[str]:
    assigned = _assigned(function, name, line)
    if assigned is not None:
        return _texts(tree, function, assigned, line)
    listed = [
        element.elts[target.elts.index(each)]
        for loop in ast.walk(function)
        if isinstance(loop, ast.For) and isinstance(target := loop.target, ast.Tuple)
        for each in target.elts
        if getattr(each, "id", "") == name and isinstance(loop.iter, ast.Tuple)
        for element in loop.iter.elts
        if isinstance(element, ast.Tuple)
    ]
    handed = [] if listed else _handed_over(tree, function, name)
    texts = [_texts(tree, function, node, line) for node in (*listed, *handed)]
    return set().union(*texts) if texts else set()


def _handed_over(
    tree: ast.Module, function: ast.FunctionDef, name: str
) -> list[ast.expr]:
    """Return what the calls in the same file pass for a parameter of a function."""
    if function.name in SITES:
        return []
    names = [a.arg for a in function.args.args if a.arg != "self"]
    place = names.index(name) if name in names else None
    return [
        call.args[place]
        for call in _calls(tree)
        if place is not None and _name(call) == function.name and len(call.args) > place
    ]


def _assigned(function: ast.FunctionDef, name: str, line: int) -> ast.expr | None:
    """Return what a name was given last before a line of a function."""
    found = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and getattr(node.targets[0], "id", "") == name
        and node.lineno <= line
    ]
    return max(found, key=lambda node: node.lineno).value if found else None


def _keys(function: ast.FunctionDef, call: ast.Call, site: Site) -> set[str]:
    names = {word.arg for word in call.keywords if word.arg}
    mappings = [word.value for word in call.keywords if word.arg is None]
    if site.values is not None:
        mappings += call.args[site.values : site.values + 1]
    for mapping in mappings:
        if isinstance(mapping, ast.Name):
            mapping = _assigned(function, mapping.id, call.lineno) or mapping
        if isinstance(mapping, ast.Attribute):
            names.add(PASSED_ON)
        if isinstance(mapping, ast.Dict):
            names |= {
                key.value for key in mapping.keys if isinstance(key, ast.Constant)
            }
    return names
