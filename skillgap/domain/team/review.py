"""The review of a team: everything that its answers add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from skillgap.domain.fit import Demand, Fits, measure_fits, set_demand
from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.team.figures import STALE_AFTER, measure_skills
from skillgap.domain.team.fits import (
    measure_team_gaps,
    summarise_team_areas,
)
from skillgap.domain.team.history import History
from skillgap.domain.team.mentors import list_mentors
from skillgap.domain.team.state import Mask, TeamState
from skillgap.domain.team.trend import Trend, compare_states, usual_days


@dataclass(frozen=True)
class TeamReview:
    """A team against the profile it needs.

    ``demand`` is what the profile asks. ``skills`` are those of ``measure_skills``,
    ``areas`` those of ``summarise_team_areas``, ``gaps`` those of
    ``measure_team_gaps``. ``fits`` are with every profile. ``trend`` compares with
    the state on the day ``since``.
    """

    profile: str
    state: TeamState
    demand: Demand
    skills: pd.DataFrame
    areas: pd.DataFrame
    gaps: npt.NDArray[np.int8]
    fits: Fits
    since: date
    trend: Trend

    def mentors(self, most: int | None = None) -> dict[str, list[str]]:
        """Return the ids of those who could mentor each skill, the best first."""
        return list_mentors(self.state, self.demand.goals, most)


def review_team(
    framework: Framework,
    history: History,
    profile: str,
    today: date,
    *,
    adjustments: Iterable[Adjustment] = (),
    chosen: Mask | None = None,
    day: date | None = None,
    since: date | None = None,
    stale_after: int = STALE_AFTER,
) -> TeamReview:
    """Return what a team's answers add up to.

    Args:
        framework: its profiles and areas.
        history: the team's answers.
        profile: what the team needs.
        today: the day from which a rating's age is counted.
        adjustments: a career context and trends that change targets and weights.
        chosen: some of the people in ``history``; None takes all.
        day: answers after it are left out; None takes all.
        since: the day to compare with; None takes the earlier of ``usual_days``.
        stale_after: days after which a rating is flagged.

    """
    demands = _set_demands(framework, history.skills, list(adjustments))
    demand, state = demands[profile], history.state_on(day)
    since = since or usual_days(history.days(day), today)[0]
    before = history.state_on(since)
    if chosen is not None:
        state, before = state.select(chosen), before.select(chosen)
    return TeamReview(
        profile=profile,
        state=state,
        demand=demand,
        skills=measure_skills(state, demand, today, stale_after),
        areas=summarise_team_areas(state, demand, framework.area_of),
        gaps=measure_team_gaps(state, demand),
        fits=measure_fits(state.levels, demands),
        since=since,
        trend=compare_states(before, state),
    )


def _set_demands(
    framework: Framework, skills: Sequence[str], adjustments: Sequence[Adjustment]
) -> dict[str, Demand]:
    """Return what each profile asks."""
    return {
        key: set_demand(profile, skills, adjustments)
        for key, profile in framework.profiles.items()
    }


def usual_profile(framework: Framework, people: pd.DataFrame) -> str:
    """Return the profile most people work towards, the framework's default if none.

    Of equals the first in the framework.
    """
    named = people["profile"][people["profile"] != ""].value_counts()
    known = {key: int(named.get(key, 0)) for key in framework.profiles}
    best = max(known, key=lambda key: known[key])
    return best if known[best] else framework.manifest.default_profile
