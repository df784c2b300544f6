"""What the README says is true: its files exist, its commands run."""

import re
import shlex
import subprocess
import sys

import pytest

from skillgap.settings import ROOT

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
COMMANDS = re.findall(
    r"^ +\$ \.venv/bin/python (-m skillgap .+)$", README, re.MULTILINE
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


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_it_shows_runs(command):
    done = subprocess.run(
        [sys.executable, *shlex.split(command)], cwd=ROOT, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_folders_of_its_table_exist():
    named = re.findall(r"`((?:skillgap|competencies|pages)/[\w./]*)`", README)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []
