"""What people decided: a log that only grows."""

from dataclasses import replace

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.decisions import record_decision
from skillgap.hiring.store.tables import panel_decisions
from tests.hiring.store.panels import all_submit, ready_panel, refused, standing

DECISION = Decision("Rini", "2026-11-25T10:00:00+00:00", "A", "invite", "showed it")


def test_decisions_are_logged_in_order_and_a_correction_is_a_further_entry(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats)
    correction = Decision("Rini", "2026-11-26T10:00:00+00:00", "A", "hold", "new facts")

    record_decision(engine, panel, DECISION)
    record_decision(engine, panel, correction)

    assert standing(engine, panel).revealed.decisions == (DECISION, correction)
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


def test_what_was_decided_stays_as_it_is_whatever_comes_later(engine):
    def rows():
        with engine.connect() as connection:
            return list(connection.execute(select(panel_decisions)))

    panel, seats = ready_panel(engine)
    record_decision(engine, panel, DECISION)
    (first,) = rows()

    for later in (
        DECISION,
        replace(DECISION, outcome="hold", reason="new facts"),
        replace(DECISION, candidate="B"),
    ):
        record_decision(engine, panel, later)
    all_submit(engine, seats)
    standing(engine, panel)

    assert rows()[0] == first
    assert len(rows()) == 4
