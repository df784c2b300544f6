"""The review of a team out of files: what pages, report and command line share."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from skillgap.domain.framework import Framework
from skillgap.domain.team.cohort import MOST_PEOPLE, NextAction, choose_sessions
from skillgap.domain.team.own_skills import OwnSkills
from skillgap.domain.team.review import TeamReview, review_team, usual_profile
from skillgap.domain.team.sheet_reading import SheetReading
from skillgap.domain.team.state import empty_state
from skillgap.files.engines.choice import ENGINES
from skillgap.files.own_exports import open_export
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import Source, SourceError, name_sources
from skillgap.files.team.joined import join_sheets

HOURS, SEATS = 40.0, 20

# Reads a spreadsheet that is not ours: its name, its content, the framework, today.
ReadSheet = Callable[[str, bytes, Framework, str], SheetReading]


@dataclass(frozen=True)
class ReviewCall:
    """What a review is asked for.

    ``profile`` is what the team needs; None takes the one most people work towards.
    ``hours`` (of one person) and ``seats`` bound the next action. ``engine`` says where
    the files are read, as in ``engines.choice``. ``team``, ``aim`` (a profile people
    work towards) and ``day`` choose a part; None takes everybody, and all answers.
    ``left_out`` are ids of people who are not counted.
    """

    files: Sequence[Path]
    profile: str | None
    today: date
    hours: float = HOURS
    seats: int = SEATS
    engine: str = "local"
    team: str | None = None
    aim: str | None = None
    day: date | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileReview:
    """What files hold and what it adds up to.

    ``action`` is None where the group is too large for one room. ``own`` are skills of
    the team that have no counterpart here.
    """

    call: ReviewCall
    scan: Scan
    review: TeamReview
    action: NextAction | None
    own: OwnSkills


def review_files(
    framework: Framework, call: ReviewCall, read_sheet: ReadSheet
) -> FileReview:
    """Return the review of the people in some ratings files.

    What is none of our exports is given to ``read_sheet``.

    Raises:
        EngineMissingError: the engine is not installed.
        EngineError: it cannot be started, or gave up.

    """
    exports: list[Source] = []
    sheets: list[tuple[str, SheetReading]] = []
    for source in name_sources(call.files):
        if export := open_export(source):
            exports.append(export)
        else:
            sheets.append(
                (source.name, _read(source, framework, call.today, read_sheet))
            )
    with ENGINES[call.engine]() as engine:
        scan = scan_files(exports, framework, engine=engine)
    scan, own = join_sheets(scan, sheets)
    return review_scan(framework, scan, own, call)


def _read(
    source: Source, framework: Framework, today: date, read_sheet: ReadSheet
) -> SheetReading:
    """Return what a spreadsheet that is not ours holds."""
    try:
        with source.open() as (stream, _size):
            content = stream.read()
    except SourceError as error:
        return SheetReading((error.problem,))
    return read_sheet(source.name, content, framework, today.isoformat())


def review_scan(
    framework: Framework, scan: Scan, own: OwnSkills, call: ReviewCall
) -> FileReview:
    """Return the review of the people in files that are read already."""
    history = scan.history
    profile = call.profile or usual_profile(framework, history.people)
    chosen = None
    if call.team is not None or call.aim is not None or call.left_out:
        everybody = empty_state(history.people, history.skills)
        chosen = everybody.filter(call.team, call.aim, call.left_out)
    review = review_team(
        framework, history, profile, call.today, chosen=chosen, day=call.day
    )
    action = None
    if len(review.state.people) <= MOST_PEOPLE:
        action = choose_sessions(
            framework, review.state, review.demand, call.hours, call.seats
        )
    return FileReview(call, scan, review, action, own)
