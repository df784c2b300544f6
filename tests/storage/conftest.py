"""A database of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from skillgap.storage.database import open_database
from skillgap.storage.people import Person, add_person


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Return the address of a database in a folder that does not exist yet."""
    return f"sqlite:///{tmp_path / 'kept' / 'skillgap.sqlite'}"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Return the engine of a fresh database."""
    engine = open_database(url)
    yield engine
    engine.dispose()


@pytest.fixture
def sari(engine: Engine) -> Person:
    """Return one person of the database."""
    return add_person(engine, "saris-key", "2026-11-25")
