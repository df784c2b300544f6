"""Small plans to be taken along, and random ones."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Stage
from skillgap.domain.person.plan import Plan
from skillgap.domain.person.schedule import schedule_plan
from skillgap.domain.scale import Text
from skillgap.files.plan_paper import PlanPaper
from tests.frameworks import resource, small_framework
from tests.plans import plan_for, situations
from tests.tables import levels

MONDAY = date(2026, 2, 2)
SKILLS = "skill builds_on\na.git .\nb.sql ."
MODULES = """
    module   lifts      needs  hours  resources
    git-two  a.git:0-2  .      5      r1
    sql-two  b.sql:0-2  .      8      .
"""
TARGETS = "skill target weight\na.git 2 5\nb.sql 2 2"
UNKNOWN = "skill level\na.git 0\nb.sql 0"


def framework_of(stages: tuple[float, ...] = ()) -> Framework:
    """Return a framework of two modules, the second in stages if some are given."""
    found = small_framework(
        SKILLS, MODULES, TARGETS, {"r1": resource((0, 2), "a.git", hours=2)}
    )
    goals = (Text(f"Goal {n}", f"Tujuan {n}") for n in range(1, len(stages) + 1))
    parts = tuple(Stage(each, goal) for each, goal in zip(stages, goals, strict=True))
    sql = replace(
        found.modules["sql-two"], stages=parts, hours=sum(stages) if stages else 8
    )
    return replace(found, modules={**found.modules, "sql-two": sql})


def with_git(**changes: Any) -> Framework:
    """Return the framework with something else about ``git-two``."""
    found = framework_of()
    module = replace(found.modules["git-two"], **changes)
    return replace(found, modules={**found.modules, "git-two": module})


def paper_of(
    framework: Framework | None = None,
    hours_per_week: float = 4,
    start: date = MONDAY,
    language: str = "en",
    known: str = UNKNOWN,
    **more: float,
) -> PlanPaper:
    """Return a plan of ``framework_of``: 5 hours of git, 8 of sql."""
    framework = framework or framework_of()
    plan = plan_for(framework, "p", levels(known), **more)
    return write_on(framework, plan, hours_per_week, start, language)


def write_on(
    framework: Framework,
    plan: Plan,
    hours_per_week: float,
    start: date = MONDAY,
    language: str = "en",
) -> PlanPaper:
    """Return a plan, scheduled and ready to be written."""
    return PlanPaper(
        framework, schedule_plan(plan, hours_per_week), "Role", start,
        hours_per_week, language,  # type: ignore[arg-type]
    )  # fmt: skip


@st.composite
def papers(draw: st.DrawFn) -> PlanPaper:
    """Return a random plan at some hours per week."""
    framework, table = draw(situations())
    hours = draw(st.sampled_from([0.1, 1, 2.5, 3.7, 7, 60]))
    start = MONDAY.replace(day=draw(st.integers(1, 28)))
    language = draw(st.sampled_from(["en", "id"]))
    return write_on(framework, plan_for(framework, "p", table), hours, start, language)
