"""Symbols that stand for levels: circles and triangles, Harvey balls, ticks."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from skillgap.domain.scale import Level
from skillgap.domain.sheets.level_marks import Mark

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
