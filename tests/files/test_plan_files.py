"""A plan written to files by the command line."""

import csv
import json
from datetime import datetime

import pytest
from icalendar import Calendar

from skillgap.cli import main
from skillgap.settings import ROOT

EXAMPLE = str(ROOT / "examples" / "example-profile.csv")


def plan(*more, hours="5", weeks="8", profile="llm_engineer"):
    """Run ``plan`` for the example person from 2 February 2026."""
    fixed = ["--profile", profile, "--hours-per-week", hours, "--weeks", weeks]
    return main(["plan", EXAMPLE, *fixed, "--start", "2026-02-02", "--json", *more])


def refusal(capsys, *more, **changed):
    """Return what a call that is refused says."""
    with pytest.raises(SystemExit) as stop:
        plan(*more, **changed)
    assert stop.value.code == 2
    return capsys.readouterr().err


def test_the_three_files_hold_the_plan_that_is_printed(tmp_path, capsys):
    paths = [tmp_path / name for name in ("plan.ics", "plan.md", "plan.csv")]
    flags = [f"--{kind}" for kind in ("calendar", "markdown", "csv")]
    pairs = [str(each) for pair in zip(flags, paths, strict=True) for each in pair]

    assert plan(*pairs) == 0

    printed = json.loads(capsys.readouterr().out)
    calendar = Calendar.from_ical(paths[0].read_bytes())
    weeks = [e for e in calendar.events if str(e["summary"]).startswith("Week ")]
    with paths[2].open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    titles = [step["title"] for step in printed["steps"]]
    assert [row["title"] for row in rows] == titles
    assert len(weeks) == max(step["week_to"] for step in printed["steps"]) == 8
    text = paths[1].read_text("utf-8")
    assert [text.count(f"\n### {title}\n") for title in titles] == [1] * len(titles)


def test_an_hour_and_a_zone_put_sessions_into_the_calendar(tmp_path):
    path = tmp_path / "plan.ics"

    plan("--calendar", str(path), "--hour", "19:00", "--zone", "Asia/Jakarta")

    calendar = Calendar.from_ical(path.read_bytes())
    (session,) = [e for e in calendar.events if isinstance(e.start, datetime)]
    assert (session.start.isoformat(), session["rrule"]["count"]) == (
        "2026-02-02T19:00:00+07:00",
        [24],
    )


def test_the_file_names_the_aim_with_what_changes_it(tmp_path):
    path = tmp_path / "plan.md"

    plan("--markdown", str(path), "--seniority", "senior", "--context", "ai_startup")

    title = path.read_text("utf-8").splitlines()[0]
    assert title == "# Learning plan: LLM Engineer (Senior), AI startup"


def test_without_a_path_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert plan() == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "flags",
    [
        ("--calendar", "x.ics", "--hour", "19:00"),
        ("--calendar", "x.ics", "--zone", "Asia/Jakarta"),
        ("--hour", "19:00", "--zone", "Asia/Jakarta"),
    ],
)
def test_hour_zone_and_calendar_go_together(flags, capsys):
    assert "--hour and --zone go together" in refusal(capsys, *flags)


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../Europe/Berlin", "Asia", ""])
def test_a_place_that_is_no_time_zone_is_refused(zone, capsys):
    words = refusal(capsys, "--zone", zone)
    assert "must be a time zone like Asia/Jakarta" in words


@pytest.mark.parametrize("hour", ["25:00", "7", "19:00+07:00", "evening"])
def test_an_hour_that_is_none_is_refused(hour, capsys):
    assert "must be an hour like 19:00" in refusal(capsys, "--hour", hour)


def test_a_plan_without_steps_makes_no_calendar(tmp_path, capsys):
    path = tmp_path / "plan.ics"

    words = refusal(capsys, "--calendar", str(path), hours="0.1", weeks="1")

    assert "the plan has no step" in words
    assert not path.exists()


def test_a_plan_that_never_ends_is_refused(tmp_path, capsys):
    flags = ("--csv", str(tmp_path / "plan.csv"))

    words = refusal(capsys, *flags, hours="0.0001", weeks="1000000")

    assert "after the year 9999" in words


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    path = tmp_path / "nowhere" / "plan.md"

    assert f"{path}: No such file" in refusal(capsys, "--markdown", str(path))
