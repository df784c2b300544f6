"""A panel after the reveal: scores, agreement, decisions, exports."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from skillgap.hiring.comparison import compare_versions
from skillgap.hiring.files.panel_sections import (
    SPREAD,
    agreement_section,
    notice_section,
)
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.files.report import (
    write_comparison_csv,
    write_decisions_csv,
    write_hiring_html,
    write_scores_csv,
)
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.panel_measures import PanelMeasures, measure_panel
from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.panels import PanelError
from skillgap.hiring.ui.comparison import show_versions
from skillgap.hiring.ui.lineup import Lineup
from skillgap.hiring.ui.panel_state import keep_refusal
from skillgap.hiring.ui.record import compose_report
from skillgap.hiring.ui.tables import (
    show_agreement,
    show_decisions,
    show_later_scores,
    show_notice,
    show_scores,
    show_severity,
    show_spread,
)
from skillgap.storage.ratings import timestamp
from skillgap.ui.language import current_language, speech
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework
from skillgap.ui.state import PANEL_CONTACT

FIELDS = ("who", "candidate", "outcome", "reason")


def offer_decision(lineup: Lineup, keep: Callable[[Decision], None]) -> None:
    """Ask for a decision on one candidate; without name and reason there is none."""
    names = dict(lineup.names)
    with st.form("decision", border=True):
        st.text_input(_("Who decides (name)"), key="decision-who", max_chars=120)
        st.selectbox(
            _("Candidate"),
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=_("Choose"),
            key="decision-candidate",
        )
        st.text_input(
            _("What was decided, in your words"), key="decision-outcome", max_chars=200
        )
        st.text_area(_("Reason"), key="decision-reason", max_chars=1000)
        st.form_submit_button(
            _("Record this decision"),
            key="decision-keep",
            on_click=_record,
            args=(keep,),
        )


def _record(keep: Callable[[Decision], None]) -> None:
    given = {f: str(st.session_state.get(f"decision-{f}") or "") for f in FIELDS}
    try:
        keep(Decision(on=timestamp(), **{f: text.strip() for f, text in given.items()}))
    except ValueError:
        keep_refusal(
            _(
                "A decision has a name, a candidate, an outcome and a reason. "
                "Fill in all."
            )
        )
    except PanelError as error:
        keep_refusal(error)
    else:
        for field in FIELDS[1:]:
            st.session_state.pop(f"decision-{field}", None)


def show_revealed_panel(
    needs: RoleNeeds,
    lineup: Lineup,
    scores: pd.DataFrame,
    decisions: Sequence[Decision],
    offer_decision: Callable[[Lineup], None],
) -> None:
    """Show what the panel found and decided, and offer to take it away.

    ``scores`` are those of all stages, columns as in ``tabulate_scores``.
    """
    versions = compare_versions(framework(), needs, lineup.candidates)
    contact = str(st.session_state.get(PANEL_CONTACT, ""))
    panel = measure_panel(scores, versions[-1][1].rows)
    report = compose_report(versions, lineup, panel, decisions, contact)
    _show_one_candidate(report, panel)
    show_severity(panel.members)
    show_agreement(agreement_section(panel, speech()))
    show_versions(versions, lineup)
    show_decisions(report)
    offer_decision(lineup)
    _show_notice(report)
    _offer_exports(report, panel)


def _show_one_candidate(report: HiringReport, panel: PanelMeasures) -> None:
    """Show one candidate's scores at a time: fewer columns, and no side by side."""
    names = dict(report.names)
    st.subheader(_(SPREAD), anchor=False)
    letter = st.selectbox(
        _("Candidate shown"),
        list(names),
        format_func=names.__getitem__,
        key="panel-candidate",
    )

    def of_candidate(table: pd.DataFrame) -> pd.DataFrame:
        return table[table["candidate"] == letter]

    show_spread(report, of_candidate(panel.units))
    show_scores(report, of_candidate(panel.first))
    if not panel.later.empty:
        show_later_scores(report, of_candidate(panel.later))


def _show_notice(report: HiringReport) -> None:
    show_notice(notice_section(report, speech()))
    st.text_input(
        _("Where candidates object (for the notice)"),
        key=PANEL_CONTACT,
        max_chars=200,
        persist_state="session",
    )


def _offer_exports(report: HiringReport, panel: PanelMeasures) -> None:
    words = {
        "report.html": _("Report (HTML)"),
        "levels.csv": _("Levels (CSV)"),
        "scores.csv": _("Scores (CSV)"),
        "decisions.csv": _("Decisions (CSV)"),
    }
    with st.container(horizontal=True):
        for file, content in _write_files(report, panel).items():
            st.download_button(
                words[file],
                data=content,
                file_name=f"panel-{report.made_on}-{file}",
                mime="text/html" if file.endswith("html") else "text/csv",
                key=f"panel-{file.replace('.', '-')}",
                icon=":material/download:",
                on_click="ignore",
            )


def _write_files(report: HiringReport, panel: PanelMeasures) -> dict[str, bytes]:
    names, mask = report.names, report.mask
    return {
        "report.html": write_hiring_html(report, current_language()),
        "levels.csv": write_comparison_csv(report.comparison, names, mask),
        "scores.csv": write_scores_csv(panel.scores, names, mask),
        "decisions.csv": write_decisions_csv(report.decisions, names, mask),
    }
