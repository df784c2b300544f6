"""How long a complete, validated review takes, beside merely loading the file.

``python -m benchmarks.review --rows 1000000`` writes a file under ``build/`` (once),
then runs each way in turn in a process of its own, several rounds, and prints the
fastest and the median time of each and the ratios. Imports, the framework and a first
small file come before the clock starts, for all ways alike. Memory is what the process
needed at most beyond that. ``--engine`` measures the review on a cluster of this
machine, too; it is up before the clock starts, and its workers' memory does not count.
"""

import argparse
import json
import subprocess
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from pyarrow import csv as arrow_csv

from benchmarks.review_data import write_ratings_file
from benchmarks.review_pandas import review_with_pandas
from skillgap.domain.framework import Framework
from skillgap.domain.team.review import review_team
from skillgap.files.engines.choice import ENGINES
from skillgap.files.engines.engine import Engine
from skillgap.files.framework import load_framework
from skillgap.files.scan.team_scan import scan_files
from skillgap.files.sources import name_sources

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "benchmarks"
PROFILE, TODAY, MENTORS = "llm_engineer", date(2026, 11, 25), 100
QUOTED = arrow_csv.ParseOptions(newlines_in_values=True)
LIMITS = {
    "read_csv": {1_000_000: 1.2, 10_000_000: 0.8},
    "open_csv": {10_000_000: 2.5},
}
PANDAS_AT_MOST, PANDAS_ROUNDS = 1_000_000, 2


def review(path: Path, framework: Framework, engine: Engine | None = None) -> int:
    """Run the whole review: every check, latest answers, figures, fits, trend."""
    scan = scan_files(name_sources([path]), framework, engine=engine)
    found = review_team(framework, scan.history, PROFILE, TODAY)
    found.mentors(MENTORS)
    assert scan.rows == scan.accepted + scan.rejected
    return scan.rows


def read_csv(path: Path, _framework: Framework) -> int:
    """Load the file with pyarrow and do nothing with it."""
    return int(arrow_csv.read_csv(path, parse_options=QUOTED).num_rows)


def open_csv(path: Path, _framework: Framework) -> int:
    """Pass through the file with pyarrow, keeping nothing."""
    batches = arrow_csv.open_csv(path, parse_options=QUOTED)
    return sum(batch.num_rows for batch in batches)


def pandas(path: Path, framework: Framework) -> int:
    """Run the review the obvious way with pandas."""
    return len(review_with_pandas(path, framework, PROFILE, TODAY))


CLUSTERS = ("dask", "spark")
WAYS = {"review": review, "read_csv": read_csv, "open_csv": open_csv, "pandas": pandas}


def main() -> None:
    """Measure, or run one way in this process and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.review")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--shuffled", action="store_true", help="rows in no order")
    parser.add_argument(
        "--engine",
        choices=CLUSTERS,
        action="append",
        default=[],
        help="measure it, too",
    )
    ways = [*WAYS, *CLUSTERS]
    parser.add_argument("--way", choices=ways, help=argparse.SUPPRESS)
    options = parser.parse_args()
    path = prepare(options.rows, is_shuffled=options.shuffled)
    if options.way:
        warm = prepare(1000, is_shuffled=options.shuffled)
        print(json.dumps(run(options.way, path, warm)))
    else:
        report(measure(options), options.rows, path)


def prepare(rows: int, *, is_shuffled: bool) -> Path:
    """Return the file of so many rows, written unless it is there."""
    order = "shuffled" if is_shuffled else "joined"
    path = FOLDER / f"review-{rows}-{order}.csv"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        write_ratings_file(path, load_framework(), rows, is_shuffled=is_shuffled)
    return path


def run(way: str, path: Path, warm: Path) -> dict[str, float]:
    """Run one way in this process and return seconds, processor seconds and bytes."""
    framework = load_framework()
    with ENGINES[way if way in CLUSTERS else "local"]() as engine:
        go = partial(review, engine=engine) if way in CLUSTERS else WAYS[way]
        go(warm, framework)
        before = _begin_memory()
        start, work = time.perf_counter(), time.process_time()
        go(path, framework)
        seconds, work = time.perf_counter() - start, time.process_time() - work
        return {"seconds": seconds, "work": work, "bytes": _peak() - before}


def _begin_memory() -> int:
    """Forget the highest memory so far, and return the present one in bytes."""
    Path("/proc/self/clear_refs").write_text("5")
    return _read_memory("VmRSS")


def _peak() -> int:
    return _read_memory("VmHWM")


def _read_memory(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return 1024 * next(int(x.split()[1]) for x in lines if x.startswith(name))


def measure(options: argparse.Namespace) -> dict[str, list[dict[str, float]]]:
    """Run every way in turn, each time in a new process."""
    found: dict[str, list[dict[str, float]]] = {}
    for turn in range(options.rounds):
        for way in [*WAYS, *options.engine]:
            too_slow = options.rows > PANDAS_AT_MOST or turn >= PANDAS_ROUNDS
            if way == "pandas" and too_slow:
                continue
            call = [sys.executable, "-m", "benchmarks.review", "--way", way]
            call += ["--rows", str(options.rows)]
            call += ["--shuffled"] if options.shuffled else []
            out = subprocess.run(call, check=True, capture_output=True, cwd=ROOT)  # noqa: S603
            found.setdefault(way, []).append(json.loads(out.stdout))
    return found


def report(found: dict[str, list[dict[str, float]]], rows: int, path: Path) -> None:
    """Print seconds, ratios and memory of each way."""
    print(f"{rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB, {path.name}")
    print("way        fastest   median  processor  bytes/row   review / way")
    ours = [each["seconds"] for each in found["review"]]
    for way, runs in found.items():
        seconds = [each["seconds"] for each in runs]
        work = median(each["work"] for each in runs)
        memory = max(each["bytes"] for each in runs) / rows
        ratio = f"{min(ours) / min(seconds):.2f} fastest, "
        ratio += f"{median(ours) / median(seconds):.2f} median"
        limit = LIMITS.get(way, {}).get(rows)
        ratio += f" (aim: at most {limit})" if limit else ""
        print(
            f"{way:9} {min(seconds):7.2f} s {median(seconds):6.2f} s {work:8.2f} s "
            f"{memory:8.1f}    {ratio}"
        )


if __name__ == "__main__":
    main()
