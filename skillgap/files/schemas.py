"""JSON Schemas of the framework's files, for editors that check while one types."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from skillgap.files.shapes import SHAPES


def build_schemas() -> dict[str, str]:
    """Return the schema of each kind of file as JSON text, by file name."""
    return {f"{name}.json": _schema(name, shape) for name, shape in SHAPES.items()}


def _schema(name: str, shape: Any) -> str:
    schema = TypeAdapter(shape).json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = name
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def write_schemas(directory: Path) -> list[Path]:
    """Write every schema into a folder and return the files."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in build_schemas().items():
        path = directory / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
