"""A plan as CSV: one row a step, in the order to take them."""

import csv
import io
from collections.abc import Iterator

from skillgap.domain.person.plan import Step
from skillgap.domain.person.schedule import first_day
from skillgap.domain.person.weeks import last_day
from skillgap.files.json_answers import plain_number
from skillgap.files.plan_answer import why
from skillgap.files.plan_paper import PlanPaper
from skillgap.files.safe_cells import escape_cell

COLUMNS = (
    "place", "module", "title", "stage", "stages", "goal", "skills", "hours",
    "week_from", "week_to", "first_day", "last_day", "why", "outcome", "practice",
    "proof", "resources",
)  # fmt: skip


def write_plan_table(paper: PlanPaper) -> bytes:
    """Return the steps as CSV; texts stand in the language, days are ISO dates.

    ``skills`` are ids with the level before and after, parted by ``;`` as are
    ``resources``, each a title and an address. A byte order mark tells spreadsheets
    that it is UTF-8.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for place, step in enumerate(paper.plan.steps, start=1):
        cells = (place, *_cells(paper, step))
        writer.writerow([escape_cell(str(cell)) for cell in cells])
    return buffer.getvalue().encode("utf-8-sig")


def _cells(paper: PlanPaper, step: Step) -> Iterator[object]:
    """Yield the cells of a step after its place."""
    module = paper.module(step.module)
    yield from (step.module, paper.title(step.module), step.stage, step.stages)
    yield paper.goal(step)
    yield "; ".join(f"{lift.skill} {lift.start} > {lift.to}" for lift in step.lifts)
    yield from (plain_number(step.hours), step.week_from, step.week_to)
    yield first_day(paper.start, step.week_from)
    yield last_day(paper.start, step.week_to)
    yield why(paper.framework, step, paper.language)
    for text in (module.outcome, module.practice, module.proof):
        yield text.in_language(paper.language)
    yield "; ".join(f"{each.title} {each.url}" for each in paper.resources(step))
