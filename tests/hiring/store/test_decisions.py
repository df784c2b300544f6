"""What people decided: a log that only grows."""

import inspect

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store import decisions as log
from skillgap.hiring.store.decisions import load_decisions, record_decision
from skillgap.hiring.store.tables import panel_decisions
from tests.hiring.store.panels import (
    ready_panel,
    refused,
)

DECISION = Decision("Rini", "2026-11-25T10:00:00+00:00", "A", "invite", "showed it")


def test_decisions_are_logged_in_order_and_a_correction_is_a_further_entry(engine):
    panel, _ = ready_panel(engine)
    correction = Decision("Rini", "2026-11-26T10:00:00+00:00", "A", "hold", "new facts")

    record_decision(engine, panel, DECISION)
    record_decision(engine, panel, correction)

    assert load_decisions(engine, panel) == [DECISION, correction]
    with refused("no_candidate"):
        record_decision(
            engine, panel, Decision("Rini", "now", "Z", "invite", "no reason")
        )


@pytest.mark.parametrize("missing", ["who", "outcome", "reason"])
def test_the_table_itself_refuses_a_decision_without_name_or_reason(engine, missing):
    panel, _ = ready_panel(engine)
    row = {
        "panel": panel.id, "who": "Rini", "decided_at": "now", "candidate": "A",
        "outcome": "invite", "reason": "showed it", missing: "  ",
    }  # fmt: skip

    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(panel_decisions).values(row))


def test_no_function_changes_or_removes_a_decision():
    source = inspect.getsource(log)

    assert not [word for word in ("update(", "delete(", "text(") if word in source]
    public = {
        name
        for name, thing in vars(log).items()
        if inspect.isfunction(thing) and thing.__module__ == log.__name__
    }
    assert public == {"record_decision", "load_decisions"}
