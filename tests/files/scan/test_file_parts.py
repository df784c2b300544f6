"""Files judged part by part, against the same files read from one end to the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.files import rating_rows, rating_rules
from skillgap.files.scan import block_judge, file_parts, file_scan, team_scan
from skillgap.files.scan import records as blocks
from skillgap.files.scan.file_parts import Part, judge_parts
from skillgap.files.scan.records import cut_blocks
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import Source, name_sources
from tests.faulty_files import HEADER, LIMIT, files
from tests.frameworks import small_framework
from tests.scans import contents_of

FRAMEWORK = small_framework(
    """
    skill            builds_on
    programming.git  .
    ml.nlp           programming.git
    ethics.safety    .
    """
)
HEAD = ",".join([*HEADER, "evidence"])
ROW = "p{},P,One,p,programming.git,2,claimed,2026-01-02,1.0.0,{}"
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
several = st.lists(files(), min_size=1, max_size=3)
sizes = st.sampled_from([5, 40, 150, 600, 3000])


def write(folder: Path, *contents: str | bytes) -> list[Path]:
    """Write files ``f0.csv``, ``f1.csv`` and so on."""
    paths = [folder / f"f{n}.csv" for n in range(len(contents))]
    for path, each in zip(paths, contents):
        path.write_bytes(each if isinstance(each, bytes) else each.encode())
    return paths


def scan(paths: Iterable[Path], engine=None, **more) -> Scan:
    return scan_files(name_sources(paths), FRAMEWORK, engine=engine, **more)


@settings(max_examples=120, suppress_health_check=SLOW)
@given(contents=several, part=sizes, block=sizes)
def test_where_parts_are_cut_changes_nothing(contents, part, block):
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for module in (rating_rows, rating_rules, block_judge):
            patch.setattr(module, "MAX_CELL", LIMIT)
        paths = write(Path(folder), *contents)
        whole = scan(paths, most_problems=9)
        patch.setattr(file_parts, "PART_SIZE", part)
        for module in (blocks, file_parts):
            patch.setattr(module, "BLOCK_SIZE", block)

        parts = scan(paths, engine=map, most_problems=9)

    assert contents_of(parts) == contents_of(whole)


@settings(max_examples=60)
@given(
    texts=st.lists(st.sampled_from(["", "a", '"a\nb"', '"\n""\n"', '"a, ""b"""'])),
    end=st.sampled_from(["\n", "\r\n"]),
    size=st.integers(1, 200),
)
def test_each_part_begins_with_a_record_and_nothing_is_left_out(texts, end, size):
    rows = [ROW.format(n, text) for n, text in enumerate(texts)]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_parts, "PART_SIZE", size)
        paths = write(Path(folder), end.join([HEAD, *rows, ""]))

        (judged,) = judge_parts(name_sources(paths), FRAMEWORK, map, 9)

        total = paths[0].stat().st_size
    ends = [len(HEAD + end), *(each.end for each in judged)]
    assert [each.part.start for each in judged] == ends[:-1]
    assert ends[-1] == total
    assert all(start < stop for start, stop in pairwise(ends))
    assert sum(each.verdict.records for each in judged) == len(rows)
    assert len(judged) >= min(len(rows), total // (size + 100) - 1)


def test_a_file_is_cut_within_quoted_cells_only_where_none_is_open(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(file_parts, "PART_SIZE", 400)
    rows = [ROW.format(n, '"one,\ntwo\n""three"""') for n in range(40)]
    (path,) = write(tmp_path, "\n".join([HEAD, *rows]))

    (judged,) = judge_parts(name_sources([path]), FRAMEWORK, map, 9)

    text = path.read_text()
    assert len(judged) > 5
    assert all(text[each.part.start] == "p" for each in judged)


def test_what_follows_a_mark_in_an_odd_place_is_read_as_it_is_in_one_piece(
    tmp_path, monkeypatch
):
    rows = [ROW.format(n, '"one,\ntwo"') for n in range(40)]
    odd = [
        ROW.format(40, '5" disk'),
        ROW.format(41, '7" vinyl'),
    ]
    broken = ROW.format(42, '"never closed')
    contents = ["\n".join([HEAD, *rows, *odd, *rows]), "\n".join([HEAD, *rows, broken])]
    paths = write(tmp_path, *contents)
    whole = scan(paths)
    monkeypatch.setattr(file_parts, "PART_SIZE", 300)

    parts = scan(paths, engine=map)

    assert [file.rows for file in parts.files] == [82, 41]
    assert contents_of(parts) == contents_of(whole)


def test_only_the_part_with_a_mark_in_an_odd_place_is_read_once_more(
    tmp_path, monkeypatch
):
    rows = [ROW.format(n, '"one,\ntwo"') for n in range(100)]
    rows[50] = ROW.format(50, '5" by 7" prints')
    (path,) = write(tmp_path, "\n".join([HEAD, *rows]))
    monkeypatch.setattr(file_parts, "PART_SIZE", 500)
    again: list[int] = []

    def spy(stream, start, until, delimiter):
        again.append(until - start)
        return cut_blocks(stream, start, until, delimiter)

    monkeypatch.setattr(file_scan, "cut_blocks", spy)

    found = scan([path], engine=map)

    assert found.accepted == 100
    assert 0 < sum(again) <= 1000


class Disturbing:
    """An engine in whose second pass something happens before the third part."""

    def __init__(self, event: Callable[[Part], Part]) -> None:
        self.event, self.calls = event, 0

    def __call__(self, function, parts: Sequence[Part]) -> Iterable:
        self.calls += 1
        for n, part in enumerate(parts):
            met = self.event(part) if (self.calls, n) == (2, 2) else part
            yield function(met)


@pytest.fixture
def long_file(tmp_path, monkeypatch) -> Path:
    """Return a file that is cut into some ten parts."""
    monkeypatch.setattr(file_parts, "PART_SIZE", 250)
    return write(tmp_path, "\n".join([HEAD, *(ROW.format(n, "") for n in range(40))]))[
        0
    ]


def codes(found: Scan) -> list[str]:
    return [problem.code for problem in found.problems]


def test_a_file_that_changes_while_parts_are_judged_gives_nothing(long_file):
    def grow(part: Part) -> Part:
        with long_file.open("a") as stream:
            stream.write("\n" + ROW.format(99, ""))
        return part

    found = scan([long_file], Disturbing(grow))

    assert (found.rows, codes(found)) == (0, ["file_changed"])


def test_a_file_that_another_one_replaces_in_between_gives_nothing(long_file):
    def replace_it(part: Part) -> Part:
        other = long_file.with_name("other")
        other.write_bytes(long_file.read_bytes().replace(b",2,", b",3,"))
        other.replace(long_file)
        return part

    found = scan([long_file], Disturbing(replace_it))

    assert (found.rows, codes(found)) == (0, ["file_changed"])


def test_a_file_of_which_a_worker_sees_another_version_gives_nothing(long_file):
    stale = long_file.with_name("stale")
    stale.write_bytes(long_file.read_bytes().replace(b",2,", b",3,"))

    def look_elsewhere(part: Part) -> Part:
        return replace(part, source=Source("f0.csv", stale))

    found = scan([long_file], Disturbing(look_elsewhere))

    assert (found.rows, codes(found)) == (0, ["file_changed"])


def test_a_file_that_changes_when_all_parts_are_judged_gives_nothing(
    long_file, monkeypatch
):
    read_all = list(judge_parts(name_sources([long_file]), FRAMEWORK, map, 9))
    long_file.write_bytes(long_file.read_bytes() + b"\n")
    monkeypatch.setattr(team_scan, "judge_parts", lambda *arguments: iter(read_all))

    found = scan([long_file], map)

    assert (found.rows, codes(found)) == (0, ["file_changed"])


def test_a_file_that_a_worker_cannot_reach_gives_nothing_and_says_so(long_file):
    def lose(part: Part) -> Part:
        return replace(part, source=Source("f0.csv", long_file.with_name("gone")))

    found = scan([long_file], Disturbing(lose))

    assert (found.rows, codes(found)) == (0, ["file_unreadable_there"])


def test_files_in_memory_are_read_here():
    content = "\n".join([HEAD, ROW.format(1, "")]).encode()

    found = scan_files([Source("f.csv", content=content)], FRAMEWORK, engine=map)

    assert found.accepted == 1
