"""A visitor of the app in a test: opens pages, answers, and looks at what is shown."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Engine
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from skillgap.settings import ROOT
from skillgap.storage.people import Person, find_person
from skillgap.storage.ratings import load_ratings

SHELL = ROOT / "skillgap" / "ui" / "shell.py"
PAGES = sorted(
    str(file.relative_to(ROOT / "pages").with_suffix(""))
    for file in (ROOT / "pages").glob("*/*.py")
)
LANGUAGES = ("id", "en")
UNSURE = "unsure"


@dataclass
class Visitor:
    """One browser tab: ``app`` is what it shows, ``key`` the cookie it carries."""

    app: AppTest
    engine: Engine
    key: str
    downloads: MemoryMediaFileStorage

    def open(self, page: str) -> "Visitor":
        """Go to a page such as ``gaps`` or ``about/method`` by the navigation.

        ``AppTest.run`` would send the widgets of the page that is left along, which
        no browser does; they then stand for those of the new page.
        """
        file = page if "/" in page else f"person/{page}"
        self.app.switch_page(f"../../pages/{file}.py")._run()
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
        return (
            self if skill in self.questions() else self.set("mode", "full").ask(skill)
        )

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

    def table(self, rows: int) -> pd.DataFrame:
        """Return the data frame of so many rows, its first column as the index.

        A data frame has no key one could ask for: Streamlit gives it an identity
        only when its rows can be selected.
        """
        tables = [each.value for each in self.app.dataframe]
        shown = next(each for each in tables if len(each) == rows)
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
