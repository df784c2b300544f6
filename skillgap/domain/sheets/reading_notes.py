"""What a reading of a foreign file assumed, and what it has to ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
