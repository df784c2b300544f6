"""Which scale a file uses, told from its marks, its legend and its headers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skillgap.domain.scale import Level
from skillgap.domain.sheets.level_marks import Mark, MarkKind, is_unknown, read_mark
from skillgap.domain.sheets.level_scale import Scale, fold_mark
from skillgap.domain.sheets.level_words import level_positions, phrase_position
from skillgap.domain.sheets.reading_notes import Note, Question
from skillgap.domain.sheets.scale_legend import explain_legend
from skillgap.domain.sheets.scale_numbers import Ends, end_hint, infer_ends
from skillgap.domain.sheets.scale_symbols import read_no_as_word, shape_levels

# A kind of mark that is rarer than this beside another is a slip, no second scale.
MINOR = 0.1
FEWEST = 3
LEAST_READ = 0.7
_NAMES: Mapping[MarkKind, str] = {
    "percent": "percent",
    "word": "words",
    "count": "symbols",
    "shape": "symbols",
    "yes_no": "yes-no",
}

Levels = dict[str, Level | None]


@dataclass(frozen=True)
class ScaleFinding:
    """A proposed scale, what stays to be asked, and what was assumed."""

    scale: Scale
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def detect_scale(
    cells: Mapping[str, int],
    legend: Mapping[str, str] | None = None,
    hints: Iterable[str] = (),
) -> ScaleFinding:
    """Return the scale of rating cells.

    Args:
        cells: how often each text occurs.
        legend: the meaning of marks, as ``find_legend`` gives it.
        hints: headers and titles; "(1-5)" in one of them tells the ends.

    """
    detector = _Detector(cells, legend or {}, tuple(hints))
    if not detector.cells:
        return ScaleFinding(Scale(""), (Question("ask_levels_none"),))
    return detector.find()


class _Detector:
    """Collects levels, questions and notes from each kind of mark."""

    def __init__(
        self,
        cells: Mapping[str, int],
        legend: Mapping[str, str],
        hints: tuple[str, ...],
    ) -> None:
        self.cells = {text: n for text, n in cells.items() if not is_unknown(text)}
        self.legend = {fold_mark(key): text for key, text in legend.items()}
        self.hints = hints
        self.marks = read_no_as_word({t: read_mark(t) for t in self.cells})
        self.levels: Levels = {}
        self.questions: list[Question] = []
        self.notes: list[Note] = []
        self.ends: Ends | None = None
        self.kinds = self._count_kinds()

    def _count_kinds(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for text, number in self.cells.items():
            if fold_mark(text) in self.legend:
                counts["legend"] += number
            elif mark := self.marks[text]:
                counts[mark.kind] += number
        least = max(MINOR * counts.total(), FEWEST)
        main = max(counts, key=lambda kind: counts[kind], default="")
        return Counter({k: n for k, n in counts.items() if n >= least or k == main})

    def find(self) -> ScaleFinding:
        if self.legend:
            self._explain()
        if self.kinds["number"] or self._has_numbers_in_legend():
            self._read_numbers(self._of_kind("number"))
        if self.kinds["word"]:
            self._read_words(self._of_kind("word"))
        if self.kinds["count"]:
            self._read_numbers(self._of_kind("count"))
        if self.kinds["shape"] or self.kinds["yes_no"]:
            self._read_shapes()
        low, high = (self.ends.low, self.ends.high) if self.ends else (None, None)
        scale = Scale(self._name(), self.levels, low, high)
        self._check(scale)
        return ScaleFinding(scale, tuple(self.questions), tuple(self.notes))

    def _name(self) -> str:
        kind = self.kinds.most_common(1)[0][0] if self.kinds else ""
        is_number = kind == "number" or (kind == "legend" and self.ends is not None)
        if is_number and self.ends:
            return f"{self.ends.low:g}-{self.ends.high:g}"
        return _NAMES.get(kind, kind)  # type: ignore[call-overload, no-any-return]

    def _of_kind(self, kind: MarkKind) -> dict[str, Mark]:
        return {
            text: mark
            for text, mark in self.marks.items()
            if mark and mark.kind == kind and fold_mark(text) not in self.legend
        }

    def _has_numbers_in_legend(self) -> bool:
        return any(re.fullmatch(r"[0-9]+%?", key) for key in self.legend)

    def _explain(self) -> None:
        """Give the keys of the legend the levels their meanings speak of."""
        found = explain_legend(self.legend)
        self.ends = found.ends
        self.levels.update(found.levels)
        self.notes += found.notes
        self.questions += found.questions

    def _read_numbers(self, marks: Mapping[str, Mark]) -> None:
        labels = {m.value: m.label for m in marks.values() if m.label}
        if len(labels) > 1 and self._read_labels(marks):
            return
        if self.ends:
            return
        values: Counter[float] = Counter()
        for text, mark in marks.items():
            if mark.value is not None:
                values[mark.value] += self.cells[text]
        said = [mark.high for mark in marks.values() if mark.high]
        if marks and all(set(text.strip()) == {"+"} for text in marks):
            said.append(max(3, int(max(values))))
        hint = end_hint(self.hints)
        finding = infer_ends(values, max(said) if said else None, hint)
        self.ends = finding.ends
        self.questions += finding.questions
        self.notes += finding.notes

    def _read_labels(self, marks: Mapping[str, Mark]) -> bool:
        """Read "2 - Beginner" by its words, if each number has a word of its own."""
        places = {text: phrase_position(mark.label) for text, mark in marks.items()}
        steps = level_positions(p for p in places.values() if p is not None)
        if steps is None or None in places.values():
            return False
        for text, place in places.items():
            if place is not None:
                self.levels[fold_mark(text)] = steps[place]
        values = [mark.value for mark in marks.values() if mark.value is not None]
        self.ends = Ends(min(values), max(values), "labels")
        self.notes.append(Note("scale_of_words"))
        return True

    def _read_words(self, marks: Mapping[str, Mark]) -> None:
        places = {text: phrase_position(text) for text in marks}
        steps = level_positions(p for p in places.values() if p is not None)
        if steps is None:
            values = ", ".join(sorted(marks)[:12])
            self.questions.append(Question("ask_words", {"value": values}))
            return
        is_alone = {mark.label for mark in marks.values()} == {"none"}
        for text, place in places.items():
            level = None if is_alone or place is None else steps[place]
            self.levels[fold_mark(text)] = level
        self.notes.append(Note("scale_of_words"))

    def _read_shapes(self) -> None:
        marks = {**self._of_kind("shape"), **self._of_kind("yes_no")}
        levels, is_sure = shape_levels({m.label for m in marks.values()})
        for text, mark in marks.items():
            if mark.label in levels:
                self.levels[fold_mark(text)] = levels[mark.label]
        codes = [t for t, mark in self.marks.items() if mark is None and t[:4] == t]
        values = ", ".join(sorted([*marks, *codes])[:12])
        if is_sure:
            self.notes.append(Note("scale_of_symbols", {"value": values}))
        else:
            self.questions.append(Question("ask_yes_no", {"value": values}))

    def _check(self, scale: Scale) -> None:
        """Ask about the marks if too many of them cannot be read."""
        strange = {t: n for t, n in self.cells.items() if scale.level_of(t) is None}
        total = sum(self.cells.values())
        if self.questions or sum(strange.values()) <= (1 - LEAST_READ) * total:
            return
        common = sorted(strange, key=lambda text: -strange[text])[:5]
        blanks = {"value": ", ".join(text[:30] for text in common)}
        self.questions.append(Question("ask_marks", blanks))
