"""A visitor of the app in a test: opens pages, answers, and looks at what is shown."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Engine
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from skillgap.domain.framework import Framework
from skillgap.files.framework import load_framework
from skillgap.settings import ROOT
from skillgap.storage.people import Person, add_person, find_person
from skillgap.storage.ratings import Rating, load_ratings, save_rating

SHELL = ROOT / "skillgap" / "ui" / "shell.py"
PAGES = ("start", "assess", "gaps", "plan", "my_data")
LANGUAGES = ("id", "en")
FIRST_DAY = "2026-03-02"
UNSURE = "unsure"


@dataclass
class Visitor:
    """One browser tab: ``app`` is what it shows, ``key`` the cookie it carries."""

    app: AppTest
    engine: Engine
    key: str
    downloads: MemoryMediaFileStorage

    def open(self, page: str) -> "Visitor":
        """Go to a page by the navigation.

        ``AppTest.run`` would send the widgets of the page that is left along, which
        no browser does; they then stand for those of the new page.
        """
        self.app.switch_page(f"../../pages/person/{page}.py")._run()
        return self._checked()

    def run(self) -> "Visitor":
        """Let the app draw again."""
        self.app.run()
        return self._checked()

    def _checked(self) -> "Visitor":
        assert not self.app.exception, "the page failed"
        return self

    def set(self, key: str, value: Any) -> "Visitor":
        """Give the widget of a key a value, as a click or typing would."""
        self.widget(key).set_value(value)
        return self.run()

    def click(self, key: str) -> "Visitor":
        """Press the button of a key."""
        self.widget(key).click()
        return self.run()

    def widget(self, key: str) -> Any:
        """Return the element of a key."""
        return self.app.get_by_key(key)

    def has(self, key: str) -> bool:
        """Say whether something with this key is on the page."""
        return key in set(self.keys())

    def keys(self, start: str = "") -> Iterator[str]:
        """Yield the keys on the page that begin with a text, in reading order."""
        for node in self.app.main:
            key = getattr(node, "key", None) or ""
            if key and key.startswith(start):
                yield key

    def ask(self, skill: str) -> "Visitor":
        """Bring the question of a skill to the screen."""
        if not self.has("area"):
            self.open("assess")
        if skill not in self.questions():
            self.set("area", skill.split(".")[0])
        return self if skill in self.questions() else self.set("mode", "full").ask(skill)

    def questions(self) -> list[str]:
        """Return the skills asked on the screen, in reading order."""
        return [key.removeprefix("level-") for key in self.keys("level-")]

    def answer(self, skill: str, choice: int | str) -> "Visitor":
        """Choose a level of a skill, or ``UNSURE``."""
        return self.ask(skill).set(f"level-{skill}", choice)

    def lines(self) -> list[str]:
        """Return every text on the page, with markdown escapes resolved."""
        return [re.sub(r"\\(.)", r"\1", line) for line in _texts(self.app.main)]

    def text(self) -> str:
        """Return all texts on the page as one."""
        return "\n".join(self.lines())

    def figure(self, key: str) -> dict[str, Any]:
        """Return the plotly figure of a key as the browser gets it."""
        return dict(json.loads(self.widget(key).proto.spec))

    def table(self, key: str) -> pd.DataFrame:
        """Return the data frame of a key, its first column as the index."""
        shown = self.widget(key).value
        return shown.set_index(shown.columns[0])

    def download(self, key: str) -> bytes:
        """Return the bytes the download button of a key hands out."""
        name = self.widget(key).proto.url.rsplit("/")[-1]
        return bytes(self.downloads.get_file(name).content)

    def person(self) -> Person | None:
        """Return who the database knows under this browser's key."""
        return find_person(self.engine, self.key)

    def ratings(self) -> pd.DataFrame:
        """Return the dated ratings in the database, skills as the index."""
        person = self.person()
        assert person is not None, "the database does not know this visitor"
        return load_ratings(self.engine, person).set_index("skill")


def rate(
    engine: Engine,
    key: str,
    levels: Mapping[str, int | None],
    day: str = FIRST_DAY,
    evidence: str = "",
) -> None:
    """Store answers of a person, None is "cannot say"."""
    person = add_person(engine, key, day)
    basis = "evidenced" if evidence else "claimed"
    for skill, level in levels.items():
        answer = Rating(skill, day, level, basis, "1.0.0", evidence, "", "llm_engineer")
        save_rating(engine, person, answer)


def rate_partly(engine: Engine, key: str) -> None:
    """Store a beginning: rated, evidenced, level 0, and "cannot say"."""
    skills = list(load_framework().skills)
    rate(engine, key, dict.fromkeys(skills[:8], 2))
    rate(engine, key, dict.fromkeys(skills[8:10], 4), evidence="run book, May")
    rate(engine, key, {skills[10]: 0, skills[11]: None})


def rate_fully(engine: Engine, key: str) -> None:
    """Store levels of all skills, from 0 to 5, on two days."""
    skills = list(load_framework().skills)
    rate(engine, key, {skill: place % 5 for place, skill in enumerate(skills)})
    later = {skill: place % 5 + 1 for place, skill in enumerate(skills[:30])}
    rate(engine, key, later, day="2026-09-14", evidence="release notes, August")


def targets_of(framework: Framework, profile: str) -> dict[str, int]:
    """Return the level a profile asks of each skill."""
    return {k: int(t.level) for k, t in framework.profiles[profile].targets.items()}


def _texts(nodes: Iterable[Any]) -> Iterator[str]:
    for node in nodes:
        proto = getattr(node, "proto", None)
        for part in ("label", "body", "text", "alt", "placeholder"):
            value = getattr(proto, part, "")
            if isinstance(value, str) and value:
                yield value
        for part in ("options", "captions"):
            yield from (str(value) for value in getattr(proto, part, ()))
        if node.type in ("table", "dataframe"):
            yield node.value.to_csv(index=False)
