"""Reads ``competencies/`` into a ``Framework``, with every problem at once."""

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from skillgap.domain.consistency import check_framework
from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.files.shapes import place_of, report_shape, shape_adapter
from skillgap.files.strict_yaml import Document, read_yaml

HERE = Path(__file__).parents[2] / "competencies"


@dataclass(frozen=True)
class FrameworkReading:
    """A framework and what is wrong with it.

    ``framework`` is None if ``framework.yaml`` itself could not be read. With
    problems it holds what could be read, fit for nothing but further checking.
    """

    framework: Framework | None
    problems: tuple[Problem, ...]


class FrameworkError(Exception):
    """The framework has problems; the product does not start on a faulty one."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the framework")
        self.problems = problems


def load_framework(directory: Path = HERE) -> Framework:
    """Return the framework of a folder.

    Raises:
        FrameworkError: the folder has problems.

    """
    reading = read_framework(directory)
    if reading.framework is None or reading.problems:
        raise FrameworkError(reading.problems)
    return reading.framework


def read_framework(directory: Path = HERE) -> FrameworkReading:
    """Read every file of a competencies folder and check that they fit together."""
    folder = _Folder(directory)
    manifest = folder.single("framework.yaml", "framework")
    areas = folder.listed("areas", "area", manifest.areas if manifest else ())
    profiles = folder.listed(
        "profiles", "profile", manifest.profiles if manifest else ()
    )
    parts = {
        name: folder.single(f"{name}.yaml", name) or {}
        for name in ("contexts", "trends", "eras", "foils", "terms")
    }
    production = folder.single("production.yaml", "production")
    estimate = folder.single("estimate.yaml", "estimate")
    simulation = folder.single("simulation.yaml", "simulation")
    merged = {name: folder.merged(name) for name in ("modules", "resources", "checks")}
    if None in (manifest, production, estimate, simulation):
        return FrameworkReading(None, folder.sorted_problems())
    framework = Framework(
        manifest,
        areas,
        profiles,
        production=production,
        estimate=estimate,
        simulation=simulation,
        **parts,
        **merged,
    )
    folder.cross_check(framework)
    return FrameworkReading(framework, folder.sorted_problems())


class _Folder:
    """The documents of one competencies folder, read once each."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.documents: dict[str, Document] = {}
        self.unreadable: set[str] = set()

    def single(self, name: str, shape: str) -> Any:
        path = self.directory / name
        if not path.is_file():
            document = Document(name)
            document.report(1, "file_missing", ())
            self.documents[name] = document
            return None
        document = read_yaml(name, path.read_bytes())
        self.documents[name] = document
        if document.data is None:
            if not document.problems:
                document.report(1, "file_empty", ())
            return None
        return self.validated(document, shape)

    def listed(self, folder: str, shape: str, keys: tuple[str, ...]) -> dict[str, Any]:
        """Read the files the manifest lists, and report those it does not."""
        found = {}
        for key in keys:
            content = self.single(f"{folder}/{key}.yaml", shape)
            if content is not None:
                found[key] = content
        on_disk = {path.stem for path in (self.directory / folder).glob("*.yaml")}
        for key in sorted(on_disk - set(keys)):
            document = Document(f"{folder}/{key}.yaml")
            document.report(1, "file_not_listed", (), value=key, folder=folder)
            self.documents[document.name] = document
        return found

    def merged(self, folder: str) -> dict[str, Any]:
        """Read every file of a folder into one mapping; a key stands in one file."""
        found: dict[str, Any] = {}
        for path in sorted((self.directory / folder).glob("*.yaml")):
            name = f"{folder}/{path.name}"
            content = self.single(name, folder) or {}
            document = self.documents[name]
            for key in content.keys() & found.keys():
                line = document.line_of((key,))
                document.report(line, "yaml_repeated_key", (key,), value=key)
            found.update(content)
        return found

    def validated(self, document: Document, shape: str) -> Any:
        """Return the typed content without the entries that do not have the shape."""
        data = document.data
        for _ in range(3):
            try:
                return shape_adapter(shape).validate_python(data)
            except ValidationError as error:
                if data is document.data:
                    report_shape(document, error)
                data = self._without_faulty(data, error)
        return None

    def _without_faulty(self, data: Any, error: ValidationError) -> Any:
        pruned = deepcopy(data)
        for detail in error.errors():
            place = place_of(detail["loc"])
            depth = 2 if place[:1] in (("skills",), ("targets",), ("gates",)) else 1
            spot = pruned
            for key in place[: depth - 1]:
                spot = spot.get(key, {}) if isinstance(spot, dict) else {}
            if isinstance(spot, dict) and len(place) >= depth:
                spot.pop(place[depth - 1], None)
                self.unreadable.add(str(place[depth - 1]))
        return pruned

    def cross_check(self, framework: Framework) -> None:
        known = self.unreadable | self._keys_of_unreadable_areas(framework)
        for finding in check_framework(framework, known):
            document = self.documents.get(finding.file) or Document(finding.file)
            self.documents[finding.file] = document
            line = document.line_of(finding.place)
            document.report(line, finding.code, finding.place, **finding.values)

    def _keys_of_unreadable_areas(self, framework: Framework) -> set[str]:
        keys: set[str] = set()
        for name, document in self.documents.items():
            if name.startswith("areas/") and isinstance(document.data, dict):
                skills = document.data.get("skills")
                keys |= set(map(str, skills)) if isinstance(skills, dict) else set()
        return keys

    def sorted_problems(self) -> tuple[Problem, ...]:
        problems = [p for d in self.documents.values() for p in d.problems]

        def order(problem: Problem) -> tuple[str, int]:
            name, _, line = problem.where.rpartition(":")
            return name, int(line)

        return tuple(sorted(problems, key=order))
