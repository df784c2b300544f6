"""Levels, weights, and texts in two languages."""

from dataclasses import dataclass
from typing import Literal

from skillgap.domain.shape import Shape

Level = Literal[0, 1, 2, 3, 4, 5]
Weight = Literal[1, 2, 3, 4, 5]
Change = Literal[-3, -2, -1, 0, 1, 2, 3]
Language = Literal["id", "en"]

LEVELS: tuple[Level, ...] = (0, 1, 2, 3, 4, 5)
LANGUAGES: tuple[Language, ...] = ("id", "en")


@dataclass(frozen=True)
class Text(Shape):
    """One sentence or name in both languages."""

    en: str
    id: str

    def in_language(self, language: str) -> str:
        """Return the Indonesian text for ``id``, the English one otherwise."""
        return self.id if language == "id" else self.en
