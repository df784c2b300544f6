"""Files that were read: what they hold and what was made of them."""

from collections.abc import Mapping
from typing import Any

from skillgap.files.wording import N_
from skillgap.terminal.asked import Asked
from skillgap.terminal.page import Page

KINDS = {
    "total": N_("a sum or mean"),
    "target": N_("a target"),
    "attribute": N_("neither levels nor a name"),
}


def show_reading(page: Page, answer: Mapping[str, Any], asked: Asked) -> None:
    """Say how many rows count, how the file was read, and what was left out."""
    say, number = asked.speech.say, asked.number
    counts = {name: number(answer[name]) for name in ("rows", "accepted", "rejected")}
    page.head(
        say(N_("{rows} rows read: {accepted} accepted, {rejected} rejected"), **counts)
    )
    columns = (N_("People"), N_("Skills"), N_("Levels"))
    names = ("people", "skills", "ratings")
    page.table(
        asked.columns(*columns),
        [[number(answer[name]) for name in names]],
        numbers=range(3),
    )
    page.say(
        say(
            N_("Layout {layout}, scale {scale}, encoding {encoding}, separator {sign}"),
            layout=answer["layout"],
            scale=answer["scale"],
            encoding=answer["encoding"] or "?",
            sign=repr(answer["delimiter"] or ""),
        )
    )
    if "assumed" in answer:
        _show_foreign(page, answer, asked)
    if answer["problems"]:
        page.say(say(N_("Correct the problems below, then read the files again.")))
    else:
        page.end(asked.next("review", *asked.source))


def _show_foreign(page: Page, answer: Mapping[str, Any], asked: Asked) -> None:
    """Say what was assumed of spreadsheets that are not ours, and what was left out."""
    say = asked.speech.say
    if answer["assumed"]:
        page.head(say(N_("What was assumed")))
        page.list(note["message"] for note in answer["assumed"])
    if answer["rows_left_out"]:
        page.head(say(N_("Rows left out: no people or skills")))
        page.table(
            asked.columns(N_("Row"), N_("In the file"), N_("Kind")),
            [
                (str(row["row"]), row["label"], say(KINDS[row["why"]]))
                for row in answer["rows_left_out"]
            ],
            numbers=(0,),
        )
    if answer["columns_left_out"]:
        page.head(say(N_("Columns left out")))
        page.list(each["column"] for each in answer["columns_left_out"])
    if answer["own_skills"]:
        page.head(say(N_("The team's own skills")))
        page.list(f"{name} ({key})" for key, name in answer["own_skills"].items())
    page.say(
        say(
            N_("Cells that could not be read and stay unknown: {count}"),
            count=asked.number(answer["cells_rejected"]),
        )
    )
