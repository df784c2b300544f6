"""A report on oneself to hand on, and its radar as a picture to share."""

import streamlit as st

from skillgap.domain.person.plan_choices import PlanChoices, check_choices
from skillgap.files.person_report import PersonReport, write_person_report
from skillgap.files.share_picture import write_share_picture
from skillgap.ui.choose import aimed_framework, current_adjustments, current_profile
from skillgap.ui.language import translate as _
from skillgap.ui.person.compare import counts_supported, current_levels
from skillgap.ui.person.kept_choices import current_choices
from skillgap.ui.person.plan_making import make_plan, put_on_paper
from skillgap.ui.session import Visit, today
from skillgap.ui.state import REPORT_SHOWS


def offer_report(visit: Visit) -> None:
    """Offer the report and the picture; name and evidence only where ticked.

    They say what the Gaps page shows: the same profile, trends and levels.
    """
    names = {"name": _("my name"), "evidence": _("my evidence lines")}
    shown = st.pills(
        _("Also in the report"),
        list(names),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=REPORT_SHOWS,
        persist_state="session",
    )
    report = _prepare(visit, shown)
    with st.container(horizontal=True):
        st.download_button(
            _("Report (HTML)"),
            data=lambda: write_person_report(report),
            file_name=f"skills-{today()}.html",
            mime="text/html",
            key="report-html",
            icon=":material/description:",
            on_click="ignore",
        )
        st.download_button(
            _("Radar as a picture (PNG)"),
            data=lambda: write_share_picture(report),
            file_name=f"skills-{today()}.png",
            mime="image/png",
            key="report-png",
            icon=":material/image:",
            on_click="ignore",
        )
    st.caption(
        _(
            "One file to hand on: fit, radar, gaps, plan, and what is claimed and what "
            "is evidenced. It opens offline in any browser and prints on A4."
        )
    )


def _prepare(visit: Visit, shown: list[str]) -> PersonReport:
    """Return what the report is made of; the example says that it is one."""
    profile, adjustments = current_profile(), current_adjustments()
    levels, choices = current_levels(visit), current_choices()
    # Choices no plan can be made for give way to the usual ones.
    possible = PlanChoices() if check_choices(choices, today()) else choices
    made = make_plan(possible, profile, adjustments, levels)
    is_named = "name" in shown or visit.is_example
    return PersonReport(
        aimed_framework(),
        choices.seniority,
        profile,
        adjustments,
        visit.ratings,
        levels,
        put_on_paper(made, profile, adjustments),
        today(),
        name=str(visit.ratings["name"].iloc[-1]) if is_named else "",
        is_supported=counts_supported(),
        shares_evidence="evidence" in shown,
    )
