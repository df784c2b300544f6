"""Candidates beside each other on the screen: words, tables, charts, files."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from skillgap.domain.gaps import summarise_areas
from skillgap.hiring.charts.candidate_dots import CandidateDotNames, draw_candidate_dots
from skillgap.hiring.charts.candidate_radar import (
    MOST_OUTLINES,
    CandidateLevels,
    draw_candidate_radar,
)
from skillgap.hiring.comparison import Comparison
from skillgap.hiring.distinction import compare_pairs, compare_totals, rank_differences
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.files.report import write_comparison_csv, write_hiring_html
from skillgap.hiring.files.wording import (
    ASKED_FOR,
    NO_RANKING,
    describe_pair,
    describe_state,
    describe_versions,
)
from skillgap.hiring.interview import InterviewQuestion, suggest_questions
from skillgap.hiring.needs import NeedsVersion
from skillgap.hiring.ui.lineup import Lineup
from skillgap.ui.figures import show_figure
from skillgap.ui.language import (
    current_language,
    label,
    long_date,
    number,
    plain,
    speech,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.names import basis_names, skill_names
from skillgap.ui.session import framework
from skillgap.ui.tables import show_table

MOST_PAIRS = 3
BESIDE = 3
SIGNS = {"met": "check_circle", "not_met": "cancel", "cannot_tell": "help"}


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


FIRST = 8


def show_candidate_dots(comparison: Comparison, lineup: Lineup) -> None:
    """Show estimates with intervals against the target, the main view."""
    st.subheader(_("Skill by skill against the target"), anchor=False)
    skills = _choose_skills(comparison)
    rows = comparison.rows[comparison.rows["skill"].isin(skills)]
    ordered = rows.sort_values(
        "skill", key=lambda s: s.map(skills.index), kind="stable"
    )
    named = ordered.assign(label=skill_names(ordered["skill"]))
    show_figure(
        draw_candidate_dots(
            named,
            lineup.chart_labels,
            CandidateDotNames(_("Target"), _("not rated"), _("Level")),
        ),
        key="candidate-dots",
        alt=_(
            "Estimates with intervals of {people} candidates in {skills} skills, "
            "against the target"
        ).format(people=len(lineup.candidates), skills=len(skills)),
    )
    st.caption(
        _(
            "Each form is a candidate, in the order of the files. The mark is the "
            "estimate, the line its likely range (90 %); an open mark rests on a claim "
            "alone, a filled one on evidence or checks. The dashed bar is the target, "
            "a question mark is unknown, not zero."
        )
    )


def _choose_skills(comparison: Comparison) -> list[str]:
    """Offer which skills the chart shows; return them, large differences first."""
    groups = _group_skills(comparison)
    names = {
        "differences": _("The {count} largest differences").format(
            count=number(len(groups["differences"]))
        ),
        "must": _("Must-haves"),
        "all": _("All {count} skills").format(count=number(len(groups["all"]))),
    } | {area: label(content.name) for area, content in framework().areas.items()}
    chosen = st.selectbox(
        _("Skills shown"),
        list(groups),
        format_func=names.__getitem__,
        key="candidate-skills",
        persist_state="session",
    )
    return groups[chosen]


def _group_skills(comparison: Comparison) -> dict[str, list[str]]:
    ranked = [str(skill) for skill in rank_differences(comparison)["skill"]]
    groups = {"differences": ranked[:FIRST]}
    if comparison.needs.must_have:
        groups["must"] = [s for s in ranked if s in comparison.needs.must_have]
    area_of = framework().area_of
    for area in framework().areas:
        found = [skill for skill in ranked if area_of[skill] == area]
        if found:
            groups[area] = found
    return {**groups, "all": ranked}


def show_outlines(comparison: Comparison, lineup: Lineup) -> None:
    """Show at most three candidates as outlines on axes of fixed order."""
    st.subheader(_("Areas as a radar"), anchor=False)
    targets = _area_targets(comparison)
    if len(targets) < 3:
        st.caption(_("A radar needs at least three areas; the role asks fewer."))
        return
    letters, labels = comparison.letters, dict(lineup.chart_labels)
    outlines = [
        CandidateLevels(labels[c], letters.index(c), _area_levels(comparison, c))
        for c in _choose_outlines(letters, lineup)
    ]
    show_figure(
        draw_candidate_radar(targets, outlines, _("Target")),
        key="candidate-radar",
        alt=_("Radar of areas: {count} candidates as outlines over the target").format(
            count=len(outlines)
        ),
    )
    st.caption(
        _(
            "Weighted means of the levels they gave themselves, axes in fixed order. "
            "The area inside an outline means nothing; read the dots for decisions."
        )
    )


def _choose_outlines(letters: list[str], lineup: Lineup) -> list[str]:
    """Offer at most three candidates; return them in the order of the files."""
    key = f"radar-candidates-{len(letters)}"
    st.session_state.setdefault(key, letters[:MOST_OUTLINES])
    names = dict(lineup.names)
    chosen = st.multiselect(
        _("Candidates shown (at most three)"),
        letters,
        format_func=names.__getitem__,
        key=key,
        max_selections=MOST_OUTLINES,
        placeholder=_("None"),
    )
    return sorted(chosen, key=letters.index)[:MOST_OUTLINES]


def _area_targets(comparison: Comparison) -> "pd.Series[float]":
    first = comparison.rows[comparison.rows["candidate"] == comparison.letters[0]]
    rows = first.assign(level=first["target"], gap=0)
    areas = summarise_areas(rows, framework().area_of)
    asked = areas[areas["asked"] > 0]
    return pd.Series(list(asked["target"]), index=_area_names(asked["area"]))


def _area_levels(comparison: Comparison, letter: str) -> dict[str, float]:
    rows = comparison.rows[comparison.rows["candidate"] == letter]
    areas = summarise_areas(rows, framework().area_of)
    return dict(zip(_area_names(areas["area"]), areas["level"]))


def _area_names(areas: "pd.Series[str]") -> list[str]:
    return [label(framework().areas[area].name) for area in areas]


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


def show_questions(comparison: Comparison, lineup: Lineup) -> None:
    """Show what to ask each candidate, with the act that earns the target level."""
    st.subheader(_("Suggested interview questions"), anchor=False)
    st.caption(
        _(
            "Must-haves and large differences that rest on a claim alone. Ask every "
            "candidate in the same words, and score the answer on the act."
        )
    )
    questions = suggest_questions(framework(), comparison)
    for letter in comparison.letters:
        own = [question for question in questions if question.candidate == letter]
        count = translate_count("{count} question", "{count} questions", len(own))
        with st.expander(f"{count} · {plain(lineup.names[letter])}"):
            for question in own:
                st.markdown(_say_question(question))


def _say_question(question: InterviewQuestion) -> str:
    name = plain(skill_names([question.skill])[0])
    claim = _("not rated")
    if question.claim is not None:
        claim = _("level {level}").format(level=question.claim)
    act = _("Act of the target level {target}: {act}").format(
        target=question.target, act=plain(label(question.anchor))
    )
    why = _(ASKED_FOR[question.reason])
    parts = [f"**{name}** · {claim} · {why}", act]
    if question.check is not None:
        check = framework().checks[question.check]
        asked = _("Ask (level {level}): {question}").format(
            level=question.check_level, question=plain(label(check.question))
        )
        parts.append(asked)
    return "  \n".join(parts)


def offer_comparison_files(report: HiringReport) -> None:
    """Offer report and table; names are masked in them while they are on screen."""
    with st.container(horizontal=True):
        st.download_button(
            _("Report (HTML)"),
            data=write_hiring_html(report, current_language()),
            file_name=f"comparison-{report.made_on}.html",
            mime="text/html",
            key="comparison-html",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            _("Levels (CSV)"),
            data=write_comparison_csv(report.comparison, report.names, report.mask),
            file_name=f"comparison-{report.made_on}.csv",
            mime="text/csv",
            key="comparison-csv",
            icon=":material/download:",
            on_click="ignore",
        )
