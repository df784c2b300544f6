"""What the README says is true: its files exist, its commands run."""

import os
import re
import shlex
import subprocess
import sys
from textwrap import dedent

import pytest

from skillgap.settings import ROOT

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
COMMANDS = re.findall(
    r"^ +\$ \.venv/bin/python (-m skillgap .+)\n((?:    [^$\n].*\n)*)",
    README,
    re.MULTILINE,
)


def test_every_file_it_links_exists():
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(links) > 3
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_make_target_it_names_exists():
    targets = re.findall(r"^ +make (\w+)", README, re.MULTILINE)
    assert {"run", "test"} <= set(targets)
    assert [
        t for t in targets if not re.search(rf"^{t}:", MAKEFILE, re.MULTILINE)
    ] == []


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_every_command_it_shows_runs_and_prints_what_is_shown(command, shown):
    done = subprocess.run(
        [sys.executable, *shlex.split(command)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith(dedent(shown))


def test_the_folders_of_its_table_exist():
    named = re.findall(r"`((?:skillgap|competencies|pages)/[\w./]*)`", README)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []
