"""Results of a panel laid out so that a phone shows them without scrolling sideways.

Numbers are those of ``measure_panel``, which the report and the exports show, too;
here columns are put together and long texts stand in lines, which break.
"""

from typing import Any

import pandas as pd
import streamlit as st

from skillgap.files.html_report import Section
from skillgap.hiring.files.panel_sections import (
    DECISION_LOG,
    FIRST_SCORES,
    HARSHER,
    LATER_SCORES,
    SEVERITY,
    SPREAD,
    describe_log,
)
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.files.wording import describe_severity
from skillgap.ui.language import plain, speech
from skillgap.ui.language import translate as _
from skillgap.ui.tables import show_table


def show_spread(report: HiringReport, units: pd.DataFrame) -> None:
    """Show the panel's levels of one candidate beside the self-rating."""
    said = speech()
    rows = [
        (
            report.skill(row.skill, said),
            _with_n(said.number(row.mean, 2), row.raters),
            said.span(row.low, row.high),
            f"{said.number(row.own)} ({said.signed(row.difference, 2)})",
        )
        for row in units.itertuples()
    ]
    if not rows:
        st.caption(_("Nobody scored this candidate."))
        return
    columns = (_("Skill"), _("Mean"), _("Lowest to highest"), _("Self-rating"))
    show_table(columns, rows, _(SPREAD))
    st.caption(
        _(
            "The widest spread first; n members scored. Behind the self-rating stands "
            "the mean of the panel minus it: below zero the panel saw less."
        )
    )


def _with_n(value: str, count: int) -> str:
    return f"{value} (n\u00a0=\u00a0{speech().number(count)})"


def show_scores(report: HiringReport, scores: pd.DataFrame) -> None:
    """Show every first score of one candidate with its note."""
    if scores.empty:
        return
    with st.expander(plain(_(FIRST_SCORES)), icon=":material/list:"):
        for skill, rows in scores.groupby("skill", sort=False):
            name = plain(report.skill(skill, speech()))
            lines = [_score(report, row) for row in rows.itertuples()]
            st.markdown("\n".join([f"**{name}**", "", *lines]))


def _score(report: HiringReport, row: Any) -> str:
    note = plain(report.own(row.note))
    said = f": {note}" if note else ""
    return f"- {plain(row.member)} · **{plain(speech().number(row.level))}**{said}"


def show_later_scores(report: HiringReport, scores: pd.DataFrame) -> None:
    """Show the scores of one candidate after the discussion beside the first ones."""
    said = speech()
    rows = [
        (
            f"{report.skill(row.skill, said)} · {row.member}",
            f"{said.number(row.before)} → {said.number(row.level)}",
            report.own(row.note),
        )
        for row in scores.itertuples()
    ]
    title = _(LATER_SCORES)
    st.markdown(f"**{plain(title)}**")
    if rows:
        columns = (_("Skill and member"), _("First → after"), _("Note"))
        show_table(columns, rows, title)
    else:
        st.caption(_("No score of this candidate was given again."))


def show_severity(members: pd.DataFrame) -> None:
    """Show how each member differs from the others."""
    said = speech()
    st.subheader(plain(_(SEVERITY)), anchor=False)
    st.markdown(plain(_(HARSHER)))
    rows = [
        (
            row.member,
            _with_n(said.signed(row.difference, 2), row.units),
            describe_severity(row, said),
        )
        for row in members.itertuples()
    ]
    show_table((_("Member"), _("Difference"), _("Remark")), rows, _(SEVERITY))


def show_agreement(section: Section) -> None:
    """Show how far the panel agrees, and each two members."""
    st.subheader(plain(section.title), anchor=False)
    for paragraph in section.paragraphs:
        st.markdown(plain(paragraph))
    if section.rows:
        show_table(section.columns, section.rows, section.title)


def show_decisions(report: HiringReport) -> None:
    """Show the decision log, the oldest entry first."""
    said = speech()
    st.subheader(plain(_(DECISION_LOG)), anchor=False)
    st.markdown(plain(describe_log(report, said)))
    for decision in report.decisions:
        with st.container(border=True):
            name, outcome = report.names[decision.candidate], decision.outcome
            st.markdown(f"**{plain(name)}**: {plain(report.own(outcome))}")
            st.markdown(plain(report.own(decision.reason)))
            st.caption(plain(f"{decision.who} · {said.moment(decision.on)}"))


def show_notice(section: Section) -> None:
    """Show the notice for candidates."""
    with st.expander(plain(section.title), icon=":material/mail:"):
        for paragraph in section.paragraphs:
            st.markdown(plain(paragraph))
