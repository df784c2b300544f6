#!/usr/bin/env bash
# calcurse: a weekly event of another time zone is refused, or drifts by an hour.
set -euo pipefail
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
apt-get download -qq calcurse=4.7.1-1 2> /dev/null
dpkg -x calcurse_*.deb .
calcurse=$PWD/usr/bin/calcurse
export LC_ALL=C.UTF-8 TMPDIR=$PWD
"$calcurse" --version | head -1

# Mondays, Wednesdays, Fridays at 19:00 in Berlin, for four weeks over 29 March 2026.
cat > plan.txt <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//finding//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20251026T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:7d1a1d8e-1d0f-4b3f-9a53-0c3a3b1f7c11
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Berlin:20260316T190000
DTEND;TZID=Europe/Berlin:20260316T200000
RRULE:FREQ=WEEKLY;COUNT=12;BYDAY=MO,WE,FR
SUMMARY:Learn
END:VEVENT
END:VCALENDAR
ICS
sed 's/$/\r/' plan.txt > plan.ics

read_in() { # time zone of the machine
  rm -rf data
  mkdir data
  echo "== machine in $1"
  code=0; TZ=$1 "$calcurse" -D data -i plan.ics < /dev/null > report 2> problems || code=$?
  echo "exit code $code"; cat report problems
  sed -n '/^VEVENT/p' $(sed -n 's/^See \(.*\) for details.*/\1/p' problems) < /dev/null
  TZ=$1 "$calcurse" -D data --input-datefmt 4 -Q --from 2026-03-25 --to 2026-03-31 | tee days
}
read_in Asia/Jakarta
grep -q '1 skipped' report && [ ! -s days ] || { echo "behaviour changed: imported"; exit 1; }
read_in Asia/Dubai
[ "$(grep -c '22:00 -> 23:00' days)" = 3 ] || { echo "behaviour changed: hour"; exit 1; }
echo "seen: in Jakarta it begins on Tuesday, 01:00, so its days are refused and nothing is"
echo "left; in Dubai 30 March shows 22:00, though 19:00 in Berlin is 21:00 there by then"
