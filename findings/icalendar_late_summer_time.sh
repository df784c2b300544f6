#!/usr/bin/env bash
# icalendar: the VTIMEZONE it generates starts summer time an hour late.
set -euo pipefail
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
python3 -m venv venv
venv/bin/pip install -q icalendar==7.3.2 python-dateutil==2.9.0.post0 tzdata==2025.3
PYTHONTZPATH='' venv/bin/python - <<'PYTHON'
"""Generate Europe/Berlin and let dateutil, which did not write it, read the clock."""
from datetime import UTC, date, datetime
from importlib.metadata import version
from io import StringIO
from zoneinfo import ZoneInfo

from dateutil.tz import tzical
from icalendar import Timezone

NAME = "Europe/Berlin"
print("icalendar", version("icalendar"), "| dateutil", version("python-dateutil"))
year = {"first_date": date(2026, 1, 1), "last_date": date(2026, 12, 31)}
generated = Timezone.from_tzid(NAME, **year).to_ical().decode()
print(generated.replace("\r", ""))


def clock(text):
    """Return what a clock in Berlin shows at 01:30 UTC when summer time begins."""
    moment = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    return moment.astimezone(tzical(StringIO(text)).get(NAME)).isoformat()


truth = datetime(2026, 3, 29, 1, 30, tzinfo=UTC).astimezone(ZoneInfo(NAME)).isoformat()
by_the_book = generated.replace("20260329T030000", "20260329T020000")
print("01:30 UTC on 29 March 2026 as generated:", clock(generated))
print("with the onset told as 02:00, as RFC 5545 3.6.5 asks:", clock(by_the_book))
print("in truth:", truth)
assert truth == clock(by_the_book) == "2026-03-29T03:30:00+02:00"
assert clock(generated) == "2026-03-29T02:30:00+01:00", "behaviour changed"
print("seen: the onset is told in the time after it, so half past two, which does not")
print("exist that night, does; the autumn change of the same description is right")
PYTHON
