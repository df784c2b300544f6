"""Text cells a spreadsheet would run, made harmless on the way out and whole again.

A text is dangerous if a spreadsheet could take it for a formula. Writing puts one
apostrophe before it, reading takes that one away; a text that already looks escaped
gets another, so that reading what was written is always the identity.
"""

import re

_FORMULA = re.compile(
    r"[\t\r\n\x00]|[\s\x00-\x20\u00a0\u200b\u2060\ufeff]*[=+\-@＝＋－＠]"
)
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def escape_cell(text: str) -> str:
    """Return the text as it may stand in a spreadsheet cell."""
    return f"'{text}" if _is_dangerous(text) else text


def restore_cell(cell: str) -> str:
    """Return the text ``escape_cell`` was given."""
    return cell[1:] if cell.startswith("'") and _is_dangerous(cell) else cell


def _is_dangerous(text: str) -> bool:
    bare = text.lstrip("'")
    return bool(_FORMULA.match(bare)) and not _NUMBER.fullmatch(bare)
