"""A large file cut into parts of whole records, each judged wherever there is room.

A record may hold line ends inside quotation marks, so nobody can tell from the middle
of a file where a record begins. Therefore two passes: the first counts the marks of
each range and finds its last line end, once as if the range began inside a quoted cell
and once as if outside; from these the true cuts follow. The second judges the parts.
Cuts are right as long as all before is regular, and whoever joins the parts checks it:
a part counts only if it begins where the one before ended, and what lies between two
that count is read there. So one block that only a strict reader can tell costs a second
reading of its part; a single stray mark, which shifts every later cut, one of the rest.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice, pairwise
from typing import BinaryIO, NamedTuple

import numpy as np

from skillgap.domain.framework import Framework
from skillgap.domain.problems import Problem
from skillgap.files.engines.engine import Engine
from skillgap.files.scan.block_judge import Verdict, join_verdicts, judge_block
from skillgap.files.scan.block_parse import IrregularError, Layout, NotUtf8Error
from skillgap.files.scan.cell_codes import CellCodes
from skillgap.files.scan.ratings_head import read_head
from skillgap.files.scan.records import BLOCK_SIZE, LF, QUOTE, cut_blocks
from skillgap.files.sources import Source, SourceError

PART_SIZE = 32 << 20  # chosen, not measured: less than a second of a worker


class Stamp(NamedTuple):
    """What tells a file from a changed one, the same on every machine."""

    size: int
    modified: int


@dataclass(frozen=True)
class Part:
    """Bytes of a file from ``start`` to ``end``, as it was at its ``stamp``."""

    source: Source
    stamp: Stamp
    layout: Layout
    start: int
    end: int


class JudgedPart(NamedTuple):
    """The verdict on a part up to byte ``end``; what follows is for a strict reader."""

    part: Part
    end: int
    verdict: Verdict


class _Look(NamedTuple):
    """Whether a range has an odd number of quotation marks, and where it can be cut.

    ``cuts`` are the bytes after its last line end outside of quoted cells, if the
    range begins outside of one and if inside; None if there is none nearby.
    """

    is_odd: bool
    cuts: tuple[int | None, int | None]


def stamp_of(stream: BinaryIO) -> Stamp:
    """Return the stamp of an open file."""
    status = os.fstat(stream.fileno())
    return Stamp(status.st_size, status.st_mtime_ns)


def judge_parts(
    sources: Sequence[Source], framework: Framework, engine: Engine, wanted: int
) -> Iterator[list[JudgedPart | Problem]]:
    """Yield for each file its judged parts in order, or why one could not be read.

    Args:
        sources: files that workers open by path; for others there are no parts.
        framework: the skills and profiles a row may name.
        engine: does the work.
        wanted: how many problems are to be told, of each part at most.

    Raises:
        EngineError: the engine gave up.

    """
    ranges = [_cut_ranges(source, framework) for source in sources]
    inner = [each for file in ranges for each in file[:-1]]
    looks = iter(engine(_look_at, inner) if inner else ())
    files = [_fit(file, islice(looks, max(len(file) - 1, 0))) for file in ranges]
    names = tuple(framework.skills), tuple(framework.profiles)
    parts = list(chain.from_iterable(files))
    judged = iter(engine(partial(_judge_part, *names, wanted), parts) if parts else ())
    for file in files:
        yield list(islice(judged, len(file)))


def _cut_ranges(source: Source, framework: Framework) -> list[Part]:
    """Return the rows of a file in equal ranges; none of a file that gives no rows."""
    if source.path is None:
        return []
    try:
        with source.open() as (stream, size):
            head = read_head(source.name, stream, framework)
            stamp = stamp_of(stream)
    except SourceError:
        return []
    if isinstance(head, Problem):
        return []
    there = replace(source, path=source.path.absolute())
    return [
        Part(there, stamp, head.layout, start, min(start + PART_SIZE, size))
        for start in range(head.start, size, PART_SIZE)
    ]


def _look_at(part: Part) -> _Look:
    """Count quotation marks and find cuts in the last block of a range."""
    last = max(part.start, part.end - BLOCK_SIZE)
    marks = 0
    try:
        with part.source.open() as (stream, _):
            stream.seek(part.start)
            for offset in range(part.start, last, BLOCK_SIZE):
                marks += stream.read(min(BLOCK_SIZE, last - offset)).count(QUOTE)
            codes = np.frombuffer(stream.read(part.end - last), np.uint8)
    except SourceError:  # whoever judges this part will say so
        return _Look(False, (None, None))
    quotes, feeds = np.flatnonzero(codes == QUOTE), np.flatnonzero(codes == LF)
    inside = (np.searchsorted(quotes, feeds) + marks) % 2
    last_feeds = [feeds[inside == state][-1:].tolist() for state in (0, 1)]
    outside, within = (last + feed[0] + 1 if feed else None for feed in last_feeds)
    return _Look((marks + len(quotes)) % 2 == 1, (outside, within))


def _fit(ranges: list[Part], looks: Iterable[_Look]) -> list[Part]:
    """Return the ranges moved so that each begins with a record."""
    if not ranges:
        return []
    cuts, is_inside = [ranges[0].start], False
    for look in looks:
        cut = look.cuts[is_inside]
        if cut is not None:
            cuts.append(cut)
        is_inside ^= look.is_odd
    cuts.append(ranges[-1].end)
    return [replace(ranges[0], start=a, end=b) for a, b in pairwise(cuts)]


def _judge_part(
    skills: Sequence[str], profiles: Sequence[str], wanted: int, part: Part
) -> JudgedPart | Problem:
    """Return the verdict on a part; it runs on a worker, which opens the file."""
    name = part.source.name
    try:
        with part.source.open() as (stream, _):
            if stamp_of(stream) != part.stamp:
                return Problem(name, "file_changed")
            return _judge_blocks(stream, part, CellCodes(skills, profiles), wanted)
    except NotUtf8Error:
        return Problem(name, "file_not_utf8")
    except SourceError as error:
        if error.problem.code == "file_unreadable":
            return Problem(name, "file_unreadable_there", error.problem.values)
        return error.problem


def _judge_blocks(
    stream: BinaryIO, part: Part, codes: CellCodes, wanted: int
) -> JudgedPart:
    """Judge a part block by block, up to one that only a strict reader can tell."""
    verdicts: list[Verdict] = []
    end = part.start
    for block in cut_blocks(stream, part.start, part.end, part.layout.delimiter):
        if block.shape is None:
            break
        try:
            verdict = judge_block(block.shape, part.layout, codes, wanted)
        except IrregularError:
            break
        verdicts.append(verdict)
        end, wanted = block.end, wanted - len(verdict.noticed)
    return JudgedPart(part, end, join_verdicts(verdicts))
