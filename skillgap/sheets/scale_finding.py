"""Which scale a file uses, told from its numbers, symbols, legend and headers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from skillgap.domain.problems import Note, Question
from skillgap.domain.scale import Level
from skillgap.sheets.legend import speaks_of_level
from skillgap.sheets.level_words import level_positions, phrase_position
from skillgap.sheets.marks import (
    Mark,
    MarkKind,
    is_unknown,
    read_mark,
    read_no_as_word,
    shape_levels,
)
from skillgap.sheets.scale import Scale, fold_mark

USUAL_ENDS = (5.0, 10.0, 100.0)
OUTLIERS = 0.05
FEWEST, SOME = 3, 0.3  # fewer marks beyond the end of a shorter scale may be slips
ENOUGH = 30  # so many marks tell that nobody left out the upper end by chance
ENOUGH_AT_END = 3
_RANGE = re.compile(
    r"(?<![0-9.,/])([01])\s*(?:-|–|—|to|_to_|\.\.+|sampai|s/d|s\.d\.|hingga|bis|~|〜)"
    r"\s*(3|4|5|6|7|10|100)(?![0-9/.])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ends:
    """The lowest and the highest number of a scale, and who says so."""

    low: float
    high: float
    source: str


@dataclass(frozen=True)
class EndsFinding:
    """The ends of a scale, None where they must be asked."""

    ends: Ends | None
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def end_hint(texts: Iterable[str]) -> Ends | None:
    """Return the ends that headers or titles name, None unless all agree."""
    found = {
        (float(match[1]), float(match[2]))
        for text in texts
        for match in _RANGE.finditer(text.replace("_", " ")[:500])
    }
    return Ends(*found.pop(), "header") if len(found) == 1 else None


def infer_ends(
    values: Mapping[float, int], said: int | None, hint: Ends | None
) -> EndsFinding:
    """Return the ends of a scale of numbers.

    They are assumed, and said, only where another end that is usual would move no
    level by more than one, or where so many marks stop at an end that chance is out.

    Args:
        values: how often each number occurs.
        said: the highest number if the marks say it ("3/5").
        hint: the ends a header names.

    """
    total = sum(values.values())
    if hint and _share_up_to(values, hint.high) >= 1 - OUTLIERS:
        low = 0.0 if 0 in values else hint.low
        return EndsFinding(Ends(low, hint.high, "header"))
    if said:
        return EndsFinding(Ends(0.0 if 0 in values else 1.0, float(said), "marks"))
    if set(values) <= {0.0, 1.0} and (0 in values or total >= ENOUGH):
        return EndsFinding(None, (Question("ask_yes_no", {"value": "0, 1"}),))
    enough = [e for e in USUAL_ENDS if _share_up_to(values, e) >= 1 - OUTLIERS]
    if not enough or not total:
        blanks = {"value": f"{max(values, default=0):g}"}
        return EndsFinding(None, (Question("ask_scale_numbers", blanks),))
    usual = enough[0]
    kept = {value: n for value, n in values.items() if 0 <= value <= usual}
    before = max((end for end in USUAL_ENDS if end < usual), default=0.0)
    beyond = sum(n for value, n in kept.items() if value > before)
    if before and beyond < FEWEST and beyond < SOME * total:
        return _ask(max(kept), (f"1-{before:g}", f"0-{usual:g}"))
    return _infer(kept, usual)


def _share_up_to(values: Mapping[float, int], high: float) -> float:
    total = sum(values.values())
    return sum(n for v, n in values.items() if 0 <= v <= high) / max(total, 1)


def _infer(values: Mapping[float, int], usual: float) -> EndsFinding:
    top = max(values, default=0.0)
    if usual < 100 and top > {5.0: 3, 10.0: 7}[usual]:
        return _assume(values, 4.0 if _ends_there(values, 4.0) else usual)
    if usual == 100 and top > 20 and sum(values.values()) >= ENOUGH_AT_END * 2:
        return _assume(values, 100.0) if top >= 50 else _ask(top, ("0-100",))
    if usual == 5 and top > 2 and _ends_there(values, 3.0):
        return _assume(values, 3.0)
    if usual == 10 and _ends_there(values, top) and top in (6.0, 7.0):
        return _ask(top, (f"1-{top:g}", "0-10"))
    options = {5.0: ("0-3", "1-5"), 10.0: ("1-7", "0-10"), 100.0: ("0-20", "0-100")}
    return _ask(top, options[usual])


def _ends_there(values: Mapping[float, int], high: float) -> bool:
    """Say whether many marks fill every step up to a number and none goes beyond."""
    whole = {value for value in values if value == int(value)}
    steps = range(1, int(high) + 1)
    return (
        max(values) == high
        and sum(values.values()) >= ENOUGH
        and values.get(high, 0) >= ENOUGH_AT_END
        and all(step in whole for step in steps)
    )


def _assume(values: Mapping[float, int], high: float) -> EndsFinding:
    starts_at_zero = 0 in values or high == 100 or (high == 10 and 1 not in values)
    low = 0.0 if starts_at_zero or min(values) < 1 else 1.0
    blanks = {"scale": f"{low:g}-{high:g}", "value": sum(values.values())}
    return EndsFinding(Ends(low, high, "marks"), (), (Note("scale_assumed", blanks),))


def _ask(top: float, options: Iterable[str]) -> EndsFinding:
    blanks = {"value": f"{top:g}", "options": ", ".join(options)}
    return EndsFinding(None, (Question("ask_scale_end", blanks),))


@dataclass(frozen=True)
class LegendFinding:
    """The level of each folded mark a legend explains, None if it says "unknown".

    ``ends`` are those of its numbers. Where the meanings do not tell, numbers are
    spread between the ends; letters and symbols are to be asked.
    """

    levels: Mapping[str, Level | None] = field(default_factory=dict)
    ends: Ends | None = None
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def explain_legend(legend: Mapping[str, str]) -> LegendFinding:
    """Return what a legend tells; its levels must rise, or fall, with its numbers."""
    places = {key: phrase_position(text) for key, text in legend.items()}
    steps = level_positions(place for place in places.values() if place is not None)
    numbers = sorted(int(key) for key in legend if key.isdecimal())
    is_range = len(numbers) > 1
    ends = Ends(float(numbers[0]), float(numbers[-1]), "legend") if is_range else None
    is_told = all(map(speaks_of_level, legend.values()))
    if is_told and steps and _is_in_order(numbers, places, steps):
        levels = {key: _level(place, steps) for key, place in places.items()}
        note = Note("scale_from_legend", {"value": len(legend)})
        return LegendFinding(levels, ends, (), (note,))
    if ends:
        return LegendFinding(ends=ends)
    question = Question("ask_legend", {"value": ", ".join(legend)})
    return LegendFinding(questions=(question,))


def _level(place: float | None, steps: Mapping[float, Level]) -> Level | None:
    return None if place is None else steps[place]


def _is_in_order(
    numbers: list[int],
    places: Mapping[str, float | None],
    steps: Mapping[float, Level],
) -> bool:
    told = [places[str(number)] for number in numbers]
    levels = [steps[place] for place in told if place is not None]
    is_sorted = levels in (sorted(levels), sorted(levels, reverse=True))
    return is_sorted and len(set(levels)) == len(levels)


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
