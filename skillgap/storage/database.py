"""The tables, how words are kept in them, and the engine that reaches them.

A feature's own tables join ``metadata`` before the database is opened.
"""

from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    create_engine,
    event,
)
from sqlalchemy.engine import make_url

metadata = MetaData()


class Words(TypeDecorator[str]):
    """Words of people; the NUL character, which PostgreSQL cannot keep, is left out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: object) -> str | None:
        """Return the words as they are stored."""
        return value.replace("\0", "") if value else value


people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key_digest", String(64), nullable=False, unique=True),
    Column("person_id", String(200), nullable=False),
    Column("name", Words, nullable=False, default=""),
    Column("team", Words, nullable=False, default=""),
    Column("profile", String(80), nullable=False, default=""),
    Column("language", String(2), nullable=False, default=""),
    Column("created_on", String(10), nullable=False),
)

ratings = Table(
    "ratings",
    metadata,
    Column("person", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("skill", String(120), primary_key=True),
    Column("rated_on", String(10), primary_key=True),
    Column("version", Integer, primary_key=True, default=1),
    Column("saved_at", String(32), nullable=False),
    Column("level", Integer, nullable=True),
    Column("basis", String(20), nullable=False),
    Column("framework", String(40), nullable=False),
    Column("evidence", Words, nullable=False, default=""),
    Column("note", Words, nullable=False, default=""),
    Column("profile", String(80), nullable=False, default=""),
)

check_answers = Table(
    "check_answers",
    metadata,
    Column("person", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("check", String(120), primary_key=True),
    Column("skill", String(120), nullable=False),
    Column("asked_at", String(32), nullable=False),
    Column("answered_at", String(32), nullable=False, default=""),
    Column("response", Words, nullable=False, default=""),
    Column("right", Integer, nullable=True),
    Column("confidence", String(10), nullable=False, default=""),
)

plan_choices = Table(
    "plan_choices",
    metadata,
    Column("person", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("choices", Words, nullable=False),
    Column("saved_at", String(32), nullable=False),
)


def open_database(url: str) -> Engine:
    """Return an engine whose tables exist.

    A SQLite file is created with its folder; it is read and written by many sessions
    at once, so writers wait for each other instead of failing.
    """
    target = make_url(url)
    if target.get_backend_name() == "sqlite" and target.database:
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    metadata.create_all(engine)
    return engine


def begin_writing(engine: Engine) -> AbstractContextManager[Connection]:
    """Open a transaction that may read and then write: no other writer is between."""
    return engine.execution_options(writes=True).begin()


def _prepare_sqlite(connection, _record) -> None:  # type: ignore[no-untyped-def]
    connection.isolation_level = None  # transactions begin where _begin_sqlite says
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA busy_timeout=5000")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
