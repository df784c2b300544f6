"""A contradiction inside the framework, and where it stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from skillgap.domain.learning import Check, Module
from skillgap.domain.problems import suggest_name

Place = tuple[str | int, ...]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Finding:
    """A contradiction inside the framework.

    ``file`` is relative to the competencies folder, ``place`` the keys that lead to
    the spot in it.
    """

    file: str
    place: Place
    code: str
    values: Mapping[str, object]


def find_unknown(
    file: str, place: Place, values: Iterable[str], known: Iterable[str], code: str
) -> Iterator[Finding]:
    """Yield a finding for each value that is not a known name."""
    names = set(known)
    for value in values:
        if value not in names:
            blanks = {"value": value, "suggestion": suggest_name(value, names)}
            yield Finding(file, (*place, value), code, blanks)


def find_bad_day(file: str, place: Place, day: str) -> Iterator[Finding]:
    """Yield a finding if a text is not an ISO date of the calendar."""
    try:
        sound = bool(_DAY.fullmatch(day)) and str(np.datetime64(day, "D")) == day
    except ValueError:
        sound = False
    if not sound:
        yield Finding(file, place, "day_not_iso", {"value": day})


def module_file(module: Module) -> str:
    """Return the file a module stands in: that of the area of its first skill."""
    return f"modules/{next(iter(module.lifts)).split('.')[0]}.yaml"


def check_file(check: Check) -> str:
    """Return the file a check stands in: that of the area of its skill."""
    return f"checks/{check.skill.split('.')[0]}.yaml"


def resource_file(skills: tuple[str, ...]) -> str:
    """Return the file a resource stands in: that of the area of its first skill."""
    return f"resources/{skills[0].split('.')[0]}.yaml"
