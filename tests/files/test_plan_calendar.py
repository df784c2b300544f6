"""A plan as iCalendar, read back with the library that wrote it."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from skillgap.domain.scale import Text
from skillgap.files.plan_calendar import (
    Sessions,
    Stamp,
    spread_weekdays,
    write_calendar,
)
from tests.papers import MONDAY, UNKNOWN, framework_of, paper_of, papers, with_git

STAMP = Stamp("plan of somebody", datetime(2026, 1, 30, 8, tzinfo=UTC))
EVENING = Sessions(time(19), "Asia/Jakarta", (0, 2))


def read(paper, stamp=STAMP, sessions=None):
    """Return the calendar as its reader sees it."""
    return Calendar.from_ical(write_calendar(paper, stamp, sessions))


def whole_days(calendar):
    """Return title, first and last day of each whole-day event."""
    return [
        (str(e["summary"]), e.start, e.end - timedelta(days=1))
        for e in calendar.events
        if not isinstance(e.start, datetime)
    ]


def session_of(calendar):
    """Return the one event with an hour."""
    (event,) = [e for e in calendar.events if isinstance(e.start, datetime)]
    return event


def times_of(event):
    """Return every beginning of an event that repeats, in its own time zone."""
    rule = event["rrule"].to_ical().decode()
    naive = rrulestr(rule, dtstart=event.start.replace(tzinfo=None))
    return [each.replace(tzinfo=event.start.tzinfo) for each in naive]


def test_each_week_is_seven_days_and_each_module_comes_back_twice():
    """Git takes 5 hours and sql 8, at 10 a week."""
    assert whole_days(read(paper_of(hours_per_week=10))) == [
        ("Week 1: git-two; sql-two", date(2026, 2, 2), date(2026, 2, 8)),
        ("Week 2: sql-two", date(2026, 2, 9), date(2026, 2, 15)),
        ("Do you still know it? git-two", date(2026, 2, 22), date(2026, 2, 22)),
        ("Do you still know it? sql-two", date(2026, 3, 1), date(2026, 3, 1)),
        ("Do you still know it? git-two", date(2026, 3, 22), date(2026, 3, 22)),
        ("Do you still know it? sql-two", date(2026, 3, 29), date(2026, 3, 29)),
    ]


def test_a_week_says_what_to_do_what_to_show_and_where_to_read():
    (first, *_) = read(paper_of(framework_of(stages=(6, 2)), hours_per_week=10)).events

    assert str(first["description"]).splitlines() == [
        "git-two (5 h)",
        "Practice: practice",
        "Proof: proof",
        "- Title (Example, in English, 2 h, free): https://example.org/",
        "",
        "sql-two (5 h)",
        "Part 1 of 2: Goal 1",
        "Practice: practice",
        "Proof: proof",
    ]


def test_whole_days_leave_room_for_appointments_and_sessions_do_not():
    calendar = read(paper_of(), sessions=EVENING)

    kept_free = {str(e["transp"]) for e in calendar.events if "transp" in e}
    assert kept_free == {"TRANSPARENT"}
    assert "transp" not in session_of(calendar)


def test_it_speaks_the_language():
    calendar = read(paper_of(language="id"), sessions=EVENING)

    titles = [str(e["summary"]) for e in calendar.events]
    assert titles[:2] == ["Belajar: Role", "Minggu ke-1: git-two"]
    assert "Masih ingat? git-two" in titles
    assert str(calendar["prodid"]) == "-//Skillgap//Learning plan//ID"


def test_sessions_share_the_hours_of_a_week_on_their_days():
    """4 hours on Mondays and Wednesdays; the plan begins on a Tuesday, for 4 weeks."""
    start = MONDAY + timedelta(days=1)
    event = session_of(read(paper_of(hours_per_week=4, start=start), sessions=EVENING))

    times = times_of(event)
    assert times[:3] == [
        datetime(2026, 2, day, 19, tzinfo=ZoneInfo("Asia/Jakarta"))
        for day in (4, 9, 11)
    ]
    assert times[-1].date() == date(2026, 3, 2)
    assert len(times) == 8
    assert event.end - event.start == timedelta(hours=2)


@pytest.mark.parametrize(
    ("zone", "before", "after"), [("Asia/Jakarta", 12, 12), ("Europe/Berlin", 18, 17)]
)
def test_the_hour_of_the_day_stays_when_the_clock_changes(zone, before, after):
    """Berlin moves its clock on 29 March 2026; the hours beside it are those of UTC."""
    start, sessions = date(2026, 3, 23), Sessions(time(19), zone, (0,))
    calendar = read(paper_of(hours_per_week=4, start=start), sessions=sessions)

    times = times_of(session_of(calendar))
    assert {each.hour for each in times} == {19}
    assert [each.astimezone(UTC).hour for each in times[:2]] == [before, after]
    assert calendar.get_missing_tzids() == set()
    assert [str(each["tzid"]) for each in calendar.timezones] == [zone]


def test_without_an_hour_there_is_no_time_zone():
    assert read(paper_of()).timezones == []


def test_exported_again_it_updates_what_is_there():
    """Two minutes later, an hour a week more: same identifiers, a higher sequence."""
    later = replace(STAMP, moment=STAMP.moment + timedelta(minutes=2))
    old = read(paper_of(hours_per_week=4), sessions=EVENING)
    new = read(paper_of(hours_per_week=5), later, EVENING)

    before = {str(e["uid"]): e["sequence"] for e in old.events}
    for event in new.events:
        assert event["sequence"] == before[str(event["uid"])] + 2
        assert event["dtstamp"].dt == event["last-modified"].dt == later.moment
    assert old["uid"] == new["uid"]


def test_the_same_export_is_the_same_file():
    one, two = (write_calendar(paper_of(), STAMP, EVENING) for _ in range(2))

    assert one == two


def test_another_plan_has_other_identifiers_and_neither_says_whose_it_is():
    other = replace(STAMP, plan="plan of another")
    uids = [{str(e["uid"]) for e in read(paper_of(), s).events} for s in (STAMP, other)]

    assert not uids[0] & uids[1]
    assert b"somebody" not in write_calendar(paper_of(), STAMP, EVENING)


@given(papers())
def test_every_step_stands_in_each_of_its_weeks_and_every_event_is_its_own(paper):
    if not paper.plan.steps:
        return
    calendar = read(paper, sessions=EVENING if paper.hours_per_week < 48 else None)
    uids = Counter(str(e["uid"]) for e in calendar.events)
    titles = Counter(line.split(" (")[0] for e in calendar.events
                     for line in str(e["description"]).splitlines())  # fmt: skip

    assert set(uids.values()) == {1}
    for step in paper.plan.steps:
        weeks = step.week_to - step.week_from + 1
        assert titles[step.module] == weeks


@given(st.text())
def test_any_title_comes_back_in_one_line_of_the_file_and_adds_nothing(title):
    changed = with_git(title=Text(title, title))
    paper = paper_of(changed)
    content = write_calendar(paper, STAMP)

    assert len(Calendar.from_ical(content).events) == 8
    lines = content.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any(c < " " or "\x7f" <= c < "\xa0" for line in lines for c in line)


def test_a_title_that_looks_like_calendar_text_stays_a_title():
    title = "a\r\nEND:VEVENT; b, c\\n"
    changed = with_git(title=Text(title, title))
    paper = paper_of(changed)

    assert str(read(paper).events[0]["summary"]) == "Week 1: a END:VEVENT; b, c\\n"


def test_it_is_made_to_be_imported():
    content = write_calendar(paper_of(), STAMP)

    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert b"METHOD" not in content
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        (0.5, [0]),
        (2, [0]),
        (4, [0, 3]),
        (5, [0, 2, 4]),
        (14, [0, 1, 2, 3, 4, 5, 6]),
        (60, [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_two_hours_a_day_are_spread_evenly_over_the_week(hours, days):
    assert list(spread_weekdays(MONDAY, hours)) == days


def test_the_first_day_of_the_plan_is_one_of_its_days():
    assert spread_weekdays(date(2026, 2, 7), 4) == (1, 5)


@pytest.mark.parametrize(("days", "hours"), [((), 4), ((0,), 25)])
def test_sessions_without_a_day_or_longer_than_one_are_refused(days, hours):
    with pytest.raises(ValueError, match="session"):
        write_calendar(
            paper_of(hours_per_week=hours), STAMP, replace(EVENING, weekdays=days)
        )


def test_a_plan_without_steps_makes_no_calendar():
    paper = paper_of(known=UNKNOWN.replace("0", "2"))

    with pytest.raises(ValueError, match="without steps"):
        write_calendar(paper, STAMP)
