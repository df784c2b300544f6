"""What the header of a column says it holds."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from skillgap.domain.sheets.header_vocabulary import (
    AMOUNT,
    AREA,
    BESIDE_ID,
    BESIDE_INDEX,
    BESIDE_LEVEL,
    BESIDE_NOT_LEVEL,
    BESIDE_PRIVATE,
    BESIDE_TOTAL,
    DATE,
    FILLER,
    FIRST,
    ID,
    INDEX,
    LAST,
    LEVEL,
    NAME,
    NOT_LEVEL,
    NUMBER,
    OTHER_DATE,
    PAST,
    PERSON,
    PRIVATE,
    RATED,
    REMARK,
    ROLE,
    SECRET,
    SKILL,
    TARGET,
    TEAM,
    TEXT,
    TOTAL,
    UNITS,
    WELL_BEING,
)

Kind = Literal[
    "person", "first_name", "last_name", "id", "index", "team", "role", "area",
    "skill", "level", "date", "other_date", "target", "total", "not_level",
    "sensitive", "text", "",
]  # fmt: skip


COUNTING_SIGNS = re.compile(r"\s*([#%Σ∑∅]|Ø(?!\w)|[≥≤<>]=?\s*[0-9])")


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a header, folded; digits and signs are left out."""
    plain = unicodedata.normalize("NFKC", text[:300])
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return tuple(re.findall(r"[^\W\d_]+|№", parted.casefold()))


@lru_cache(maxsize=20_000)
def header_kind(text: str) -> Kind:
    """Return what a header says its column holds, an empty text if it says nothing.

    A header counts only if all of its words are of that kind or beside the point:
    "Level" is a level, "Level design" is a skill.
    """
    words = words_of(text)
    if not words:
        return "index" if text.strip() in ("#", "№") else ""
    if kind := _private_kind(words) or _number_kind(words):
        return kind
    if words[-1] in REMARK:
        return "text"
    for kind, core, beside in (
        ("date", DATE, LEVEL | SKILL),
        ("area", AREA, SKILL),
        ("skill", SKILL, ID | NAME),
        ("team", TEAM, NAME),
        ("id", ID, PERSON | INDEX | BESIDE_ID | (TEAM if PERSON & {*words} else NAME)),
        ("index", ID, BESIDE_INDEX),
        ("skill", SKILL, NAME | PERSON | TEAM),
        ("person", PERSON, TEAM),
        ("role", ROLE, NAME | PERSON | LEVEL),
        ("text", TEXT, SKILL | LEVEL),
    ):  # fmt: skip
        if _holds(words, core, beside):
            return kind
    return ""


def _holds(
    words: tuple[str, ...], core: frozenset[str], beside: frozenset[str]
) -> bool:
    known = core | beside | FILLER
    return any(word in core for word in words) and all(word in known for word in words)


def _private_kind(words: tuple[str, ...]) -> Kind:
    if any(word in SECRET for word in words):
        return "sensitive"
    if _holds(words, PRIVATE, BESIDE_PRIVATE | FILLER) and words != ("e",):
        return "sensitive"
    if _holds(words, INDEX, frozenset({"s"})):
        return "index"
    if len(words) == 2 and words[0] in PERSON - NAME and words[1] in NUMBER:
        return "id"
    if any(w in FIRST for w in words) and any(w in NAME for w in words):
        return "first_name"
    if any(w in LAST for w in words) and any(w in NAME for w in words):
        return "last_name"
    return ""


def _number_kind(words: tuple[str, ...]) -> Kind:
    ends = {words[0], words[-1]}
    if any(word in OTHER_DATE for word in words) and _holds(
        words, DATE | OTHER_DATE, LEVEL | PERSON | frozenset({"contract", "kontrak"})
    ):
        return "other_date"
    if _holds(words, TOTAL, BESIDE_TOTAL):
        return "total"
    if set(words) & PAST and set(words) & LEVEL:
        return "not_level"
    if ends & TARGET or (set(words) & TARGET and set(words) & LEVEL):
        return "target"
    if _holds(words, NOT_LEVEL, BESIDE_NOT_LEVEL | SKILL) or ends & AMOUNT:
        return "not_level"
    is_well_being = _holds(words, WELL_BEING, LEVEL) and len(words) > 1
    if is_well_being or any(word in UNITS for word in words):
        return "not_level"
    if _holds(words, LEVEL, BESIDE_LEVEL | SKILL | PERSON):
        return "level"
    return ""


def names_rated(text: str) -> bool:
    """Say whether a header means who is rated, not who rates: "Yang dinilai"."""
    words = {*words_of(text)}
    is_passive = "being" in words and bool(words & (DATE | LEVEL))
    return bool(words & RATED) or is_passive or {"person", "focus"} <= words


def may_be_skill(label: str) -> bool:
    """Say whether a label of totals or notes may be a skill: "Gap analysis"."""
    words = words_of(label)
    is_told = header_kind(label) in ("total", "target", "text", "sensitive")
    known = BESIDE_TOTAL | BESIDE_NOT_LEVEL | ROLE | AREA | {"per", "by", "each"}
    is_pure = _holds(words, TOTAL | TARGET, known)
    is_figure = is_pure or not words or _counts(label)
    return (is_told or adds_up(label)) and not is_figure


def adds_up(label: str) -> bool:
    """Say whether the label of a row begins like one that adds up others."""
    words = words_of(label)
    is_total = bool(words) and words[0] in TOTAL - {"min", "max", "sum"}
    return is_total or _counts(label)


def ends_in_total(label: str) -> bool:
    """Say whether a label ends as one of a part that is added up: "IT Total"."""
    return bool(TOTAL.intersection(words_of(label)[-1:]))


def _counts(label: str) -> bool:
    is_sign = COUNTING_SIGNS.match(label)
    return bool(is_sign) or words_of(label)[:2] == ("number", "of")
