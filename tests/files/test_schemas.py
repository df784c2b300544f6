"""The JSON Schemas editors check the framework's files with."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from skillgap.files.schemas import build_schemas
from skillgap.settings import COMPETENCIES

FILES = sorted(path.relative_to(COMPETENCIES) for path in COMPETENCIES.rglob("*.yaml"))
KINDS = {"areas": "area", "profiles": "profile"}


def kind_of(file: Path) -> str:
    """Return the shape a file has: its folder's if it is in one, else its own."""
    if len(file.parts) == 1:
        return file.stem
    return KINDS.get(file.parts[0], file.parts[0])


def content_of(file):
    """Return what a file says as JSON would: keys are texts."""
    return json.loads(
        json.dumps(yaml.safe_load((COMPETENCIES / file).read_text("utf-8")))
    )


def problems_of(kind, content):
    schema = json.loads(build_schemas()[f"{kind}.json"])
    return [
        error.message for error in Draft202012Validator(schema).iter_errors(content)
    ]


def test_the_written_schemas_are_those_the_code_builds():
    written = {
        p.name: p.read_text("utf-8") for p in (COMPETENCIES / "schemas").iterdir()
    }
    assert written == build_schemas(), "run python -m skillgap schema"


@pytest.mark.parametrize("name", build_schemas())
def test_a_schema_is_itself_valid(name):
    Draft202012Validator.check_schema(json.loads(build_schemas()[name]))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_a_file_has_the_shape_of_its_schema(file):
    assert problems_of(kind_of(file), content_of(file)) == []


@pytest.mark.parametrize("file", FILES, ids=str)
def test_the_first_line_of_a_file_names_its_schema(file):
    first = (COMPETENCIES / file).read_text("utf-8").splitlines()[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    schema = (COMPETENCIES / file).parent / first.removeprefix(prefix)
    assert (
        schema.resolve()
        == (COMPETENCIES / "schemas" / f"{kind_of(file)}.json").resolve()
    )


@pytest.mark.parametrize(
    ("file", "spoil"),
    [
        ("areas/ml.yaml", lambda c: c.update(kind="technichal")),
        ("areas/ml.yaml", lambda c: c.update(colour="red")),
        ("framework.yaml", lambda c: c.pop("released")),
        ("resources/ml.yaml", lambda c: next(iter(c.values())).update(cost="gratis")),
        ("modules/ml.yaml", lambda c: next(iter(c.values())).pop("proof")),
    ],
)
def test_a_schema_refuses_what_the_reader_refuses(file, spoil):
    content = content_of(file)
    spoil(content)
    assert problems_of(kind_of(Path(file)), content)
