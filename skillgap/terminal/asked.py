"""What was asked on the command line, and what things are called in its language."""

import shlex
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from skillgap.domain.framework import Framework
from skillgap.domain.scale import Language
from skillgap.files.speech import Speech
from skillgap.files.wording import N_
from skillgap.settings import read_settings

NAMED = "{name} ({id})"
NEXT = N_("Next: {command}")


@dataclass(frozen=True)
class Asked:
    """One call of a command.

    ``program`` is what was typed to call it. ``source`` are the words that say what is
    read and how, ``aim`` those that say against what; both go into the next command.
    """

    program: str
    language: Language
    source: Sequence[str] = ()
    profile: str = ""
    aim: Sequence[str] = ()
    framework: Framework | None = None

    @cached_property
    def speech(self) -> Speech:
        """How the language says sentences and numbers."""
        return Speech(self.language)

    def skill(self, key: str) -> str:
        """Return the name of a skill, its id beside it."""
        assert self.framework
        name = self.framework.skills[key].name.in_language(self.language)
        return NAMED.format(name=name, id=key)

    def profile_name(self, key: str) -> str:
        """Return the name of a profile, its id beside it."""
        assert self.framework
        name = self.framework.profiles[key].name.in_language(self.language)
        return NAMED.format(name=name, id=key)

    def next(self, *words: str) -> str:
        """Return the line that says which command to type next."""
        command = f"{self.program} {shlex.join(words)}"
        return self.speech.say(NEXT, command=command)

    def columns(self, *names: str) -> list[str]:
        """Return headings in the language."""
        return [self.speech.say(name) for name in names]

    def number(self, value: float | None, digits: int = 2) -> str:
        """Return a number, ``?`` if unknown."""
        return "?" if value is None else self.speech.number(value, digits)

    def share(self, value: float | None) -> str:
        """Return a share of 0 to 1 as a percentage, ``?`` if unknown."""
        return "?" if value is None else self.speech.percent(value)


def hear(options: Namespace, program: str, framework: Framework | None) -> Asked:
    """Return what was asked; ``framework`` is None if it could not be read."""
    given = vars(options)
    files = [str(f) for f in given.get("files", [given.get("file")]) if f]
    usual = {"language": "en", "competencies": read_settings().competencies}
    how = ("person", "mapping", "language", "competencies")
    said = {n: given.get(n) for n in how if given.get(n) not in (None, usual.get(n))}
    aims = {name: given.get(name) for name in ("profile", "context", "trend")}
    return Asked(
        program,
        options.language,
        [*files, *_words(said)],
        aims["profile"] or "",
        _words(aims),
        framework,
    )


def _words(options: Mapping[str, Any]) -> list[str]:
    """Return options as they are typed; an option given several times is a list."""
    words = []
    for name, value in options.items():
        for each in value if isinstance(value, list) else [value]:
            words += [f"--{name}", str(each)] if each is not None else []
    return words
