"""One ratings file of any size: every row judged, a block at a time, on all threads.

Parts that others judged already are only joined, and what they left is read here.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import BinaryIO

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.files.rating_rows import RowJudge
from skillgap.files.scan.block_judge import Verdict, judge_block
from skillgap.files.scan.block_parse import IrregularError, NotUtf8Error
from skillgap.files.scan.cell_codes import CellCodes
from skillgap.files.scan.file_parts import JudgedPart, stamp_of
from skillgap.files.scan.person_list import Answers, PersonList
from skillgap.files.scan.ratings_head import Head, read_head
from skillgap.files.scan.records import Block, cut_blocks
from skillgap.files.scan.row_numbers import RowNumbers
from skillgap.files.scan.strict_block import read_strictly
from skillgap.files.sources import Source, SourceError

AHEAD = 2  # blocks; chosen, not measured: bounds memory, keeps two cores at work


@dataclass
class FileScan:
    """What one file gave; nothing, if ``head`` is None.

    ``rows`` are the rows read, ``numbers`` say which of them each answer was.
    ``problems`` has the first ones, ``counts`` how many there are of each code.
    Repeated answers count as answers here.
    """

    name: str
    head: Head | None = None
    numbers: RowNumbers = field(default_factory=RowNumbers)
    rows: int = 0
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    versions: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Rules:
    """What rows are judged by, and how many sentences about them are wanted."""

    framework: Framework
    codes: CellCodes
    wanted: int


def scan_file(
    source: Source,
    rules: Rules,
    pool: Executor,
    progress: Callable[[int], None],
    judged: Sequence[JudgedPart | Problem] = (),
) -> tuple[FileScan, Answers]:
    """Return what a file holds; one that cannot be read to its end gives nothing.

    Args:
        source: the file.
        rules: what its rows are judged by.
        pool: where blocks are judged.
        progress: is told how many bytes of the file are done.
        judged: parts of the file that are judged already, in order.

    """
    try:
        with source.open() as (stream, size):
            head = read_head(source.name, stream, rules.framework)
            if isinstance(head, Problem):
                raise SourceError(head)
            scanner = _Scanner(FileScan(source.name, head), rules, head, pool, progress)
            return scanner.run(stream, size, judged)
    except SourceError as error:
        problem = error.problem
    except NotUtf8Error:
        problem = Problem(source.name, "file_not_utf8")
    kept = [problem][: rules.wanted]
    scan = FileScan(source.name, problems=kept, counts=Counter([problem.code]))
    return scan, PersonList().finish()


class _Scanner:
    """Takes the verdicts on the blocks of a file in order."""

    def __init__(
        self,
        scan: FileScan,
        rules: Rules,
        head: Head,
        pool: Executor,
        progress: Callable[[int], None],
    ) -> None:
        self.scan, self.rules, self.head = scan, rules, head
        self.pool, self.progress = pool, progress
        self.people = PersonList()
        self.next_row = 2

    def run(
        self, stream: BinaryIO, size: int, judged: Sequence[JudgedPart | Problem]
    ) -> tuple[FileScan, Answers]:
        """Take the parts that begin where a record does, and read all the rest."""
        offset = self.head.start
        for each in judged:
            if isinstance(each, Problem):
                raise SourceError(each)
            if each.part.stamp != stamp_of(stream):
                raise SourceError(Problem(self.scan.name, "file_changed"))
            offset = self._read(stream, offset, each.part.start, size)
            if offset == each.part.start:
                self._take(each.verdict)
                offset = each.end
                self.progress(offset)
        self._read(stream, offset, size, size)
        return self.scan, self.people.finish()

    def _read(self, stream: BinaryIO, offset: int, until: int, size: int) -> int:
        """Read from a record's start until one ends at ``until`` or beyond.

        Return where it ends, or ``size`` if nothing more can be read.
        """
        while offset < until:
            blocks = cut_blocks(stream, offset, until, self.head.layout.delimiter)
            offset = until
            for block, verdict in _judge_ahead(blocks, self._judge, self.pool):
                if verdict is None:
                    offset = self._take_strictly(stream, block, size)
                    break
                self._take(verdict)
                self.progress(block.end)
        return offset

    def _judge(self, block: Block) -> Verdict | None:
        """Return the verdict on a block, None if only a strict reader can tell."""
        wanted = self.rules.wanted - len(self.scan.problems)
        if block.shape is None:
            return None
        try:
            return judge_block(
                block.shape, self.head.layout, self.rules.codes, max(wanted, 0)
            )
        except IrregularError:
            return None

    def _take(self, verdict: Verdict) -> None:
        scan, first_row = self.scan, self.next_row
        self.next_row += verdict.records
        scan.rows += verdict.records - verdict.blank
        scan.numbers.add(first_row, verdict.records, verdict.left_out)
        scan.versions += verdict.versions
        scan.counts += verdict.count_problems()
        self.people.add(verdict.answers)
        for record, cells in verdict.noticed:
            judge = RowJudge(scan.name, self.head.layout.header, self.rules.framework)
            judge.take(first_row + record, cells)
            self._note(judge.problems)

    def _note(self, problems: list[Problem]) -> None:
        room = self.rules.wanted - len(self.scan.problems)
        self.scan.problems += problems[: max(room, 0)]

    def _take_strictly(self, stream: BinaryIO, block: Block, size: int) -> int:
        """Take a block a strict reader reads; return where the next one begins."""
        delimiter = self.head.layout.delimiter
        strict = read_strictly(stream, block.offset, block.end, delimiter)
        if strict.shape.size:
            verdict = self._judge(Block(block.offset, strict.end, strict.shape))
            if verdict is None:
                raise RuntimeError("a block written anew is still irregular")
            self._take(verdict)
        if strict.fault is None:
            return strict.end
        blanks = {"row": self.next_row, "value": strict.fault}
        self._note([Problem(self.scan.name, "csv_broken", blanks)])
        self.scan.counts["csv_broken"] += 1
        self.scan.rows += 1
        return size


def _judge_ahead(
    blocks: Iterator[Block],
    judge: Callable[[Block], Verdict | None],
    pool: Executor,
) -> Iterator[tuple[Block, Verdict | None]]:
    """Yield each block with its verdict, in order, while later ones are judged."""
    ahead: deque[tuple[Block, Future[Verdict | None]]] = deque()
    for block in blocks:
        ahead.append((block, pool.submit(judge, block)))
        if len(ahead) > AHEAD:
            first, future = ahead.popleft()
            yield first, future.result()
    for first, future in ahead:
        yield first, future.result()
