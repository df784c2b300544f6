"""The sections of a report on what a role asks and how that changed."""

from collections.abc import Iterator
from itertools import pairwise

from skillgap.domain.hiring.needs_changes import list_skill_changes
from skillgap.domain.hiring.role_needs import warn_must_haves
from skillgap.files.hiring.record import HiringRecord
from skillgap.files.hiring.words import NEEDS_OPEN, describe_skill_change
from skillgap.files.html_report import Section
from skillgap.files.speech import Speech
from skillgap.files.wording import N_, describe_problem


def list_needs(record: HiringRecord, speech: Speech) -> Section:
    """Return what the role asks, and since when."""
    needs = record.comparison.needs
    fixed = record.versions[0][0].day
    said = speech.say(N_("Fixed on {day}."), day=speech.day(fixed)) if fixed else None
    warned = [
        describe_problem(problem, speech.say)
        for problem in warn_must_haves(needs, needs.name.in_language(speech.language))
    ]
    rows = [
        (
            record.skill(skill, speech),
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


def list_changes(record: HiringRecord, speech: Speech) -> Iterator[Section]:
    """Yield what changed and the totals under every version, if anything changed."""
    if len(record.versions) < 2:
        return
    rows = [
        (
            speech.day(version.day) if version.day else "",
            record.own(version.reason),
            record.names[row.candidate],
            speech.percent(row.fit),
            speech.percent(row.rated_share),
        )
        for version, comparison in record.versions
        for row in comparison.totals.itertuples()
    ]
    columns = (
        N_("From"), N_("Reason"), N_("Candidate"), N_("Fit"), N_("Rated share"),
    )  # fmt: skip
    yield Section(
        speech.say(N_("Results before and after each change of the needs")),
        tuple(_skill_changes(record, speech)),
        tuple(map(speech.say, columns)),
        tuple(rows),
    )


def _skill_changes(record: HiringRecord, speech: Speech) -> Iterator[str]:
    """Yield what each change did to each skill."""
    versions = [version for version, _comparison in record.versions]
    for before, after in pairwise(versions):
        for change in list_skill_changes(before.needs, after.needs):
            skill = record.framework.skills[change.skill]
            name = skill.name.in_language(speech.language)
            told = describe_skill_change(change, name, speech)
            yield f"{speech.day(after.day)}. {told}"
