"""The plan of a visit: what was chosen, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from skillgap.domain.framework import Adjustment
from skillgap.domain.gaps import set_targets
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.more_time import Outcome, compare_hours
from skillgap.domain.person.plan import Plan, Step
from skillgap.domain.person.plan_choices import (
    PlanChoices,
    begin_on,
    count_stages,
    count_weeks,
    tailor_framework,
)
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.schedule import first_day, schedule_plan
from skillgap.files.plan_paper import PlanPaper, name_aim
from skillgap.ui.choose import aimed_framework
from skillgap.ui.language import current_language
from skillgap.ui.session import framework, today


@dataclass(frozen=True)
class MadePlan:
    """A plan and what it was made from; ``whole`` is the plan without a limit.

    ``begin`` is its first day; ``weeks`` is None for the whole way.
    """

    plan: Plan
    whole: Plan
    chooser: Chooser
    targets: pd.DataFrame
    levels: pd.DataFrame
    choices: PlanChoices
    begin: date
    weeks: int | None

    def days_of(self, step: Step) -> tuple[date, date]:
        """Return the first day of a step and the last."""
        begin = first_day(self.begin, step.week_from)
        return begin, self.end_of(step) - timedelta(days=1)

    def end_of(self, step: Step) -> date:
        """Return the first day after a step."""
        return first_day(self.begin, step.week_to + 1)


def make_plan(
    choices: PlanChoices,
    profile: str,
    adjustments: Sequence[Adjustment],
    levels: pd.DataFrame,
) -> MadePlan:
    """Make the plan of a person for some choices, without problems in them."""
    targets = set_targets(aimed_framework().profiles[profile], adjustments)
    learner = read_learner(tailor_framework(framework(), choices), targets, levels)
    chooser = Chooser(learner, choices.pinned)
    weeks = count_weeks(choices, today())
    whole = recommend_steps(chooser, current_language())
    plan = whole
    if weeks is not None:
        plan = recommend_steps(chooser, current_language(), choices.hours * weeks)
    return MadePlan(
        count_stages(schedule_plan(plan, choices.hours), choices),
        whole,
        chooser,
        targets,
        levels,
        choices,
        date.fromisoformat(begin_on(choices, today())),
        weeks,
    )


def put_on_paper(
    made: MadePlan, profile: str, adjustments: Sequence[Adjustment]
) -> PlanPaper:
    """Return the plan as it is taken along, in the reader's language."""
    language = current_language()
    aim = name_aim(aimed_framework(), profile, adjustments, language)
    return PlanPaper(
        aimed_framework(), made.plan, aim, made.begin, made.choices.hours, language
    )


def outcomes_of(made: MadePlan) -> list[Outcome]:
    """Return what other hours a week would lead to, none for the whole way."""
    if made.weeks is None:
        return []
    text = made.choices.to_text()
    return _compare(made.targets, made.levels, text, made.weeks, made)


@st.cache_data(show_spinner=False, max_entries=500)
def _compare(
    targets: pd.DataFrame,
    levels: pd.DataFrame,
    choices: str,
    weeks: int,
    _made: MadePlan,
) -> list[Outcome]:
    hours = _made.choices.hours
    return list(compare_hours(_made.chooser, targets, levels, hours, weeks))
