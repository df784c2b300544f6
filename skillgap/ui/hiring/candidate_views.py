"""Candidates beside each other in words and tables; in the order of their files."""

import pandas as pd
import streamlit as st

from skillgap.domain.hiring.comparison import Comparison
from skillgap.domain.hiring.distinction import (
    compare_totals,
    rank_differences,
)
from skillgap.domain.hiring.role_needs import NeedsVersion
from skillgap.files.hiring.words import (
    NO_RANKING,
    describe_pair,
    describe_state,
    describe_versions,
)
from skillgap.files.speech import Speech
from skillgap.ui.hiring.candidate_state import Lineup
from skillgap.ui.hiring.panel_tables import show_table
from skillgap.ui.language import current_language, long_date, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names
from skillgap.ui.session import framework

MOST_PAIRS = 3
BESIDE = 3
SIGNS = {"met": "check_circle", "not_met": "cancel", "cannot_tell": "help"}


def speech() -> Speech:
    """Return how the reader's language says sentences and numbers."""
    return Speech(current_language())


def show_cautions(lineup: Lineup) -> None:
    """Say that there is no order, and who rated on another framework version."""
    st.caption(plain(_(NO_RANKING)))
    version, names = framework().version, lineup.names
    for words in describe_versions(lineup.candidates, version, names, speech()):
        st.info(plain(words), icon=":material/history:")


def show_totals(comparison: Comparison, lineup: Lineup) -> None:
    """Show fit beside rated share, and what can be said about each two."""
    said = speech()
    rows = [
        (
            lineup.names[total.candidate],
            said.percent(total.fit),
            f"{said.percent(total.rated_share)} ({total.rated}/{total.asked})",
        )
        for total in comparison.totals.itertuples()
    ]
    show_table(
        (_("Candidate"), _("Fit"), _("Rated share")),
        rows,
        _("Fit and rated share of each candidate"),
    )
    pairs = list(compare_totals(comparison).itertuples())
    lines = [f"- {plain(describe_pair(p, lineup.names, said))}" for p in pairs]
    if len(lines) <= MOST_PAIRS:
        st.markdown("\n".join(lines))
    else:
        unknown = sum(not pair.shared for pair in pairs)
        alike = sum(not pair.above for pair in pairs) - unknown
        words = _(
            "Fits are no order: of {all} pairs, {count} cannot be told apart, and of "
            "{unknown} nothing can be said."
        )
        counts = map(said.number, (len(pairs), alike, unknown))
        st.markdown(words.format_map(dict(zip(("all", "count", "unknown"), counts))))
        with st.expander(_("Each two candidates, in words")):
            st.markdown("\n".join(lines))


def show_must_haves(comparison: Comparison, lineup: Lineup) -> None:
    """Show each must-have as met, not met, or cannot tell; no total hides one."""
    rows = comparison.must_haves
    if rows.empty:
        return
    st.subheader(_("Must-haves"), anchor=False)
    skills = list(dict.fromkeys(rows["skill"]))
    for start in range(0, len(skills), BESIDE):
        places = st.columns(BESIDE)
        for place, skill in zip(places, skills[start : start + BESIDE]):
            with place.container(border=True):
                _show_must_have(rows[rows["skill"] == skill], lineup)
    st.caption(
        _(
            "A claim that reaches the target never counts as met: it is something to "
            "ask. Otherwise the chance decides: from {met} on it is met, up to "
            "{not_met} not met. Evidence alone seldom gets that far; a checked level "
            "counts as two right answers at that level. The file is the candidate's."
        ).format(
            met=speech().percent(framework().estimate.decide.met),
            not_met=speech().percent(framework().estimate.decide.not_met),
        )
    )


def _show_must_have(rows: pd.DataFrame, lineup: Lineup) -> None:
    first = rows.iloc[0]
    asked = _("target {level}").format(level=first["target"])
    st.markdown(f"**{plain(skill_names([first['skill']])[0])}** · {asked}")
    lines = [
        f":material/{SIGNS[row.state]}: {plain(lineup.names[row.candidate])}: "
        + plain(describe_state(row, speech()))
        for row in rows.itertuples()
    ]
    st.markdown("  \n".join(lines))


def show_levels(comparison: Comparison, lineup: Lineup) -> None:
    """Show level, basis, range, chance and gap of every candidate and skill."""
    order = {s: n for n, s in enumerate(rank_differences(comparison)["skill"])}
    rows = comparison.rows.sort_values(
        "skill", key=lambda skills: skills.map(order), kind="stable"
    )
    said, bases = speech(), basis_names()
    table = pd.DataFrame(
        {
            _("Skill"): skill_names(rows["skill"]),
            _("Candidate"): [lineup.names[c] for c in rows["candidate"]],
            _("Target"): [str(target) for target in rows["target"]],
            _("Level"): [said.number(level) for level in rows["level"]],
            _("Basis"): [bases.get(basis, "") for basis in rows["basis"]],
            _("Gap"): [said.number(gap) for gap in rows["gap"]],
            _("Likely range (90 %)"): [
                said.span(row.low, row.high) for row in rows.itertuples()
            ],
            _("Chance of the target"): [said.chance(c) for c in rows["chance"]],
        }
    )
    st.dataframe(
        table,
        key="candidate-levels",
        hide_index=True,
        alt=_("Level, basis and gap of each candidate in each skill"),
    )


def show_versions(
    versions: list[tuple[NeedsVersion, Comparison]], lineup: Lineup
) -> None:
    """Show the totals under every version of the needs, if they were changed."""
    if len(versions) < 2:
        return
    with st.expander(_("Results before and after each change of the needs")):
        for version, comparison in versions:
            reason = plain(lineup.own(version.reason)) or _("as first fixed")
            st.markdown(f"**{long_date(version.day)}** · {reason}")
            lines = [
                _("- {name}: fit {fit}, rated share {share}").format(
                    name=plain(lineup.names[total.candidate]),
                    fit=speech().percent(total.fit),
                    share=speech().percent(total.rated_share),
                )
                for total in comparison.totals.itertuples()
            ]
            st.markdown("\n".join(lines))
