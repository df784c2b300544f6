"""The seal of a panel: whom it waits for, and for which browsers it holds."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, or_, select

from skillgap.storage.panel_tables import panel_candidates, panel_members, panels
from skillgap.storage.panels import Panel, digest_key


@dataclass(frozen=True)
class SealedPerson:
    """A candidate of an unrevealed panel, as far as one is told apart by it."""

    panel: str
    person_id: str
    name: str


def list_sealed_people(engine: Engine, key: str) -> list[SealedPerson]:
    """Return the candidates of unrevealed panels a browser leads or scores in.

    A panel is revealed once each member has submitted or was excused. Who was excused
    has no part in it any more.
    """
    digest, member = digest_key(key), panel_members.c
    waiting = select(member.id).where(
        member.panel == panels.c.id, member.submitted_at == "", member.excused_at == ""
    )
    seat = select(member.id).where(
        member.panel == panels.c.id,
        member.seat_digest == digest,
        member.excused_at == "",
    )
    query = (
        select(panels.c.name, panel_candidates.c.person_id, panel_candidates.c.name)
        .join_from(panel_candidates, panels)
        .where(waiting.exists())
        .where(or_(panels.c.chair_digest == digest, seat.exists()))
        .order_by(panels.c.id, panel_candidates.c.letter)
    )
    with engine.connect() as connection:
        return [SealedPerson(*row) for row in connection.execute(query)]


def waits_for(connection: Connection, panel: int) -> list[str]:
    """Return who has neither submitted nor been excused."""
    table = panel_members
    query = (
        select(table.c.name)
        .where(
            table.c.panel == panel,
            table.c.submitted_at == "",
            table.c.excused_at == "",
        )
        .order_by(table.c.id)
    )
    return list(connection.execute(query).scalars())


def is_revealed(engine: Engine, panel: Panel) -> bool:
    """Say whether every member has submitted or was excused."""
    with engine.connect() as connection:
        return not waits_for(connection, panel.id)
