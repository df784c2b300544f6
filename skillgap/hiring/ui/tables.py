"""Results of a panel laid out so that a phone shows them without scrolling sideways.

Numbers and words are those of the report's sections; here columns are put together
and long texts stand in lines, which break.
"""

from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from skillgap.files.html_report import Section
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _


def show_table(
    columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], alt: str
) -> None:
    """Show short cells as a table whose texts break; markdown in them is not obeyed."""
    cells = [[plain(cell) for cell in row] for row in rows]
    table = pd.DataFrame(cells, columns=[plain(column) for column in columns])
    st.table(table, hide_index=True, border="horizontal", alt=alt)


def show_spread(section: Section, name: str) -> None:
    """Show the panel's levels of one candidate beside the self-rating."""
    rows = [
        (skill, f"{mean} (n\u00a0=\u00a0{members})", span, f"{own} ({difference})")
        for shown, skill, members, mean, span, _spread, own, difference in section.rows
        if shown == name
    ]
    if not rows:
        st.caption(_("Nobody scored this candidate."))
        return
    columns = (_("Skill"), _("Mean"), _("Lowest to highest"), _("Self-rating"))
    show_table(columns, rows, section.title)
    st.caption(
        _(
            "The widest spread first; n members scored. Behind the self-rating stands "
            "the mean of the panel minus it: below zero the panel saw less."
        )
    )


def show_scores(section: Section, name: str) -> None:
    """Show every first score of one candidate with its note."""
    rows = [row for row in section.rows if row[0] == name]
    if not rows:
        return
    with st.expander(plain(section.title), icon=":material/list:"):
        for skill, scores in groupby(rows, key=lambda row: row[1]):
            lines = [_score(member, level, note) for *_, member, level, note in scores]
            st.markdown("\n".join([f"**{plain(skill)}**", "", *lines]))


def _score(member: str, level: str, note: str) -> str:
    said = f": {plain(note)}" if note else ""
    return f"- {plain(member)} · **{plain(level)}**{said}"


def show_later_scores(section: Section, name: str) -> None:
    """Show the scores of one candidate after the discussion beside the first ones."""
    rows = [
        (f"{skill} · {member}", f"{first} → {level}", note)
        for shown, skill, member, first, level, note in section.rows
        if shown == name
    ]
    st.markdown(f"**{plain(section.title)}**")
    if rows:
        columns = (_("Skill and member"), _("First → after"), _("Note"))
        show_table(columns, rows, section.title)
    else:
        st.caption(_("No score of this candidate was given again."))


def show_severity(section: Section) -> None:
    """Show how each member differs from the others."""
    _begin(section)
    rows = [
        (member, f"{difference} (n\u00a0=\u00a0{units})", remark)
        for member, difference, units, remark in section.rows
    ]
    show_table((_("Member"), _("Difference"), _("Remark")), rows, section.title)


def show_agreement(section: Section) -> None:
    """Show how far the panel agrees, and each two members."""
    _begin(section)
    if section.rows:
        show_table(section.columns, section.rows, section.title)


def show_decisions(section: Section) -> None:
    """Show the decision log, the oldest entry first."""
    _begin(section)
    for when, who, name, outcome, reason in section.rows:
        with st.container(border=True):
            st.markdown(f"**{plain(name)}**: {plain(outcome)}")
            st.markdown(plain(reason))
            st.caption(plain(f"{who} · {when}"))


def show_notice(section: Section) -> None:
    """Show the notice for candidates."""
    with st.expander(plain(section.title), icon=":material/mail:"):
        for paragraph in section.paragraphs:
            st.markdown(plain(paragraph))


def _begin(section: Section) -> None:
    st.subheader(plain(section.title), anchor=False)
    for paragraph in section.paragraphs:
        st.markdown(plain(paragraph))
