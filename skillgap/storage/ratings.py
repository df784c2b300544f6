"""The dated ratings of a person: one row for each skill and day."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    RowMapping,
    Select,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from skillgap.domain.ratings import RATING_COLUMNS, empty_ratings
from skillgap.storage.database import begin_writing, check_answers, people, ratings
from skillgap.storage.people import Person


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


def timestamp() -> str:
    """Return this moment in UTC as ISO text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def save_rating(engine: Engine, person: Person, rating: Rating) -> None:
    """Store an answer; a second one for the same skill and day replaces the first.

    Once a check of the skill was shown, the earlier level is locked: it stays, and a
    changed one becomes the next version. Evidence and notes do not move the moment
    since which a level stands.

    Raises:
        ValueError: the level is not on the scale.

    """
    with begin_writing(engine) as connection:
        _write(connection, person, rating)


def save_ratings(engine: Engine, person: Person, table: pd.DataFrame) -> None:
    """Store many answers in one transaction: all of them or none.

    Args:
        table: columns as in ``empty_ratings``; rows without a date are not answers
            and are left out.

    """
    with begin_writing(engine) as connection:
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
    let_others_wait(connection, person)
    same = _same(person, rating.skill, rating.rated_on)
    query = select(ratings).where(same).order_by(ratings.c.version.desc()).limit(1)
    newest = connection.execute(query).mappings().one_or_none()
    values = asdict(rating)
    if newest is None or newest["level"] != rating.level:
        values["saved_at"] = timestamp()
    if newest is None or _is_locked(connection, person, rating, newest):
        values["person"] = person.id
        values["version"] = newest["version"] + 1 if newest else 1
        connection.execute(insert(ratings).values(values))
    else:
        newest_one = ratings.c.version == newest["version"]
        connection.execute(update(ratings).where(same, newest_one).values(values))


def let_others_wait(connection: Connection, person: Person) -> None:
    """Lock the person's row; on PostgreSQL two versions at once would collide."""
    same = update(people).where(people.c.id == person.id)
    connection.execute(same.values(person_id=people.c.person_id))


def _is_locked(
    connection: Connection, person: Person, rating: Rating, newest: RowMapping
) -> bool:
    """Say whether a check was shown since the level stands and the level changes."""
    if newest["level"] == rating.level:
        return False
    since = check_answers.c.asked_at >= newest["saved_at"]
    shown = _shown(person, rating.skill).where(since)
    return bool(connection.execute(shown).scalar_one())


def _same(person: Person, skill: str, rated_on: str) -> ColumnElement[bool]:
    return and_(
        ratings.c.person == person.id,
        ratings.c.skill == skill,
        ratings.c.rated_on == rated_on,
    )


def set_basis(engine: Engine, person: Person, skill: str, day: str, basis: str) -> None:
    """Store what the answer of a day rests on now; the level stays as it is."""
    newest = select(func.max(ratings.c.version)).where(_same(person, skill, day))
    with begin_writing(engine) as connection:
        connection.execute(
            update(ratings)
            .where(
                _same(person, skill, day),
                ratings.c.version == newest.scalar_subquery(),
            )
            .values(basis=basis)
        )


def remove_rating(engine: Engine, person: Person, skill: str, rated_on: str) -> None:
    """Take one day's answer back, unless a check of the skill was shown: it stays."""
    with begin_writing(engine) as connection:
        if not connection.execute(_shown(person, skill)).scalar_one():
            connection.execute(delete(ratings).where(_same(person, skill, rated_on)))


def has_seen_check(engine: Engine, person: Person, skill: str) -> bool:
    """Say whether a check of a skill was shown, so that its answer is locked."""
    with engine.connect() as connection:
        return bool(connection.execute(_shown(person, skill)).scalar_one())


def _shown(person: Person, skill: str) -> Select[int]:
    return select(func.count()).where(
        check_answers.c.person == person.id, check_answers.c.skill == skill
    )


def load_versions(engine: Engine, person: Person) -> pd.DataFrame:
    """Return every version of every answer, the newest of a day last.

    Columns as in ``empty_ratings`` plus ``version`` (1 is the first).
    """
    query = (
        select(people.c.person_id, people.c.name, people.c.team, ratings)
        .join_from(ratings, people)
        .where(ratings.c.person == person.id)
        .order_by(ratings.c.rated_on, ratings.c.skill, ratings.c.version)
    )
    with engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    if not rows:
        return empty_ratings().assign(version=pd.Series(dtype=int))
    table = pd.DataFrame([dict(row) for row in rows])
    return table[[*RATING_COLUMNS, "version"]].astype({"level": float})


def load_ratings(engine: Engine, person: Person) -> pd.DataFrame:
    """Return a person's dated answers, columns as in ``empty_ratings``."""
    versions = load_versions(engine, person)
    newest = versions.drop_duplicates(["skill", "rated_on"], keep="last")
    return newest[list(RATING_COLUMNS)].reset_index(drop=True)
