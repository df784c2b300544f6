"""Small signs by which a row is no data."""

import re

from skillgap.domain.sheets.table_frame import Frame

_NAME = re.compile(r"[^\W\d_][^\d=:;!?]{0,60}")
MOST_WORDS = 5


def repeats_header(frame: Frame, row: int) -> bool:
    """Say whether a row is the header again, or only draws a line."""
    texts = list(frame.sheet.texts(row))
    if all(re.fullmatch(r":?[-=_]{2,}:?", text) for _column, text in texts):
        return True
    names = frame.header.names
    same = sum(names[column] == text for column, text in texts)
    return len(texts) > 1 and same >= 0.8 * len(texts)


def is_like_name(label: str) -> bool:
    """Say whether a text may be a name: few words, a capital first, no digits."""
    is_name = _NAME.fullmatch(label) and label[:1] != label[:1].lower()
    return bool(is_name) and len(label.split()) <= MOST_WORDS
