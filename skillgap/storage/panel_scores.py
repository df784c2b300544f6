"""Scores of a panel: one's own at any time, the others' once all have submitted."""

import pandas as pd
from sqlalchemy import Connection, Engine, delete, func, insert, select

from skillgap.domain.hiring.scorecards import SCORE_COLUMNS, Score, Stage
from skillgap.storage.database import begin_writing
from skillgap.storage.panel_seals import waits_for
from skillgap.storage.panel_seats import Seat, refuse_if_closed
from skillgap.storage.panel_tables import (
    panel_candidates,
    panel_members,
    panel_scores,
)
from skillgap.storage.panels import Panel, PanelError, lock_panel
from skillgap.storage.ratings import timestamp


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


def load_own_scores(engine: Engine, seat: Seat, stage: Stage = "first") -> pd.DataFrame:
    """Return the scores of one seat, columns as in ``tabulate_scores``."""
    with engine.connect() as connection:
        return _load(connection, seat.panel, stage, seat.id)


def load_scores(engine: Engine, panel: Panel, stage: Stage = "first") -> pd.DataFrame:
    """Return the scores of all members, columns as in ``tabulate_scores``.

    Scores of an excused member, begun and not submitted, are left out.

    Raises:
        PanelError: ``sealed``, with the ``names`` of those who have not submitted.

    """
    with engine.connect() as connection:
        _refuse_if_sealed(connection, panel.id)
        return _load(connection, panel.id, stage)


def _load(
    connection: Connection, panel: int, stage: Stage, seat: int | None = None
) -> pd.DataFrame:
    query = (
        select(
            panel_members.c.name.label("member"),
            *(panel_scores.c[name] for name in SCORE_COLUMNS[1:]),
        )
        .join_from(panel_scores, panel_members)
        .where(panel_members.c.panel == panel, panel_scores.c.stage == stage)
        .order_by(
            panel_members.c.id,
            panel_scores.c.candidate,
            panel_scores.c.saved_at,
            panel_scores.c.skill,
        )
    )
    if seat is None:
        query = query.where(panel_members.c.excused_at == "")
    else:
        query = query.where(panel_members.c.id == seat)
    rows = connection.execute(query).all()
    texts = dict.fromkeys((c for c in SCORE_COLUMNS if c != "level"), str)
    table = pd.DataFrame(rows, columns=list(SCORE_COLUMNS))
    return table.astype({"level": float, **texts})
