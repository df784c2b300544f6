"""The review of a team to take along: a report, its figures, the problems of files."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from skillgap.files.catalogues import load_translations
from skillgap.files.team.file_review import (
    HOURS,
    SEATS,
    FileReview,
    ReviewCall,
    review_scan,
)
from skillgap.files.team.problem_list import write_problems
from skillgap.files.team.report import write_report
from skillgap.files.team.skill_list import write_skills
from skillgap.ui.language import current_language
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import today
from skillgap.ui.state import ROOM_HOURS, ROOM_SEATS
from skillgap.ui.team.choices import TeamChoice
from skillgap.ui.team.files import TeamFiles


def offer_report(files: TeamFiles, choice: TeamChoice) -> None:
    """Offer the report on the part under review; it is made when asked for."""
    scan, language, day = files.scan, current_language(), today()
    call = _call(choice, date.fromisoformat(day))

    def review() -> FileReview:
        return review_scan(choice.framework, scan, files.own, call)

    st.markdown(
        _(
            "One file on everybody chosen above: what was read, fits, coverage, what "
            "hangs on one person, sessions, pairs, what moved."
        )
    )
    with st.container(horizontal=True):
        _offer_html(lambda: write_report(choice.framework, review(), language))
        _offer_table(
            _("Download the figures as CSV"),
            lambda: write_skills(choice.framework, review(), language),
            "team-skills",
        )
        if scan.problems:
            tell = load_translations(language).gettext
            left_out = scan.counts.total() - len(scan.problems)
            _offer_table(
                _("Download the problems as CSV"),
                lambda: write_problems(scan.problems, tell, left_out),
                "team-problems",
            )


def _offer_html(data: Callable[[], bytes]) -> None:
    st.download_button(
        _("Download the report as HTML"),
        data=data,
        file_name=f"team-{today()}.html",
        mime="text/html",
        key="team-report",
        icon=":material/download:",
        type=main_kind(),
        on_click="ignore",
    )


def _offer_table(words: str, data: Callable[[], bytes], key: str) -> None:
    st.download_button(
        words,
        data=data,
        file_name=f"{key}-{today()}.csv",
        mime="text/csv",
        key=key,
        on_click="ignore",
    )


def _call(choice: TeamChoice, day: date) -> ReviewCall:
    """Return what the report is asked for: what the page shows."""
    return ReviewCall(
        [],
        choice.profile,
        day,
        hours=st.session_state.get(ROOM_HOURS, HOURS),
        seats=st.session_state.get(ROOM_SEATS, SEATS),
        team=choice.team,
        aim=choice.aim,
        day=choice.day,
        left_out=choice.left_out,
    )
