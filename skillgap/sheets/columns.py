"""What the columns of a table hold, told from their headers and their values."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from skillgap.domain.sheet import Sheet
from skillgap.sheets.days import looks_like_day
from skillgap.sheets.header import Header
from skillgap.sheets.header_words import SECRET, Kind, header_kind, words_of
from skillgap.sheets.marks import Mark, is_unknown, read_mark
from skillgap.sheets.packed_cells import is_packed
from skillgap.sheets.private_values import is_private
from skillgap.sheets.totals import number_in

MOST_TEXTS = 400
MOSTLY = 0.6
ABOVE = 3


@dataclass(frozen=True)
class ColumnFact:
    """One column: what its header says, and how often its cells are of each kind.

    The numbers count cells below the header: those that are ``filled``, those that
    tell something (``told``, not "n/a"), and of these the marks and so on. ``texts``
    has the most frequent texts; ``top`` is the highest number among them.
    """

    column: int
    name: str
    kind: Kind
    filled: int
    told: int
    marks: int
    packed: int
    days: int
    private: int
    top: float
    texts: tuple[str, ...]

    @property
    def is_sensitive(self) -> bool:
        """Whether the column holds what must be neither kept nor shown."""
        if self.private > self.filled * 0.4:
            return True
        if self.kind != "sensitive":
            return False
        return _names_secret(self.name) or not self.is_scale

    @property
    def is_scale(self) -> bool:
        """Whether nearly every cell is a mark, and none is above 10."""
        return self.told > 0 and self.marks >= 0.9 * self.told and self.top <= 10

    @property
    def has_words(self) -> bool:
        """Whether most marks are more than bare numbers: "Expert", "★★★"."""
        bare = [text for text in self.texts if number_in(text) is not None]
        return 2 * len(bare) < len(self.texts)

    @property
    def is_text(self) -> bool:
        """Whether most cells say something that is no mark."""
        return self.told > 0 and self.marks < (1 - MOSTLY) * self.told

    @property
    def lists_several(self) -> bool:
        """Whether most cells list several things, as "Python, SQL" does."""
        lists = [text for text in self.texts if re.search(r"\w[,;|] ?\w", text)]
        return 2 * len(lists) > len(self.texts)

    @property
    def counts(self) -> bool:
        """Whether the column only counts the rows: 1, 2, 3 and so on."""
        numbers = [text for text in self.texts if text.isdecimal()]
        steps = sorted(map(int, numbers))
        return self.filled > 1 and steps in (
            list(range(self.filled)), list(range(1, self.filled + 1))
        )  # fmt: skip

    @property
    def rates_under_person(self) -> bool:
        """Whether numbers that repeat stand under a word for people: "User"."""
        is_word = self.kind == "person" and self.is_scale
        return is_word and len(self.texts) < self.filled

    @property
    def repeats(self) -> bool:
        """Whether some text surely stands in more than one row."""
        return len(self.texts) < min(self.filled, MOST_TEXTS)

    @property
    def is_told_by_few(self) -> bool:
        """Whether the same few texts fill the column."""
        return len(self.texts) < self.filled and len(self.texts) <= 8

    @property
    def is_coded(self) -> bool:
        """Whether a few short codes, each used more than once, fill the column."""
        kinds = [text for text in self.texts if not is_unknown(text)]
        short = all(len(text) <= 3 for text in kinds)
        return 0 < len(kinds) <= 6 and short and self.filled >= 2

    def shares_codes(self, other: "ColumnFact") -> bool:
        """Say whether two columns have a text in common."""
        return bool({*self.texts} & {*other.texts})

    @property
    def is_rating(self) -> bool:
        """Whether the column may hold levels of one skill or one person."""
        words = words_of(self.name)
        if self.is_sensitive or not words or words[-1] == "id":
            return False
        if self.kind in ("", "sensitive"):
            return self.told > 0 and self.marks >= MOSTLY * self.told
        return self.kind in ("skill", "text") and self.is_scale


def describe_columns(
    sheet: Sheet, header: Header, legend_keys: frozenset[str]
) -> tuple[ColumnFact, ...]:
    """Return what each column holds below the header."""
    rows = [row for row in sheet.filled_rows if row > header.bottom]
    return tuple(
        _describe(sheet, header, rows, column, legend_keys)
        for column in range(sheet.width)
    )


def _describe(
    sheet: Sheet, header: Header, rows: list[int], column: int, keys: frozenset[str]
) -> ColumnFact:
    counts = Counter(text for row in rows if (text := sheet.cell(row, column)))
    name, marks, unknown, tops = header.names[column], 0, 0, [0.0]
    for text, number in counts.items():
        mark = read_mark(text)
        if text in keys or (mark and mark.kind != "unknown"):
            marks += number
            tops.append(_value(mark))
        elif mark:
            unknown += number
    common, kind = counts.most_common(MOST_TEXTS), _kind_of(sheet, header, column)

    def total(test: Callable[[str], bool]) -> int:
        return sum(number for text, number in common if test(text))

    return ColumnFact(
        column,
        name,
        kind,
        counts.total(),
        counts.total() - unknown,
        marks,
        packed=total(is_packed),
        days=total(looks_like_day),
        private=total(partial(is_private, is_id=kind == "id")),
        top=max(tops),
        texts=tuple(text for text, _number in common),
    )


def _kind_of(sheet: Sheet, header: Header, column: int) -> Kind:
    """Return what a header says; a column below a word for secrets holds secrets."""
    name = header.names[column]
    rows = range(max(header.rows[0] - ABOVE, 0), header.rows[0])
    above = [sheet.cell(row, column) for row in rows]
    is_private = not name and any(header_kind(text) == "sensitive" for text in above)
    is_secret = any(_names_secret(text) for text in above)
    return "sensitive" if is_private or is_secret else header_kind(name)


def _names_secret(text: str) -> bool:
    words = words_of(text)
    return len(words) < 3 and any(word in SECRET for word in words)


def _value(mark: Mark | None) -> float:
    if mark is None or mark.kind not in ("number", "count") or mark.value is None:
        return 0.0
    return mark.value
