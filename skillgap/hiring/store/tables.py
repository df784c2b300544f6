"""The tables of hiring panels. All of a panel goes when the panel goes."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from skillgap.storage.database import Words, metadata


def _panel() -> Column[int]:
    return Column(
        "panel", ForeignKey("panels.id", ondelete="CASCADE"), primary_key=True
    )


panels = Table(
    "panels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code_digest", String(64), nullable=False, unique=True),
    Column("chair_digest", String(64), nullable=False),
    Column("name", Words, nullable=False),
    Column("created_on", String(10), nullable=False),
)

panel_needs = Table(
    "panel_needs",
    metadata,
    _panel(),
    Column("version", Integer, primary_key=True),
    Column("saved_at", String(32), nullable=False),
    Column("content", Words, nullable=False),
)

panel_members = Table(
    "panel_members",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("panel", ForeignKey("panels.id", ondelete="CASCADE"), nullable=False),
    Column("name", Words, nullable=False),
    Column("folded_name", Words, nullable=False),
    Column("seat_digest", String(64), nullable=False, default=""),
    Column("submitted_at", String(32), nullable=False, default=""),
    Column("excused_at", String(32), nullable=False, default=""),
    Column("excused_for", Words, nullable=False, default=""),
    UniqueConstraint("panel", "folded_name"),
)

panel_candidates = Table(
    "panel_candidates",
    metadata,
    _panel(),
    Column("letter", String(1), primary_key=True),
    Column("person_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("source", Words, nullable=False),
)

panel_ratings = Table(
    "panel_ratings",
    metadata,
    _panel(),
    Column("letter", String(1), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("level", Integer, nullable=True),
    *(
        Column(name, Words, nullable=False, default="")
        for name in (
            "person_id", "name", "team", "profile", "skill",
            "basis", "rated_on", "framework", "evidence", "note",
        )
    ),
)  # fmt: skip

panel_scores = Table(
    "panel_scores",
    metadata,
    Column(
        "member", ForeignKey("panel_members.id", ondelete="CASCADE"), primary_key=True
    ),
    Column("stage", String(10), primary_key=True),
    Column("candidate", String(1), primary_key=True),
    Column("skill", String(120), primary_key=True),
    Column("level", Integer, nullable=True),
    Column("note", Words, nullable=False, default=""),
    Column("saved_at", String(32), nullable=False),
    CheckConstraint("stage in ('first', 'after')"),
    CheckConstraint("level is null or level between 0 and 5"),
)

panel_decisions = Table(
    "panel_decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("panel", ForeignKey("panels.id", ondelete="CASCADE"), nullable=False),
    Column("who", Words, nullable=False),
    Column("decided_at", String(32), nullable=False),
    Column("candidate", String(1), nullable=False),
    Column("outcome", Words, nullable=False),
    Column("reason", Words, nullable=False),
    CheckConstraint("length(trim(who)) > 0"),
    CheckConstraint("length(trim(outcome)) > 0"),
    CheckConstraint("length(trim(reason)) > 0"),
)
