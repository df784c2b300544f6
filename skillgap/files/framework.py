"""Reads ``competencies/`` into a ``Framework``, with every problem at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from skillgap.domain.consistency import check_framework
from skillgap.domain.framework import Framework, Manifest
from skillgap.domain.problems import Problem
from skillgap.files.shapes import place_of, report_shape, shape_adapter
from skillgap.files.strict_yaml import Document, Place, read_yaml
from skillgap.settings import COMPETENCIES

GROUPS = ("skills", "targets", "gates")  # entries are left out one by one in these


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


def load_framework(directory: Path = COMPETENCIES) -> Framework:
    """Return the framework of a folder.

    Raises:
        FrameworkError: the folder has problems.

    """
    reading = read_framework(directory)
    if reading.framework is None or reading.problems:
        raise FrameworkError(reading.problems)
    return reading.framework


def read_framework(directory: Path = COMPETENCIES) -> FrameworkReading:
    """Read every file of a competencies folder and check that they fit together."""
    folder = _Folder(directory)
    manifest = folder.single("framework.yaml", "framework")
    areas = folder.listed("areas", "area", manifest)
    profiles = folder.listed("profiles", "profile", manifest)
    parts = {
        name: folder.single(f"{name}.yaml", name) or {}
        for name in ("contexts", "trends", "eras", "foils", "terms", "synonyms")
    }
    seniorities = folder.single("seniority.yaml", "seniority") or {}
    profession = folder.single("profession.yaml", "profession")
    production = folder.single("production.yaml", "production")
    estimate = folder.single("estimate.yaml", "estimate")
    simulation = folder.single("simulation.yaml", "simulation")
    merged = {name: folder.merged(name) for name in ("modules", "resources", "checks")}
    if None in (manifest, profession, production, estimate, simulation):
        return FrameworkReading(None, folder.sorted_problems())
    framework = Framework(
        manifest,
        areas,
        profiles,
        seniorities=seniorities,
        profession=profession,
        production=production,
        estimate=estimate,
        simulation=simulation,
        **parts,
        **merged,
    )
    folder.cross_check(framework)
    return FrameworkReading(framework, folder.sorted_problems())


class _Folder:
    """The documents of one competencies folder, read once each.

    ``origins`` says which file an entry of a folder was read from. ``unread`` are
    the files and entries that could not be read.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.documents: dict[str, Document] = {}
        self.origins: dict[Place, str] = {}
        self.unread: set[str] = set()

    def single(self, name: str, shape: str) -> Any:
        """Return the typed content of one file, None if it cannot be read."""
        path = self.directory / name
        is_there = path.is_file()
        document = read_yaml(name, path.read_bytes() if is_there else b"")
        self.documents[name] = document
        if document.data is None and not document.problems:
            code = "file_empty" if is_there else "file_missing"
            document.report(1, code, ())
        content = None if document.data is None else self.validated(document, shape)
        if content is None:
            self.unread.add(name)
        return content

    def listed(
        self, folder: str, shape: str, manifest: Manifest | None
    ) -> dict[str, Any]:
        """Read the files the manifest lists, and report those it does not.

        Without a manifest nothing is known about the list, and every file is read.
        """
        on_disk = sorted(path.stem for path in (self.directory / folder).glob("*.yaml"))
        keys = getattr(manifest, folder) if manifest else on_disk
        found = {key: self.single(f"{folder}/{key}.yaml", shape) for key in keys}
        for key in sorted(set(on_disk) - set(keys)):
            document = Document(f"{folder}/{key}.yaml")
            document.report(1, "file_not_listed", (), value=key, folder=folder)
            self.documents[document.name] = document
            self.unread.add(document.name)
        return {key: content for key, content in found.items() if content is not None}

    def merged(self, folder: str) -> dict[str, Any]:
        """Read every file of a folder into one mapping; a key stands in one file."""
        found: dict[str, Any] = {}
        for path in sorted((self.directory / folder).glob("*.yaml")):
            name = f"{folder}/{path.name}"
            content = self.single(name, folder) or {}
            document = self.documents[name]
            for key in content:
                if key in found:
                    line = document.line_of((key,))
                    document.report(line, "yaml_repeated_key", (key,), value=key)
                self.origins[folder, key] = name
            found.update(content)
        return found

    def validated(self, document: Document, shape: str) -> Any:
        """Return the typed content without the entries that do not have the shape."""
        adapter = shape_adapter(shape)
        try:
            return adapter.validate_python(document.data)
        except ValidationError as error:
            report_shape(document, error)
            faulty = _faulty_entries(place_of(each["loc"]) for each in error.errors())
        self.unread |= {str(place[-1]) for place in faulty}
        try:
            return adapter.validate_python(_without(document.data, faulty))
        except ValidationError:
            return None

    def cross_check(self, framework: Framework) -> None:
        """Report what does not fit together, each in the file it was read from."""
        for finding in check_framework(framework, self.unread):
            entry = (finding.file.split("/")[0], *finding.place[:1])
            document = self.documents[self.origins.get(entry, finding.file)]
            line = document.line_of(finding.place)
            document.report(line, finding.code, finding.place, **finding.values)

    def sorted_problems(self) -> tuple[Problem, ...]:
        problems = [p for d in self.documents.values() for p in d.problems]

        def order(problem: Problem) -> tuple[str, int]:
            name, _, line = problem.where.rpartition(":")
            return name, int(line)

        return tuple(sorted(problems, key=order))


def _faulty_entries(places: Iterable[Place]) -> set[Place]:
    """Return the entries that faulty places stand in."""
    return {place[: 2 if place[0] in GROUPS else 1] for place in places if place}


def _without(data: Any, entries: set[Place], around: Place = ()) -> Any:
    """Return data without some entries, each named by the keys that lead to it."""
    if not isinstance(data, dict) or len(around) > 1:
        return data
    places = {key: (*around, key) for key in data}
    return {
        key: _without(data[key], entries, place)
        for key, place in places.items()
        if place not in entries
    }
