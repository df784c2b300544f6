"""The law of the house: who imports whom, and how large anything may be."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.settings import ROOT

# Standard modules without files, clock, chance, network or screen. ``datetime`` is
# here for its types; a test below keeps its clock out of the domain.
PURE = {
    "abc", "ast", "bisect", "collections", "contextlib", "copy", "dataclasses",
    "datetime", "decimal", "difflib", "enum", "fractions", "functools", "graphlib",
    "hashlib", "heapq", "itertools", "json", "math", "numbers", "operator", "re",
    "statistics",
    "string", "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip
NETWORK = {"asyncio", "ftplib", "http", "imaplib", "smtplib", "socket", "ssl", "urllib"}
STANDARD = set(sys.stdlib_module_names) - NETWORK | {"urllib.parse"}
TYPES = {"collections.abc", "dataclasses", "typing"}
READERS = {"openpyxl", "charset_normalizer", "rapidfuzz"}
CLUSTERS = {"dask", "pyspark", "py4j"}

LAYERS = {
    "domain": ["skillgap/domain/**/*.py"],
    "files": ["skillgap/files/**/*.py"],
    "storage": ["skillgap/storage/**/*.py"],
    "charts": ["skillgap/charts/**/*.py"],
    "ui": ["skillgap/ui/**/*.py"],
    "web": ["skillgap/web/**/*.py"],
    "pages": ["pages/**/*.py"],
    "cli": ["skillgap/cli.py", "skillgap/arguments.py", "skillgap/__main__.py"],
    "app.py": ["app.py"],
    "settings": ["skillgap/settings.py", "skillgap/__init__.py"],
}
MAY_IMPORT = {
    "domain": PURE | {"skillgap.domain", "numpy", "pandas", "scipy"},
    "files": STANDARD
    | READERS
    | {"skillgap.domain", "skillgap.files", "numpy", "pandas", "pyarrow", "yaml"}
    | {"pydantic", "babel", "cryptography"},
    "storage": STANDARD
    | {"skillgap.domain", "skillgap.storage", "sqlalchemy", "pandas"},
    "charts": PURE
    | {"skillgap.domain", "skillgap.charts", "numpy", "pandas", "plotly"},
    "ui": STANDARD
    | {"skillgap.domain", "skillgap.files", "skillgap.storage", "skillgap.charts"}
    | {"skillgap.ui", "skillgap.settings"}
    | {
        "streamlit",
        "babel",
        "numpy",
        "pandas",
        "sqlalchemy.Engine",
        "sqlalchemy.engine.Engine",
    },
    "web": set(sys.stdlib_module_names)
    | {"skillgap.web", "starlette", "streamlit.proto", "google.protobuf"},
    "pages": TYPES | {"skillgap.domain", "skillgap.charts", "skillgap.ui", "streamlit"},
    "cli": STANDARD
    | {"skillgap.domain", "skillgap.files", "skillgap.cli", "skillgap.arguments"},
    "app.py": STANDARD
    | {"skillgap.web", "skillgap.storage", "skillgap.settings"}
    | {"streamlit", "starlette"},
    "settings": STANDARD,
}
IMPURE = {
    ".now", ".today", ".utcnow", ".default_rng", ".RandomState", ".seed", ".sample",
    "open", "print", "input", "eval", "exec", "pd.read_csv", "pd.read_excel",
    "pd.read_json", "pd.read_parquet", "pd.read_pickle", "pd.read_sql", ".to_pickle",
    ".to_excel", ".to_parquet", ".to_sql", ".read_text", ".write_text",
}  # fmt: skip
NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def files_of(layer: str) -> list[Path]:
    """Return the files of a layer."""
    return sorted(path for glob in LAYERS[layer] for path in ROOT.glob(glob))


def name_of(path: Path) -> str:
    """Return a file's name as seen from the root."""
    return str(path.relative_to(ROOT))


def tree_of(path: Path) -> ast.Module:
    """Return what a file says."""
    return ast.parse(path.read_text("utf-8"))


def imported_by(path: Path) -> Iterator[str]:
    """Yield everything a file imports, also inside functions and by name."""
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(level=0, module=module, names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.ImportFrom():
                yield "a relative import"
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def called_in(path: Path) -> Iterator[str]:
    """Yield what a file calls: ``open``, ``.now`` of anything, ``pd.read_csv``."""
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield name
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)):
                yield from (f".{name}", f"{owner}.{name}")
            case ast.Call(func=ast.Attribute(attr=name)):
                yield f".{name}"


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef, text: list[str]) -> int:
    """Count a function's lines of code, without docstring, blank lines and comments."""
    lines = set(range(function.lineno, (function.end_lineno or 0) + 1))
    if ast.get_docstring(function) is not None:
        first = function.body[0]
        lines -= set(range(first.lineno, (first.end_lineno or 0) + 1))
    code = (text[line - 1].strip() for line in lines)
    return sum(1 for line in code if line and not line.startswith("#"))


OURS = sorted({path for layer in LAYERS for path in files_of(layer)})
EVERY = [(layer, path) for layer in LAYERS for path in files_of(layer)]


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_has_files(layer):
    assert files_of(layer)


def test_each_file_of_the_package_belongs_to_one_layer():
    package = [*ROOT.glob("skillgap/**/*.py"), *ROOT.glob("pages/**/*.py")]

    assert sorted(package) == [path for path in OURS if path != ROOT / "app.py"]
    assert len(EVERY) == len(OURS)


@pytest.mark.parametrize(("layer", "path"), EVERY, ids=lambda v: getattr(v, "stem", v))
def test_a_layer_imports_only_what_its_row_allows(layer, path):
    is_engine = path.is_relative_to(ROOT / "skillgap" / "files" / "engines")
    names = MAY_IMPORT[layer] | (CLUSTERS if is_engine else set())
    allowed = tuple(f"{name}." for name in names)

    strangers = {n for n in imported_by(path) if not f"{n}.".startswith(allowed)}

    assert not strangers, f"{name_of(path)} may not import {sorted(strangers)}"


@pytest.mark.parametrize("path", files_of("domain"), ids=name_of)
def test_the_domain_asks_no_clock_and_no_dice_and_opens_no_file(path):
    impure = set(called_in(path)) & IMPURE

    assert not impure, f"{name_of(path)} calls {sorted(impure)}"


@pytest.mark.parametrize("path", [*files_of("ui"), *files_of("pages")], ids=name_of)
def test_nothing_a_person_wrote_is_shown_as_html(path):
    words = {
        node.arg for node in ast.walk(tree_of(path)) if isinstance(node, ast.keyword)
    }

    assert "unsafe_allow_html" not in words
    assert not {".html", ".iframe"} & set(called_in(path))


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_a_module_has_at_most_200_lines_and_a_page_60(path):
    most = 60 if path.is_relative_to(ROOT / "pages") else 200

    count = path.read_text("utf-8").count("\n")

    assert count <= most, f"{name_of(path)} has {count} lines"


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_a_function_has_at_most_30_lines(path):
    text = path.read_text("utf-8").splitlines()
    functions = [
        node
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    too_long = {f.name: n for f in functions if (n := lines_of(f, text)) > 30}

    assert not too_long, f"{name_of(path)}: {too_long}"


def test_no_module_is_named_for_nothing_in_particular():
    folders = ("skillgap", "pages", "tests")
    named = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]

    parts = {
        part.removesuffix(".py") for p in named for part in p.relative_to(ROOT).parts
    }

    assert not parts & NAMELESS
