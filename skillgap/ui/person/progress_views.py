"""Levels and fit on two days, as figures and with their numbers."""

import pandas as pd
import streamlit as st

from skillgap.charts.progress_dots import ProgressNames, draw_progress_dots
from skillgap.domain.person.progress import Progress, next_look, usual_start
from skillgap.ui.figures import show_figure
from skillgap.ui.language import (
    long_date,
    number,
    plain,
    speech,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.pages import link_page
from skillgap.ui.session import Visit, today
from skillgap.ui.state import PROGRESS_SINCE

MOST_DOTS = 15
MOST_NAMES = 12
DAY_WIDTH = 240
"""Pixels a written day needs beside the arrow of its box, also on a phone."""


def ask_to_return(visit: Visit) -> None:
    """Say what will be seen here once there is a second day, and from when."""
    day, again = visit.days()[-1], next_look(visit.days())
    words = _(
        "All your ratings are of one day, {day}. Rate again when something has "
        "changed: this page then shows which skills rose or fell, and how your fit "
        "moved."
    ).format(day=long_date(day))
    if again > today():
        when = _("A second look says most from {day} on.").format(day=long_date(again))
    else:
        when = _("That is a month ago or more: a second look is worth it now.")
    st.info(f"{words} {when}", icon=":material/event_repeat:")
    link_page("person/assess", _("Rate yourself"), "checklist")
    st.caption(_("An older export of yours counts too, with the dates in it."))
    link_page("person/my_data", _("My data"), "folder_shared")


def choose_start(visit: Visit) -> str:
    """Offer the days with ratings before the last one, the newest first."""
    days = visit.days()[:-1]
    if st.session_state.get(PROGRESS_SINCE) not in days:
        st.session_state[PROGRESS_SINCE] = usual_start(visit.days())
    return st.selectbox(
        _("Since"),
        days[::-1],
        format_func={day: long_date(day) for day in days}.__getitem__,
        key=PROGRESS_SINCE,
        persist_state="session",
        width=DAY_WIDTH,
    )


def show_dots(progress: Progress) -> None:
    """Show the levels that changed, the largest change first; count the others."""
    st.subheader(_("What changed"), anchor=False)
    changed = progress.moved("rose", "fell")
    if changed.empty:
        st.info(_("No skill that is rated on both days has another level now."))
    else:
        _draw_dots(progress, changed.head(MOST_DOTS))
    st.caption(_count_others(len(changed) - MOST_DOTS, len(progress.moved("same"))))


def _count_others(more: int, same: int) -> str:
    """Say how many changes are not drawn, and how many skills did not change."""
    parts = []
    if more > 0:
        parts.append(
            translate_count(
                "{count} further change is in the table below.",
                "{count} further changes are in the table below.",
                more,
            )
        )
    if same:
        parts.append(
            translate_count(
                "{count} skill stayed at its level.",
                "{count} skills stayed at their level.",
                same,
            )
        )
    return " ".join(parts)


def _draw_dots(progress: Progress, rows: pd.DataFrame) -> None:
    then, now = long_date(progress.then), long_date(progress.now)
    show_figure(
        draw_progress_dots(
            rows.assign(label=skill_names(rows["skill"])),
            ProgressNames(then, now, _("Level")),
        ),
        key="progress-dots",
        alt=translate_count(
            "Level of {count} skill on {then} and on {now}",
            "Levels of {count} skills on {then} and on {now}",
            len(rows),
            then=then,
            now=now,
        ),
    )


def show_newly_rated(progress: Progress) -> None:
    """Name the skills that became known, and those that no longer are."""
    new, lost = progress.moved("new"), progress.moved("lost")
    if not new.empty:
        st.subheader(_("Newly rated"), anchor=False)
        st.markdown(_name_levels(new, "now"))
        st.caption(_("Neither a rise nor a fall: before, they were unknown, not zero."))
    if not lost.empty:
        st.subheader(_("No longer known"), anchor=False)
        st.markdown(_name_levels(lost, "then"))
        st.caption(
            _("Answered with “cannot say” since; the last known level is shown.")
        )


def _name_levels(rows: pd.DataFrame, column: str) -> str:
    """Return skills with their levels in one line, the heaviest first."""
    shown = rows.head(MOST_NAMES)
    names = zip(skill_names(shown["skill"]), shown[column], strict=True)
    parts = [f"{plain(name)} **{number(level)}**" for name, level in names]
    more = len(rows) - MOST_NAMES
    if more > 0:
        parts.append(_("and {count} more").format(count=number(more)))
    return ", ".join(parts)


def show_moves_table(progress: Progress) -> None:
    """Show every skill that is known on one of the days, what changed most first."""
    skills, said = progress.skills, speech()
    words = {
        "new": _("newly rated"),
        "lost": _("no longer known"),
        "same": _("unchanged"),
    }
    table = pd.DataFrame(
        {
            _("Skill"): skill_names(skills["skill"]),
            long_date(progress.then): [said.number(v) for v in skills["then"]],
            long_date(progress.now): [said.number(v) for v in skills["now"]],
            _("Change"): [
                words.get(row.move) or said.signed(row.now - row.then)
                for row in skills.itertuples()
            ],
            _("Target"): [number(target) for target in skills["target"]],
        }
    )
    with st.expander(_("All skills as a table"), icon=":material/table:"):
        st.dataframe(
            table,
            key="table-progress",
            hide_index=True,
            alt=_("Levels of all skills on both days"),
        )
