"""The sections of a report on a team, in a language."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from skillgap.domain.cohort import NextAction
from skillgap.domain.framework import Framework
from skillgap.domain.mentors import pair_up
from skillgap.files.hiring_record import Section
from skillgap.files.hiring_words import Speech
from skillgap.files.review import FileReview
from skillgap.files.wording import N_, describe_problem

MOST_PEOPLE, MOST_NAMED, MOST_PROBLEMS = 200, 5, 200


def compose_review(
    framework: Framework, found: FileReview, speech: Speech
) -> Iterator[Section]:
    """Yield the sections of a report, the most urgent first.

    Tables of people are left out above ``MOST_PEOPLE``.
    """
    yield _reading(found, speech)
    yield _fragile(framework, found, speech)
    yield _sessions(framework, found.action, speech)
    yield _areas(framework, found, speech)
    yield _skills(framework, found, speech)
    if len(found.review.state.people) <= MOST_PEOPLE:
        yield _pairs(framework, found, speech)
        yield _people(framework, found, speech)
    yield _trend(framework, found, speech)
    if found.scan.counts:
        yield _problems(found, speech)


def _reading(found: FileReview, speech: Speech) -> Section:
    """Return how many rows became answers, and what figures mean."""
    scan = found.scan
    sums = speech.say(
        N_("{rows} rows read = {accepted} accepted + {rejected} rejected."),
        rows=speech.number(scan.rows),
        accepted=speech.number(scan.accepted),
        rejected=speech.number(scan.rejected),
    )
    people = speech.say(
        N_("People in these files: {count}."),
        count=speech.number(len(scan.history.people)),
    )
    reading = speech.say(
        N_(
            "The latest rating of each person and skill counts. What is not rated is "
            "unknown and not zero. Levels are mostly people's own claims."
        )
    )
    columns = [N_("File"), N_("Rows"), N_("Accepted"), N_("Rejected")]
    rows = [
        (f.name, *map(speech.number, (f.rows, f.accepted, f.rejected)))
        for f in scan.files
    ]
    title = speech.say(N_("What was read"))
    return _table(title, (sums, people, reading), columns, rows, speech)


def _fragile(framework: Framework, found: FileReview, speech: Speech) -> Section:
    """Return the skills that hang on one person, or that nobody has."""
    skills, names = found.review.skills, _names(found)
    rows = []
    for row in _records(skills[skills["nobody"] | (skills["single_holder"] != "")]):
        holder = names.get(row["single_holder"], speech.say(N_("nobody")))
        level = speech.number(row["target"])
        rows.append((_skill(framework, row, speech), level, holder))
    title = speech.say(N_("Hangs on one person, or on nobody"))
    profile = framework.profiles[found.review.profile].name.in_language(speech.language)
    says = speech.say(
        N_("Skills that one person only has at the level {profile} asks, or nobody."),
        profile=profile,
    )
    return _table(title, (says,), [N_("Skill"), N_("Target"), N_("Who")], rows, speech)


def _sessions(
    framework: Framework, action: NextAction | None, speech: Speech
) -> Section:
    """Return the modules that close most, and how good the choice is."""
    title = speech.say(N_("Next action"))
    if action is None:
        says = speech.say(N_("The group is too large for one room. Choose a team."))
        return Section(title, (says,))
    rows = [
        (
            framework.modules[each.module].title.in_language(speech.language),
            speech.number(each.hours),
            speech.number(each.closes),
            speech.number(len(each.people)),
        )
        for each in action.sessions
    ]
    columns = [N_("Module"), N_("Hours"), N_("Closes (levels x weight)"), N_("People")]
    return _table(title, (_prove(action, speech),), columns, rows, speech)
