"""The app as people run it: ``streamlit run app.py`` on a port and a database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGCONT, SIGSTOP
from urllib.error import URLError
from urllib.request import urlopen

from sqlalchemy import Engine

from skillgap.settings import ROOT
from skillgap.storage.database import open_database

PATIENCE = 60


@dataclass
class Server:
    """One running app; ``start`` after ``stop`` is a restart with the same data."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        """The address of the start page."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def database(self) -> str:
        """The address of the database."""
        return f"sqlite:///{self.folder / 'people.sqlite'}"

    def start(self) -> None:
        """Start the app and wait until it answers."""
        words = ["streamlit", "run", "app.py", "--server.port", str(self.port)]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *words],
                cwd=ROOT,
                env={**os.environ, "SKILLGAP_DATABASE": self.database},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the app did not start: {self.log()}")
            time.sleep(0.05)

    def stop(self) -> None:
        """End the app as a restart of the machine would."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)
            self.process = None

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Let the app do nothing for a while, as a crowded machine would."""
        assert self.process
        self.process.send_signal(SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(SIGCONT)

    def log(self) -> str:
        """Return what the app wrote so far."""
        return (self.folder / "server.log").read_text("utf-8", errors="replace")

    @contextmanager
    def opened_database(self) -> Iterator[Engine]:
        """Open the database the app writes to."""
        engine = open_database(self.database)
        try:
            yield engine
        finally:
            engine.dispose()

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}healthz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Run the app on a free port, with its data in a folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = Server(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.stop()
