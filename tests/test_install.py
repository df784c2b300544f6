"""Built as a wheel and installed, the product works from an empty folder."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from email.parser import HeaderParser
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from skillgap import __version__
from skillgap.arguments import COMMANDS
from skillgap.settings import ROOT

EXAMPLE = ROOT / "examples" / "example-profile.csv"
PATIENCE = 60
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


def requirements(name: str) -> set[str]:
    """Return the lines of a requirements file that name a package, spaces left out."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    stated = {line.split("#")[0].replace(" ", "") for line in lines}
    return {line for line in stated if line and not line.startswith("-")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the folder a fresh build is installed into."""
    folder = tmp_path_factory.mktemp("installed")
    build = ["wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    subprocess.run([*PIP, *build], check=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site"
    subprocess.run(
        [*PIP, "install", "--no-deps", "--target", target, wheel], check=True
    )
    return target


@pytest.fixture
def place(site, tmp_path):
    """Return an empty folder, and surroundings in which only the build is found."""
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    env |= {"HOME": str(tmp_path / "home"), "PYTHONPATH": str(site)}
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder, env


def call(place, site, *words):
    """Run the installed command in the empty folder and return what it prints."""
    folder, env = place
    done = subprocess.run(
        [site / "bin" / "skillgap", *words], cwd=folder, env=env, capture_output=True
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


def test_what_it_needs_is_what_the_requirements_say(site):
    (text,) = [p.read_text("utf-8") for p in site.glob("*.dist-info/METADATA")]
    said = HeaderParser().parsestr(text)

    needs = [n for n in said.get_all("Requires-Dist") if "extra ==" not in n]

    assert {tuple(sorted(split(n))) for n in needs} == {
        tuple(sorted(split(n))) for n in requirements("requirements.txt")
    }
    assert said["Version"] == __version__
    assert set(said.get_all("Provides-Extra")) == {"dask", "spark", "postgres"}


def split(need: str) -> list[str]:
    """Return name and bounds of a requirement: ``a<3,>=2`` as a, <3 and >=2."""
    name, *bounds = need.replace("<", " <").replace(">", " >").split()
    return [name, *(bound.rstrip(",") for bound in bounds)]


def test_what_builds_it_here_is_what_builds_it_elsewhere():
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]

    assert set(build["requires"]) <= requirements("requirements-dev.txt")


def test_the_framework_is_found_and_in_order(place, site):
    answer = json.loads(call(place, site, "check", "--json"))

    assert (answer["ok"], answer["skills"]) == (True, 61)


def test_it_gives_the_numbers_of_the_checkout(place, site):
    shutil.copy(EXAMPLE, place[0])
    words = ["gaps", EXAMPLE.name, "--profile", "llm_engineer", "--json"]

    here = subprocess.run(
        [sys.executable, "-m", "skillgap", *words[:1], EXAMPLE, *words[2:]],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip

    assert call(place, site, *words) == here.stdout.decode("utf-8")


def test_it_has_its_catalogue_along(place, site):
    shutil.copy(EXAMPLE, place[0])

    text = call(place, site, "fit", EXAMPLE.name, "--language", "id")

    assert text.startswith("Kecocokan dengan setiap profil")


def test_help_names_every_command(place, site):
    text = call(place, site, "--help")

    names = [*COMMANDS, "serve"]
    assert [name for name in names if f"\n    {name} " not in text] == []


def test_it_serves_the_app_under_its_own_settings_and_keeps_data_at_home(place, site):
    folder, env = place
    env |= {"XDG_DATA_HOME": str(folder.parent / "kept")}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    runs = ("--", "--server.scriptHealthCheckEnabled", "true")
    log = folder.parent / "log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [site / "bin" / "skillgap", "serve", "--port", port, *runs],
            cwd=folder, env=env, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        assert ask(server, port, "healthz") == "ok"
        assert "<title>" in ask(server, port, "")
        assert ask(server, port, "_stcore/script-health-check") == "ok"
    finally:
        server.terminate()
        server.wait(PATIENCE)
    assert f"URL: http://127.0.0.1:{port}" in log.read_text("utf-8")
    assert list(folder.iterdir()) == []
    if sys.platform == "linux":
        assert (folder.parent / "kept" / "skillgap" / "skillgap.sqlite").is_file()


def ask(server, port, path):
    """Return what an address of the server answers, once it does."""
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode("utf-8")
        except HTTPError:  # it is up and says no
            raise
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
    raise AssertionError("the server ended")
