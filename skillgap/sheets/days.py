"""Days as spreadsheets and forms write them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from skillgap.sheets.header_words import PERIOD

DayOrder = Literal["day first", "month first"]

_REST = r"(?:[T ,].*)?"
_ISO = re.compile(rf"([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){_REST}")
_EAST = re.compile(rf"([0-9]{{4}})年([0-9]{{1,2}})月([0-9]{{1,2}})日{_REST}")
_SHORT = re.compile(
    rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}})({_REST})"
)
_DAY_NAME = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th)?[ -]([^\W\d_]+)\.?,?[ -]([0-9]{{4}}){_REST}"
)
_NAME_DAY = re.compile(
    rf"([^\W\d_]+)\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}}){_REST}"
)
_WEEKDAY = re.compile(r"^[^\W\d_]+'?[^\W\d_]*, +")
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 73_050  # 1970 to 2099
_EPOCH = date(1899, 12, 30)
_MONTHS = (
    "jan", "feb peb", "mar", "apr", "may mei", "jun", "jul", "aug agu ags", "sep",
    "oct okt", "nov nop", "dec des",
)  # fmt: skip
_MONTH_OF = {
    start: number
    for number, starts in enumerate(_MONTHS, start=1)
    for start in starts.split()
}
_YEAR = r"(?:(?:19|20)[0-9]{2}|'[0-9]{2})"
_QUARTER = r"(?:q|h|tw|quarter|kuartal|triwulan|semester|smt|fy)[ -]?[1-4]"
_PERIOD = re.compile(
    rf"{_YEAR}|{_QUARTER}[ /-]*{_YEAR}|{_YEAR}[ /-]*{_QUARTER}"
    rf"|(?:week|wk|minggu|pekan|month|bulan|day|hari)[ -]?[0-9]{{1,2}}"
)
_MONTH_AND_YEAR = re.compile(r"([^\W\d_]+)\.?(?:[ '/-]*[0-9]{2}(?:[0-9]{2})?)?")


def read_day(text: str, order: DayOrder | None) -> str | None:
    """Return the ISO date a cell begins with, None if it is none.

    Args:
        text: "2026-11-25", "25/11/2026 14:05", "25 November 2026", "46351" (a day as
            Excel counts), with a time or without.
        order: of day and month in a date of three numbers; without an order only
            those count that can be read in one way.

    """
    plain = _WEEKDAY.sub("", text.strip()[:60])
    if match := _ISO.fullmatch(plain) or _EAST.fullmatch(plain):
        return _iso(match[1], match[2], match[3])
    if match := _SHORT.fullmatch(plain):
        first, second, year = match[1], match[3], match[4]
        chosen = order or day_order([text])
        if chosen is None and first != second:
            return None
        if chosen == "month first":
            first, second = second, first
        return _iso(year if len(year) == 4 else f"20{year}", second, first)
    return _named(plain) or _serial(plain)


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """Return the order of day and month that all dates have in common.

    None if they can be read either way, or some one way and some the other.
    """
    votes = {vote for text in texts if (vote := _vote(text))}
    return votes.pop() if len(votes) == 1 else None


def is_ambiguous(texts: Iterable[str]) -> bool:
    """Say whether the order of day and month matters and cannot be told."""
    found = [text for text in texts if _SHORT.fullmatch(text.strip()[:60])]
    differ = [
        text
        for text in found
        if read_day(text, "day first") != read_day(text, "month first")
    ]
    return bool(differ) and day_order(found) is None


def looks_like_day(text: str) -> bool:
    """Say whether a cell is a date that is no mere number."""
    return not text.strip().isdigit() and bool(
        read_day(text, "day first") or read_day(text, "month first")
    )


def is_period(text: str) -> bool:
    """Say whether a text is a day, month, weekday, quarter, week or year."""
    plain = text.strip()[:60].casefold()
    match = _MONTH_AND_YEAR.fullmatch(plain)
    if match and (match[1] in PERIOD or match[1] in _MONTH_OF):
        return True
    return bool(_PERIOD.fullmatch(plain)) or looks_like_day(plain)


def _vote(text: str) -> DayOrder | None:
    match = _SHORT.fullmatch(text.strip()[:60])
    if not match:
        return None
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > 12 >= second:
        return "day first"
    if second > 12 >= first:
        return "month first"
    is_dotted_time = re.search(r" [0-9]{1,2}\.[0-9]{2}\.[0-9]{2}$", match[5])
    return "day first" if is_dotted_time else None


def _named(text: str) -> str | None:
    if match := _DAY_NAME.fullmatch(text):
        day, month, year = match[1], match[2], match[3]
    elif match := _NAME_DAY.fullmatch(text):
        month, day, year = match[1], match[2], match[3]
    else:
        return None
    number = _MONTH_OF.get(month.casefold()[:3])
    return _iso(year, str(number), day) if number else None


def _serial(text: str) -> str | None:
    match = _SERIAL.fullmatch(text)
    if not match or not _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return None
    return (_EPOCH + timedelta(days=int(match[1]))).isoformat()


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
