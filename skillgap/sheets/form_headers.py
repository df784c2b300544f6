"""Questions of a form as headers: "Rate your skills [Python]"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_BRACKETS = re.compile(r"(.*\S)\s*[\[【［]([^\[\]【】［］]+)[\]】］]\s*", re.DOTALL)
_PARTED = re.compile(
    r"(.{12,}?\S)\s*(?:\s[-–—|>»]\s|[:?]\s+|\.\s*)(\S.{0,120})", re.DOTALL
)
FEWEST = 2
SHARED = 3


@dataclass(frozen=True)
class FormHeader:
    """A header parted in the question and what it is asked about."""

    question: str
    about: str


def part_headers(headers: Mapping[int, str]) -> dict[int, FormHeader]:
    """Return the parted headers of a form by column; empty if it is no form.

    Square brackets part a header wherever two columns have them. A dash or a colon
    parts it only if three columns share the question before it.
    """
    found = {
        column: FormHeader(match[1].strip(), match[2].strip())
        for column, text in headers.items()
        if (match := _BRACKETS.fullmatch(text))
    }
    if len(found) >= FEWEST:
        return found
    parted = {
        column: FormHeader(match[1].strip(), match[2].strip())
        for column, text in headers.items()
        if (match := _PARTED.fullmatch(text))
    }
    counts = Counter(header.question for header in parted.values())
    return {c: h for c, h in parted.items() if counts[h.question] >= SHARED}


def crosses(headers: Sequence[FormHeader]) -> bool:
    """Say whether the same brackets stand behind several questions.

    Then one of the two is the person and the other the skill.
    """
    questions = {header.question for header in headers}
    counts = Counter(header.about for header in headers)
    shared = [about for about, number in counts.items() if number > 1]
    return len(questions) > 1 and 2 * len(shared) >= len(counts)


_ASKING = re.compile(
    r"\b(please|rate|how|well|do|does|you|your|know|skills?|level|of|in|the|at|with|is|"
    r"are|would|each|team|member|rank|assess|self|proficiency|knowledge|experience|"
    r"confident|using|nilai(lah)?|seberapa|mahir|anda|kemampuan|tingkat|penguasaan|"
    r"dalam|menguasai|keterampilan|mereka|they|their|following|person|people|rekan)\b",
    re.IGNORECASE,
)


def skill_in_question(question: str) -> str:
    """Return what is left of a question without the words of asking.

    "How well does each person know Docker?" is about "Docker".
    """
    rest = _ASKING.sub(" ", re.sub(r"[?:]", " ", question))
    words = " ".join(rest.split()).strip(" -–—.,")
    return words or question.strip()
