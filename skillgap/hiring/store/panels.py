"""Hiring panels: who made one, how it is opened, and what the role asks.

A panel is opened by its code and a seat by the key of a browser; of both only a
digest is kept. The chair is the browser that made the panel.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import scrypt, sha256
from secrets import choice

from sqlalchemy import Connection, Engine, delete, func, insert, select

from skillgap.hiring.scorecards import fold_code, fold_name
from skillgap.hiring.store.tables import panel_members, panel_needs, panels
from skillgap.storage.database import begin_writing
from skillgap.storage.ratings import timestamp

# Without letters and digits that look alike; twenty of 31 are 99 bits.
CODE_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_GROUPS = 4


@dataclass(frozen=True)
class Panel:
    """One panel of this installation."""

    id: int
    name: str
    created_on: str


class PanelError(Exception):
    """Something a panel does not allow now; ``code`` says what."""

    def __init__(self, code: str, names: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.names = tuple(names)


def make_code() -> str:
    """Return a new code nobody can guess, in groups one can read out."""
    groups = ("".join(choice(CODE_SIGNS) for _ in range(5)) for _ in range(CODE_GROUPS))
    return "-".join(groups)


def add_panel(
    engine: Engine,
    code: str,
    name: str,
    members: Iterable[str],
    chair_key: str,
    today: str,
) -> Panel:
    """Return a new panel with its members; the browser of ``chair_key`` leads it.

    Raises:
        ValueError: the code is too short, or there are fewer than two members, or two
            of one name.

    """
    names = [" ".join(member.split()) for member in members]
    folded = [fold_name(member) for member in names]
    if len(names) < 2 or not all(folded) or len(set(folded)) < len(folded):
        raise ValueError("a panel has at least two members, each with a name of theirs")
    values = {
        "code_digest": _digest_code(code),
        "chair_digest": digest_key(chair_key),
        "name": name,
        "created_on": today,
    }
    with begin_writing(engine) as connection:
        made = connection.execute(insert(panels).values(values))
        assert made.inserted_primary_key is not None
        panel = int(made.inserted_primary_key[0])
        rows = [
            {"panel": panel, "name": member, "folded_name": key}
            for member, key in zip(names, folded)
        ]
        connection.execute(insert(panel_members), rows)
    return Panel(panel, name, today)


def find_panel(engine: Engine, code: str) -> Panel | None:
    """Return the panel a code opens, None if it opens none."""
    try:
        digest = _digest_code(code)
    except ValueError:
        return None
    columns = (panels.c.id, panels.c.name, panels.c.created_on)
    query = select(*columns).where(panels.c.code_digest == digest)
    with engine.connect() as connection:
        row = connection.execute(query).one_or_none()
    return Panel(*row) if row else None


def erase_panel(engine: Engine, panel: Panel) -> None:
    """Remove a panel with its candidates, scores and decisions."""
    with begin_writing(engine) as connection:
        connection.execute(delete(panels).where(panels.c.id == panel.id))


def lock_panel(connection: Connection, panel: int) -> None:
    """Let no other writer change a panel before this transaction ends.

    SQLite has one writer at a time anyway; PostgreSQL locks the row.
    """
    row = select(panels.c.id).where(panels.c.id == panel).with_for_update()
    connection.execute(row).all()


def save_needs(engine: Engine, panel: Panel, content: str) -> None:
    """Store the fixed needs of the role as YAML; earlier versions stay."""
    newest = select(func.max(panel_needs.c.version)).where(
        panel_needs.c.panel == panel.id
    )
    with begin_writing(engine) as connection:
        lock_panel(connection, panel.id)
        version = (connection.execute(newest).scalar_one() or 0) + 1
        values = {"version": version, "saved_at": timestamp(), "content": content}
        connection.execute(insert(panel_needs).values(panel=panel.id, **values))


def load_needs(engine: Engine, panel: Panel) -> str | None:
    """Return the newest needs as YAML, None while nothing is fixed."""
    with engine.connect() as connection:
        return read_needs(connection, panel.id)


def read_needs(connection: Connection, panel: int) -> str | None:
    """Return the newest needs as YAML, None while nothing is fixed."""
    query = (
        select(panel_needs.c.content)
        .where(panel_needs.c.panel == panel)
        .order_by(panel_needs.c.version.desc())
        .limit(1)
    )
    found: str | None = connection.execute(query).scalar_one_or_none()
    return found


def digest_key(key: str) -> str:
    """Return what is kept of a browser's key."""
    return sha256(key.encode("utf-8")).hexdigest()


def _digest_code(code: str) -> str:
    """Return what is kept of a code; slow on purpose, the same for the same code."""
    folded = fold_code(code).encode("utf-8")
    return scrypt(folded, salt=b"skillgap panel", n=2**14, r=8, p=1, dklen=32).hex()
