"""What the words of a resume mean: said by the reader, suggested by likeness."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from skillgap.domain.framework import Framework
from skillgap.domain.scale import LANGUAGES, Level, Text
from skillgap.domain.shape import Shape

MOST_SUGGESTIONS = 3  # chosen, not measured
NEAR, NEAR_LEVEL = 0.75, 0.85  # level words are short: "menengah" is no "mengenal"
"""Likeness as ``SequenceMatcher`` counts it; set by such pairs, not measured."""
SHORTEST_WORD = 3  # signs; chosen, not measured: shorter ones lie in many others


@dataclass(frozen=True)
class ResumeMapping(Shape):
    """What a reader says other words mean.

    ``skills`` maps the name or keyword of a resume to a skill id, or to an empty text
    if it is none of ours. ``levels`` maps its level words; the empty word stands for
    entries without a level. Capitals and blanks around a word do not count.
    """

    skills: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, Level] = field(default_factory=dict)

    def skill_of(self, term: str) -> str | None:
        """Return the skill of a word, empty if none of ours, None if not mapped."""
        return {fold_term(word): s for word, s in self.skills.items()}.get(
            fold_term(term)
        )

    def level_of(self, word: str) -> Level | None:
        """Return the level of a word, None if not mapped."""
        return {fold_term(known): n for known, n in self.levels.items()}.get(
            fold_term(word)
        )


@dataclass(frozen=True)
class UnmappedTerm:
    """A word of a resume that waits for the reader.

    ``suggestions`` are skill ids or levels whose names look alike, the nearest first.
    """

    source: str
    kind: Literal["skill", "level"]
    term: str
    suggestions: tuple[str, ...]


def fold_term(text: str) -> str:
    """Return a word without what does not count: capitals and blanks around it."""
    return text.strip().casefold()


def suggest_skills(term: str, framework: Framework) -> tuple[str, ...]:
    """Return the skills whose name, in either language, is like a word."""
    names = {
        key: [*_names(skill.name), key.rpartition(".")[2].replace("_", " ")]
        for key, skill in framework.skills.items()
    }
    return _nearest(term, names)


def suggest_level(word: str, framework: Framework) -> tuple[str, ...]:
    """Return the levels whose name, in either language, is like a word."""
    scale = framework.manifest.scale
    names = {str(n): _names(level.name) for n, level in scale.items()}
    return _nearest(word, names, NEAR_LEVEL)


def _names(text: Text) -> list[str]:
    return [text.in_language(language) for language in LANGUAGES]


def _nearest(
    term: str, names: Mapping[str, Iterable[str]], least: float = NEAR
) -> tuple[str, ...]:
    likeness = {
        key: max(_likeness(fold_term(term), fold_term(name)) for name in known)
        for key, known in names.items()
    }
    near = [key for key, value in likeness.items() if value >= least]
    near.sort(key=lambda key: -likeness[key])
    return tuple(near[:MOST_SUGGESTIONS])


def _likeness(term: str, name: str) -> float:
    """Return how alike a word and a name, or one word of the name, are: 0 to 1."""
    words = [word for word in re.findall(r"\w+", name) if len(word) >= SHORTEST_WORD]
    part = max((_ratio(term, word) for word in words), default=0.0)
    return max(_ratio(term, name), 0.95 * part)


def _ratio(one: str, two: str) -> float:
    """Return the likeness of two texts, 0 if a quick look says it is not near."""
    matcher = SequenceMatcher(None, two, one, autojunk=False)
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return 0.0
    return matcher.ratio()
