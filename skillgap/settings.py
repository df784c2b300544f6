"""Where the product's folders lie, and what an installation may set.

``ROOT`` has ``app.py``, ``competencies``, ``pages``, ``examples`` and ``.streamlit``:
the checkout, or the folder of the installed package that the build puts them in.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

PACKAGE = Path(__file__).parent
IS_INSTALLED = (PACKAGE / "shipped").is_dir()
ROOT = PACKAGE / "shipped" if IS_INSTALLED else PACKAGE.parent
COMPETENCIES = ROOT / "competencies"
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
    """Return the settings of this process; what is not set has a default.

    A checkout keeps its data in ``data``, an installation in the user's data folder.
    """
    data = user_data_path("skillgap", False) if IS_INSTALLED else ROOT / "data"
    return Settings(
        database=os.environ.get(
            "SKILLGAP_DATABASE", f"sqlite:///{data / 'skillgap.sqlite'}"
        ),
        competencies=Path(os.environ.get("SKILLGAP_COMPETENCIES", COMPETENCIES)),
    )
