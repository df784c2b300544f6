"""What one cell of a skills matrix says: a number, a word, a symbol, or nothing."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from skillgap.domain.scale import Level
from skillgap.sheets.level_words import fold_word, phrase_position, word_position

MarkKind = Literal["unknown", "number", "percent", "word", "count", "shape", "yes_no"]

_UNKNOWN_WORDS = frozenset(
    fold_word(word)
    for word in """n/a|na|nan|null|nil|unknown|tbd|tba|not applicable|not rated
    |not assessed|not answered|no answer|unrated|don't know|dont know|do not know
    |belum diisi|belum dinilai|tidak diisi|kosong|tidak berlaku|tidak tahu|tidak relevan
    |prefer not to say|pending|not available|no data|blank|empty|not evaluated|нд
    |belum tahu|tdk tahu|未|未評価|no response""".replace("\n", "").split("|")
)
_UNKNOWN_SIGNS = re.compile(r"[\s\-–—―?？.…_/\\]*")
_EXCEL_ERROR = re.compile(r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NULL!|NUM!)")
_NUMBER = r"[+-]?[0-9]{1,6}(?:[.,][0-9]{1,6})?"
_PLAIN = re.compile(rf"({_NUMBER})\s*(%?)")
_OF = re.compile(rf"({_NUMBER})\s*(?:/|of|out of|dari)\s*([0-9]{{1,3}})", re.IGNORECASE)
_LEVEL = re.compile(rf"(?:level|lvl|lv|l|tingkat|skala|nilai)\.?\s*[-:]?\s*({_NUMBER})")
_OTHER_DIGITS = re.compile("[０-９．，％／⓪①-⑳]{1,9}")
_FIRST = re.compile(rf"({_NUMBER})\s*([-–—:.)=|]+|\s)\s*\(?([^\d\W_].*?)\)?\s*")
_LAST = re.compile(rf"([^\d\W_].*?)\s*(?:[-–—:=|]\s*({_NUMBER})|\(({_NUMBER})\))")
_COUNTED = "★⭐✭✮✯●⬤■◼▮█🌟*+✪"
_EMPTY = "☆○◯□◻▯░✩"
SHAPES = "◎○◯〇△▲✕×✖✗╳Xx●◔◑◐◕◒⬤✓✔☑✅❌☒☐◉⚫⚪🔴🟠🟡🟢🔵"
_YES = frozenset(
    [
        "yes",
        "y",
        "ya",
        "iya",
        "true",
        "✓",
        "✔",
        "☑",
        "✅",
        "x",
        "v",
        "√",
        "sudah",
        "ada",
        "bisa",
        "да",
        "ja",
        "oui",
        "si",
        "sí",
    ]
)
_NO = frozenset(
    [
        "no",
        "n",
        "tidak",
        "tdk",
        "false",
        "✗",
        "✕",
        "✖",
        "×",
        "❌",
        "☐",
        "☒",
        "t",
        "нет",
        "nein",
        "non",
    ]
)


@dataclass(frozen=True)
class Mark:
    """What a cell says.

    ``value`` is the number, or how many symbols stand there; ``high`` the end of the
    scale if the cell says it ("3/5", "★★★☆☆"); ``label`` the word or symbol, folded.
    """

    kind: MarkKind
    value: float | None = None
    high: int | None = None
    label: str = ""


UNKNOWN = Mark("unknown")


@lru_cache(maxsize=50_000)
def read_mark(cell: str) -> Mark | None:
    """Return what a cell says about a level, None if it says nothing of the kind."""
    text = cell.strip()
    if _OTHER_DIGITS.fullmatch(text):
        text = unicodedata.normalize("NFKC", text)
    if len(text) > 200:
        return None
    if is_unknown(text):
        return UNKNOWN
    return _numeric(text) or _symbol(text) or _worded(text)


def is_unknown(text: str) -> bool:
    """Say whether a cell is blank or says that nothing is known; zero is known."""
    return (
        fold_word(text) in _UNKNOWN_WORDS
        or bool(_UNKNOWN_SIGNS.fullmatch(text))
        or bool(_EXCEL_ERROR.match(text))
    )


def to_number(text: str) -> float:
    """Return the number a text is; comma and point both part decimals."""
    return float(text.replace(",", "."))


def _numeric(text: str) -> Mark | None:
    if not re.search(r"\d", text, re.ASCII) or not text.isprintable():
        return None
    if match := _PLAIN.fullmatch(text):
        kind: MarkKind = "percent" if match[2] else "number"
        return Mark(kind, to_number(match[1]))
    if match := _OF.fullmatch(text):
        return Mark("number", to_number(match[1]), int(match[2]))
    if match := _LEVEL.fullmatch(text.casefold()):
        return Mark("number", to_number(match[1]))
    if match := _FIRST.fullmatch(text):
        return _labelled(match[1], match[3], bool(match[2].strip()))
    if match := _LAST.fullmatch(text):
        return _labelled(match[2] or match[3], match[1], False)
    return None


def _labelled(number: str, label: str, is_parted: bool) -> Mark | None:
    """Return a number with a word beside it: "2 - Beginner", "Beginner (2)"."""
    if is_unknown(label):
        return UNKNOWN
    is_level = is_parted and re.fullmatch(r"[0-9]|10", number) is not None
    if not is_level and phrase_position(label) is None:
        return None
    return Mark("number", to_number(number), label=fold_word(label))


def _symbol(text: str) -> Mark | None:
    signs = re.sub(r"[\s\ufe0e\ufe0f]", "", text)
    if len(signs) > 1 and len(signs) <= 10 and _is_row_of(signs):
        filled = sum(sign in _COUNTED for sign in signs)
        high = len(signs) if any(sign in _EMPTY for sign in signs) else None
        return Mark("count", float(filled), high)
    if len(signs) != 1:
        return None
    if signs in "★⭐🌟✪✭✮✯+*■◼█":
        return Mark("count", 1.0)
    if signs in "☆✩":
        return Mark("count", 0.0)
    if signs in SHAPES:
        return Mark("shape", label=signs.casefold())
    return None


def _is_row_of(signs: str) -> bool:
    full = {sign for sign in signs if sign in _COUNTED}
    hollow = {sign for sign in signs if sign in _EMPTY}
    return len(full) <= 1 and len(hollow) <= 1 and full | hollow == set(signs)


def _worded(text: str) -> Mark | None:
    folded = text.casefold()
    if word_position(text) is not None and folded not in _YES | _NO:
        return Mark("word", label=fold_word(text))
    if folded in _YES:
        return Mark("yes_no", label="yes")
    if folded in _NO:
        return Mark("yes_no", label="no")
    return Mark("word", label="none") if folded == "none" else None


# Double circle, circle, triangle, cross: a scale from 0 to 3, put on ours.
_CIRCLES: Mapping[str, Level] = {
    **dict.fromkeys("◎◉", 5),
    **dict.fromkeys("○◯〇o", 3),
    **dict.fromkeys("△▲", 2),
    **dict.fromkeys("✕×✖✗╳x❌", 0),
}
# Harvey balls: empty, a quarter, half, three quarters, full.
_BALLS: Mapping[str, Level] = {
    **dict.fromkeys("○◯", 0),
    "◔": 1,
    **dict.fromkeys("◑◐◒", 2),
    "◕": 4,
    **dict.fromkeys("●⬤", 5),
}
_TICKS: Mapping[str, Level] = {
    **dict.fromkeys("✓✔☑✅●⬤⚫◎", 3),
    **dict.fromkeys("✕×✖✗╳❌☐○◯⚪", 0),
    "x": 3,
    "☒": 3,
    "yes": 3,
    "no": 0,
}


def shape_levels(shapes: Collection[str]) -> tuple[Mapping[str, Level], bool]:
    """Return the level of each symbol, and whether that is the usual meaning.

    A tick says that somebody has a skill, not how well: its level is to be asked.
    """
    found = set(shapes)
    if found & {"◎", "△", "▲"} and found <= _CIRCLES.keys():
        return _CIRCLES, True
    if found & {"◔", "◑", "◐", "◕", "◒"} and found <= _BALLS.keys():
        return _BALLS, True
    return _TICKS, False


def read_no_as_word(marks: Mapping[str, Mark | None]) -> dict[str, Mark | None]:
    """Return the marks; among level words "no" is one of them, if nobody says "yes"."""
    kinds = {mark.kind for mark in marks.values() if mark}
    says_yes = any(mark.label == "yes" for mark in marks.values() if mark)
    if "word" not in kinds or says_yes:
        return dict(marks)
    return {
        text: replace(mark, kind="word") if mark and mark.label == "no" else mark
        for text, mark in marks.items()
    }
