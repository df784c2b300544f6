"""Every text of the framework with the place it stands at, and its words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from skillgap.domain.scale import Text


def texts_of(entry: object, place: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text inside an entry with its place."""
    if isinstance(entry, Text):
        yield place, entry
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from texts_of(value, f"{place}.{key}")
    elif isinstance(entry, tuple):
        for number, value in enumerate(entry):
            yield from texts_of(value, f"{place}.{number}")
    elif is_dataclass(entry):
        for each in fields(entry):
            yield from texts_of(getattr(entry, each.name), f"{place}.{each.name}")


def in_both(text: Text) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return each language with the sentence in it."""
    return ("en", text.en), ("id", text.id)


def count_words(sentence: str) -> int:
    """Count words as a reader does: what stands between blanks."""
    return len(sentence.split())


def content_words(sentence: str, language: str) -> set[str]:
    """Return the longer words, cut short so that inflected forms meet."""
    length = 6 if language == "id" else 5
    return {word[:length] for word in re.findall(r"[a-z\-]{5,}", sentence.lower())}
