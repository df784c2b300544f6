"""Seats of a panel: which browser scores for which member, and who has submitted."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, delete, func, select, update

from skillgap.hiring.scorecards import fold_name
from skillgap.hiring.store.panels import Panel, PanelError, digest_key, lock_panel
from skillgap.hiring.store.tables import panel_members, panel_scores
from skillgap.storage.database import begin_writing
from skillgap.storage.ratings import timestamp


@dataclass(frozen=True)
class Seat:
    """A member's place in a panel; ``id`` is the member's row."""

    id: int
    panel: int
    member: str


def take_seat(engine: Engine, panel: Panel, member: str, key: str) -> Seat:
    """Return the seat of a member for a browser; the first browser keeps it.

    Raises:
        PanelError: ``not_a_member``, ``seat_taken`` (by another browser),
            ``has_a_seat`` (this browser scores for another member).

    """
    digest = digest_key(key)
    table = panel_members
    with begin_writing(engine) as connection:
        lock_panel(connection, panel.id)
        row = _member(connection, panel, member)
        if row is None:
            raise PanelError("not_a_member")
        held = _held_seat(connection, panel, digest)
        if held is not None and held.id != row.id:
            raise PanelError("has_a_seat", [held.member])
        free = (table.c.id == row.id) & (table.c.seat_digest.in_(["", digest]))
        taken = connection.execute(update(table).where(free).values(seat_digest=digest))
        if not taken.rowcount:
            raise PanelError("seat_taken")
    return row


def _held_seat(connection: Connection, panel: Panel, digest: str) -> Seat | None:
    """Return the seat a browser holds in a panel, None if it holds none."""
    table = panel_members
    query = select(table.c.id, table.c.panel, table.c.name).where(
        table.c.panel == panel.id, table.c.seat_digest == digest
    )
    row = connection.execute(query).one_or_none()
    return Seat(*row) if row else None


def _member(connection: Connection, panel: Panel, member: str) -> Seat | None:
    table = panel_members
    query = select(table.c.id, table.c.panel, table.c.name).where(
        table.c.panel == panel.id, table.c.folded_name == fold_name(member)
    )
    row = connection.execute(query).one_or_none()
    return Seat(*row) if row else None


def submit_scores(engine: Engine, seat: Seat) -> None:
    """Close a member's first scores for good.

    Raises:
        PanelError: ``submitted`` already, ``excused``, ``no_scores`` to submit.

    """
    table = panel_members
    scored = select(func.count()).where(
        panel_scores.c.member == seat.id, panel_scores.c.stage == "first"
    )
    with begin_writing(engine) as connection:
        lock_panel(connection, seat.panel)
        refuse_if_closed(connection, seat)
        if not connection.execute(scored).scalar_one():
            raise PanelError("no_scores")
        connection.execute(
            update(table).where(table.c.id == seat.id).values(submitted_at=timestamp())
        )


def refuse_if_closed(connection: Connection, seat: Seat) -> None:
    """Refuse a first score of somebody who submitted or was excused.

    Raises:
        PanelError: ``submitted`` or ``excused``.

    """
    table = panel_members
    query = select(table.c.submitted_at, table.c.excused_at).where(
        table.c.id == seat.id
    )
    row = connection.execute(query).one()
    if row.submitted_at or row.excused_at:
        raise PanelError("submitted" if row.submitted_at else "excused")


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


def _open_member(connection: Connection, panel: Panel, member: str) -> Seat:
    """Return a member who has neither submitted nor been excused, the panel locked."""
    lock_panel(connection, panel.id)
    row = _member(connection, panel, member)
    if row is None:
        raise PanelError("not_a_member")
    refuse_if_closed(connection, row)
    return row


def excuse_member(engine: Engine, panel: Panel, member: str, reason: str) -> None:
    """Go on without a member who has not submitted; the reason is kept.

    Raises:
        ValueError: the reason is empty.
        PanelError: ``not_a_member``, ``submitted``, ``excused``, or ``nobody_left``.

    """
    if not reason.strip():
        raise ValueError("going on without a member has a reason")
    table = panel_members
    with begin_writing(engine) as connection:
        row = _open_member(connection, panel, member)
        others = select(func.count()).where(
            table.c.panel == panel.id, table.c.excused_at == "", table.c.id != row.id
        )
        if connection.execute(others).scalar_one() < 1:
            raise PanelError("nobody_left")
        values = {"excused_at": timestamp(), "excused_for": reason.strip()}
        connection.execute(update(table).where(table.c.id == row.id).values(values))


def free_seat(engine: Engine, panel: Panel, member: str) -> None:
    """Let another browser sit down for a member who lost theirs.

    What was entered and not submitted goes, so that nobody reads it by taking the
    seat.

    Raises:
        PanelError: ``not_a_member``, ``submitted`` or ``excused``.

    """
    table = panel_members
    with begin_writing(engine) as connection:
        row = _open_member(connection, panel, member)
        connection.execute(delete(panel_scores).where(panel_scores.c.member == row.id))
        connection.execute(
            update(table).where(table.c.id == row.id).values(seat_digest="")
        )
