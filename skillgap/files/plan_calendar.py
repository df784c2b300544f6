"""A plan as iCalendar: its weeks, small checks after them, and hours to learn in.

A week is one event of seven whole days that keeps nobody from other appointments.
Exported again, the plan has the same identifiers and a higher sequence number, so that
a calendar replaces what it has; weeks that fell away stay until they are deleted.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event

from skillgap.domain.person.weeks import Part, Recheck, Week
from skillgap.files.plan_paper import PRACTICE, PROOF, PlanPaper
from skillgap.files.time_zones import describe_zone
from skillgap.files.wording import N_

OURS = UUID("2f0cbb1e-6d0e-4c55-9f43-6ad4d5c1a4a7")
USUAL_HOURS = 2  # a session of an evening
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = timedelta(days=1)
LONGEST = 24 * 60
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Sessions:
    """When a person learns: an hour of the day, where, and on which days of the week.

    ``zone`` is a name of the IANA database, ``weekdays`` count from Monday, 0.
    """

    hour: time
    zone: str
    weekdays: tuple[int, ...]


@dataclass(frozen=True)
class Stamp:
    """What makes an export known again.

    ``plan`` is the same for each export of the same plan and another for any other; it
    cannot be read out of the file. ``moment`` is that of the export, with time zone.
    """

    plan: str
    moment: datetime


def spread_weekdays(start: date, hours_per_week: float) -> tuple[int, ...]:
    """Return days of the week, evenly from the first: two hours each, or all seven."""
    count = min(7, ceil(hours_per_week / USUAL_HOURS))
    return tuple(
        sorted((start.weekday() + place * 7 // count) % 7 for place in range(count))
    )


def write_calendar(
    paper: PlanPaper, stamp: Stamp, sessions: Sessions | None = None
) -> bytes:
    """Return a plan as an iCalendar file, to be imported.

    Args:
        paper: a plan with at least one step.
        stamp: makes the export known again.
        sessions: repeat every week of the plan and share its hours.

    Raises:
        ValueError: the plan has no step, the sessions no day, or one of them would be
            longer than a day.
        ZoneInfoNotFoundError: there is no such time zone.
        OverflowError: the plan ends after the last day a calendar has.

    """
    weeks = paper.weeks()
    if not weeks:
        raise ValueError("a plan without steps has nothing for a calendar")
    writer = _Writer(paper, stamp)
    parts: list[Component] = [*map(writer.week, weeks)]
    parts += map(writer.recheck, paper.rechecks())
    if sessions:
        zone = describe_zone(sessions.zone, paper.start, weeks[-1].last + DAY)
        parts = [zone, writer.sessions(weeks, sessions), *parts]
    return bytes(writer.calendar(parts).to_ical())


class _Writer:
    """Writes the events of one export."""

    def __init__(self, paper: PlanPaper, stamp: Stamp) -> None:
        self.paper, self.stamp = paper, stamp
        self.say = paper.speech.say

    def calendar(self, parts: Iterable[Component]) -> Calendar:
        name = self.say(N_("Learning plan: {aim}"), aim=self.paper.aim)
        return Calendar.new(
            prodid=f"-//Skillgap//Learning plan//{self.paper.language.upper()}",
            name=_clean(name),
            uid=self.identify("calendar"),
            last_modified=self.stamp.moment,
            subcomponents=parts,
        )

    def week(self, week: Week) -> Event:
        title = self.say(
            N_("Week {number}: {modules}"),
            number=week.number,
            modules=self.modules(week),
        )
        text = "\n\n".join("\n".join(self.describe(part)) for part in week.parts)
        event = self.event(f"week {week.number}", title, text)
        return _set_days(event, week.first, week.last)

    def recheck(self, recheck: Recheck) -> Event:
        module = self.paper.module(recheck.module)
        title = self.say(
            N_("Do you still know it? {module}"),
            module=self.paper.title(recheck.module),
        )
        text = self.say(
            N_(
                "Ten minutes, without notes. Write down how you would do this today: "
                "{outcome}\nThen compare with what you kept: {proof}"
            ),
            outcome=module.outcome.in_language(self.paper.language),
            proof=module.proof.in_language(self.paper.language),
        )
        name = f"recheck {recheck.module} {recheck.weeks_after}"
        return _set_days(self.event(name, title, text), recheck.day, recheck.day)

    def sessions(self, weeks: tuple[Week, ...], sessions: Sessions) -> Event:
        """Return an event that repeats; its hour stays when the clocks change."""
        days = sorted(set(sessions.weekdays))
        minutes = round(self.paper.hours_per_week * 60 / len(days)) if days else 0
        if not 0 < minutes <= LONGEST:
            raise ValueError("a session takes more than nothing and at most a day")
        title = self.say(N_("Learning: {aim}"), aim=self.paper.aim)
        text = "\n".join(
            f"{self.paper.span(week.first, week.last)}: {self.modules(week)}"
            for week in weeks
        )
        event = self.event("sessions", title, text)
        ahead = min((day - self.paper.start.weekday()) % 7 for day in days)
        first, zone = self.paper.start + ahead * DAY, ZoneInfo(sessions.zone)
        begin = datetime.combine(first, sessions.hour, zone)
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=minutes))
        count, names = len(weeks) * len(days), [WEEKDAYS[day] for day in days]
        event.add("rrule", {"freq": "weekly", "count": count, "byday": names})
        return event

    def event(self, name: str, title: str, text: str) -> Event:
        """Return an event without a time; ``name`` tells it from the plan's others."""
        return Event.new(
            uid=self.identify(name),
            stamp=self.stamp.moment,
            last_modified=self.stamp.moment,
            sequence=int(self.stamp.moment.timestamp()) // 60,
            summary=" ".join(_clean(title).split()),
            description=_clean(text),
        )

    def identify(self, name: str) -> UUID:
        """Return the identifier of a part of the plan, the same in every export."""
        return uuid5(OURS, f"{self.stamp.plan} {name}")

    def modules(self, week: Week) -> str:
        """Return the modules of a week, each once."""
        keys = dict.fromkeys(part.step.module for part in week.parts)
        return "; ".join(map(self.paper.title, keys))

    def describe(self, part: Part) -> Iterator[str]:
        """Yield the lines on what to do of a step in a week."""
        step, language = part.step, self.paper.language
        module = self.paper.module(step.module)
        yield f"{self.paper.title(step.module)} ({self.paper.hours(part.hours)})"
        if goal := self.paper.goal(step):
            yield goal
        yield f"{self.say(PRACTICE)}: {module.practice.in_language(language)}"
        yield f"{self.say(PROOF)}: {module.proof.in_language(language)}"
        for each in self.paper.resources(step):
            yield f"- {each.title} ({self.paper.facts(each)}): {each.url}"


def _set_days(event: Event, first: date, last: date) -> Event:
    """Return an event over whole days, which keep nobody from other appointments."""
    event.add("dtstart", first)
    event.add("dtend", last + DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _clean(text: str) -> str:
    """Return a text without the signs a calendar file must not hold."""
    return _CONTROL.sub(" ", text)
