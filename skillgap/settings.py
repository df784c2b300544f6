"""What an installation may set, read from the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
VISITOR_COOKIE = "skillgap_visitor"


@dataclass(frozen=True)
class Settings:
    """Where data lives.

    ``database`` is an SQLAlchemy URL (``SKILLGAP_DATABASE``), ``competencies`` the
    framework's folder (``SKILLGAP_COMPETENCIES``).
    """

    database: str
    competencies: Path


def read_settings() -> Settings:
    """Return the settings of this process; what is not set has a default."""
    home = f"sqlite:///{ROOT / 'data' / 'skillgap.sqlite'}"
    return Settings(
        database=os.environ.get("SKILLGAP_DATABASE", home),
        competencies=Path(
            os.environ.get("SKILLGAP_COMPETENCIES", ROOT / "competencies")
        ),
    )
