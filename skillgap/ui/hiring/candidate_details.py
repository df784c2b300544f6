"""What takes words: two candidates skill by skill, and the evidence behind levels."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.domain.hiring.comparison import Comparison
from skillgap.domain.hiring.distinction import compare_pairs
from skillgap.ui.hiring.candidate_state import Lineup
from skillgap.ui.hiring.candidate_views import show_levels, speech
from skillgap.ui.hiring.panel_tables import show_table
from skillgap.ui.language import plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names


def show_details(comparison: Comparison, lineup: Lineup) -> None:
    """Show, for who opens it, every level with its evidence, and any two candidates."""
    with st.expander(_("All levels as a table"), icon=":material/table:"):
        show_levels(comparison, lineup)
        _show_evidence(comparison, lineup)
    words = _("Two candidates, skill by skill")
    with st.expander(words, icon=":material/compare_arrows:"):
        _show_pair(comparison, lineup)


def _show_pair(comparison: Comparison, lineup: Lineup) -> None:
    """Say of two chosen candidates, skill by skill, whether they can be told apart."""
    letters, names = comparison.letters, dict(lineup.names)
    pairs = {a + b: (a, b) for n, a in enumerate(letters) for b in letters[n + 1 :]}
    if not pairs:
        return
    labels = {key: f"{names[a]} – {names[b]}" for key, (a, b) in pairs.items()}
    first, second = pairs[
        st.selectbox(
            _("Two candidates"),
            list(pairs),
            format_func=labels.__getitem__,
            key="candidate-pair",
        )
    ]
    table = compare_pairs(comparison)
    rows = table[(table["first"] == first) & (table["second"] == second)]
    head = _("Chance that {second} is above {first}").format(
        first=names[first], second=names[second]
    )
    cells = [
        (skill, _verdict(row, names), speech().chance(row.chance))
        for skill, row in zip(skill_names(rows["skill"]), rows.itertuples())
    ]
    show_table((_("Skill"), _("In words"), head), cells, head)


def _verdict(row: Any, names: Mapping[str, str]) -> str:
    if pd.isna(row.chance):
        return _("not rated by both")
    if not row.above:
        return _("cannot be told apart")
    return _("{name} is above").format(name=names[row.above])


def _show_evidence(comparison: Comparison, lineup: Lineup) -> None:
    """Show what one candidate described as evidence, beside the level it is for."""
    rows = comparison.rows[comparison.rows["evidence"] != ""]
    names = dict(lineup.names)
    if rows.empty:
        return
    letter = st.selectbox(
        _("Evidence of"),
        list(dict.fromkeys(rows["candidate"])),
        format_func=names.__getitem__,
        key="candidate-evidence",
    )
    own, bases = rows[rows["candidate"] == letter], basis_names()
    for skill, row in zip(skill_names(own["skill"]), own.itertuples()):
        level = _("level {level}").format(level=int(row.level))
        st.markdown(
            f"**{plain(skill)}** · {level}, {bases[row.basis]}  \n"
            + plain(lineup.own(row.evidence))
        )
