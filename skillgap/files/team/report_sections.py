"""The sections of a report on a team, in a language."""

from collections.abc import Iterator

from skillgap.files.catalogues import load_translations
from skillgap.files.html_report import Section
from skillgap.files.team.report_files import describe_part, list_assumed, list_files
from skillgap.files.team.report_people import list_pairs, list_people, list_sessions
from skillgap.files.team.report_skills import (
    list_areas,
    list_fragile,
    list_moves,
    list_own,
    list_skills,
)
from skillgap.files.team.report_words import ReportWords
from skillgap.files.team.review import FileReview
from skillgap.files.wording import N_, describe_problem

MOST_PEOPLE, MOST_PROBLEMS = 200, 200


def compose_review(found: FileReview, words: ReportWords) -> Iterator[Section]:
    """Yield the sections of a report, what is most urgent first.

    Tables of people are left out above ``MOST_PEOPLE``.
    """
    yield list_files(found, words)
    if any(file.assumed for file in found.scan.files):
        yield list_assumed(found, words)
    yield describe_part(found, words)
    yield list_fragile(found, words)
    yield list_sessions(found, words)
    yield list_areas(found, words)
    yield list_skills(found, words)
    if found.own.names:
        yield list_own(found, words)
    if len(found.review.state.people) <= MOST_PEOPLE:
        yield list_pairs(found, words)
        yield list_people(found, words)
    yield list_moves(found, words)
    if found.scan.counts:
        yield _problems(found, words)


def _problems(found: FileReview, words: ReportWords) -> Section:
    """Return the first problems, and how many there are."""
    say, number, scan = words.speech.say, words.speech.number, found.scan
    translate = load_translations(words.speech.language).gettext
    shown = scan.problems[:MOST_PROBLEMS]
    rows = [(describe_problem(problem, translate),) for problem in shown]
    about = say(
        N_("{count} problems; the first {shown} are shown."),
        count=number(sum(scan.counts.values())),
        shown=number(len(shown)),
    )
    return words.table(N_("Problems"), [about], [N_("What to do")], rows)
