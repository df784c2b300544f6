"""Each command's answer as a text to be read; ``--json`` has all of it."""

from collections.abc import Callable, Mapping
from typing import Any

from skillgap.files.wording import N_
from skillgap.terminal.asked import Asked
from skillgap.terminal.framework import show_check, show_schema
from skillgap.terminal.hiring import show_comparison
from skillgap.terminal.page import Page
from skillgap.terminal.person import show_fits, show_gaps, show_plan
from skillgap.terminal.reading import show_reading
from skillgap.terminal.team import show_review

Answer = Mapping[str, Any]
SHOWN: Mapping[str, Callable[[Page, Answer, Asked], None]] = {
    "check": show_check,
    "schema": show_schema,
    "read": show_reading,
    "gaps": show_gaps,
    "fit": show_fits,
    "plan": show_plan,
    "review": show_review,
    "compare": show_comparison,
}


def write_text(
    command: str, answer: Answer, asked: Asked, width: int, *, is_terminal: bool
) -> str:
    """Return a command's answer, its problems last; without one the problems alone."""
    page, problems = Page(), answer.get("problems", [])
    if answer.keys() - {"problems"}:
        SHOWN[command](page, answer, asked)
    if problems:
        count = asked.number(len(problems))
        page.head(asked.speech.say(N_("Problems: {count}"), count=count))
        page.list(problem["message"] for problem in problems)
    return page.render(width, is_terminal=is_terminal)
