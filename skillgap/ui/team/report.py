"""The review of a team to take along: HTML, and the problems of its files as CSV."""

from datetime import date

import streamlit as st

from skillgap.domain.team.cohort import MOST_PEOPLE, choose_sessions
from skillgap.domain.team.review import review_team
from skillgap.files.scan.team_scan import Scan
from skillgap.files.team.problem_list import write_problems
from skillgap.files.team.report import write_report
from skillgap.files.team.review import HOURS, SEATS, FileReview, ReviewCall
from skillgap.ui.language import current_language
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind
from skillgap.ui.session import framework, today


def offer_report(scan: Scan, profile: str) -> None:
    """Offer the report on everybody in the files; it is made when asked for."""
    language, day = current_language(), today()
    st.markdown(
        _(
            "One file with everything on everybody in these files: what was read, "
            "fits, coverage, what hangs on one person, sessions, pairs, what moved."
        )
    )
    st.download_button(
        _("Download the report as HTML"),
        data=lambda: write_report(framework(), _review(scan, profile, day), language),
        file_name=f"team-{day}.html",
        mime="text/html",
        key="team-report",
        icon=":material/download:",
        type=main_kind(),
        on_click="ignore",
    )
    if scan.problems:
        st.download_button(
            _("Download the problems as CSV"),
            data=lambda: write_problems(scan.problems, _),
            file_name=f"problems-{day}.csv",
            mime="text/csv",
            key="team-problems",
            on_click="ignore",
        )


def _review(scan: Scan, profile: str, day: str) -> FileReview:
    call = ReviewCall([], profile, date.fromisoformat(day))
    review = review_team(framework(), scan.history, profile, call.today)
    action = None
    if len(scan.history.people) <= MOST_PEOPLE:
        action = choose_sessions(framework(), review.state, review.demand, HOURS, SEATS)
    return FileReview(call, scan, review, action)
