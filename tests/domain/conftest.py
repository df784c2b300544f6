"""Random cases that many laws look at, drawn once."""

import pytest

from tests.plans import Case, draw_cases


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    """Return small frameworks, each with a person's levels and their plan."""
    return draw_cases(250)
