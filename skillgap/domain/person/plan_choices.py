"""What a person chose for a plan: time, resources, and modules kept in or out."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Module
from skillgap.domain.person.plan import Plan
from skillgap.domain.person.seniority import USUAL
from skillgap.domain.person.weeks import RECHECK_WEEKS

WHOLE_WAY, UNTIL_DATE = 0, -1
HOURS_OF_A_WEEK = 168
MOST_HOURS = 60  # beside sleep, meals and anything else
ANY, FREE = "any", "free"
BOTH = "both"


class Obstacle(NamedTuple):
    """A choice no plan can be made for: the field of it, and why."""

    field: str
    code: str


@dataclass(frozen=True)
class PlanChoices:
    """The choices of one person, as they are kept.

    ``weeks`` is ``WHOLE_WAY`` without a limit and ``UNTIL_DATE`` if ``until`` (ISO
    date) sets it. ``start`` is an ISO date, empty for today. ``medium`` is the
    language of resources or ``BOTH``, ``cost`` is ``ANY`` or ``FREE``. ``mode`` is how
    much one rates, ``context`` and ``trends`` what one prepares for, an empty text for
    none. ``done`` holds the proofs of the stages done of a module that is begun, the
    first stage first; ``recalls`` the days (ISO) on which to bring a finished module
    back to mind.
    """

    hours: float = 5
    start: str = ""
    weeks: int = 12
    until: str = ""
    medium: str = BOTH
    cost: str = ANY
    seniority: str = USUAL
    mode: str = "quick"
    context: str = ""
    trends: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    done: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    recalls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def to_text(self) -> str:
        """Return the choices as they are stored."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_choices(text: str, framework: Framework) -> PlanChoices:
    """Return stored choices; what the framework no longer has is left out."""
    values: dict[str, Any] = json.loads(text) if text else {}
    modules = framework.modules
    known = {k: v for k, v in values.items() if k in PlanChoices.__dataclass_fields__}
    choices = PlanChoices(**known)
    stand = choices.seniority in framework.seniorities
    return replace(
        choices,
        seniority=choices.seniority if stand else USUAL,
        context=choices.context if choices.context in framework.contexts else "",
        trends=tuple(key for key in choices.trends if key in framework.trends),
        pinned=tuple(key for key in choices.pinned if key in modules),
        excluded=tuple(key for key in choices.excluded if key in modules),
        done={
            key: tuple(proofs)
            for key, proofs in choices.done.items()
            if key in modules and len(proofs) < len(modules[key].stages)
        },
        recalls={
            key: tuple(days) for key, days in choices.recalls.items() if key in modules
        },
    )


def begin_on(choices: PlanChoices, today: str) -> str:
    """Return the first day of the plan: what is left begins today at the earliest."""
    return max(choices.start, today)


def count_weeks(choices: PlanChoices, today: str) -> int | None:
    """Return the whole weeks there are, None without a limit."""
    if choices.weeks != UNTIL_DATE:
        return choices.weeks or None
    start = date.fromisoformat(begin_on(choices, today))
    return ((date.fromisoformat(choices.until or today) - start).days + 1) // 7


def check_choices(choices: PlanChoices, today: str) -> list[Obstacle]:
    """Return what no plan can be made for: hours no week has, an end before a start."""
    problems = []
    if choices.hours > HOURS_OF_A_WEEK:
        problems.append(Obstacle("hours", "hours_impossible"))
    if choices.weeks == UNTIL_DATE:
        if begin_on(choices, today) > (choices.until or today):
            problems.append(Obstacle("until", "until_before_start"))
        elif not count_weeks(choices, today):
            problems.append(Obstacle("until", "until_within_week"))
    return problems


def tailor_framework(framework: Framework, choices: PlanChoices) -> Framework:
    """Return the framework as a person's plan may use it.

    Excluded modules are not there, resources are those wanted, and a module that is
    begun has only the stages left. ``count_stages`` gives these their numbers back.
    """
    wanted = {
        key
        for key, each in framework.resources.items()
        if choices.medium in (BOTH, each.language)
        and (choices.cost == ANY or each.cost == choices.cost)
    }

    def tailor(key: str, module: Module) -> Module:
        found = tuple(each for each in module.resources if each in wanted)
        left = module.stages[len(choices.done.get(key, ())) :]
        hours = sum(stage.hours for stage in left) if left else module.hours
        return replace(module, resources=found, stages=left, hours=hours)

    return replace(
        framework,
        modules={
            key: tailor(key, module)
            for key, module in framework.modules.items()
            if key not in choices.excluded
        },
    )


def find_left_out(framework: Framework, choices: PlanChoices, skill: str) -> list[str]:
    """Return the excluded modules that lift a skill."""
    return [key for key in choices.excluded if skill in framework.modules[key].lifts]


def count_stages(plan: Plan, choices: PlanChoices) -> Plan:
    """Return the plan with the stages of begun modules counted from the first."""
    steps = []
    for step in plan.steps:
        done = len(choices.done.get(step.module, ()))
        stage, stages = step.stage + done, step.stages + done
        steps.append(replace(step, stage=stage, stages=stages))
    return replace(plan, steps=tuple(steps))


def finish_stage(
    choices: PlanChoices, module: str, stage: int, proof: str
) -> PlanChoices:
    """Return the choices once a stage of a module is done, and with it those before."""
    before = choices.done.get(module, ())
    proofs = (*before, *[proof] * (stage - len(before)))
    return replace(choices, done={**choices.done, module: proofs})


def finish_module(choices: PlanChoices, module: str, today: str) -> PlanChoices:
    """Return the choices once a module is done: not pinned, not begun, to be recalled.

    The days of recall are those of ``RECHECK_WEEKS`` after today.
    """
    end = date.fromisoformat(today)
    days = tuple((end + timedelta(weeks=n)).isoformat() for n in RECHECK_WEEKS)
    return replace(
        choices,
        pinned=tuple(key for key in choices.pinned if key != module),
        done={key: proofs for key, proofs in choices.done.items() if key != module},
        recalls={**choices.recalls, module: days},
    )


def due_recalls(choices: PlanChoices, today: str) -> list[str]:
    """Return the modules to bring back to mind by today, the longest due first."""
    due = {k: min(days) for k, days in choices.recalls.items() if days}
    return sorted((k for k, day in due.items() if day <= today), key=due.__getitem__)


def note_recall(choices: PlanChoices, module: str, today: str) -> PlanChoices:
    """Return the choices once a module was recalled: only later days stay."""
    later = tuple(day for day in choices.recalls.get(module, ()) if day > today)
    others = {k: days for k, days in choices.recalls.items() if k != module}
    return replace(choices, recalls=others | ({module: later} if later else {}))
