"""A small team's file, as exports collected by a manager."""

from pathlib import Path

import pytest

from skillgap.domain.ratings import CONTRACT_COLUMNS

HEAD = ",".join(CONTRACT_COLUMNS)
ROWS = """\
ani,Ani <b>,One,llm_engineer,programming.git,4,claimed,2026-05-18,1.0.0
ani,Ani <b>,One,llm_engineer,ml.nlp,1,checked,2026-05-18,1.0.0
budi,Budi,One,llm_engineer,programming.git,1,claimed,2024-05-18,1.0.0
budi,Budi,One,llm_engineer,programming.git,2,claimed,2026-11-01,1.0.0
budi,Budi,One,llm_engineer,ml.nlp,,,2026-11-01,1.0.0
citra,Citra,Two,data_scientist,programming.git,0,claimed,2026-11-01,1.0.0
citra,Citra,Two,data_scientist,programming.gti,0,claimed,2026-11-01,1.0.0
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of seven rows of three people, one of them no good."""
    path = tmp_path / "team.csv"
    path.write_text(f"{HEAD}\n{ROWS}", "utf-8")
    return path
