"""Scores of a panel, and the seal that keeps them shut until the reveal."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, delete, func, insert, or_, select

from skillgap.hiring.scorecards import SCORE_COLUMNS, Score, Stage
from skillgap.hiring.store.panels import Panel, PanelError, digest_key, lock_panel
from skillgap.hiring.store.seats import Seat, refuse_if_closed, waits_for
from skillgap.hiring.store.tables import (
    panel_candidates,
    panel_members,
    panel_scores,
    panels,
)
from skillgap.storage.database import begin_writing
from skillgap.storage.ratings import timestamp


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


def save_score(
    engine: Engine, seat: Seat, score: Score, stage: Stage = "first"
) -> None:
    """Store a score; a second one for the same candidate and skill replaces it.

    ``first`` scores are given alone and end with submitting. ``after`` scores follow
    the discussion, once all is revealed; they stand beside the first ones.

    Raises:
        ValueError: the level is not on the scale.
        PanelError: ``submitted``, ``excused``, ``sealed`` (an ``after`` score before
            the reveal), ``no_candidate``.

    """
    if score.level is not None and not 0 <= score.level <= 5:
        raise ValueError(f"level {score.level} is not on the scale 0 to 5")
    same = (
        (panel_scores.c.member == seat.id)
        & (panel_scores.c.stage == stage)
        & (panel_scores.c.candidate == score.candidate)
        & (panel_scores.c.skill == score.skill)
    )
    values = {
        "member": seat.id,
        "stage": stage,
        "candidate": score.candidate,
        "skill": score.skill,
        "level": score.level,
        "note": score.note,
        "saved_at": timestamp(),
    }
    with begin_writing(engine) as connection:
        lock_panel(connection, seat.panel)
        if stage == "first":
            refuse_if_closed(connection, seat)
        else:
            _refuse_if_sealed(connection, seat.panel)
        _refuse_stranger(connection, seat.panel, score.candidate)
        connection.execute(delete(panel_scores).where(same))
        connection.execute(insert(panel_scores).values(values))


def _refuse_if_sealed(connection: Connection, panel: int) -> None:
    waiting = waits_for(connection, panel)
    if waiting:
        raise PanelError("sealed", waiting)


def _refuse_stranger(connection: Connection, panel: int, letter: str) -> None:
    known = select(func.count()).where(
        panel_candidates.c.panel == panel, panel_candidates.c.letter == letter
    )
    if not connection.execute(known).scalar_one():
        raise PanelError("no_candidate")


def load_own_scores(engine: Engine, panel: Panel, key: str) -> pd.DataFrame:
    """Return the scores of the seat a browser holds; none if it holds none (any more).

    Columns as in ``tabulate_scores``.
    """
    with engine.connect() as connection:
        return read_scores(connection, panel.id, digest_key(key))


def read_scores(
    connection: Connection, panel: int, digest: str | None = None
) -> pd.DataFrame:
    """Return the scores of all members, or of the seat whose digest is given.

    Columns as in ``tabulate_scores``, those given alone first.
    """
    query = (
        select(
            panel_members.c.name.label("member"),
            *(panel_scores.c[name] for name in SCORE_COLUMNS[1:]),
        )
        .join_from(panel_scores, panel_members)
        .where(panel_members.c.panel == panel)
        .order_by(
            panel_scores.c.stage.desc(),
            panel_members.c.id,
            panel_scores.c.candidate,
            panel_scores.c.saved_at,
            panel_scores.c.skill,
        )
    )
    if digest is not None:
        query = query.where(panel_members.c.seat_digest == digest)
    rows = connection.execute(query).all()
    texts = dict.fromkeys((c for c in SCORE_COLUMNS if c != "level"), str)
    table = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    return table.astype({"level": float, **texts})
