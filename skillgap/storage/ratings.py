"""The dated ratings of a person: one row for each skill and day."""

from dataclasses import asdict, dataclass

import pandas as pd
from sqlalchemy import Connection, Engine, delete, func, insert, select

from skillgap.domain.ratings import RATING_COLUMNS, empty_ratings
from skillgap.storage.database import people, ratings
from skillgap.storage.people import Person

KEY = ("person", "skill", "rated_on")


@dataclass(frozen=True)
class Rating:
    """One answer. ``level`` is None for "don't know"."""

    skill: str
    rated_on: str
    level: int | None
    basis: str
    framework: str
    evidence: str = ""
    note: str = ""
    profile: str = ""


def save_rating(engine: Engine, person: Person, rating: Rating) -> None:
    """Store an answer; a second one for the same skill and day replaces the first.

    Raises:
        ValueError: the level is not on the scale.

    """
    with engine.begin() as connection:
        _write(connection, person, rating)


def save_ratings(engine: Engine, person: Person, table: pd.DataFrame) -> None:
    """Store many answers in one transaction: all of them or none.

    Args:
        table: columns as in ``empty_ratings``; rows without a date are not answers
            and are left out.

    """
    with engine.begin() as connection:
        for row in table[table["rated_on"] != ""].to_dict("records"):
            level = None if pd.isna(row["level"]) else int(row["level"])
            values = {
                name: str(row[name])
                for name in Rating.__dataclass_fields__
                if name != "level"
            }
            _write(connection, person, Rating(level=level, **values))


def _write(connection: Connection, person: Person, rating: Rating) -> None:
    if rating.level is not None and not 0 <= rating.level <= 5:
        raise ValueError(f"level {rating.level} is not on the scale 0 to 5")
    same = (
        (ratings.c.person == person.id)
        & (ratings.c.skill == rating.skill)
        & (ratings.c.rated_on == rating.rated_on)
    )
    connection.execute(delete(ratings).where(same))
    connection.execute(insert(ratings).values(person=person.id, **asdict(rating)))


def remove_rating(engine: Engine, person: Person, skill: str, rated_on: str) -> None:
    """Take one answer back."""
    with engine.begin() as connection:
        connection.execute(
            delete(ratings).where(
                (ratings.c.person == person.id)
                & (ratings.c.skill == skill)
                & (ratings.c.rated_on == rated_on)
            )
        )


def load_ratings(engine: Engine, person: Person) -> pd.DataFrame:
    """Return every dated answer of a person, columns as in ``empty_ratings``."""
    query = (
        select(people.c.person_id, people.c.name, people.c.team, ratings)
        .join_from(ratings, people)
        .where(ratings.c.person == person.id)
        .order_by(ratings.c.rated_on, ratings.c.skill)
    )
    with engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    if not rows:
        return empty_ratings()
    table = pd.DataFrame([dict(row) for row in rows])
    return table[list(RATING_COLUMNS)].astype({"level": float})


def count_ratings(engine: Engine, person: Person) -> int:
    """Return how many dated answers a person has."""
    query = select(func.count()).where(ratings.c.person == person.id)
    with engine.connect() as connection:
        return int(connection.execute(query).scalar_one())
