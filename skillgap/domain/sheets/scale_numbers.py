"""Where a scale of numbers begins and ends."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skillgap.domain.sheets.reading_notes import Note, Question

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
