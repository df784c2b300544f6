"""What a report on a team calls things, in a language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.files.html_report import Section
from skillgap.files.speech import Speech
from skillgap.files.wording import N_

NONE = N_("There is none.")


@dataclass(frozen=True)
class ReportWords:
    """A framework's names in a language, and tables with translated headings.

    ``people`` has what each person is shown as, as in ``label_people``.
    """

    framework: Framework
    speech: Speech
    people: Mapping[str, str]

    def person(self, key: str) -> str:
        """Return what a person is shown as."""
        return self.people[key]

    def skill(self, key: str) -> str:
        """Return the name of a skill."""
        return self.framework.skills[key].name.in_language(self.speech.language)

    def area(self, key: str) -> str:
        """Return the name of an area."""
        return self.framework.areas[key].name.in_language(self.speech.language)

    def profile(self, key: str) -> str:
        """Return the name of a profile."""
        return self.framework.profiles[key].name.in_language(self.speech.language)

    def module(self, key: str) -> str:
        """Return the title of a module."""
        return self.framework.modules[key].title.in_language(self.speech.language)

    def half(self, row: Mapping[str, Any]) -> str:
        """Return the middle half of the people, ``?`` if unknown."""
        if pd.isna(row["q1"]):
            return "?"
        number = self.speech.number
        return f"{number(row['q1'], 2)}–{number(row['q3'], 2)}"

    def table(
        self,
        title: str,
        paragraphs: Iterable[str],
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
    ) -> Section:
        """Return a section; title and headings are sentences to be translated.

        A table without a row says so.
        """
        say = self.speech.say
        cells = tuple(tuple(row) for row in rows)
        headings = tuple(say(column) for column in columns)
        none = [say(NONE)] if headings and not cells else []
        return Section(say(title), (*paragraphs, *none), headings, cells)


def records(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table by column."""
    yield from ({str(k): v for k, v in row.items()} for row in table.to_dict("records"))
