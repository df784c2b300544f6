"""Who keeps ratings here: a person is known by a secret key of their browser."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from skillgap.storage.database import begin_writing, people


@dataclass(frozen=True)
class Person:
    """One person of this installation.

    ``id`` is the row here, ``person_id`` what exports call them. ``profile`` and
    ``language`` are empty until chosen.
    """

    id: int
    person_id: str
    name: str
    team: str
    profile: str
    language: str


def find_person(engine: Engine, key: str) -> Person | None:
    """Return the person a key belongs to, or None. Only its digest is stored."""
    wanted = [people.c[name] for name in Person.__dataclass_fields__]
    query = select(*wanted).where(people.c.key_digest == _digest(key))
    with engine.connect() as connection:
        row = connection.execute(query).one_or_none()
    return Person(*row) if row else None


def add_person(engine: Engine, key: str, today: str, language: str = "") -> Person:
    """Return the person of a key, made now if there is none."""
    values = {
        "key_digest": _digest(key),
        "person_id": f"p-{uuid4().hex[:12]}",
        "language": language,
        "created_on": today,
    }
    try:
        with begin_writing(engine) as connection:
            connection.execute(insert(people).values(values))
    except IntegrityError:
        pass  # a second tab was faster; its row is as good
    person = find_person(engine, key)
    assert person is not None
    return person


def change_person(engine: Engine, person: Person, values: Mapping[str, str]) -> None:
    """Store new values of some columns, such as ``name`` or ``profile``."""
    with begin_writing(engine) as connection:
        connection.execute(
            update(people).where(people.c.id == person.id).values(dict(values))
        )


def erase_person(engine: Engine, person: Person) -> None:
    """Remove a person and every rating of theirs."""
    with begin_writing(engine) as connection:
        connection.execute(delete(people).where(people.c.id == person.id))


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8")).hexdigest()
