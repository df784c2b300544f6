"""The sections of a report on decisions, and the notice for candidates."""

from skillgap.files.hiring.notice import Notice, write_notice
from skillgap.files.hiring.record import HiringRecord
from skillgap.files.html_report import Section, say_section
from skillgap.files.speech import Speech
from skillgap.files.wording import N_

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
