"""The build's dependencies are the lines of ``requirements.txt``."""

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class DependenciesHook(MetadataHookInterface):
    """Fills in what ``pyproject.toml`` calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the dependencies of the package."""
        lines = (Path(self.root) / "requirements.txt").read_text("utf-8").splitlines()
        stated = (line.split("#")[0].strip() for line in lines)
        metadata["dependencies"] = [line for line in stated if line]
