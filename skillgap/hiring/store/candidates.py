"""Candidates of a panel: how they come in, go out, and are read."""

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Connection, Engine, delete, func, insert, select

from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.hiring.candidates import LETTERS, Candidate
from skillgap.hiring.store.panels import Panel, PanelError, load_needs, lock_panel
from skillgap.hiring.store.tables import (
    panel_candidates,
    panel_members,
    panel_ratings,
    panel_scores,
)
from skillgap.storage.database import begin_writing


def add_candidates(
    engine: Engine, panel: Panel, candidates: Sequence[Candidate]
) -> list[str]:
    """Store candidates with their ratings and return the letters they got.

    Whoever is in the panel already, with the same ratings, stays as they are and gets
    no second letter.

    Raises:
        PanelError: ``needs_open`` (what the role asks is fixed first), ``submitted``
            (a member has scored already), ``too_many``.

    """
    if load_needs(engine, panel) is None:
        raise PanelError("needs_open")
    with begin_writing(engine) as connection:
        lock_panel(connection, panel.id)
        if _has_submitted(connection, panel):
            raise PanelError("submitted")
        known = _known(connection, panel)
        fresh = [c for c in candidates if _content(c) not in known.values()]
        taken = LETTERS.index(max(known)) + 1 if known else 0
        letters = list(LETTERS[taken : taken + len(fresh)])
        if len(letters) < len(fresh):
            raise PanelError("too_many")
        for letter, candidate in zip(letters, fresh):
            _add(connection, panel, letter, candidate)
    return letters


def remove_candidate(engine: Engine, panel: Panel, letter: str) -> None:
    """Take a candidate out with all scores on them; the others keep their letters.

    Raises:
        PanelError: ``submitted`` (a member has scored already).

    """
    members = select(panel_members.c.id).where(panel_members.c.panel == panel.id)
    with begin_writing(engine) as connection:
        lock_panel(connection, panel.id)
        if _has_submitted(connection, panel):
            raise PanelError("submitted")
        connection.execute(
            delete(panel_scores).where(
                panel_scores.c.member.in_(members), panel_scores.c.candidate == letter
            )
        )
        for table in (panel_ratings, panel_candidates):
            here = (table.c.panel == panel.id) & (table.c.letter == letter)
            connection.execute(delete(table).where(here))


def _known(connection: Connection, panel: Panel) -> dict[str, list[tuple[object, ...]]]:
    """Return what tells each candidate of a panel from others, by letter."""
    table, columns = panel_candidates.c, panel_ratings.c
    letters = select(table.letter).where(table.panel == panel.id)
    found: dict[str, list[tuple[object, ...]]] = {
        letter: [] for letter in connection.execute(letters).scalars()
    }
    query = (
        select(columns.letter, *(columns[name] for name in RATING_COLUMNS))
        .where(columns.panel == panel.id)
        .order_by(columns.letter, columns.position)
    )
    for letter, *values in connection.execute(query):
        found[letter].append(tuple(values))
    return found


def _content(candidate: Candidate) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in RATING_COLUMNS) for row in _rows(candidate)]


def _rows(candidate: Candidate) -> list[dict[str, object]]:
    """Return the ratings as they are stored."""
    return [
        {
            **{name: row[name] for name in RATING_COLUMNS},
            "level": None if pd.isna(row["level"]) else int(row["level"]),
        }
        for row in candidate.ratings.to_dict("records")
    ]


def _has_submitted(connection: Connection, panel: Panel) -> bool:
    submitted = select(func.count()).where(
        panel_members.c.panel == panel.id, panel_members.c.submitted_at != ""
    )
    return bool(connection.execute(submitted).scalar_one())


def _add(
    connection: Connection, panel: Panel, letter: str, candidate: Candidate
) -> None:
    values = {
        "person_id": candidate.person_id,
        "name": candidate.name,
        "source": candidate.source,
    }
    place = {"panel": panel.id, "letter": letter}
    connection.execute(insert(panel_candidates).values({**place, **values}))
    rows = [
        {**place, **row, "position": position}
        for position, row in enumerate(_rows(candidate))
    ]
    if rows:
        connection.execute(insert(panel_ratings), rows)


def read_letters(connection: Connection, panel: int) -> list[str]:
    """Return the candidates of a panel in their order, and nothing about them."""
    letter = panel_candidates.c.letter
    query = select(letter).where(panel_candidates.c.panel == panel).order_by(letter)
    return list(connection.execute(query).scalars())


def read_candidates(connection: Connection, panel: int) -> tuple[Candidate, ...]:
    """Return the candidates with what they say of themselves."""
    who, rating = panel_candidates.c, panel_ratings.c
    query = (
        select(
            *(who.letter, who.person_id, who.name, who.source, rating.position),
            *(rating[name] for name in RATING_COLUMNS),
        )
        .join_from(
            panel_candidates,
            panel_ratings,
            (rating.panel == who.panel) & (rating.letter == who.letter),
            isouter=True,
        )
        .where(who.panel == panel)
        .order_by(who.letter, rating.position)
    )
    rows = connection.execute(query).all()
    people = dict.fromkeys(tuple(row[:4]) for row in rows)
    rated = [(row.letter, *row[5:]) for row in rows if row.position is not None]
    table = pd.DataFrame(rated, columns=["letter", *RATING_COLUMNS])
    table = table.astype({"level": float})
    return tuple(
        Candidate(letter, person_id, name, source, _ratings_of(letter, table))
        for letter, person_id, name, source in people
    )


def _ratings_of(letter: str, ratings: pd.DataFrame) -> pd.DataFrame:
    own = ratings.loc[ratings["letter"] == letter, list(RATING_COLUMNS)]
    return own.reset_index(drop=True)
