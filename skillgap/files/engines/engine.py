"""What the scan of files asks of a cluster, and how one fails."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from skillgap.domain.problems import Problem

_NAMED, _LONGEST = re.compile(r"[\w.]+(Exception|Error): "), 300

Part = TypeVar("Part")
Result = TypeVar("Result")


class Engine(Protocol):
    """Applies a function to parts, wherever that may be; results come in order.

    Function, parts and results travel, so they can be pickled.

    Raises:
        EngineError: no result, for a reason that is not in the files.

    """

    def __call__(
        self, function: Callable[[Part], Result], parts: Sequence[Part]
    ) -> Iterable[Result]:
        """Return what the function gives for each part."""


class EngineMissingError(Exception):
    """The library of an engine is not installed."""

    def __init__(self, engine: str) -> None:
        super().__init__(
            f"--engine {engine} is not installed; pip install '.[{engine}]' does it"
        )


class EngineError(Exception):
    """A cluster cannot be reached, or gave up."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problems = (problem,)


def explain_start(engine: str, cause: Exception) -> EngineError:
    """Return the error of an engine that cannot be reached or started."""
    return EngineError(Problem(engine, "engine_not_started", {"value": _tell(cause)}))


def explain_end(engine: str, cause: Exception) -> EngineError:
    """Return the error of an engine that gave up."""
    return EngineError(Problem(engine, "engine_failed", {"value": _tell(cause)}))


def _tell(cause: Exception) -> str:
    """Return the first line of an error that names one; it may quote another's stack.

    Spark hands over what happened in Java, and in Python behind that.
    """
    lines = [line.strip(": ") for line in str(cause).splitlines()]
    lines = [line for line in lines if line]
    named = [line for line in lines if _NAMED.match(line)]
    usual = [f"{type(cause).__name__}: {line}" for line in lines]
    return (*named, *usual, type(cause).__name__)[0][:_LONGEST]
