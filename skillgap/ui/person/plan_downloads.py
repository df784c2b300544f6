"""A plan to take along: a calendar, a text and a table."""

from datetime import UTC, datetime, time
from zoneinfo import available_timezones

import streamlit as st

from skillgap.domain.framework import Adjustment
from skillgap.files.plan_calendar import (
    Sessions,
    Stamp,
    spread_weekdays,
    write_calendar,
)
from skillgap.files.plan_paper import PlanPaper
from skillgap.files.plan_table import write_plan_table
from skillgap.files.plan_text import write_plan_text
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.person.plan_making import MadePlan, put_on_paper
from skillgap.ui.session import Visit, today
from skillgap.ui.state import PLAN_AT_HOUR, PLAN_HOUR

EVENING = time(19)


def offer_files(
    made: MadePlan, profile: str, adjustments: list[Adjustment], visit: Visit
) -> None:
    """Offer a plan with at least one step as files."""
    if not made.plan.steps:
        return
    paper = put_on_paper(made, profile, adjustments)
    st.subheader(_("Take it along"), anchor=False)
    sessions = _choose_sessions(paper)
    person = visit.person.person_id if visit.person else "example"
    stamp = Stamp(f"{person} {profile}", datetime.now(UTC))
    files = {
        "ics": (
            _("Calendar"), "calendar_month", "text/calendar",
            lambda: write_calendar(paper, stamp, sessions),
        ),
        "md": (
            _("Text (Markdown)"), "article", "text/markdown",
            lambda: write_plan_text(paper),
        ),
        "csv": (
            _("Table (CSV)"), "table", "text/csv", lambda: write_plan_table(paper),
        ),
    }  # fmt: skip
    with st.container(horizontal=True):
        for ending, (words, icon, mime, write) in files.items():
            st.download_button(
                words,
                data=write,
                file_name=f"plan-{today()}.{ending}",
                mime=mime,
                key=f"plan-{ending}",
                icon=f":material/{icon}:",
                on_click="ignore",
            )
    st.caption(
        _(
            "The calendar has one entry a week and two short checks after each module. "
            "Loaded again after a change, it replaces what it has; weeks that fell "
            "away stay until you delete them."
        )
    )


def _choose_sessions(paper: PlanPaper) -> Sessions | None:
    """Offer hours of the day to learn in, where the browser says its time zone."""
    zone = str(st.context.timezone or "")
    if zone not in available_timezones():
        return None
    st.session_state.setdefault(PLAN_HOUR, EVENING)
    if not st.toggle(
        _("Learning hours in the calendar too"),
        key=PLAN_AT_HOUR,
        persist_state="session",
    ):
        return None
    hour = st.time_input(
        _("Begins at ({zone})").format(zone=plain(zone)),
        key=PLAN_HOUR,
        step=1800,
        required=True,
        width=220,
        persist_state="session",
    )
    return Sessions(hour, zone, spread_weekdays(paper.start, paper.hours_per_week))
