"""What is wrong in data we were given, what was assumed of it, what must be asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache


@dataclass(frozen=True)
class Problem:
    """A fact about faulty data; ``skillgap.files.wording`` turns it into a sentence.

    ``where`` names the file (and line, where a line means something). ``values``
    fill the blanks of the sentence: row, column, value, suggestion and so on.
    """

    where: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def suggest_name(value: str, known: Iterable[str]) -> str:
    """Return the known name nearest to ``value``, or an empty text if none is near.

    Capital letters make no difference.
    """
    return _find_nearest(value, tuple(known))


@lru_cache(maxsize=4096)
def _find_nearest(value: str, known: tuple[str, ...]) -> str:
    """Find it once: a file that misspells a name does so in many rows."""
    names = {name.casefold(): name for name in known}
    nearest = get_close_matches(value.strip().casefold(), names, n=1, cutoff=0.6)
    return names[nearest[0]] if nearest else ""


def shorten_value(value: str) -> str:
    """Return a text cut to 40 characters, as much as a sentence can hold."""
    return value if len(value) <= 40 else f"{value[:39]}…"


@dataclass(frozen=True)
class Note:
    """Something assumed, and said; ``skillgap.files.wording`` has the sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """Something that would have to be guessed: the reader answers in the mapping."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
