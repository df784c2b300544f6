"""What every test may use: the real framework, and a copy of its files to break."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import settings

from skillgap.domain.framework import Framework
from skillgap.features import join_features
from skillgap.files.framework import load_framework
from skillgap.settings import COMPETENCIES

# The same cases on every run: a red test can be run again, a green one stays green.
settings.register_profile("house", deadline=None, derandomize=True, max_examples=50)
settings.load_profile("house")

join_features()


@pytest.fixture(scope="session")
def framework() -> Framework:
    """Return the framework of ``competencies/``."""
    return load_framework()


@pytest.fixture
def competencies_copy(tmp_path: Path) -> Path:
    """Return a copy of ``competencies/`` that a test may break."""
    return Path(copytree(COMPETENCIES, tmp_path / "competencies"))
