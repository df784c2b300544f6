"""YAML without surprises: plain mappings, sequences, texts, whole and decimal numbers.

Repeated keys, anchors, aliases, merge keys, tags, booleans, and files too large or
too deep are problems, never silently something else. ``yes`` is not true, ``010`` is
not 8 and ``1:30`` is not 90.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.reader import Reader

from skillgap.domain.problems import Problem

MAX_BYTES = 512 * 1024
MAX_DEPTH = 12
AMBIGUOUS = {"yes", "no", "on", "off", "true", "false", "y", "n"}
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,8})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,8})\.[0-9]{1,6}")

Place = tuple[str | int, ...]


class _Stop(Exception):
    """The rest of the file cannot be read."""


@dataclass
class Document:
    """The content of one file, the line of each place in it, and what is wrong.

    ``data`` is None if the file could not be read at all.
    """

    name: str
    data: Any = None
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line_of(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def report(self, line: int, code: str, place: Place, **values: object) -> None:
        """Add a problem found at a line."""
        path = ".".join(map(str, place))
        where = f"{self.name}:{line}"
        self.problems.append(Problem(where, code, {"path": path, **values}))


def read_yaml(name: str, content: bytes) -> Document:
    """Read one file strictly; problems stand in the document, nothing is raised."""
    document = Document(name)
    if len(content) > MAX_BYTES:
        document.report(1, "yaml_too_large", (), limit=MAX_BYTES // 1024)
        return document
    try:
        document.data = _read_whole(document, content.decode("utf-8"))
    except UnicodeDecodeError:
        document.report(1, "yaml_not_utf8", ())
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        detail = " ".join(str(getattr(error, "problem", None) or error).split())
        document.report(line, "yaml_syntax", (), value=detail)
    except _Stop:
        pass
    return document


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _read_whole(document: Document, text: str) -> Any:
    """Return the content of a text that holds one YAML document and nothing else."""
    if control := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, control.start()) + 1
        detail = f"the control character U+{ord(control[0]):04X}"
        document.report(line, "yaml_syntax", (), value=detail)
        raise _Stop
    data, is_read = None, False
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if is_read:
                mark: Any = event.start_mark
                raise yaml.MarkedYAMLError(
                    problem="a second document", problem_mark=mark
                )
            data, is_read = _Builder(document, events).value(next(events), ()), True
    return data


class _Builder:
    """Turns the parser's events into data; one event is looked at once."""

    def __init__(self, document: Document, events: Iterator[Any]) -> None:
        self.document = document
        self.events = events

    def value(self, event: Any, place: Place) -> Any:
        line = event.start_mark.line + 1
        self.document.lines.setdefault(place, line)
        if len(place) > MAX_DEPTH:
            self.document.report(line, "yaml_too_deep", place, limit=MAX_DEPTH)
            raise _Stop
        self.refuse_extras(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(place)
        return self.scalar(event, place)

    def refuse_extras(self, event: Any, place: Place) -> None:
        """Report an anchor, an alias or a tag."""
        line = event.start_mark.line + 1
        if event.anchor:
            self.document.report(line, "yaml_anchor", place)
            raise _Stop
        if event.tag:
            self.document.report(line, "yaml_tag", place, value=event.tag)
            raise _Stop

    def mapping(self, place: Place) -> dict[str | int, Any]:
        found: dict[str | int, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, place)
            spot, line = (*place, key), event.start_mark.line + 1
            if key in found:
                self.document.report(line, "yaml_repeated_key", spot, value=key)
            self.document.lines[spot] = line
            found[key] = self.value(next(self.events), spot)
        return found

    def key(self, event: Any, place: Place) -> Any:
        line = event.start_mark.line + 1
        self.refuse_extras(event, place)
        if not isinstance(event, yaml.ScalarEvent):
            self.document.report(line, "yaml_key", place)
            raise _Stop
        if event.value == "<<":
            self.document.report(line, "yaml_anchor", place)
            raise _Stop
        return self.scalar(event, (*place, event.value))

    def sequence(self, place: Place) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            item = self.value(event, (*place, len(found)))
            if isinstance(item, str | int):
                self.document.lines.setdefault(
                    (*place, item), event.start_mark.line + 1
                )
            found.append(item)
        return found

    def scalar(self, event: Any, place: Place) -> Any:
        text: str = event.value
        if not event.implicit[0]:
            return text
        if text.lower() in AMBIGUOUS:
            line = event.start_mark.line + 1
            self.document.report(line, "yaml_ambiguous", place, value=text)
        if INTEGER.fullmatch(text):
            return int(text)
        if DECIMAL.fullmatch(text):
            return float(text)
        return None if text in ("", "~", "null") else text
