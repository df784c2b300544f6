#!/usr/bin/env bash
# icalendar: the VTIMEZONE it generates passes over a clock that holds for a few weeks.
set -euo pipefail
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
python3 -m venv venv
venv/bin/pip install -q icalendar==7.3.2 tzdata==2025.3
PYTHONTZPATH='' venv/bin/python - <<'PYTHON'
"""Generate Africa/Casablanca for three years; each has some weeks of Ramadan time."""
from datetime import date, datetime, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

from icalendar import Timezone

NAME = "Africa/Casablanca"
print("icalendar", version("icalendar"), "| tzdata", version("tzdata"))
zone = Timezone.from_tzid(NAME, first_date=date(2025, 2, 2), last_date=date(2028, 12, 1))
print(zone.to_ical().decode().replace("\r", ""))
begins = [p["dtstart"].dt.year for p in zone.daylight]
begins += [d.dt.year for p in zone.daylight for d in p["rdate"].dts]
lost = []
for year, month in ((2025, 3), (2026, 3), (2027, 2), (2028, 2)):
    offset = datetime(year, month, 12, 12, tzinfo=ZoneInfo(NAME)).utcoffset()
    print(year, "month", month, "is UTC +", offset, "| generated:", year in begins)
    assert offset == timedelta(0), "the time zone database changed"
    if year not in begins:
        lost.append(year)
assert lost == [2025, 2027], f"behaviour changed: {lost}"
print("seen: the weeks at UTC+0 are there for 2026 and 2028, and missing for 2025 and 2027")
PYTHON
