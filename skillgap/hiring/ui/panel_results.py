"""The decision log: who decided what about whom, and why; nothing is proposed."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from skillgap.hiring.comparison import compare_versions
from skillgap.hiring.files.panel_sections import (
    after_section,
    agreement_section,
    decisions_section,
    notice_section,
    scores_section,
    severity_section,
    spread_section,
)
from skillgap.hiring.files.record import HiringRecord
from skillgap.hiring.files.report import (
    write_comparison_csv,
    write_decisions_csv,
    write_hiring_html,
    write_scores_csv,
)
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.panels import PanelError
from skillgap.hiring.ui.comparison import show_versions, speech
from skillgap.hiring.ui.lineup import Lineup
from skillgap.hiring.ui.panel_state import refuse
from skillgap.hiring.ui.record import comparison_record
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
from skillgap.ui.language import current_language
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework

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
        refuse(
            _(
                "A decision has a name, a candidate, an outcome and a reason. "
                "Fill in all."
            )
        )
    except PanelError as error:
        refuse(error)
    else:
        for field in FIELDS[1:]:
            st.session_state.pop(f"decision-{field}", None)


Scores = tuple[pd.DataFrame, pd.DataFrame]


def show_results(
    needs: RoleNeeds,
    lineup: Lineup,
    scores: Scores,
    decisions: Sequence[Decision],
    offer_decision: Callable[[Lineup], None],
) -> None:
    """Show what the panel found and decided, and offer to take it away."""
    versions = compare_versions(framework(), needs, lineup.candidates)
    contact = str(st.session_state.get("panel-contact", ""))
    record = comparison_record(versions, lineup, scores, decisions, contact)
    _show_one_candidate(record, lineup, scores)
    first, said = scores[0], speech()
    show_severity(severity_section(first, said))
    show_agreement(agreement_section(first, said))
    show_versions(versions, lineup)
    show_decisions(decisions_section(record, said))
    offer_decision(lineup)
    _show_notice(record)
    _offer_exports(record)


def _show_one_candidate(record: HiringRecord, lineup: Lineup, scores: Scores) -> None:
    """Show one candidate's scores at a time: fewer columns, and no side by side."""
    first, after = scores
    names, said = dict(lineup.names), speech()
    spread = spread_section(record, first, said)
    st.subheader(spread.title, anchor=False)
    letter = st.selectbox(
        _("Candidate shown"),
        list(names),
        format_func=names.__getitem__,
        key="panel-candidate",
    )
    name = names[letter]
    show_spread(spread, name)
    show_scores(scores_section(record, first, said), name)
    if not after.empty:
        show_later_scores(after_section(record, first, after, said), name)


def _show_notice(record: HiringRecord) -> None:
    show_notice(notice_section(record, speech()))
    st.text_input(
        _("Where candidates object (for the notice)"),
        key="panel-contact",
        max_chars=200,
        persist_state="session",
    )


def _offer_exports(record: HiringRecord) -> None:
    words = {
        "report.html": _("Report (HTML)"),
        "levels.csv": _("Levels (CSV)"),
        "scores.csv": _("Scores (CSV)"),
        "decisions.csv": _("Decisions (CSV)"),
    }
    with st.container(horizontal=True):
        for file, content in _write_files(record).items():
            st.download_button(
                words[file],
                data=content,
                file_name=f"panel-{record.made_on}-{file}",
                mime="text/html" if file.endswith("html") else "text/csv",
                key=f"panel-{file.replace('.', '-')}",
                icon=":material/download:",
                on_click="ignore",
            )


def _write_files(record: HiringRecord) -> dict[str, bytes]:
    assert record.first is not None
    assert record.after is not None
    names, mask = record.names, record.mask
    stages = {"first": record.first, "after": record.after}
    both = [table.assign(stage=stage) for stage, table in stages.items() if len(table)]
    scores = pd.concat(both) if both else record.first.assign(stage="")
    return {
        "report.html": write_hiring_html(record, current_language()),
        "levels.csv": write_comparison_csv(record.comparison, names, mask),
        "scores.csv": write_scores_csv(scores, names, mask),
        "decisions.csv": write_decisions_csv(record.decisions, names, mask),
    }
