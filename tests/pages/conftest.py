"""Opens the whole app, frame and all, on a database of its own."""

import gc
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest, app_test

from skillgap.files.framework import load_framework
from skillgap.settings import VISITOR_COOKIE
from skillgap.storage.database import open_database
from skillgap.ui import session
from tests.pages.visitor import SHELL, Visitor

Open = Callable[..., Visitor]


@pytest.fixture(scope="session", autouse=True)
def start_up() -> None:
    """Freeze what exists, as the launcher does: Streamlit collects after each run."""
    import plotly.graph_objects  # noqa: F401  a page imports it, and it is large

    load_framework()
    gc.collect()
    gc.freeze()


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Return the engine of an empty database, the one the app uses in this test."""
    opened = open_database(f"sqlite:///{tmp_path / 'test.sqlite'}")
    monkeypatch.setattr(session, "open_database", lambda _url: opened)
    session.engine.clear()
    yield opened
    session.engine.clear()
    opened.dispose()


@pytest.fixture
def open_app(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that opens the app in a new tab.

    Its arguments are the browser's ``locale``, the ``key`` in its cookie ("" if it
    keeps no cookies), and what stands in the ``address`` after the question mark.
    """
    kept = MemoryMediaFileStorage("/mock/media")
    monkeypatch.setattr(app_test, "MemoryMediaFileStorage", lambda _place: kept)
    # No installed package brings a component; looking for them takes 0.1 s a tab.
    monkeypatch.setattr(
        app_test.BidiComponentManager,
        "discover_and_register_components",
        lambda *_args, **_more: None,
    )

    def open_tab(
        locale: str | None = "en-US", key: str = "browser-a", **address: str
    ) -> Visitor:
        cookies = {VISITOR_COOKIE: key} if key else {}
        place = "streamlit.runtime.context.ContextProxy.cookies"
        monkeypatch.setattr(place, property(lambda _proxy: cookies))
        app = AppTest.from_file(SHELL, default_timeout=20)
        app.context = {"locale": locale} if locale else {}
        app.query_params.update(address)
        return Visitor(app, engine, key, kept).run()

    return open_tab


@pytest.fixture(autouse=True)
def nothing_is_logged() -> Iterator[list[str]]:
    """Fail a test in which a page warns: a deprecation, a failure, a bad widget.

    A page runs in a thread of its own; what the test itself logs does not count.
    """
    usual, seen = logging.getLogRecordFactory(), []

    def note(*parts: object, **more: object) -> logging.LogRecord:
        record = usual(*parts, **more)
        if record.levelno >= logging.WARNING and record.threadName != "MainThread":
            seen.append(f"{record.name}: {record.getMessage()}")
        return record

    logging.setLogRecordFactory(note)
    yield seen
    logging.setLogRecordFactory(usual)
    assert not seen


@pytest.fixture
def files_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make files when the page is drawn that are made on a click otherwise."""
    usual = st.download_button

    def at_once(words: str, data: Any, **more: Any) -> bool:
        return usual(words, data() if callable(data) else data, **more)

    monkeypatch.setattr(st, "download_button", at_once)
