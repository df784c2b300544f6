"""What a person learns from and is asked: resources, modules, checks, foils."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from skillgap.domain.scale import Language, Level, Text
from skillgap.domain.shape import Shape

STAGE_HOURS = 24  # a stage is done within a few weeks of evenings


@dataclass(frozen=True)
class Confirmation(Shape):
    """Where and when the address of a resource was confirmed.

    ``seen``: the text of the page was read. ``listed``: a public list names the
    address. ``unconfirmed``: neither; the reader is told.
    """

    status: Literal["seen", "listed", "unconfirmed"]
    where: str
    date: str


@dataclass(frozen=True)
class Resource(Shape):
    """Something to learn from. ``levels`` is the step it serves, (from, to)."""

    title: str
    url: str
    provider: str
    language: Language
    type: Literal["course", "doc", "tutorial", "book", "standard", "video", "exercise"]
    cost: Literal["free", "freemium", "paid"]
    hours: float
    levels: tuple[Level, Level]
    skills: tuple[str, ...]
    confirmed: Confirmation
    translation: Literal["none", "machine", "partial"] = "none"


@dataclass(frozen=True)
class Stage(Shape):
    """A part of a long module: its hours, and what is there to show at its end."""

    hours: float
    goal: Text


@dataclass(frozen=True)
class Module(Shape):
    """A unit of learning that lifts skills, each from one level to another.

    ``lifts`` maps a skill to (from, to). ``prerequisites`` are skill levels beyond
    those the prerequisite rule of the skills already asks. ``hours`` is one
    person's working time, practice included. ``stages`` part a long module, in order,
    and their hours add up to its own; a module without stages is taken in one piece.
    """

    title: Text
    lifts: Mapping[str, tuple[Level, Level]]
    hours: float
    outcome: Text
    practice: Text
    proof: Text
    resources: tuple[str, ...]
    prerequisites: Mapping[str, Level] = field(default_factory=dict)
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True)
class Number(Shape):
    """A numeric answer; ``expression`` recomputes ``value`` within ``tolerance``."""

    value: float
    tolerance: float
    expression: str
    unit: Text | None = None


@dataclass(frozen=True)
class Check(Shape):
    """A scenario question on one skill at one level, with one right answer.

    Either ``options`` with ``correct`` (counted from 1), or ``number``. An
    ``expression`` beside options recomputes the right one.
    """

    skill: str
    level: Level
    question: Text
    explanation: Text
    options: tuple[Text, ...] = ()
    correct: int | None = None
    number: Number | None = None
    expression: str | None = None


@dataclass(frozen=True)
class Foil(Shape):
    """A term that sounds like AI engineering and does not exist.

    Who claims to know several of them claims too much; the person is told that they
    are invented. ``note`` says what the term resembles, ``reviewed`` is the ISO date
    on which nothing by that name was found.
    """

    name: Text
    note: Text
    reviewed: str


@dataclass(frozen=True)
class Lift:
    """One skill a step of a plan raises. ``to`` is the level the module reaches."""

    skill: str
    start: int
    to: int


def fits_step(levels: tuple[int, int], start: int, to: int) -> bool:
    """Say whether material for ``levels`` helps on the step from ``start`` to ``to``.

    The ranges must overlap. On the step from 4 to 5 material that ends at 4 will do:
    setting a standard builds on the same books as working by one.
    """
    low, high = levels
    return max(low, start) < min(high, to) or (start == 4 and high == 4)
