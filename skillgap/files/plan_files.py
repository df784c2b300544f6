"""Writes a plan to files on the command line: calendar, Markdown and CSV."""

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from skillgap.files.plan_calendar import (
    Sessions,
    Stamp,
    spread_weekdays,
    write_calendar,
)
from skillgap.files.plan_paper import PlanPaper
from skillgap.files.plan_table import write_plan_table
from skillgap.files.plan_text import write_plan_text


class PlanFileError(Exception):
    """A plan cannot be written as asked; the text says why."""


@dataclass(frozen=True)
class PlanOutputs:
    """Where a plan is written; ``hour`` and ``zone`` put sessions into the calendar."""

    calendar: Path | None = None
    markdown: Path | None = None
    csv: Path | None = None
    hour: time | None = None
    zone: str | None = None


def save_plan(paper: PlanPaper, outputs: PlanOutputs, stamp: Stamp) -> None:
    """Write a plan where a path is given.

    Raises:
        PlanFileError: there is nothing to write, or the outputs contradict each other.
        OSError: a file cannot be written.

    """
    sessions = _find_sessions(paper, outputs)
    if outputs.calendar and not paper.plan.steps:
        raise PlanFileError("--calendar: the plan has no step")
    try:
        if outputs.calendar:
            outputs.calendar.write_bytes(write_calendar(paper, stamp, sessions))
        if outputs.markdown:
            outputs.markdown.write_bytes(write_plan_text(paper))
        if outputs.csv:
            outputs.csv.write_bytes(write_plan_table(paper))
    except OverflowError:
        message = "--hours-per-week: the plan would end after the year 9999"
        raise PlanFileError(message) from None


def _find_sessions(paper: PlanPaper, outputs: PlanOutputs) -> Sessions | None:
    if outputs.hour is None and outputs.zone is None:
        return None
    if outputs.hour is None or outputs.zone is None or outputs.calendar is None:
        raise PlanFileError("--hour and --zone go together, and with --calendar")
    weekdays = spread_weekdays(paper.start, paper.hours_per_week)
    return Sessions(outputs.hour, outputs.zone, weekdays)
