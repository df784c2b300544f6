"""Time zones as iCalendar describes them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from skillgap.files.time_zones import describe_zone

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def changes(name, first, last):
    """Return onset, offset before and offset after of each part, in hours."""
    return [
        (
            each["dtstart"].dt.isoformat(),
            each["tzoffsetfrom"].td / timedelta(hours=1),
            each["tzoffsetto"].td / timedelta(hours=1),
        )
        for each in describe_zone(name, first, last).subcomponents
    ]


def test_a_zone_without_summer_time_has_one_clock():
    assert changes("Asia/Jakarta", *YEAR) == [("2025-12-31T07:00:00", 7, 7)]


def test_a_change_is_told_in_the_time_before_it():
    """In Berlin the clock jumps from 2 to 3 in March, and from 3 to 2 in October."""
    assert changes("Europe/Berlin", *YEAR)[1:] == [
        ("2026-03-29T02:00:00", 1, 2),
        ("2026-10-25T03:00:00", 2, 1),
    ]


def test_a_change_that_is_undone_within_weeks_is_there():
    """Morocco sets the clock back for Ramadan, in 2027 for five weeks."""
    found = changes("Africa/Casablanca", date(2027, 1, 1), date(2027, 12, 31))

    assert [(before, after) for _, before, after in found[1:]] == [(1, 0), (0, 1)]


def test_summer_time_alone_is_daylight():
    """Lord Howe Island moves by half an hour only; summer ends in April there."""
    zone = describe_zone("Australia/Lord_Howe", *YEAR)

    assert [each.name for each in zone.subcomponents] == [
        "DAYLIGHT", "STANDARD", "DAYLIGHT",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Asia/Jakarta", "Europe/Berlin", "Africa/Casablanca", "Asia/Kathmandu"]
)
def test_read_back_each_hour_of_the_year_has_its_clock(name):
    """The library's own reader, told nothing but the description."""
    read = describe_zone(name, *YEAR).to_tz(lookup_tzid=False)
    moment = datetime(2026, 1, 1, tzinfo=UTC)

    while moment.year == 2026:
        local = moment.astimezone(ZoneInfo(name))
        if not local.fold:
            there = local.replace(tzinfo=read)
            assert there.utcoffset() == local.utcoffset(), local
        moment += timedelta(hours=1)


def test_a_place_that_is_no_time_zone_is_refused():
    with pytest.raises(ZoneInfoNotFoundError):
        describe_zone("Mars/Olympus", *YEAR)
