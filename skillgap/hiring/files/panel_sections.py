"""The notice for candidates: what was used, who decided, and how to object."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from skillgap.files.html_report import Section, say_section
from skillgap.files.speech import Speech
from skillgap.files.wording import N_
from skillgap.hiring.agreement import (
    compare_with_self,
    measure_agreement,
    measure_pairs,
    measure_severity,
    measure_spread,
)
from skillgap.hiring.files.record import HiringRecord
from skillgap.hiring.files.wording import describe_agreement, name_agreement

TITLE = N_("Notice for candidates")
USED = N_(
    "For the role “{role}” a panel used the ratings you handed over: the level of each "
    "skill, what it rests on, its date, and the evidence you chose to share. The role "
    "asks {count} skills."
)
FIXED = N_("What the role asks was fixed on {day}.")
OPEN = N_("What the role asks was not fixed before the comparison.")
CHANGED = N_("Changes since then: {count}. Reasons and all results are kept.")
FORMULA = N_(
    "Each level was turned into an estimate by a fixed formula whose numbers are "
    "published with this product. It believes a bare claim less than evidence. What "
    "you did not rate counts as unknown, never as zero."
)
SCORED = N_(
    "Members of the panel also scored you, each on their own, before they saw each "
    "other's scores."
)
PEOPLE = N_(
    "The product gives no order, no shortlist and no rejection. People decided, each "
    "with a name and a reason; you may ask for the reason that concerns you."
)
OBJECT = N_(
    "You may object to a decision based on automated processing alone, profiling "
    "included, and ask a person to look again (Indonesian Law 27 of 2022 on Personal "
    "Data Protection, article 10; GDPR, article 22). You may also see, correct, take "
    "with you or erase your data. Write to {contact}."
)
INVITED = N_("whoever invited you")


@dataclass(frozen=True)
class Notice:
    """What a notice must say of one selection.

    ``fixed_on`` is an ISO date, empty if the needs were never fixed. ``contact`` is
    where a candidate objects; empty stands for whoever invited them.
    """

    role: str
    skills: int
    fixed_on: str
    changes: int
    has_scores: bool
    contact: str


def write_notice(notice: Notice, speech: Speech) -> list[str]:
    """Return the paragraphs of the notice, its title first."""
    contact = notice.contact.strip() or speech.say(INVITED)
    parts = [
        speech.say(TITLE),
        speech.say(USED, role=notice.role, count=speech.number(notice.skills)),
        speech.say(FIXED, day=speech.day(notice.fixed_on))
        if notice.fixed_on
        else speech.say(OPEN),
    ]
    if notice.changes:
        parts.append(speech.say(CHANGED, count=speech.number(notice.changes)))
    parts.append(speech.say(FORMULA))
    if notice.has_scores:
        parts.append(speech.say(SCORED))
    return [*parts, speech.say(PEOPLE), speech.say(OBJECT, contact=contact)]


DECISIONS = N_(
    "The product proposes nothing. Each line is what a person decided, and why."
)
NO_DECISIONS = N_("Nobody has recorded a decision.")


def decisions_section(record: HiringRecord, speech: Speech) -> Section:
    """Return what was decided, the oldest entry first."""
    rows = [
        (
            speech.moment(decision.on),
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
    return say_section(N_("Decision log"), said, columns, rows, speech)


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


HARSHER = N_(
    "The difference is a member's level minus the mean of the others on the same "
    "candidates and skills: below zero is harsher."
)
ALWAYS_THE_SAME = N_("always the same level: agreement with this member is undefined")
MARKED = 1.0
HARSH = N_("lower than the others by a level or more")
MILD = N_("higher than the others by a level or more")
PAIR_UNDEFINED = N_(
    "Undefined: one of the two always gave the same level, or both scored too little."
)


def compose_panel_sections(record: HiringRecord, speech: Speech) -> Iterator[Section]:
    """Yield the sections on scores, decisions and the notice, in reading order."""
    if record.first is not None:
        yield spread_section(record, record.first, speech)
        yield severity_section(record.first, speech)
        yield agreement_section(record.first, speech)
        yield scores_section(record, record.first, speech)
        if record.after is not None and not record.after.empty:
            yield after_section(record, record.first, record.after, speech)
    yield decisions_section(record, speech)
    yield notice_section(record, speech)


def spread_section(
    record: HiringRecord, scores: pd.DataFrame, speech: Speech
) -> Section:
    """Return the panel's levels beside the self-rating, the widest spread first."""
    own = record.comparison.rows[["candidate", "skill", "level"]]
    beside = compare_with_self(scores, own)[["candidate", "skill", "own", "difference"]]
    table = measure_spread(scores).merge(beside, on=["candidate", "skill"])
    table = table.sort_values("spread", ascending=False, kind="stable")
    rows = [
        (
            record.names[row.candidate],
            record.skill(row.skill, speech),
            speech.number(row.raters),
            speech.number(row.mean, 2),
            speech.span(row.low, row.high),
            speech.number(row.spread),
            speech.number(row.own),
            speech.signed(row.difference, 2),
        )
        for row in table.sort_values("candidate", kind="stable").itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Members"), N_("Mean of the panel"),
        N_("Lowest to highest"), N_("Spread"), N_("Self-rating"),
        N_("Panel minus self-rating"),
    )  # fmt: skip
    return say_section(N_("Independent scores"), (), columns, rows, speech)


def severity_section(scores: pd.DataFrame, speech: Speech) -> Section:
    """Return how each member differs from the others; who stands out is remarked."""
    rows = [
        (
            row.member,
            speech.signed(row.difference, 2),
            speech.number(row.units),
            "; ".join(map(speech.say, _remarks(row.difference, row.is_constant))),
        )
        for row in measure_severity(scores).itertuples()
    ]
    columns = (N_("Member"), N_("Difference"), N_("Scores compared"), N_("Remark"))
    said = (speech.say(HARSHER),)
    return say_section(N_("Severity of each member"), said, columns, rows, speech)


def _remarks(difference: float, is_constant: bool) -> Iterator[str]:
    if difference <= -MARKED:
        yield HARSH
    if difference >= MARKED:
        yield MILD
    if is_constant:
        yield ALWAYS_THE_SAME


def agreement_section(scores: pd.DataFrame, speech: Speech) -> Section:
    """Return the panel's alpha in words, and kappa and n of each two members."""
    pairs = measure_pairs(scores)
    rows = [
        (
            f"{first} – {second}",
            name_agreement(agreement, speech),
            speech.number(agreement.candidates),
        )
        for first, second, agreement in pairs
    ]
    said = [describe_agreement(measure_agreement(scores), speech)]
    if any(agreement.value is None for _first, _second, agreement in pairs):
        said.append(speech.say(PAIR_UNDEFINED))
    columns = (N_("Members"), N_("Quadratic weighted kappa"), N_("Candidates (n)"))
    title = N_("Agreement of the panel (Krippendorff's alpha)")
    return say_section(title, tuple(said), columns, rows, speech)


def scores_section(
    record: HiringRecord, scores: pd.DataFrame, speech: Speech
) -> Section:
    """Return every first score with its note, members in the order of the panel."""
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
    title = N_("First scores, each given alone")
    return say_section(title, (), columns, rows, speech)


def after_section(
    record: HiringRecord, first: pd.DataFrame, after: pd.DataFrame, speech: Speech
) -> Section:
    """Return the scores after the discussion beside the first ones."""
    keys = ["candidate", "skill", "member"]
    both = after.merge(first, on=keys, how="left", suffixes=("", "_first"))
    rows = [
        (
            record.names[row.candidate],
            record.skill(row.skill, speech),
            row.member,
            speech.number(row.level_first),
            speech.number(row.level),
            record.own(row.note),
        )
        for row in both.sort_values(["candidate", "skill"], kind="stable").itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Member"), N_("First score"),
        N_("After the discussion"), N_("Note"),
    )  # fmt: skip
    title = N_("Scores after the discussion, beside the first")
    return say_section(title, (), columns, rows, speech)
