"""Real clusters give what this machine alone gives, or say why they cannot."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

import dask
import pytest
from dask.distributed import LocalCluster

from skillgap.cli import main
from skillgap.domain.framework import Framework
from skillgap.files.engines import dask as dask_engine
from skillgap.files.engines.choice import ENGINES
from skillgap.files.engines.engine import EngineError
from skillgap.files.scan import file_parts
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import name_sources
from skillgap.settings import ROOT
from tests.faulty_files import BAD, GOOD, HEADER, RAW
from tests.files.engines.faults import die, die_once, fail, grow
from tests.scans import contents_of

HEAD = ",".join([*HEADER, "evidence"])
TEXTS = ["", "did it", '"one, two"', '"line\nline"', '"\n""quoted""\n"', "semi;colon"]
CLUSTERS = {"dask": "dask_cluster", "spark": "spark_session"}


def write_rows(seed: int, rows: int, faulty: float = 0.0, odd: float = 0.0) -> str:
    """Return rows of thirty people; a share of them faulty, or not even rows."""
    chance, lines = Random(seed), [HEAD]
    for _ in range(rows):
        cells = {name: chance.choice(GOOD[name][:2]) for name in HEADER}
        cells |= {
            "person_id": f"p{chance.randrange(30)}",
            "name": '"Doe, ""J"""',
            "rated_on": f"20{chance.randrange(10, 27)}-01-{chance.randrange(10, 29)}",
            "profile": chance.choice(["", "llm_engineer", "data_scientist"]),
        }
        if chance.random() < faulty:
            name = chance.choice(["level", "basis", "skill", "rated_on", "profile"])
            cells[name] = chance.choice(BAD[name]).replace(",", ".")
        row = ",".join([*cells.values(), chance.choice(TEXTS)])
        lines.append(chance.choice(RAW[:10]) if chance.random() < odd else row)
    return "\n".join(lines)


CLEAN, DIRTY = write_rows(1, 400), write_rows(2, 600, faulty=0.1, odd=0.03)
ROWS = CLEAN.split("\n", 1)[1]
STRAY = 'p1,5" disk,One,,ml.nlp,3,claimed,2026-01-03,1,'
FILES: dict[str, bytes] = {
    "repeated": (CLEAN + "\n" + ROWS).encode(),
    "clean": CLEAN.encode(),
    "dirty": DIRTY.encode(),
    "crlf": CLEAN.replace("\n", "\r\n").encode(),
    "returns": CLEAN.replace("\n", "\r").encode(),
    "bom": b"\xef\xbb\xbf" + CLEAN.replace(",", ";").replace("; ", ", ").encode(),
    "stray_mark": "\n".join([CLEAN, STRAY, ROWS]).encode(),
    "never_closed": (CLEAN + '\np1,"Ani,One\n' + ROWS).encode(),
    "no_text": CLEAN.encode() + b"\np1,\xff",
    "cut_short": CLEAN.encode()[:-40],
    "no_rows": HEAD.encode(),
    "no_header": b"a,b\n1,2\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all files; ``missing`` is not there."""
    path = tmp_path_factory.mktemp("files")
    for name, content in FILES.items():
        (path / f"{name}.csv").write_bytes(content)
    return path


@pytest.fixture(params=CLUSTERS)
def engine(request: pytest.FixtureRequest, monkeypatch) -> str:
    """Return the name of an engine whose cluster runs; files are cut finely."""
    request.getfixturevalue(CLUSTERS[request.param])
    monkeypatch.setattr(file_parts, "PART_SIZE", 6000)
    return request.param


def scan(
    paths: list[Path], framework: Framework, engine: str = "local", **more
) -> Scan:
    with ENGINES[engine]() as running:
        return scan_files(name_sources(paths), framework, engine=running, **more)


def test_everything_is_the_same_as_on_one_machine(engine, folder, framework):
    paths = [folder / f"{name}.csv" for name in [*FILES, "missing"]]

    found, alone = scan(paths, framework, engine), scan(paths, framework)

    assert contents_of(found) == contents_of(alone)
    assert found.rows == found.accepted + found.rejected
    assert found.counts["rating_repeated"] > 100
    assert found.counts["rating_repeated_elsewhere"] > 100
    assert found.counts["level_off_scale"] > 5
    assert [file.rows > 0 for file in found.files] == [
        name not in ("no_text", "no_rows", "no_header", "missing")
        for name in [*FILES, "missing"]
    ]


@pytest.mark.parametrize("name", ["clean", "dirty", "never_closed"])
def test_one_file_is_the_same_with_few_problems_kept(engine, name, folder, framework):
    paths = [folder / f"{name}.csv"]

    found = scan(paths, framework, engine, most_problems=3)

    assert contents_of(found) == contents_of(scan(paths, framework, most_problems=3))


def test_the_command_prints_the_same(engine, folder, capsys):
    call = ["review", *(str(folder / f"{name}.csv") for name in FILES), "--json"]

    code = main([*call, "--engine", engine])

    there = capsys.readouterr().out
    assert main(call) == code == 1
    assert json.loads(there) == json.loads(capsys.readouterr().out)


@pytest.fixture
def afflict(monkeypatch) -> Callable[..., None]:
    """Return a function that lets something befall the workers of an engine."""

    def spoil(engine: str, fault: Callable, *more) -> None:
        start = ENGINES[engine]

        @contextmanager
        def afflicted():
            with start() as sound:
                yield lambda function, parts: sound(
                    partial(fault, *more, function), parts
                )

        monkeypatch.setitem(ENGINES, engine, afflicted)

    return spoil


def test_the_work_of_a_lost_dask_worker_is_done_again(
    dask_cluster, afflict, folder, framework, tmp_path, monkeypatch
):
    monkeypatch.setattr(file_parts, "PART_SIZE", 6000)
    afflict("dask", die_once, tmp_path / "died")
    paths = [folder / "dirty.csv", folder / "clean.csv"]

    found = scan(paths, framework, "dask")

    assert (tmp_path / "died").exists()
    assert contents_of(found) == contents_of(scan(paths, framework))


@pytest.mark.parametrize(
    ("fault", "reason"), [(die, "worker"), (fail, "RuntimeError: the disk is full")]
)
def test_a_cluster_that_gives_up_says_so_and_counts_nothing(
    engine, fault, reason, afflict, folder, capfd
):
    afflict(engine, fault)

    code = main(["review", str(folder / "dirty.csv"), "--engine", engine, "--json"])

    out, err = capfd.readouterr()
    answer = json.loads(out)
    assert (code, list(answer)) == (1, ["problems"])
    assert answer["problems"][0]["code"] == "engine_failed"
    assert answer["problems"][0]["where"] == engine
    assert reason in answer["problems"][0]["value"]
    assert "Traceback" not in out + err


def test_a_file_that_grows_while_a_cluster_reads_it_gives_nothing(
    engine, afflict, framework, tmp_path
):
    path = tmp_path / "growing.csv"
    path.write_bytes(FILES["clean"])
    afflict(engine, grow, path)

    found = scan([path], framework, engine)

    assert found.rows == 0
    assert [problem.code for problem in found.problems] == ["file_changed"]


def test_without_a_dask_cluster_in_the_settings_one_is_started_here(folder, capsys):
    call = ["review", str(folder / "dirty.csv"), "--json"]

    done = subprocess.run(
        [sys.executable, "-m", "skillgap", *call, "--engine", "dask"],
        cwd=ROOT,
        capture_output=True,
    )

    assert main(call) == done.returncode == 1
    assert json.loads(done.stdout) == json.loads(capsys.readouterr().out)
    assert done.stderr == b""


def test_a_dask_cluster_without_workers_is_not_waited_for_for_ever(
    folder, framework, monkeypatch
):
    monkeypatch.setattr(dask_engine, "PATIENCE", 0.2)
    with (
        LocalCluster(n_workers=0, processes=False, dashboard_address=":0") as empty,
        dask.config.set({"scheduler-address": empty.scheduler_address}),
        pytest.raises(EngineError) as stopped,
    ):
        scan([folder / "clean.csv"], framework, "dask")

    assert "no worker is left" in stopped.value.problems[0].values["value"]


def test_a_dask_cluster_that_does_not_answer_is_a_problem(folder, capsys):
    timeout = {"distributed.comm.timeouts.connect": "200ms"}
    with dask.config.set({"scheduler-address": "tcp://127.0.0.1:1", **timeout}):
        code = main(["review", str(folder / "clean.csv"), "--engine", "dask", "--json"])

    answer = json.loads(capsys.readouterr().out)
    assert (code, answer["problems"][0]["code"]) == (1, "engine_not_started")


def test_spark_without_java_is_a_problem(folder, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", "/nowhere")
    call = ["review", str(folder / "clean.csv"), "--engine", "spark", "--json"]

    done = subprocess.run(
        [sys.executable, "-m", "skillgap", *call], cwd=ROOT, capture_output=True
    )

    answer = json.loads(done.stdout)
    assert (done.returncode, answer["problems"][0]["code"]) == (1, "engine_not_started")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", CLUSTERS)
def test_an_engine_that_is_not_installed_is_a_wrong_call(
    name, folder, monkeypatch, capsys
):
    library = {"dask": "dask", "spark": "pyspark.sql"}[name]
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(SystemExit) as wrong:
        main(["review", str(folder / "clean.csv"), "--engine", name])

    assert wrong.value.code == 2
    assert f"pip install '.[{name}]'" in capsys.readouterr().err
