"""The framework itself: whether it is in order, and the schemas of its files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from skillgap.files.wording import N_
from skillgap.terminal.asked import Asked
from skillgap.terminal.page import Page

HELD = {
    "skills": N_("Skills"),
    "modules": N_("Modules"),
    "resources": N_("Resources"),
    "checks": N_("Checks"),
}


def show_check(page: Page, answer: Mapping[str, Any], asked: Asked) -> None:
    """Say whether the framework is in order and what it holds."""
    say = asked.speech.say
    sound = N_("The framework is in order.")
    page.head(say(sound if answer["ok"] else N_("The framework is not in order.")))
    page.table(
        ("", ""),
        [(say(name), asked.number(answer[key])) for key, name in HELD.items()],
        numbers=(1,),
    )
    if answer["ok"]:
        page.end(asked.next("serve"))


def show_schema(page: Page, answer: Mapping[str, Any], asked: Asked) -> None:
    """Say which schemas were written where, and how an editor finds them."""
    say, files = asked.speech.say, [Path(each["file"]) for each in answer["files"]]
    words = N_("JSON Schemas written to {folder}: {count}")
    folder = str(files[0].parent)
    page.head(say(words, folder=folder, count=asked.number(len(files))))
    page.list(file.name for file in files)
    page.say(
        say(
            N_("An editor finds one by the first line of a YAML file: {line}"),
            line="# yaml-language-server: $schema=schemas/trends.json",
        )
    )
