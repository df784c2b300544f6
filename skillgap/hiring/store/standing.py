"""How a panel stands for one browser: all that it may see, read in one transaction.

PostgreSQL shows each statement its own moment. That is harmless here: what opens a
panel is never taken back, so a later statement finds no less open than an earlier one;
and one's own scores are asked by the browser's key, not by the seat found before.
"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, select

from skillgap.hiring.candidates import Candidate
from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.candidates import read_candidates, read_letters
from skillgap.hiring.store.decisions import read_decisions
from skillgap.hiring.store.panels import Panel, digest_key, read_needs
from skillgap.hiring.store.scores import read_scores
from skillgap.hiring.store.seats import Seat
from skillgap.hiring.store.tables import panel_members, panels

MEMBER_COLUMNS = ("member", "seated", "submitted_at", "excused_at", "excused_for")


@dataclass(frozen=True)
class PanelAccess:
    """What a browser is in a panel: it leads it, holds a seat, or both."""

    panel: Panel
    leads: bool
    seat: Seat | None


@dataclass(frozen=True, eq=False)
class RevealedPanel:
    """What is open once each member has submitted or was excused.

    ``scores`` are those of all stages, columns as in ``tabulate_scores``; what an
    excused member began and did not submit is left out. ``decisions`` begin with the
    oldest.
    """

    candidates: tuple[Candidate, ...]
    scores: pd.DataFrame
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, eq=False)
class PanelStanding:
    """A panel as one browser may see it.

    ``needs`` are what the role asks, as YAML, None while nothing is fixed. ``members``
    has the columns ``member``, ``seated``, ``submitted_at``, ``excused_at`` (empty if
    not), ``excused_for`` (the chair's reason), in the order they were named.
    ``letters`` are the candidates. ``own`` are the scores of one's own seat, columns
    as in ``tabulate_scores``. ``revealed`` is None while the panel is sealed.
    """

    access: PanelAccess
    needs: str | None
    members: pd.DataFrame
    letters: tuple[str, ...]
    own: pd.DataFrame
    revealed: RevealedPanel | None


def load_standing(engine: Engine, panel: Panel, key: str) -> PanelStanding | None:
    """Return how a panel stands for a browser, None if it has no part in it (any more).

    One statement a question: members, needs, scores, candidates, and decisions once
    they are open.
    """
    digest = digest_key(key)
    with engine.connect() as connection:
        found = _read_members(connection, panel, digest)
        access = _name_access(panel, found)
        if access is None:
            return None
        needs, members = read_needs(connection, panel.id), found[list(MEMBER_COLUMNS)]
        excused = found["excused_at"] != ""
        if not (excused | (found["submitted_at"] != "")).all():
            own = read_scores(connection, panel.id, digest)
            letters = tuple(read_letters(connection, panel.id))
            return PanelStanding(access, needs, members, letters, own, None)
        scores = read_scores(connection, panel.id)
        candidates = read_candidates(connection, panel.id)
        decisions = tuple(read_decisions(connection, panel.id))
    own = scores[scores["member"].isin(found.loc[found["is_own"], "member"])]
    counted = scores[~scores["member"].isin(found.loc[excused, "member"])]
    letters = tuple(candidate.letter for candidate in candidates)
    revealed = RevealedPanel(candidates, counted, decisions)
    return PanelStanding(access, needs, members, letters, own, revealed)


def find_access(engine: Engine, panel: Panel, key: str) -> PanelAccess | None:
    """Return what a browser is in a panel, None if it has no part in it (any more)."""
    with engine.connect() as connection:
        return _name_access(panel, _read_members(connection, panel, digest_key(key)))


def _read_members(connection: Connection, panel: Panel, digest: str) -> pd.DataFrame:
    """Return the members as a standing shows them, and what a browser is among them."""
    member = panel_members.c
    query = (
        select(
            member.name.label("member"),
            (member.seat_digest != "").label("seated"),
            member.submitted_at,
            member.excused_at,
            member.excused_for,
            member.id,
            (member.seat_digest == digest).label("is_own"),
            (panels.c.chair_digest == digest).label("leads"),
        )
        .join_from(panel_members, panels)
        .where(panels.c.id == panel.id)
        .order_by(member.id)
    )
    columns = [*MEMBER_COLUMNS, "id", "is_own", "leads"]
    rows = pd.DataFrame(connection.execute(query).all(), columns=columns)
    return rows.astype({"is_own": bool, "leads": bool})


def _name_access(panel: Panel, members: pd.DataFrame) -> PanelAccess | None:
    own = members[members["is_own"]].itertuples()
    seat = next((Seat(int(row.id), panel.id, row.member) for row in own), None)
    leads = bool(members["leads"].any())
    return PanelAccess(panel, leads, seat) if leads or seat else None
