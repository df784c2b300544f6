"""A contradiction inside the framework, and where it stands."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from skillgap.domain.problems import suggest_name

Place = tuple[str | int, ...]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Finding:
    """A contradiction inside the framework.

    ``file`` is relative to the competencies folder, ``place`` the keys that lead to
    the spot in it. Of a module, resource or check it is the file the entry belongs
    in; whoever read the files knows where it stands.
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


def misses_unread(finding: Finding, unread: Collection[str]) -> bool:
    """Say whether a finding only misses a name that could not be read.

    ``unread`` are the names of entries and of whole files. Any resource may stand in
    a file of resources that could not be read.
    """
    name = str(finding.values.get("value"))
    home = {
        "skill_unknown": f"areas/{name.split('.')[0]}.yaml",
        "profile_unknown": f"profiles/{name}.yaml",
        "resource_unknown": "resources/",
    }.get(finding.code)
    return home is not None and any(
        each == name or each.startswith(home) for each in unread
    )


def find_bad_day(file: str, place: Place, day: str) -> Iterator[Finding]:
    """Yield a finding if a text is not an ISO date of the calendar."""
    try:
        sound = bool(_DAY.fullmatch(day)) and str(np.datetime64(day, "D")) == day
    except ValueError:
        sound = False
    if not sound:
        yield Finding(file, place, "day_not_iso", {"value": day})


def material_file(folder: str, skills: Iterable[str]) -> str:
    """Return the file an entry belongs in: that of the area of its first skill."""
    return f"{folder}/{next(iter(skills), '').split('.')[0]}.yaml"
