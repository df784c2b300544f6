"""Writes a plan to files on the command line: calendar, Markdown and CSV."""

from dataclasses import dataclass
from datetime import datetime, time
from math import inf
from pathlib import Path
from typing import cast

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.schedule import schedule_plan
from skillgap.domain.person.seniority import USUAL, set_seniority
from skillgap.domain.scale import Language
from skillgap.files.person import Person
from skillgap.files.plan_answer import PlanCall
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


def save_plan(
    framework: Framework,
    person: Person,
    call: PlanCall,
    outputs: PlanOutputs,
    moment: datetime,
) -> None:
    """Write a plan where a path is given.

    Raises:
        PlanFileError: there is nothing to write, or the outputs contradict each other.
        OSError: a file cannot be written.

    """
    sessions = _find_sessions(call, outputs)
    if not (outputs.calendar or outputs.markdown or outputs.csv):
        return
    paper = make_paper(framework, person.levels, call)
    stamp = Stamp(f"{person.id} {call.profile}", moment)
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


def _find_sessions(call: PlanCall, outputs: PlanOutputs) -> Sessions | None:
    if outputs.hour is None and outputs.zone is None:
        return None
    if outputs.hour is None or outputs.zone is None or outputs.calendar is None:
        raise PlanFileError("--hour and --zone go together, and with --calendar")
    weekdays = spread_weekdays(call.start, call.hours_per_week)
    return Sessions(outputs.hour, outputs.zone, weekdays)


def make_paper(framework: Framework, levels: pd.DataFrame, call: PlanCall) -> PlanPaper:
    """Return what ``describe_plan`` tells of the same call, to be written."""
    stand = framework.seniorities[call.seniority]
    profile = set_seniority(framework.profiles[call.profile], stand)
    targets = set_targets(profile, call.adjustments)
    chooser = Chooser(read_learner(framework, targets, levels))
    hours = inf if call.weeks is None else call.weeks * call.hours_per_week
    plan = recommend_steps(chooser, call.language, hours)
    names = [profile.name, *(each.name for each in call.adjustments)]
    names += [] if call.seniority == USUAL else [stand.name]
    return PlanPaper(
        framework,
        schedule_plan(plan, call.hours_per_week),
        ", ".join(name.in_language(call.language) for name in names),
        call.start,
        call.hours_per_week,
        cast(Language, call.language),
    )
