"""Seats of a panel: which browser scores for which member, and who has submitted."""

from dataclasses import dataclass

import pandas as pd
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
        held = find_seat_of(connection, panel, digest)
        if held is not None and held.id != row.id:
            raise PanelError("has_a_seat", [held.member])
        free = (table.c.id == row.id) & (table.c.seat_digest.in_(["", digest]))
        taken = connection.execute(update(table).where(free).values(seat_digest=digest))
        if not taken.rowcount:
            raise PanelError("seat_taken")
    return row


def find_seat(engine: Engine, panel: Panel, key: str) -> Seat | None:
    """Return the seat a browser holds in a panel, None if it holds none."""
    with engine.connect() as connection:
        return find_seat_of(connection, panel, digest_key(key))


def find_seat_of(connection: Connection, panel: Panel, digest: str) -> Seat | None:
    """Return the seat of a digest, None if it holds none."""
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


def list_members(engine: Engine, panel: Panel) -> pd.DataFrame:
    """Return who scores and how far they are; no score is among it.

    Columns ``member``, ``seated``, ``submitted_at``, ``excused_at`` (empty if not),
    ``excused_for`` (the chair's reason), in the order they were named.
    """
    table = panel_members
    query = (
        select(
            table.c.name.label("member"),
            (table.c.seat_digest != "").label("seated"),
            table.c.submitted_at,
            table.c.excused_at,
            table.c.excused_for,
        )
        .where(table.c.panel == panel.id)
        .order_by(table.c.id)
    )
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    columns = ["member", "seated", "submitted_at", "excused_at", "excused_for"]
    return pd.DataFrame(rows, columns=columns)


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
