"""Something wrong in data we were given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


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
    """Return the known name nearest to ``value``, or an empty text if none is near."""
    nearest = get_close_matches(value.strip().lower(), list(known), n=1, cutoff=0.6)
    return nearest[0] if nearest else ""
