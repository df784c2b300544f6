"""Makes a plan: the chosen modules in order, in stages, each with its reason."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from skillgap.domain.learning import Lift
from skillgap.domain.person.choice import TOLERANCE, Choice, Chooser, Wish
from skillgap.domain.person.cover import Need
from skillgap.domain.person.learner import Learner, Levels
from skillgap.domain.person.plan import Deferred, OpenGap, Plan, Reason, Step
from skillgap.domain.person.questions import choose_questions
from skillgap.domain.person.resources import choose_resources


def recommend_steps(chooser: Chooser, language: str, hours: float = inf) -> Plan:
    """Return the steps that fit into some hours, those worth most first.

    What a step needs comes before it. If hours are left, the worthiest module of which
    a stage fits is begun. A step that misses prerequisites of more than two levels in
    sum waits; an unknown skill gets a question instead.

    Args:
        chooser: of the person.
        language: resources in this language stand first.
        hours: the person has for it; infinite means the whole way.

    """
    choice = chooser.choose(hours)
    line = _Line(chooser, choice, language)
    for wish in choice.granted:
        line.bring(wish.need, _reason(chooser.learner, wish))
    left = hours - chooser.cover.hours(choice.modules)
    begun = line.begin(left) if left < inf else None
    not_yet = tuple(_find_deferred(chooser, choice))
    waiting = {each.skill for each in not_yet}
    return Plan(
        tuple(line.steps),
        tuple(_find_open(chooser, choice, waiting, begun)),
        not_yet,
        choose_questions(chooser.learner),
        choice.is_optimal,
        tuple(choice.unproven),
    )


def _reason(learner: Learner, wish: Wish) -> Reason:
    """Return why a wish stands in the order."""
    if wish.pinned:
        return Reason("pinned", {})
    aim = learner.aims.get(wish.skill)
    if aim is None or learner.levels[wish.skill] >= aim.level:
        values = {"level": wish.level, "needed_for": wish.needed_for}
        return Reason("needed_before", values)
    if wish.needed_for is None:
        return Reason("closes_gap", {"target": aim.level, "weight": aim.weight})
    values = {"target": aim.level, "needed_for": wish.needed_for}
    return Reason("opens_way", values)


class _Line:
    """Steps one after the other, and the levels they lead to."""

    def __init__(self, chooser: Chooser, choice: Choice, language: str) -> None:
        self.chooser, self.learner = chooser, chooser.learner
        self.choice, self.language = choice, language
        self.levels = dict(self.learner.levels)
        self.waiting = set(choice.modules)
        self.steps: list[Step] = []

    def bring(self, need: Need, reason: Reason) -> None:
        """Add the chosen module that leads to a level, and first what it misses."""
        if self.levels.get(need.skill, need.level) >= need.level:
            return
        for key in self.chooser.cover.providers_of(need):
            if key not in self.waiting:
                continue
            self.waiting.discard(key)
            for skill, level in self.learner.missing(key, self.levels).items():
                values = {"level": level, "needed_for": need.skill}
                own = skill == need.skill
                before = reason if own else Reason("needed_before", values)
                self.bring(Need(skill, level), before)
            if not self.learner.missing(key, self.levels):
                self.take(key, reason)
                return
            self.waiting.add(key)

    def take(self, key: str, reason: Reason) -> None:
        self.steps += _stages(self.learner, key, reason, self.levels, self.language)
        self.learner.lift(self.levels, [key])

    def begin(self, hours: float) -> str | None:
        """Begin the module worth most of which a stage fits, and return its skill."""
        for wish in self.chooser.wishes:
            level = self.levels[wish.skill]
            key = self.learner.next_module(wish.skill, level)
            if level >= wish.level or key is None:
                continue
            if self.learner.missing(key, self.levels):
                continue
            reason = _reason(self.learner, wish)
            stages = _stages(self.learner, key, reason, self.levels, self.language)
            for step in stages:
                if step.hours > hours + TOLERANCE:
                    break
                hours -= step.hours
                self.steps.append(step)
            if self.steps and not self.steps[-1].is_last:
                return wish.skill
        return None


def _stages(
    learner: Learner, key: str, reason: Reason, levels: Levels, language: str
) -> Iterator[Step]:
    """Yield the steps of a module for a person at some levels."""
    framework = learner.framework
    module = framework.modules[key]
    lifts = tuple(
        Lift(skill, levels[skill], to)
        for skill, (_, to) in module.lifts.items()
        if levels.get(skill, to) < to
    )
    needs = learner.needs[key]
    unrated = tuple(skill for skill in needs if skill not in learner.levels)
    hours = [stage.hours for stage in module.stages] or [module.hours]
    share = learner.share(module)
    seen: tuple[str, ...] = ()
    for number, each in enumerate(hours, start=1):
        step = Step(
            key, lifts, each * share, reason, (), needs, unrated, number, len(hours)
        )
        found = choose_resources(framework, module, language, lifts, step.hours, seen)
        seen += found
        yield replace(step, resources=found)


def _find_deferred(chooser: Chooser, choice: Choice) -> Iterator[Deferred]:
    """Yield the asked skills whose next step still misses too much at the end."""
    for skill in dict.fromkeys(wish.skill for wish in choice.early):
        missing = chooser.find_too_early(skill, choice.levels)
        if missing and chooser.learner.gap(skill, choice.levels):
            yield Deferred(skill, missing)


def _find_open(
    chooser: Chooser, choice: Choice, waiting: set[str], begun: str | None
) -> Iterator[OpenGap]:
    """Yield the known gaps a choice leaves, each with the reason."""
    learner = chooser.learner
    for skill, aim in learner.aims.items():
        if skill in waiting or not learner.gap(skill, choice.levels):
            continue
        reached, end = choice.levels[skill], chooser.reachable[skill]
        ends = "no_module" if reached >= end < aim.level else "no_time"
        code = "begun" if skill == begun else ends
        yield OpenGap(skill, choice.levels[skill], aim.level, code)
