"""What can befall a worker. These run there, so they stand in a module of their own."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any


def die_once(marker: Path, function: Callable, part: Any) -> Any:
    """Kill this worker the first time, wherever that is; do the work after that."""
    try:
        marker.touch(exist_ok=False)
    except FileExistsError:
        return function(part)
    return die(function, part)


def die(function: Callable, part: Any) -> Any:
    """Kill this worker."""
    os.kill(os.getpid(), signal.SIGKILL)


def grow(path: Path, function: Callable, part: Any) -> Any:
    """Append a line to a file that is being read."""
    with path.open("a") as stream:
        stream.write("\n")
    return function(part)


def fail(function: Callable, part: Any) -> Any:
    """Raise what nobody expects."""
    raise RuntimeError("the disk is full\nand so on")
