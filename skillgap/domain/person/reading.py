"""How long a question takes: its words at a reading rate, and a choice."""

from collections.abc import Mapping
from statistics import mean

from skillgap.domain.framework import Framework
from skillgap.domain.scale import LEVELS, Language, Level

WORDS_PER_MINUTE: Mapping[Language, int] = {"en": 238, "id": 200}
"""English: silent reading of non-fiction, Brysbaert (2019), Journal of Memory and
Language 109, 104047. Indonesian: a judgement, as no rate measured on adults was found;
its words are longer and fewer, 12 % fewer in our questions."""
SECONDS_TO_CHOOSE = 5  # a judgement: a level at first sight, and its correction


def levels_beside(level: Level) -> tuple[Level, ...]:
    """Return a level and its neighbours: what one reads to place oneself."""
    return tuple(each for each in LEVELS if abs(each - level) <= 1)


def seconds_to_answer(framework: Framework, skill: str, language: Language) -> float:
    """Return how long a question takes: name, definition, and anchors side by side.

    The anchors are those of a level and its neighbours, a mean over all levels. What
    every question repeats, such as the names of the levels, is not read again.
    """
    content = framework.skills[skill]
    words = {
        level: _count(framework.anchor(skill, level).in_language(language))
        for level in LEVELS
    }
    anchors = mean(
        sum(words[each] for each in levels_beside(level)) for level in LEVELS
    )
    heading = (content.name, content.definition)
    read = sum(_count(text.in_language(language)) for text in heading) + anchors
    return 60 * read / WORDS_PER_MINUTE[language] + SECONDS_TO_CHOOSE


def _count(text: str) -> int:
    return len(text.split())
