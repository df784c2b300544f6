"""A time zone as iCalendar describes it, with every change of the clock in some days.

The calendar library has such a description, too, but starts summer time an hour late
and passes over a change that is undone within two months.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = timedelta(days=1)


def describe_zone(name: str, first: date, last: date) -> Timezone:
    """Return a time zone as it is from one day to another.

    Args:
        name: in the IANA database, like ``Asia/Jakarta``.
        first: earlier days have the clock of this one.
        last: later days have the clock of this one.

    Raises:
        ZoneInfoNotFoundError: there is no such time zone.

    """
    zone = ZoneInfo(name)
    begin = datetime.combine(first, time(), UTC) - DAY
    end = datetime.combine(last, time(), UTC) + 2 * DAY
    found = Timezone()
    found.add("tzid", name)
    for moment in (begin, *_find_changes(zone, begin, end)):
        found.add_component(_describe_change(zone, moment))
    return found


def _find_changes(zone: tzinfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Yield the moments from which the clock differs from the second before."""
    day = begin
    while day < end:
        old = _offset(zone, day)
        if _offset(zone, day + DAY) != old:
            yield day + timedelta(seconds=_count_seconds(zone, day, old))
        day += DAY


def _count_seconds(zone: tzinfo, day: datetime, old: timedelta) -> int:
    """Return how many seconds of a day the old clock holds."""
    return bisect_left(
        range(24 * 60 * 60),
        True,
        key=lambda second: _offset(zone, day + timedelta(seconds=second)) != old,
    )


def _describe_change(
    zone: tzinfo, moment: datetime
) -> TimezoneStandard | TimezoneDaylight:
    """Return the clock that holds from a moment, told in the time before it."""
    before = _offset(zone, moment - timedelta(seconds=1))
    local = moment.astimezone(zone)
    summer = (local.dst() or timedelta()) > timedelta()
    found = TimezoneDaylight() if summer else TimezoneStandard()
    found.add("dtstart", (moment + before).replace(tzinfo=None))
    found.add("tzoffsetfrom", before)
    found.add("tzoffsetto", _offset(zone, moment))
    found.add("tzname", local.tzname())
    return found


def _offset(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
