"""The sections of a report on independent scores, decisions and the notice."""

from collections.abc import Iterator, Sequence

import pandas as pd

from skillgap.domain.hiring.agreement import (
    compare_with_self,
    measure_agreement,
    measure_pairs,
    measure_severity,
    measure_spread,
)
from skillgap.files.hiring.notice import Notice, write_notice
from skillgap.files.hiring.record import HiringRecord, Section
from skillgap.files.hiring.words import Speech, describe_agreement
from skillgap.files.wording import N_

DECISIONS = N_(
    "The product proposes nothing. Each line is what a person decided, and why."
)
NO_DECISIONS = N_("Nobody has recorded a decision.")
HARSHER = N_(
    "The difference is a member's level minus the mean of the others on the same "
    "candidates and skills: below zero is harsher."
)
ALWAYS_THE_SAME = N_("always the same level: agreement with this member is undefined")


def compose_panel_sections(record: HiringRecord, speech: Speech) -> Iterator[Section]:
    """Yield the sections on scores, decisions and the notice, in reading order."""
    if record.first is not None:
        yield _spread(record, record.first, speech)
        yield _members(record.first, speech)
        yield _agreement(record.first, speech)
        title = N_("First scores, each given alone")
        yield _scores(record, record.first, title, speech)
    if record.after is not None and not record.after.empty:
        title = N_("Scores after the discussion")
        yield _scores(record, record.after, title, speech)
    yield _decisions(record, speech)
    yield notice_section(record, speech)


def _spread(record: HiringRecord, scores: pd.DataFrame, speech: Speech) -> Section:
    """Return the panel's levels per candidate and skill beside the self-rating."""
    own = record.comparison.rows[["candidate", "skill", "level"]]
    beside = compare_with_self(scores, own)[["candidate", "skill", "own", "difference"]]
    table = measure_spread(scores).merge(beside, on=["candidate", "skill"])
    rows = [
        (
            record.names[row.candidate],
            record.skill(row.skill, speech),
            speech.number(row.raters),
            speech.number(row.mean, 2),
            speech.span(row.low, row.high),
            speech.number(row.spread),
            speech.number(row.own),
            speech.number(row.difference, 2),
        )
        for row in table.itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Members"), N_("Mean of the panel"),
        N_("Lowest to highest"), N_("Spread"), N_("Self-rating"),
        N_("Panel minus self-rating"),
    )  # fmt: skip
    return _section(N_("Independent scores"), (), columns, rows, speech)


def _members(scores: pd.DataFrame, speech: Speech) -> Section:
    rows = [
        (
            row.member,
            speech.number(row.difference, 2),
            speech.number(row.units),
            speech.say(ALWAYS_THE_SAME) if row.is_constant else "",
        )
        for row in measure_severity(scores).itertuples()
    ]
    columns = (N_("Member"), N_("Difference"), N_("Scores compared"), N_("Remark"))
    said = (speech.say(HARSHER),)
    return _section(N_("Severity of each member"), said, columns, rows, speech)


def _agreement(scores: pd.DataFrame, speech: Speech) -> Section:
    rows = [
        (f"{first} – {second}", describe_agreement(agreement, speech))
        for first, second, agreement in measure_pairs(scores)
    ]
    said = (describe_agreement(measure_agreement(scores), speech),)
    columns = (N_("Members"), N_("Quadratic weighted kappa"))
    title = N_("Agreement of the panel (Krippendorff's alpha)")
    return _section(title, said, columns, rows, speech)


def _scores(
    record: HiringRecord, scores: pd.DataFrame, title: str, speech: Speech
) -> Section:
    ordered = scores.sort_values(["candidate", "skill"], kind="stable")
    rows = [
        (
            record.names[row.candidate],
            record.skill(row.skill, speech),
            row.member,
            speech.number(row.level),
            record.own(row.note),
        )
        for row in ordered.itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Member"), N_("Level"), N_("Note"),
    )  # fmt: skip
    return _section(title, (), columns, rows, speech)


def _decisions(record: HiringRecord, speech: Speech) -> Section:
    rows = [
        (
            decision.on,
            decision.who,
            record.names[decision.candidate],
            record.own(decision.outcome),
            record.own(decision.reason),
        )
        for decision in record.decisions
    ]
    said = (speech.say(DECISIONS if rows else NO_DECISIONS),)
    columns = (
        N_("When"), N_("Who"), N_("Candidate"), N_("Decision"), N_("Reason"),
    )  # fmt: skip
    return _section(N_("Decision log"), said, columns, rows, speech)


def notice_section(record: HiringRecord, speech: Speech) -> Section:
    """Return the notice for candidates."""
    needs = record.comparison.needs
    notice = Notice(
        role=needs.name.in_language(speech.language),
        skills=len(needs.targets),
        fixed_on=record.versions[0][0].day,
        changes=len(record.versions) - 1,
        has_scores=record.first is not None,
        contact=record.contact,
    )
    title, *paragraphs = write_notice(notice, speech)
    return Section(title, tuple(paragraphs))


def _section(
    title: str,
    paragraphs: tuple[str, ...],
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    speech: Speech,
) -> Section:
    named = tuple(map(speech.say, columns)) if rows else ()
    return Section(speech.say(title), paragraphs, named, tuple(rows))
