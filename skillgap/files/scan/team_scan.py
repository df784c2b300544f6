"""Ratings files of any size, validated row by row and gathered into one history.

The rules are those of ``read_ratings``. What takes it a row at a time is done here a
block at a time, on as many threads as there are processors, in a few bytes a row.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import repeat

import numpy as np

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Note, Problem
from skillgap.domain.team.history import History, skills_of, sort_history
from skillgap.files.engines.engine import Engine
from skillgap.files.scan.cell_codes import CellCodes
from skillgap.files.scan.file_parts import JudgedPart, judge_parts
from skillgap.files.scan.file_scan import FileScan, Rules, scan_file
from skillgap.files.scan.person_list import (
    Answers,
    PersonList,
    people_frame,
    sort_people,
)
from skillgap.files.scan.repeats import AnswerFinder, report_repeats
from skillgap.files.sources import Source

MOST_PROBLEMS = 10_000  # kept; chosen, not measured: bounds memory
THREADS = min(os.cpu_count() or 1, 8)


@dataclass(frozen=True)
class FileCount:
    """What one file gave: ``rows`` is always accepted plus rejected.

    ``kept_out`` names columns that are not part of the format. A file that could not
    be read has no rows, and no ``delimiter`` and ``encoding``. ``assumed`` says what
    was assumed of a spreadsheet that is not ours.
    """

    name: str
    rows: int
    accepted: int
    delimiter: str
    encoding: str
    kept_out: tuple[str, ...]
    assumed: tuple[Note, ...] = ()

    @property
    def rejected(self) -> int:
        """Rows that gave no answer; each has at least one problem."""
        return self.rows - self.accepted


@dataclass(frozen=True)
class Scan:
    """The history that files hold, and what was wrong with them.

    ``problems`` has the first ones in reading order; ``counts`` says how many there
    are of each code in all. ``versions`` counts valid rows by framework version.
    """

    history: History
    files: tuple[FileCount, ...]
    problems: tuple[Problem, ...]
    counts: Counter[str]
    versions: Counter[str]

    @property
    def rows(self) -> int:
        """Rows of all files, always accepted plus rejected."""
        return sum(file.rows for file in self.files)

    @property
    def accepted(self) -> int:
        """Rows that are answers, "don't know" and "not rated" among them."""
        return sum(file.accepted for file in self.files)

    @property
    def rejected(self) -> int:
        """Rows that are not; each has at least one problem."""
        return self.rows - self.accepted


def scan_files(
    sources: Sequence[Source],
    framework: Framework,
    progress: Callable[[float], None] = lambda share: None,
    most_problems: int = MOST_PROBLEMS,
    engine: Engine | None = None,
) -> Scan:
    """Read ratings files; every faulty row is a problem, none stops the others.

    A person, skill and day may stand once in all files together; of repeated answers
    the first one read counts.

    Args:
        sources: the files, in the order they are to be read.
        framework: the skills and profiles a row may name.
        progress: is told the share of bytes done, 0 to 1, now and then.
        most_problems: how many problems to keep; all are counted.
        engine: judges the parts of the files elsewhere; None does it here.

    Raises:
        EngineError: the engine gave up.

    """
    codes, people = CellCodes(framework.skills, framework.profiles), PersonList()
    scans: list[FileScan] = []
    with ThreadPoolExecutor(THREADS) as pool:
        parts = _judge_elsewhere(sources, framework, engine, most_problems)
        for source, tell, judged in zip(sources, _shares(sources, progress), parts):
            wanted = most_problems - sum(len(scan.problems) for scan in scans)
            rules = Rules(framework, codes, wanted)
            scan, answers = scan_file(source, rules, pool, tell, judged)
            people.add(answers)
            scans.append(scan)
    everything = sort_people(people.finish())
    return _join_scans(scans, everything, framework, most_problems)


def _judge_elsewhere(
    sources: Sequence[Source], framework: Framework, engine: Engine | None, wanted: int
) -> Iterable[Sequence[JudgedPart | Problem]]:
    """Return for each file the parts of it that an engine judged."""
    if engine is None:
        return repeat(())
    return judge_parts(sources, framework, engine, wanted)


def _shares(
    sources: Sequence[Source], progress: Callable[[float], None]
) -> Iterator[Callable[[int], None]]:
    """Yield for each file what is to be told the bytes of it that are done."""
    sizes = [source.size for source in sources]
    done, total = 0, max(sum(sizes), 1)
    for size in sizes:
        yield partial(_tell, progress, done, total)
        done += size


def _tell(
    progress: Callable[[float], None], before: int, total: int, size: int
) -> None:
    progress(min((before + size) / total, 1.0))


def _join_scans(
    scans: Sequence[FileScan], found: Answers, framework: Framework, most: int
) -> Scan:
    """Return all files as one history, each answer in it once."""
    people, skills = people_frame(found.people), tuple(framework.skills)
    history, repeats, firsts = sort_history(people, skills, found.keys)
    finder = AnswerFinder([scan.numbers for scan in scans])
    files = finder.files_of(repeats)
    elsewhere = int((files != finder.files_of(firsts)).sum())
    counts = sum((scan.counts for scan in scans), Counter[str]())
    counts["rating_repeated"] += len(repeats) - elsewhere
    counts["rating_repeated_elsewhere"] += elsewhere
    problems = [(n, each) for n, scan in enumerate(scans) for each in scan.problems]
    names = [scan.name for scan in scans]
    chosen = [skills[skill] for skill in skills_of(found.keys[repeats[:most]])]
    problems += report_repeats(finder, names, chosen, repeats[:most], firsts)
    problems.sort(key=lambda each: (each[0], each[1].values.get("row", 0)))
    lost = np.bincount(files, minlength=len(scans)).tolist()
    return Scan(
        history,
        tuple(map(_count_file, scans, lost)),
        tuple(problem for _, problem in problems[:most]),
        +counts,
        sum((scan.versions for scan in scans), Counter[str]()),
    )


def _count_file(scan: FileScan, lost: int) -> FileCount:
    accepted, head = scan.numbers.answers - lost, scan.head
    if head is None:
        return FileCount(scan.name, 0, 0, "", "", ())
    return FileCount(
        scan.name,
        scan.rows,
        accepted,
        head.layout.delimiter,
        head.encoding,
        head.kept_out,
    )
