"""The review of a team out of files: what pages, report and command line share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from skillgap.domain.framework import Framework
from skillgap.domain.team.cohort import MOST_PEOPLE, NextAction, choose_sessions
from skillgap.domain.team.review import TeamReview, review_team, usual_profile
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import name_sources

HOURS, SEATS = 40.0, 20


@dataclass(frozen=True)
class ReviewCall:
    """What a review is asked for.

    ``profile`` is what the team needs; None takes the one most people work towards.
    ``hours`` (of one person) and ``seats`` bound the next action.
    """

    files: Sequence[Path]
    profile: str | None
    today: date
    hours: float = HOURS
    seats: int = SEATS


@dataclass(frozen=True)
class FileReview:
    """What files hold and what it adds up to.

    ``action`` is None where the group is too large for one room.
    """

    call: ReviewCall
    scan: Scan
    review: TeamReview
    action: NextAction | None


def review_files(framework: Framework, call: ReviewCall) -> FileReview:
    """Return the review of the people in some ratings files."""
    scan = scan_files(name_sources(call.files), framework)
    history = scan.history
    profile = call.profile or usual_profile(framework, history.people)
    review = review_team(framework, history, profile, call.today)
    action = None
    if len(history.people) <= MOST_PEOPLE:
        action = choose_sessions(
            framework, review.state, review.demand, call.hours, call.seats
        )
    return FileReview(call, scan, review, action)
