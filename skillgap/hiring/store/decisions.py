"""What people decided about candidates: a log that only grows.

A ``Decision`` cannot exist without a name and a reason, the table refuses one
without, and there is no function that changes or removes an entry. A correction is a
further entry. The log goes only with its panel.
"""

from sqlalchemy import Connection, Engine, insert, select

from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.candidates import read_letters
from skillgap.hiring.store.panels import Panel, PanelError
from skillgap.hiring.store.tables import panel_decisions
from skillgap.storage.database import begin_writing


def record_decision(engine: Engine, panel: Panel, decision: Decision) -> None:
    """Append what somebody decided about a candidate.

    Raises:
        PanelError: ``no_candidate`` of that letter.

    """
    values = {
        "panel": panel.id,
        "who": decision.who,
        "decided_at": decision.on,
        "candidate": decision.candidate,
        "outcome": decision.outcome,
        "reason": decision.reason,
    }
    with begin_writing(engine) as connection:
        if decision.candidate not in read_letters(connection, panel.id):
            raise PanelError("no_candidate")
        connection.execute(insert(panel_decisions).values(values))


def read_decisions(connection: Connection, panel: int) -> list[Decision]:
    """Return the log of a panel, the oldest entry first."""
    table = panel_decisions
    query = (
        select(
            table.c.who,
            table.c.decided_at,
            table.c.candidate,
            table.c.outcome,
            table.c.reason,
        )
        .where(table.c.panel == panel)
        .order_by(table.c.id)
    )
    return [Decision(*row) for row in connection.execute(query)]
