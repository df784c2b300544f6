"""What is taken along of a plan, and the words its calendar, text and table share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

import pandas as pd
from babel.dates import format_interval

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.gaps import set_targets
from skillgap.domain.learning import Module, Resource
from skillgap.domain.person.choice import Chooser
from skillgap.domain.person.learner import read_learner
from skillgap.domain.person.plan import Plan, Step
from skillgap.domain.person.planning import recommend_steps
from skillgap.domain.person.schedule import schedule_plan
from skillgap.domain.person.weeks import Recheck, Week, find_rechecks, split_weeks
from skillgap.domain.scale import Language
from skillgap.files.speech import Speech
from skillgap.files.wording import N_

COSTS = {"free": N_("free"), "freemium": N_("partly free"), "paid": N_("paid")}
MEDIA = {"id": N_("in Indonesian"), "en": N_("in English")}
PRACTICE, PROOF = N_("Practice"), N_("Proof")


@dataclass(frozen=True)
class PlanCall:
    """What a plan is made for; ``weeks`` None means the whole way."""

    profile: str
    adjustments: Sequence[Adjustment]
    hours_per_week: float
    weeks: int | None
    start: date
    language: Language


@dataclass(frozen=True)
class PlanPaper:
    """A scheduled plan with all that its words need.

    ``aim`` says what it is for, in the language: a profile, and what changes it.
    """

    framework: Framework
    plan: Plan
    aim: str
    start: date
    hours_per_week: float
    language: Language

    @property
    def speech(self) -> Speech:
        """How the language says sentences and numbers."""
        return Speech(self.language)

    def weeks(self) -> tuple[Week, ...]:
        """Return the weeks in order."""
        return split_weeks(self.plan, self.start, self.hours_per_week)

    def rechecks(self) -> tuple[Recheck, ...]:
        """Return the small checks after the modules."""
        return find_rechecks(self.plan, self.start)

    def module(self, key: str) -> Module:
        """Return a module."""
        return self.framework.modules[key]

    def title(self, module: str) -> str:
        """Return the title of a module."""
        return self.module(module).title.in_language(self.language)

    def skill(self, key: str) -> str:
        """Return the name of a skill."""
        return self.framework.skills[key].name.in_language(self.language)

    def hours(self, hours: float) -> str:
        """Return a number of hours with its unit."""
        return self.speech.say(N_("{hours} h"), hours=self.speech.number(hours, 1))

    def goal(self, step: Step) -> str:
        """Return which part of its module a step is; empty if it is all of it."""
        if step.stages == 1:
            return ""
        stage = self.module(step.module).stages[step.stage - 1]
        return self.speech.say(
            N_("Part {stage} of {stages}: {goal}"),
            stage=step.stage,
            stages=step.stages,
            goal=stage.goal.in_language(self.language),
        )

    def resources(self, step: Step) -> list[Resource]:
        """Return the resources of a step."""
        return [self.framework.resources[key] for key in step.resources]

    def facts(self, resource: Resource) -> str:
        """Return who gives a resource, in what language, its hours and its cost."""
        say = self.speech.say
        medium, cost = MEDIA[resource.language], COSTS[resource.cost]
        parts = [resource.provider, say(medium), self.hours(resource.hours), say(cost)]
        return ", ".join(parts)

    def span(self, first: date, last: date) -> str:
        """Return two days as the language writes the time between them."""
        return str(format_interval(first, last, "yMMMd", locale=self.language))


def make_paper(framework: Framework, levels: pd.DataFrame, call: PlanCall) -> PlanPaper:
    """Return the scheduled plan of a person who stands at ``levels``."""
    targets = set_targets(framework.profiles[call.profile], call.adjustments)
    chooser = Chooser(read_learner(framework, targets, levels))
    hours = inf if call.weeks is None else call.weeks * call.hours_per_week
    plan = recommend_steps(chooser, call.language, hours)
    return PlanPaper(
        framework,
        schedule_plan(plan, call.hours_per_week),
        name_aim(framework, call.profile, call.adjustments, call.language),
        call.start,
        call.hours_per_week,
        call.language,
    )


def name_aim(
    framework: Framework,
    profile: str,
    adjustments: Sequence[Adjustment],
    language: Language,
) -> str:
    """Return what a plan is for, in a language: a profile and what changes it."""
    names = [framework.profiles[profile].name, *(each.name for each in adjustments)]
    return ", ".join(name.in_language(language) for name in names)
