"""Breaks a copy of the competencies at one spot, found by a pattern."""

import re
from pathlib import Path

from skillgap.files.framework import read_framework


def break_at(folder: Path, file: str, pattern: str, replacement: str) -> int:
    """Replace the first match of a pattern in a file; return the line it began on."""
    path = folder / file
    text = path.read_text("utf-8")
    match = re.search(pattern, text, re.MULTILINE)
    assert match, f"{file} has nothing like {pattern}"
    changed = text[: match.start()] + match.expand(replacement) + text[match.end() :]
    path.write_text(changed, "utf-8")
    return text[: match.start()].count("\n") + 1


def problems_of(folder: Path) -> list[tuple[str, str]]:
    """Return where and what is wrong with a competencies folder."""
    return [(p.where, p.code) for p in read_framework(folder).problems]
