"""The sections of a report on needs, candidates and skills, in a language."""

from collections.abc import Iterator

import pandas as pd

from skillgap.domain.hiring.distinction import compare_totals, rank_differences
from skillgap.domain.hiring.interview import Question, suggest_questions
from skillgap.files.hiring.needs_sections import list_changes, list_needs
from skillgap.files.hiring.record import HiringRecord
from skillgap.files.hiring.words import (
    ASKED_FOR,
    NO_RANKING,
    describe_pair,
    describe_state,
    describe_versions,
)
from skillgap.files.html_report import Section
from skillgap.files.speech import BASES, Speech
from skillgap.files.wording import N_


def compose_sections(record: HiringRecord, speech: Speech) -> Iterator[Section]:
    """Yield the sections on needs, candidates and skills, in reading order."""
    yield _opening(record, speech)
    yield _pairs(record, speech)
    yield list_needs(record, speech)
    yield from list_changes(record, speech)
    for compose in (_must_haves, _skills, _questions):
        section = compose(record, speech)
        if section:
            yield section


def _opening(record: HiringRecord, speech: Speech) -> Section:
    comparison = record.comparison
    present = record.framework.version
    older = describe_versions(record.candidates, present, record.names, speech)
    rows = [
        (
            record.names[row.candidate],
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


def _pairs(record: HiringRecord, speech: Speech) -> Section:
    rows = [
        (describe_pair(pair, record.names, speech),)
        for pair in compare_totals(record.comparison).itertuples()
    ]
    title = speech.say(N_("Each two candidates, in words"))
    return Section(title, (), (speech.say(N_("What can be said")),), tuple(rows))


def _must_haves(record: HiringRecord, speech: Speech) -> Section | None:
    rows = record.comparison.must_haves
    if rows.empty:
        return None
    return _levels(record, speech, N_("Must-haves"), rows)


def _skills(record: HiringRecord, speech: Speech) -> Section:
    order = {s: n for n, s in enumerate(rank_differences(record.comparison)["skill"])}
    rows = record.comparison.rows
    first = rows.assign(place=rows["skill"].map(order))
    ordered = first.sort_values("place", kind="stable")
    return _levels(record, speech, N_("Skills, the largest differences first"), ordered)


def _levels(
    record: HiringRecord, speech: Speech, title: str, table: pd.DataFrame
) -> Section:
    """Return one line per candidate and skill; what is unknown is a question mark."""
    rows = [
        (
            record.skill(row.skill, speech),
            record.names[row.candidate],
            str(row.target),
            speech.number(row.level),
            speech.say(BASES[row.basis]) if row.basis in BASES else "",
            speech.span(row.low, row.high),
            speech.chance(row.chance),
            describe_state(row, speech),
            speech.number(row.gap),
            record.own(row.evidence),
        )
        for row in table.itertuples()
    ]
    columns = (
        N_("Skill"), N_("Candidate"), N_("Target"), N_("Level"), N_("Basis"),
        N_("Likely range (90 %)"), N_("Chance of the target"), N_("State"), N_("Gap"),
        N_("Evidence"),
    )  # fmt: skip
    return Section(speech.say(title), (), tuple(map(speech.say, columns)), tuple(rows))


def _questions(record: HiringRecord, speech: Speech) -> Section | None:
    questions = suggest_questions(record.framework, record.comparison)
    if not questions:
        return None
    rows = [
        (
            record.names[question.candidate],
            record.skill(question.skill, speech),
            speech.say(ASKED_FOR[question.reason]),
            question.anchor.in_language(speech.language),
            _check(record, question, speech),
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


def _check(record: HiringRecord, question: Question, speech: Speech) -> str:
    """Return the check's question with its level, an empty text if there is none."""
    if question.check is None:
        return ""
    text = record.framework.checks[question.check].question
    asked = text.in_language(speech.language)
    level = speech.say(N_("level {level}"), level=question.check_level)
    return f"{asked} ({level})"
