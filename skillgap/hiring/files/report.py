"""The report on a comparison as HTML, and its tables as CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import pandas as pd

from skillgap.domain.scale import Language
from skillgap.files.html_report import Section, write_html
from skillgap.files.safe_cells import escape_cell
from skillgap.files.speech import BASES, Speech
from skillgap.files.wording import N_, describe_problem
from skillgap.hiring.comparison import Comparison
from skillgap.hiring.distinction import compare_totals, rank_differences
from skillgap.hiring.files.panel_sections import compose_panel_sections
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.files.wording import (
    ASKED_FOR,
    NEEDS_OPEN,
    NO_RANKING,
    describe_pair,
    describe_skill_change,
    describe_state,
    describe_versions,
)
from skillgap.hiring.interview import InterviewQuestion, suggest_questions
from skillgap.hiring.masking import NameMask
from skillgap.hiring.needs import list_skill_changes, warn_must_haves
from skillgap.hiring.scorecards import SCORE_COLUMNS, Decision


def list_needs(report: HiringReport, speech: Speech) -> Section:
    """Return what the role asks, and since when."""
    needs = report.comparison.needs
    fixed = report.versions[0][0].day
    said = speech.say(N_("Fixed on {day}."), day=speech.day(fixed)) if fixed else None
    warned = [
        describe_problem(problem, speech.say)
        for problem in warn_must_haves(needs, needs.name.in_language(speech.language))
    ]
    rows = [
        (
            report.skill(skill, speech),
            str(target.level),
            str(target.weight),
            speech.say(N_("yes")) if skill in needs.must_have else "",
        )
        for skill, target in needs.targets.items()
    ]
    columns = (N_("Skill"), N_("Target"), N_("Weight"), N_("Must-have"))
    return Section(
        speech.say(N_("What the role asks")),
        (said or speech.say(NEEDS_OPEN), *warned),
        tuple(map(speech.say, columns)),
        tuple(rows),
    )


def list_changes(report: HiringReport, speech: Speech) -> Iterator[Section]:
    """Yield what changed and the totals under every version, if anything changed."""
    if len(report.versions) < 2:
        return
    rows = [
        (
            speech.day(version.day) if version.day else "",
            report.own(version.reason),
            report.names[row.candidate],
            speech.percent(row.fit),
            speech.percent(row.rated_share),
        )
        for version, comparison in report.versions
        for row in comparison.totals.itertuples()
    ]
    columns = (
        N_("From"), N_("Reason"), N_("Candidate"), N_("Fit"), N_("Rated share"),
    )  # fmt: skip
    yield Section(
        speech.say(N_("Results before and after each change of the needs")),
        tuple(_skill_changes(report, speech)),
        tuple(map(speech.say, columns)),
        tuple(rows),
    )


def _skill_changes(report: HiringReport, speech: Speech) -> Iterator[str]:
    """Yield what each change did to each skill."""
    versions = [version for version, _comparison in report.versions]
    for before, after in pairwise(versions):
        for change in list_skill_changes(before.needs, after.needs):
            skill = report.framework.skills[change.skill]
            name = skill.name.in_language(speech.language)
            told = describe_skill_change(change, name, speech)
            yield f"{speech.day(after.day)}. {told}"


def compose_sections(report: HiringReport, speech: Speech) -> Iterator[Section]:
    """Yield the sections on needs, candidates and skills, in reading order."""
    yield _opening(report, speech)
    yield _pairs(report, speech)
    yield list_needs(report, speech)
    yield from list_changes(report, speech)
    for compose in (_must_haves, _skills, _questions):
        section = compose(report, speech)
        if section:
            yield section


def _opening(report: HiringReport, speech: Speech) -> Section:
    comparison = report.comparison
    present = report.framework.version
    older = describe_versions(report.candidates, present, report.names, speech)
    rows = [
        (
            report.names[row.candidate],
            speech.percent(row.fit),
            speech.percent(row.rated_share),
            f"{row.rated}/{row.asked}",
        )
        for row in comparison.totals.itertuples()
    ]
    columns = (N_("Candidate"), N_("Fit"), N_("Rated share"), N_("Rated"))
    return Section(
        speech.say(N_("Candidates")),
        (speech.say(NO_RANKING), *older),
        tuple(map(speech.say, columns)),
        tuple(rows),
    )


def _pairs(report: HiringReport, speech: Speech) -> Section:
    rows = [
        (describe_pair(pair, report.names, speech),)
        for pair in compare_totals(report.comparison).itertuples()
    ]
    title = speech.say(N_("Each two candidates, in words"))
    return Section(title, (), (speech.say(N_("What can be said")),), tuple(rows))


def _must_haves(report: HiringReport, speech: Speech) -> Section | None:
    rows = report.comparison.must_haves
    if rows.empty:
        return None
    return _levels(report, speech, N_("Must-haves"), rows)


def _skills(report: HiringReport, speech: Speech) -> Section:
    order = {s: n for n, s in enumerate(rank_differences(report.comparison)["skill"])}
    rows = report.comparison.rows
    first = rows.assign(place=rows["skill"].map(order))
    ordered = first.sort_values("place", kind="stable")
    return _levels(report, speech, N_("Skills, the largest differences first"), ordered)


def _levels(
    report: HiringReport, speech: Speech, title: str, table: pd.DataFrame
) -> Section:
    """Return one line per candidate and skill; what is unknown is a question mark."""
    rows = [
        (
            report.skill(row.skill, speech),
            report.names[row.candidate],
            str(row.target),
            speech.number(row.level),
            speech.say(BASES[row.basis]) if row.basis in BASES else "",
            speech.span(row.low, row.high),
            speech.chance(row.chance),
            describe_state(row, speech),
            speech.number(row.gap),
            report.own(row.evidence),
        )
        for row in table.itertuples()
    ]
    columns = (
        N_("Skill"), N_("Candidate"), N_("Target"), N_("Level"), N_("Basis"),
        N_("Likely range (90 %)"), N_("Chance of the target"), N_("State"), N_("Gap"),
        N_("Evidence"),
    )  # fmt: skip
    return Section(speech.say(title), (), tuple(map(speech.say, columns)), tuple(rows))


def _questions(report: HiringReport, speech: Speech) -> Section | None:
    questions = suggest_questions(report.framework, report.comparison)
    if not questions:
        return None
    rows = [
        (
            report.names[question.candidate],
            report.skill(question.skill, speech),
            speech.say(ASKED_FOR[question.reason]),
            question.anchor.in_language(speech.language),
            _check(report, question, speech),
        )
        for question in questions
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Why"), N_("Act of the target level"),
        N_("A question to ask"),
    )  # fmt: skip
    return Section(
        speech.say(N_("Suggested interview questions")),
        (),
        tuple(map(speech.say, columns)),
        tuple(rows),
    )


def _check(report: HiringReport, question: InterviewQuestion, speech: Speech) -> str:
    """Return the check's question with its level, an empty text if there is none."""
    if question.check is None:
        return ""
    text = report.framework.checks[question.check].question
    asked = text.in_language(speech.language)
    level = speech.say(N_("level {level}"), level=question.check_level)
    return f"{asked} ({level})"


LEVEL_COLUMNS = (
    "candidate", "skill", "target", "weight", "must_have", "level", "answer", "basis",
    "rated_on", "gap", "estimate", "low", "high", "chance", "state", "fit",
    "rated_share", "evidence",
)  # fmt: skip
DECISION_COLUMNS = ("decided_at", "who", "candidate", "outcome", "reason")


def write_hiring_html(report: HiringReport, language: Language) -> bytes:
    """Return the whole report as one HTML file in a language."""
    speech = Speech(language)
    title = speech.say(
        N_("Comparison for the role {role}, {day}"),
        role=report.comparison.needs.name.in_language(language),
        day=report.made_on,
    )
    sections = [
        *compose_sections(report, speech),
        *compose_panel_sections(report, speech),
    ]
    return write_html(title, sections, language)


def write_comparison_csv(
    comparison: Comparison, names: Mapping[str, str], mask: NameMask | None = None
) -> bytes:
    """Return every level, estimate and gap as CSV, one row per candidate and skill.

    Args:
        comparison: what is written; unknown numbers are empty cells.
        names: what each letter is called.
        mask: hides candidates in their evidence, too.

    """
    totals = comparison.totals[["candidate", "fit", "rated_share"]]
    table = comparison.rows.merge(totals, on="candidate")
    masked = mask.table(table) if mask else table
    named = masked.assign(
        candidate=masked["candidate"].map(dict(names)),
        must_have=masked["must_have"].astype(int),
    )
    return _write_csv(LEVEL_COLUMNS, named[list(LEVEL_COLUMNS)].to_numpy().tolist())


def write_scores_csv(
    scores: pd.DataFrame, names: Mapping[str, str], mask: NameMask | None = None
) -> bytes:
    """Return scores as CSV; columns as in ``tabulate_scores``."""
    masked = mask.table(scores) if mask else scores
    named = masked.assign(candidate=masked["candidate"].map(dict(names)))
    return _write_csv(SCORE_COLUMNS, named[list(SCORE_COLUMNS)].to_numpy().tolist())


def write_decisions_csv(
    decisions: Iterable[Decision],
    names: Mapping[str, str],
    mask: NameMask | None = None,
) -> bytes:
    """Return the decision log as CSV, the oldest entry first."""

    def own(text: str) -> str:
        return mask.text(text) if mask else text

    rows = [
        (d.on, d.who, names[d.candidate], own(d.outcome), own(d.reason))
        for d in decisions
    ]
    return _write_csv(DECISION_COLUMNS, rows)


def _write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    """Return a number without rounding errors, a text no spreadsheet runs."""
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.6f}".rstrip("0").rstrip(".")
    return escape_cell(str(value))
