"""Sections of a report on a panel: scores, agreement, decisions, the notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from skillgap.files.html_report import Section, say_section
from skillgap.files.speech import Speech
from skillgap.files.wording import N_
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.files.wording import (
    describe_agreement,
    describe_severity,
    name_agreement,
)
from skillgap.hiring.panel_measures import PanelMeasures

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


DECISION_LOG = N_("Decision log")
DECISIONS = N_(
    "The product proposes nothing. Each line is what a person decided, and why."
)
NO_DECISIONS = N_("Nobody has recorded a decision.")


def decisions_section(report: HiringReport, speech: Speech) -> Section:
    """Return what was decided, the oldest entry first."""
    rows = [
        (
            speech.moment(decision.on),
            decision.who,
            report.names[decision.candidate],
            report.own(decision.outcome),
            report.own(decision.reason),
        )
        for decision in report.decisions
    ]
    said = (describe_log(report, speech),)
    columns = (
        N_("When"), N_("Who"), N_("Candidate"), N_("Decision"), N_("Reason"),
    )  # fmt: skip
    return say_section(DECISION_LOG, said, columns, rows, speech)


def describe_log(report: HiringReport, speech: Speech) -> str:
    """Return what the log of decisions is, or that there is none."""
    return speech.say(DECISIONS if report.decisions else NO_DECISIONS)


def notice_section(report: HiringReport, speech: Speech) -> Section:
    """Return the notice for candidates."""
    needs = report.comparison.needs
    notice = Notice(
        role=needs.name.in_language(speech.language),
        skills=len(needs.targets),
        fixed_on=report.versions[0][0].day,
        changes=len(report.versions) - 1,
        has_scores=report.panel is not None,
        contact=report.contact,
    )
    title, *paragraphs = write_notice(notice, speech)
    return Section(title, tuple(paragraphs))


SPREAD = N_("Independent scores")
SEVERITY = N_("Severity of each member")
FIRST_SCORES = N_("First scores, each given alone")
LATER_SCORES = N_("Scores after the discussion, beside the first")
HARSHER = N_(
    "The difference is a member's level minus the mean of the others on the same "
    "candidates and skills: below zero is harsher."
)
PAIR_UNDEFINED = N_(
    "Undefined: one of the two always gave the same level, or both scored too little."
)


def compose_panel_sections(report: HiringReport, speech: Speech) -> Iterator[Section]:
    """Yield the sections on scores, decisions and the notice, in reading order."""
    if report.panel is not None:
        yield spread_section(report, report.panel, speech)
        yield severity_section(report.panel, speech)
        yield agreement_section(report.panel, speech)
        yield scores_section(report, report.panel, speech)
        if not report.panel.later.empty:
            yield later_section(report, report.panel, speech)
    yield decisions_section(report, speech)
    yield notice_section(report, speech)


def spread_section(
    report: HiringReport, panel: PanelMeasures, speech: Speech
) -> Section:
    """Return the panel's levels beside the self-rating, the widest spread first."""
    rows = [
        (
            report.names[row.candidate],
            report.skill(row.skill, speech),
            speech.number(row.raters),
            speech.number(row.mean, 2),
            speech.span(row.low, row.high),
            speech.number(row.spread),
            speech.number(row.own),
            speech.signed(row.difference, 2),
        )
        for row in panel.units.itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Members"), N_("Mean of the panel"),
        N_("Lowest to highest"), N_("Spread"), N_("Self-rating"),
        N_("Panel minus self-rating"),
    )  # fmt: skip
    return say_section(SPREAD, (), columns, rows, speech)


def severity_section(panel: PanelMeasures, speech: Speech) -> Section:
    """Return how each member differs from the others; who stands out is remarked."""
    rows = [
        (
            row.member,
            speech.signed(row.difference, 2),
            speech.number(row.units),
            describe_severity(row, speech),
        )
        for row in panel.members.itertuples()
    ]
    columns = (N_("Member"), N_("Difference"), N_("Scores compared"), N_("Remark"))
    said = (speech.say(HARSHER),)
    return say_section(SEVERITY, said, columns, rows, speech)


def agreement_section(panel: PanelMeasures, speech: Speech) -> Section:
    """Return the panel's alpha in words, and kappa and n of each two members."""
    rows = [
        (
            f"{pair.first} – {pair.second}",
            name_agreement(pair.agreement, speech),
            speech.number(pair.agreement.candidates),
        )
        for pair in panel.pairs
    ]
    said = [describe_agreement(panel.agreement, speech)]
    if any(pair.agreement.value is None for pair in panel.pairs):
        said.append(speech.say(PAIR_UNDEFINED))
    columns = (N_("Members"), N_("Quadratic weighted kappa"), N_("Candidates (n)"))
    title = N_("Agreement of the panel (Krippendorff's alpha)")
    return say_section(title, tuple(said), columns, rows, speech)


def scores_section(
    report: HiringReport, panel: PanelMeasures, speech: Speech
) -> Section:
    """Return every first score with its note, members in the order of the panel."""
    rows = [
        (
            report.names[row.candidate],
            report.skill(row.skill, speech),
            row.member,
            speech.number(row.level),
            report.own(row.note),
        )
        for row in panel.first.itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Member"), N_("Level"), N_("Note"),
    )  # fmt: skip
    return say_section(FIRST_SCORES, (), columns, rows, speech)


def later_section(
    report: HiringReport, panel: PanelMeasures, speech: Speech
) -> Section:
    """Return the scores after the discussion beside the first ones."""
    rows = [
        (
            report.names[row.candidate],
            report.skill(row.skill, speech),
            row.member,
            speech.number(row.before),
            speech.number(row.level),
            report.own(row.note),
        )
        for row in panel.later.itertuples()
    ]
    columns = (
        N_("Candidate"), N_("Skill"), N_("Member"), N_("First score"),
        N_("After the discussion"), N_("Note"),
    )  # fmt: skip
    return say_section(LATER_SCORES, (), columns, rows, speech)
