"""The law of the house: who imports whom, and what nobody does."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from skillgap.settings import ROOT

# Standard modules without files, clock, chance, network or screen. ``datetime`` is
# here for its types; a test below keeps its clock out of the pure rooms.
PURE = {
    "abc", "ast", "bisect", "collections", "contextlib", "copy", "dataclasses",
    "datetime", "decimal", "difflib", "enum", "fractions", "functools", "graphlib",
    "hashlib", "heapq", "itertools", "json", "math", "numbers", "operator", "re",
    "statistics", "string", "textwrap", "types", "typing", "unicodedata",
    "numpy", "pandas",
}  # fmt: skip
NETWORK = {"asyncio", "ftplib", "http", "imaplib", "smtplib", "socket", "ssl", "urllib"}
STANDARD = set(sys.stdlib_module_names) - NETWORK | {"urllib.parse"}
FILES = STANDARD | {"numpy", "pandas"}
SCREEN = FILES | {"streamlit", "babel", "sqlalchemy.Engine", "sqlalchemy.engine.Engine"}

# What a room is: the names of ours that begin so, unless a longer one fits.
ROOMS = {
    "domain": ("skillgap.domain",),
    "files": ("skillgap.files",),
    "engines": ("skillgap.files.engines",),
    "storage": ("skillgap.storage",),
    "charts": ("skillgap.charts",),
    "ui": ("skillgap.ui",),
    "frame": ("skillgap.ui.shell",),
    "sheets": ("skillgap.sheets",),
    "sheets/files": ("skillgap.sheets.files",),
    "sheets/ui": ("skillgap.sheets.ui",),
    "hiring": ("skillgap.hiring",),
    "hiring/files": ("skillgap.hiring.files",),
    "hiring/store": ("skillgap.hiring.store",),
    "hiring/charts": ("skillgap.hiring.charts",),
    "hiring/ui": ("skillgap.hiring.ui",),
    "features": ("skillgap.features",),
    "pages": ("pages",),
    "terminal": ("skillgap.terminal",),
    "cli": ("skillgap.cli", "skillgap.arguments", "skillgap.__main__"),
    "server": ("skillgap.server",),
    "web": ("skillgap.web",),
    "app": ("app",),
    "settings": ("skillgap.settings", "skillgap.__version__", "skillgap"),
}
CORE = {"domain", "files", "storage", "charts", "ui", "settings"}
HIRING = {"hiring", "hiring/files", "hiring/store", "hiring/charts", "hiring/ui"}

# Of each room: which rooms it may import besides itself, and which packages.
LAW = {
    "domain": (set(), PURE | {"scipy"}),
    "files": (
        {"domain", "engines", "settings"},
        FILES | {"yaml", "pydantic", "babel", "openpyxl", "charset_normalizer"}
        | {"pyarrow", "icalendar", "resvg_py"},
    ),
    "engines": ({"domain", "files"}, FILES | {"dask", "pyspark", "py4j"}),
    "storage": ({"domain"}, STANDARD | {"pandas", "sqlalchemy"}),
    "charts": ({"domain"}, PURE | {"plotly"}),
    "ui": (CORE, SCREEN),
    "frame": ({"ui", "features"}, SCREEN),
    "sheets": ({"domain"}, PURE),
    "sheets/files": (
        {"domain", "files", "sheets", "settings"},
        FILES | {"rapidfuzz", "pydantic"},
    ),
    "sheets/ui": (CORE | {"sheets", "sheets/files"}, SCREEN),
    "hiring": ({"domain"}, PURE | {"scipy"}),
    "hiring/files": (
        {"domain", "files", "hiring", "settings"},
        FILES | {"cryptography", "pydantic"},
    ),
    "hiring/store": (
        {"domain", "storage", "hiring"},
        STANDARD | {"pandas", "sqlalchemy"},
    ),
    "hiring/charts": ({"domain", "charts", "hiring"}, PURE | {"plotly"}),
    "hiring/ui": (CORE | HIRING, SCREEN),
    "features": (
        {"domain", "files", "sheets", "sheets/files"} | HIRING - {"hiring/ui"},
        set(),
    ),
    "pages": (
        {"domain", "charts", "ui", "sheets/ui", "hiring", "hiring/ui"},
        {"collections.abc", "dataclasses", "typing", "streamlit"},
    ),
    "terminal": (
        {"domain", "files", "settings", "sheets/files", "hiring/files"},
        STANDARD | {"rich"},
    ),
    "cli": (
        {"domain", "files", "engines", "terminal", "server", "settings", "features"}
        | {"sheets/files", "hiring/files"},
        STANDARD,
    ),
    "server": ({"settings"}, STANDARD | {"streamlit.web.cli"}),
    "web": (
        set(),
        set(sys.stdlib_module_names)
        | {"starlette", "streamlit.proto", "google.protobuf"},
    ),
    "app": ({"web", "settings"}, STANDARD | {"streamlit", "starlette"}),
    "settings": (set(), STANDARD | {"platformdirs"}),
}  # fmt: skip
PURE_ROOMS = ("domain", "charts", "sheets", "hiring", "hiring/charts")
IMPURE = {
    ".now", ".today", ".utcnow", ".default_rng", ".RandomState", ".seed", ".sample",
    "open", "print", "input", "eval", "exec", "pd.read_csv", "pd.read_excel",
    "pd.read_json", "pd.read_parquet", "pd.read_pickle", "pd.read_sql", ".to_pickle",
    ".to_excel", ".to_parquet", ".to_sql", ".read_text", ".write_text",
}  # fmt: skip
NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def our_files() -> list[Path]:
    """Return every file of the product."""
    globs = ("skillgap/**/*.py", "pages/**/*.py", "app.py")
    return sorted(path for glob in globs for path in ROOT.glob(glob))


def name_of(path: Path) -> str:
    """Return how a file is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def room_of(name: str) -> str | None:
    """Return the room something of ours lies in, None for the packages of others."""
    fitting = [
        (len(start), room)
        for room, starts in ROOMS.items()
        for start in starts
        if f"{name}.".startswith(f"{start}.")
    ]
    return max(fitting)[1] if fitting else None


def files_of(*rooms: str) -> list[Path]:
    """Return the files of some rooms."""
    return [path for path in our_files() if room_of(name_of(path)) in rooms]


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """Return what a file says, piece by piece."""
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


def imported_by(path: Path) -> Iterator[str]:
    """Yield everything a file imports, also inside functions and by name."""
    for node in nodes_of(path):
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
    for node in nodes_of(path):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield name
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)):
                yield from (f".{name}", f"{owner}.{name}")
            case ast.Call(func=ast.Attribute(attr=name)):
                yield f".{name}"


def keywords_in(path: Path) -> Iterator[str]:
    """Yield the names of the arguments a file gives by name."""
    for node in nodes_of(path):
        if isinstance(node, ast.keyword) and node.arg:
            yield node.arg


def is_allowed(room: str, name: str) -> bool:
    """Say whether a room may import something."""
    rooms, packages = LAW[room]
    target = room_of(name)
    if target is not None:
        return target == room or target in rooms
    return f"{name}.".startswith(tuple(f"{package}." for package in packages))


def test_each_room_has_files_and_a_law_and_each_file_a_room():
    rooms = {room_of(name_of(path)) for path in our_files()}

    assert rooms == set(ROOMS) == set(LAW)


def test_a_room_imports_only_what_its_law_allows():
    strangers = [
        f"{name_of(path)} imports {name}"
        for room in ROOMS
        for path in files_of(room)
        for name in imported_by(path)
        if not is_allowed(room, name)
    ]

    assert strangers == []


def test_no_module_imports_itself_in_a_circle():
    modules = {name_of(path): path for path in our_files()}

    def target(name: str) -> str:
        return name if name in modules else name.rpartition(".")[0]

    graph = {
        module: {target(n) for n in imported_by(path)} & modules.keys() - {module}
        for module, path in modules.items()
    }

    TopologicalSorter(graph).prepare()  # a CycleError names the circle


def test_a_pure_room_asks_no_clock_and_no_dice_and_opens_no_file():
    impure = [
        f"{name_of(path)} calls {name}"
        for path in files_of(*PURE_ROOMS)
        for name in called_in(path)
        if name in IMPURE
    ]

    assert impure == []


STYLE_SHEET = "skillgap.ui.menu: .html"  # a text of ours, without a blank to fill


def test_nothing_a_person_wrote_is_shown_as_html():
    shown = [
        f"{name_of(path)}: {name}"
        for path in files_of("ui", "frame", "sheets/ui", "hiring/ui", "pages")
        for name in (*called_in(path), *keywords_in(path))
        if name in {".html", ".iframe", "unsafe_allow_html"}
    ]

    assert shown == [STYLE_SHEET]


def test_no_module_is_named_for_nothing_in_particular():
    folders = ("skillgap", "pages", "tests")
    named = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]

    parts = {
        part.removesuffix(".py") for p in named for part in p.relative_to(ROOT).parts
    }

    assert not parts & NAMELESS
