"""How long the reading of small, awkward files takes.

``python -m benchmarks.reading`` prints the fastest and the median of several rounds for
each file in seconds of the processor; files are made before the clock starts.
"""

from collections.abc import Callable
from statistics import median
from time import process_time

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.files.framework import load_framework
from skillgap.files.ratings import read_ratings
from skillgap.files.workbook import open_file
from skillgap.sheets.files.reading import read_foreign
from tests.sheets.files.foreign_files import packed_workbook

ROUNDS, TODAY = 5, "2026-11-25"


def many_unknown_skills() -> bytes:
    """Return an export of 5,000 rows that misspell the same skill."""
    row = "p1,Ayu,,,programing.git,3,claimed,2026-11-01,1.0.0,,"
    return "\n".join([",".join(RATING_COLUMNS), *[row] * 5000]).encode()


def wide_matrix() -> bytes:
    """Return a matrix of 200 people and 60 skills."""
    skills = [f"Skill number {n}" for n in range(60)]
    rows = [
        ",".join([f"Person {n}", *(str(1 + (n * k + n) % 5) for k in range(60))])
        for n in range(200)
    ]
    return "\n".join([",".join(["Name", *skills]), *rows]).encode()


def measure(read: Callable[[], object]) -> list[float]:
    """Return how many seconds each round takes."""
    times = []
    for _round in range(ROUNDS):
        begin = process_time()
        read()
        times.append(process_time() - begin)
    return times


def readings(framework: Framework) -> dict[str, Callable[[], object]]:
    """Return what is measured."""
    unknown, matrix, packed = many_unknown_skills(), wide_matrix(), packed_workbook()
    commas, quote = b"a," * 1_000_000, b'"a\n"' + b"," * 1_000_000
    return {
        "5,000 rows, one unknown skill": lambda: read_ratings("a", unknown, framework),
        "a million columns": lambda: read_ratings("a", commas, framework),
        "a million quoted columns": lambda: read_ratings("a", quote, framework),
        "200 people x 60 skills": lambda: read_foreign(
            "a.csv", matrix, framework, TODAY
        ),
        "a workbook twelve times its size": lambda: open_file("a.xlsx", packed),
    }


def main() -> None:
    """Measure each reading and print its times."""
    for name, read in readings(load_framework()).items():
        times = measure(read)
        print(f"{name:34} {min(times):6.2f} s fastest {median(times):6.2f} s median")


if __name__ == "__main__":
    main()
