"""Whether the answer to a check is right."""

import re

from skillgap.domain.learning import Check, Number

DONT_KNOW = "dont_know"


def grade_choice(check: Check, position: int) -> bool:
    """Say whether the option at a position, counted from 1, is the right one."""
    return position == check.correct


def grade_number(number: Number, text: str) -> bool | None:
    """Say whether a typed number is right, None if it is no number at all.

    Comma and point are both taken as the decimal sign and as the separator of
    thousands, which follow no leading zero; the answer is right if one reading is
    within the tolerance.
    """
    readings = read_number(text)
    if not readings:
        return None
    margin = number.tolerance + 1e-9
    return any(abs(value - number.value) <= margin for value in readings)


def read_number(text: str) -> set[float]:
    """Return every number a typed text may mean; empty if it is none."""
    bare = re.sub(r"[\s\u00a0_%]", "", text)
    if not re.fullmatch(r"[+-]?[0-9][0-9.,]*", bare):
        return set()
    readings = set()
    for decimal, thousands in ((".", ","), (",", ".")):
        whole, _, rest = bare.partition(decimal)
        grouped = re.fullmatch(
            rf"[+-]?[0-9]+|[+-]?[1-9][0-9]{{0,2}}({re.escape(thousands)}[0-9]{{3}})+",
            whole,
        )
        if grouped and re.fullmatch(r"[0-9]*", rest):
            readings.add(float(whole.replace(thousands, "") + "." + (rest or "0")))
    return readings
