"""Files to read once, from a disk or from memory, and what can go wrong with them."""

import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from skillgap.domain.problems import Problem


class SourceError(Exception):
    """A file gives nothing: it cannot be opened, or changed while it was read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True)
class Source:
    """A file: the name messages give it, and either its path or its content."""

    name: str
    path: Path | None = None
    content: bytes | None = None

    @property
    def size(self) -> int:
        """Bytes of the file, 0 if it cannot be found."""
        try:
            return self.path.stat().st_size if self.path else len(self.content or b"")
        except OSError:
            return 0

    @contextmanager
    def open(self) -> Iterator[tuple[BinaryIO, int]]:
        """Open the file for reading; the number is its size in bytes.

        Raises:
            SourceError: it cannot be opened, or is not the same when reading ends.

        """
        if self.path is None:
            content = self.content or b""
            yield io.BytesIO(content), len(content)
            return
        try:
            with self.path.open("rb") as stream:
                before = os.fstat(stream.fileno())
                yield stream, before.st_size
                after = self.path.stat()
        except OSError as error:
            blanks = {"value": error.strerror or str(error)}
            raise SourceError(Problem(self.name, "file_unreadable", blanks)) from error
        if _print_of(before) != _print_of(after):
            raise SourceError(Problem(self.name, "file_changed"))


def _print_of(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns


def name_sources(paths: Iterable[Path]) -> list[Source]:
    """Return files by their name, and by their whole path where two share a name."""
    chosen = list(paths)
    names = [path.name for path in chosen]
    return [
        Source(str(path) if names.count(path.name) > 1 else path.name, path)
        for path in chosen
    ]
