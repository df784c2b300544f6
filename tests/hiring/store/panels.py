"""A panel in tests: two members, two candidates, fixed needs."""

from collections.abc import Iterable

import pytest
from sqlalchemy import Engine

from skillgap.hiring.candidates import Candidate
from skillgap.hiring.scorecards import Score
from skillgap.hiring.store.candidates import add_candidates
from skillgap.hiring.store.panels import Panel, PanelError, add_panel, save_needs
from skillgap.hiring.store.scores import save_score
from skillgap.hiring.store.seats import Seat, submit_scores, take_seat
from skillgap.hiring.store.standing import PanelStanding, load_standing
from tests.needs import people

CODE = "ABCDE-FGHJK-23456-PQRST"
MEMBERS = ("Rini", "Tono")


def a_panel(engine: Engine, members: tuple[str, ...] = MEMBERS) -> Panel:
    """Return a new panel without needs and candidates, led by ``chair-key``."""
    return add_panel(engine, CODE, "LLM engineer", members, "chair-key", "2026-11-25")


def two_candidates() -> tuple[Candidate, ...]:
    """Return two candidates with a rating each."""
    one, two = "skill level\na.git 3", "skill level\na.git 5"
    return people(one, two, names=("Budi", "Sari"))


def ready_panel(
    engine: Engine, members: tuple[str, ...] = MEMBERS
) -> tuple[Panel, list[Seat]]:
    """Return a panel with two candidates, and the seats of its members."""
    panel = a_panel(engine, members)
    save_needs(engine, panel, "name: Role\n")
    add_candidates(engine, panel, two_candidates())
    return panel, [take_seat(engine, panel, m, f"{m}-key") for m in members]


def standing(engine: Engine, panel: Panel, key: str = "chair-key") -> PanelStanding:
    """Return how a panel stands for a browser that has a part in it."""
    found = load_standing(engine, panel, key)
    assert found is not None, "this browser has no part in the panel"
    return found


def all_submit(engine: Engine, seats: Iterable[Seat]) -> None:
    """Let members score candidate A and submit."""
    for seat in seats:
        save_score(engine, seat, Score("A", "a.git", 3, "clear"))
        submit_scores(engine, seat)


def refused(code: str) -> "pytest.RaisesExc[PanelError]":
    """Expect that a panel does not allow something."""
    return pytest.raises(PanelError, match=f"^{code}$")
