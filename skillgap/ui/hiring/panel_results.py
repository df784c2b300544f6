"""After the reveal: spread, severity, agreement, decisions, notice, exports."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from skillgap.domain.hiring.comparison import compare_versions
from skillgap.domain.hiring.role_needs import RoleNeeds
from skillgap.domain.hiring.scorecards import Decision
from skillgap.files.hiring.panel_sections import compose_panel_sections
from skillgap.files.hiring.record import HiringRecord, Section
from skillgap.files.hiring.report import (
    write_comparison_csv,
    write_decisions_csv,
    write_hiring_html,
    write_scores_csv,
)
from skillgap.ui.hiring.candidate_state import Lineup
from skillgap.ui.hiring.candidate_views import speech
from skillgap.ui.hiring.record import comparison_record
from skillgap.ui.language import current_language, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework

Scores = tuple[pd.DataFrame, pd.DataFrame]
OPEN = 3


def show_results(
    needs: RoleNeeds,
    lineup: Lineup,
    scores: Scores,
    decisions: Sequence[Decision],
    offer_decision: Callable[[Lineup], None],
) -> None:
    """Show what the panel found and decided, and offer to take it away."""
    contact = st.text_input(
        _("Where candidates object (for the notice)"),
        key="panel-contact",
        max_chars=200,
        persist_state="session",
    )
    versions = compare_versions(framework(), needs, lineup.candidates)
    record = comparison_record(versions, lineup, scores, decisions, contact)
    sections = list(compose_panel_sections(record, speech()))
    *found, log, notice = sections
    for place, section in enumerate(found):
        _show_section(section, f"panel-{place}", place < OPEN)
    _show_beside(scores, lineup)
    _show_section(log, "panel-log", True)
    offer_decision(lineup)
    _show_section(notice, "panel-notice", False)
    _offer_exports(record)


def _show_section(section: Section, key: str, is_open: bool) -> None:
    if is_open:
        st.subheader(plain(section.title), anchor=False)
        _fill(section, key)
        return
    with st.expander(plain(section.title)):
        _fill(section, key)


def _fill(section: Section, key: str) -> None:
    for paragraph in section.paragraphs:
        st.markdown(plain(paragraph))
    if section.columns:
        table = pd.DataFrame(list(section.rows), columns=list(section.columns))
        st.dataframe(table, key=key, hide_index=True, alt=section.title)


def _show_beside(scores: Scores, lineup: Lineup) -> None:
    """Show scores after the discussion beside the first ones."""
    first, after = scores
    if after.empty:
        return
    keys = ["member", "candidate", "skill"]
    both = after.merge(first, on=keys, how="left", suffixes=("_after", "_first"))
    said = speech()
    table = pd.DataFrame(
        {
            _("Candidate"): [lineup.names[c] for c in both["candidate"]],
            _("Skill"): skill_names(both["skill"]),
            _("Member"): both["member"],
            _("First score"): [said.number(level) for level in both["level_first"]],
            _("After the discussion"): [said.number(n) for n in both["level_after"]],
        }
    )
    st.subheader(_("What the discussion changed"), anchor=False)
    st.dataframe(
        table,
        key="panel-beside",
        hide_index=True,
        alt=_("First scores beside those after the discussion"),
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
