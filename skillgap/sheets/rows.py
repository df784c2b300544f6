"""Which rows of a table are people or skills, and which are something else."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from skillgap.domain.team.sheet_reading import LeftOut
from skillgap.sheets.frame import Frame
from skillgap.sheets.header_words import (
    TEAM,
    adds_up,
    ends_in_total,
    header_kind,
    may_be_skill,
    words_of,
)
from skillgap.sheets.known_skills import share_known
from skillgap.sheets.legend import explains, legend_of_cell
from skillgap.sheets.marks import is_unknown, read_mark
from skillgap.sheets.private_values import drop_private, mask_private
from skillgap.sheets.totals import is_aggregate

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


_ATTRIBUTES = {
    "not_level", "sensitive", "other_date", "role", "team", "id", "index", "person",
    "date", "text", "level", "first_name", "last_name",
}  # fmt: skip
MOST_SHOWN = 80
_DOUBTFUL = {"max", "min"}  # short names of people, too


@dataclass(frozen=True)
class RowSorting:
    """The rows of a table: those with data, those left out, and the headings.

    ``data`` counts from 0; ``headings`` has the last heading above each of its rows.
    """

    data: tuple[int, ...]
    left_out: tuple[LeftOut, ...]
    headings: Mapping[int, str]


def sort_rows(
    frame: Frame,
    legend: Mapping[str, str],
    known: Collection[str] = (),
    rows_out: Collection[str] = (),
) -> RowSorting:
    """Return which rows count; each row below the header that is not blank is in one.

    Args:
        frame: the table.
        legend: the meaning of marks.
        known: folded names of skills; a heading that is one is a skill nobody has.
        rows_out: labels the reader left out.

    """
    return _Sorter(frame, legend, known, {text.casefold() for text in rows_out}).sort()


class _Sorter:
    def __init__(
        self,
        frame: Frame,
        legend: Mapping[str, str],
        known: Collection[str],
        rows_out: Collection[str],
    ) -> None:
        self.frame = frame
        self.legend = legend
        self.known = known
        self.rows_out = rows_out
        self.rows = tuple(frame.rows_below())
        self.all_rows = frozenset(self.rows)
        self.columns = frame.rating_columns
        rated = [row for row in self.rows if self._filled(row)]
        self.last_rated = rated[-1] if rated else -1
        self.is_upright = frame.layout == "people_in_columns"

    def _filled(self, row: int) -> list[str]:
        return [text for c in self.columns if (text := self.frame.sheet.cell(row, c))]

    def sort(self) -> RowSorting:
        data: list[int] = []
        left_out: list[LeftOut] = []
        headings: dict[int, str] = {}
        heading = ""
        for row in self.rows:
            why = self._why_out(row)
            if not why:
                data.append(row)
                headings[row] = heading
                continue
            label = self._label(row)
            if why == "heading":
                heading = drop_private(label)
            left_out.append(LeftOut(row + 1, mask_private(label[:MOST_SHOWN]), why))
        out = {entry.row for entry in left_out}
        unlabelled = self._totals_without_label(data) if len(data) > 2 else []
        left_out += [LeftOut(row + 1, "", "total") for row in unlabelled]
        out |= {row + 1 for row in unlabelled}
        kept = [row for row in data if row + 1 not in out]
        return RowSorting(tuple(kept), tuple(left_out), headings)

    def _label(self, row: int) -> str:
        label = self.frame.label(row)
        first = next((text for _column, text in self.frame.sheet.texts(row)), "")
        return label or self.frame.text(row, "area") or first

    def _why_out(self, row: int) -> str:
        """Return why a row is left out, an empty text if it counts."""
        label, filled = self._label(row), self._filled(row)
        if repeats_header(self.frame, row):
            return "header"
        if explains([text for _, text in self.frame.sheet.texts(row)], self.legend):
            return "legend"
        if label.casefold() in self.rows_out:
            return "chosen"
        if kind := self._kind_of_label(label, row):
            return kind
        if not filled:
            return self._why_unrated(row, label)
        is_named = bool(self.frame.label(row)) or not self.frame.names_rows
        if self.is_upright or not is_named:
            return "" if self._is_rated(filled) else "attribute"
        return ""

    def _kind_of_label(self, label: str, row: int) -> str:
        kind = header_kind(label)
        is_doubtful = self.is_upright and may_be_skill(label)
        if label.casefold() in _DOUBTFUL or is_doubtful:
            return "total" if self._is_total(row) else ""
        if kind in ("total", "target") or adds_up(label):
            return kind if kind == "target" else "total"
        if kind in (_ATTRIBUTES if self.is_upright else ("text", "area", "level")):
            return "attribute"
        before = self.frame.sheet.rows[row][: min(self.columns, default=0)]
        sums = {"total", "target"} & {header_kind(cell.strip()) for cell in before}
        is_sum = bool(sums) or any(map(ends_in_total, before))
        is_unlabelled = not self.frame.label(row) or len(words_of(label)) == 0
        return "total" if is_unlabelled and is_sum else ""

    def _is_rated(self, filled: list[str]) -> bool:
        marks = [cell for cell in filled if read_mark(cell) or cell in self.legend]
        return 2 * len(marks) >= len(filled)

    def _why_unrated(self, row: int, label: str) -> str:
        """Return why a row without ratings is left out."""
        texts = [text for _column, text in self.frame.sheet.texts(row)]
        if any(legend_of_cell(text) for text in texts) or (
            len(texts) < 4 and texts[0] in self.legend
        ):
            return "legend"
        is_alone = len(texts) == 1 or len(set(texts)) == 1
        if row > self.last_rated and not self._may_be_entry(row, label, is_alone):
            return "note"
        if self.frame.layout in ("long", "packed", "form"):
            return "" if self.frame.label(row) or not is_alone else "note"
        if is_alone and self._is_heading(row, label):
            return "heading"
        return "note" if not self.frame.label(row) and self.frame.names_rows else ""

    def _may_be_entry(self, row: int, label: str, is_alone: bool) -> bool:
        """Say whether a row below the last rated one may be a person or a skill."""
        is_nameless = not self.frame.label(row) and self.frame.layout != "form"
        if is_nameless or label.endswith((":", "：")):
            return False
        return not is_alone or (row - 1 in self.all_rows and is_like_name(label))

    def _is_heading(self, row: int, label: str) -> bool:
        texts = dict(self.frame.sheet.texts(row))
        is_merged = any((row, column) in self.frame.sheet.spans for column in texts)
        if self.is_upright:
            stands_beside = not self.frame.label(row)
            return stands_beside or is_merged or not share_known([label], self.known)
        is_loud = label.isupper() and len(label) > 4 and " " in label
        names_team = bool(set(words_of(label)) & TEAM)
        return is_merged or label.endswith(":") or is_loud or names_team

    def _is_total(self, row: int) -> bool:
        others = [r for r in self.rows if r != row and self._filled(r)]
        label = self.frame.label(row)
        return is_aggregate(self.frame.sheet, row, others, self.columns, label)

    def _totals_without_label(self, data: list[int]) -> list[int]:
        """Return rows without a label whose cells are sums or means of the others."""
        if self.frame.layout not in ("people_in_rows", "people_in_columns"):
            return []
        nameless = [row for row in data[-3:] if is_unknown(self.frame.label(row))]
        others = [row for row in data if row not in nameless]
        sheet, columns = self.frame.sheet, self.columns
        return [r for r in nameless if is_aggregate(sheet, r, others, columns)]
