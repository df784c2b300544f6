"""A text for a terminal: headings, paragraphs and aligned tables, without boxes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from textwrap import wrap
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

Side = Literal["left", "right"]
INDENT, POINT = 2, "  - "
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Page:
    """Collects what is said, in order; ``render`` lays it out."""

    def __init__(self) -> None:
        self._parts: list[_Words | Table] = []

    def head(self, words: str) -> None:
        """Add a heading, an empty line before it."""
        if self._parts:
            self._parts.append(_Words(""))
        self._parts.append(_Words(words, style="bold"))

    def say(self, words: str) -> None:
        """Add a paragraph."""
        self._parts.append(_Words(words))

    def list(self, sentences: Iterable[str]) -> None:
        """Add points."""
        self._parts += [_Words(words, is_point=True) for words in sentences]

    def end(self, words: str) -> None:
        """Add the last line, which is never broken: what it names can be copied."""
        self._parts += [_Words(""), _Words(words, is_wrapped=False)]

    def table(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        numbers: Iterable[int] = (),
    ) -> None:
        """Add a table; without a row there is nothing to add.

        Args:
            columns: the headings.
            rows: as many cells each.
            numbers: which columns hold numbers and stand at the right.

        """
        cells = [[_text(cell) for cell in row] for row in rows]
        if not cells:
            return
        right = set(numbers)
        has_head = any(columns)
        table = Table(
            box=None, pad_edge=False, show_header=has_head, padding=(0, 2, 0, 0)
        )
        for place, name in enumerate(columns):
            side: Side = "right" if place in right else "left"
            table.add_column(_text(name, "bold"), justify=side, overflow="fold")
        for row in cells:
            table.add_row(*row)
        self._parts.append(table)

    def render(self, width: int, *, is_terminal: bool) -> str:
        """Return the text; only a word longer than the width stands out of it.

        Args:
            width: how many signs stand in a line.
            is_terminal: headings are bold then; what is kept or passed on is plain.

        """
        console = Console(
            file=StringIO(),
            width=width,
            force_terminal=is_terminal,
            color_system="standard" if is_terminal else None,
            legacy_windows=False,
        )
        with console.capture() as captured:
            for part in self._parts:
                if isinstance(part, Table):
                    console.print(Padding(part, (0, 0, 0, INDENT)))
                else:
                    console.print(part.laid_out(width), soft_wrap=True)
        return "\n".join(line.rstrip() for line in captured.get().splitlines())


@dataclass(frozen=True)
class _Words:
    """A paragraph."""

    words: str
    style: str = ""
    is_point: bool = False
    is_wrapped: bool = True

    def laid_out(self, width: int) -> Text:
        """Return the paragraph in lines, no word of it broken."""
        if not self.is_wrapped:
            return _text(self.words, self.style)
        first, later = (POINT, " " * len(POINT)) if self.is_point else ("", "")
        lines = wrap(
            _visible(self.words), width, initial_indent=first, subsequent_indent=later,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        return Text("\n".join(lines), self.style)


def _text(words: str, style: str = "") -> Text:
    return Text(_visible(words), style)


def _visible(words: str) -> str:
    """Return words without what moves a terminal."""
    return _CONTROL.sub("�", words)
