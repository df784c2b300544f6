"""Ratings files of any size, against a slow and plain reading of the same bytes."""

from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.files import rating_rows, rating_rules
from skillgap.files.ratings import read_ratings
from skillgap.files.scan import block_judge
from skillgap.files.scan import records as blocks
from skillgap.files.scan.team_scan import Scan, scan_files
from skillgap.files.sources import Source, name_sources
from tests.faulty_files import BAD, GOOD, HEADER, LIMIT, RAW, files
from tests.frameworks import small_framework
from tests.review_reference import BASES, PlainReview, review_plainly

FRAMEWORK = small_framework(
    """
    skill            builds_on
    programming.git  .
    ml.nlp           programming.git
    ethics.safety    .
    """
)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
HEAD = ",".join(HEADER)
GIT = "ani,Ani,One,p,programming.git"
several = st.lists(files(), min_size=1, max_size=3)


@pytest.fixture
def short_cells(monkeypatch):
    """Make the longest cell a short one, so that drawing a longer one is cheap."""
    for module in (rating_rows, rating_rules, block_judge):
        monkeypatch.setattr(module, "MAX_CELL", LIMIT)


def scan(*contents: str | bytes, **more) -> Scan:
    """Return the fast reading of files ``f0.csv``, ``f1.csv`` and so on."""
    named = _name(contents)
    return scan_files([Source(n, content=c) for n, c in named], FRAMEWORK, **more)


def _name(contents) -> list[tuple[str, bytes]]:
    return [
        (f"f{n}.csv", each if isinstance(each, bytes) else each.encode())
        for n, each in enumerate(contents)
    ]


def check(*contents: str | bytes) -> None:
    """Hold the fast reading against the plain one."""
    fast, plain = scan(*contents), review_plainly(_name(contents), FRAMEWORK)
    assert [file.rows for file in fast.files] == plain.read
    assert [file.accepted for file in fast.files] == plain.accepted
    assert list(fast.problems) == plain.problems
    assert fast.counts == plain.counts
    people = list(fast.history.people.itertuples(index=False, name=None))
    assert people == plain.people()
    _check_state(fast.history.state_on(), plain.latest(), plain)
    _check_state(fast.history.previous_state(), plain.previous(), plain)


def _check_state(state, cells, plain: PlainReview) -> None:
    for p, (person, *_) in enumerate(plain.people()):
        for s, skill in enumerate(state.skills):
            row = cells.get((person, skill))
            level = (
                -1 if row is None else -2 if np.isnan(row["level"]) else row["level"]
            )
            assert state.levels[p, s] == level
            day = date.fromisoformat(row["rated_on"]).toordinal() if row else 0
            assert state.days[p, s] == day
            assert state.bases[p, s] == (-1 if level < 0 else BASES[row["basis"]])


@pytest.mark.usefixtures("short_cells")
@settings(max_examples=150, suppress_health_check=SLOW)
@given(contents=several)
def test_the_fast_reading_equals_the_plain_one(contents):
    check(*contents)


@pytest.mark.usefixtures("short_cells")
@settings(max_examples=150, suppress_health_check=SLOW)
@given(contents=several, size=st.sampled_from([100, 300, 2000]))
def test_where_blocks_are_cut_changes_nothing(contents, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_SIZE", size)
        patch.setattr(blocks, "LONGEST", 10 * size)
        check(*contents)


@pytest.mark.parametrize("seed", range(4))
def test_a_longer_file_with_faults_reads_the_same(seed, monkeypatch):
    chance = Random(seed)
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 1 << 14)
    lines = [HEAD]
    for _ in range(4000):
        cells = {name: chance.choice(GOOD[name]) for name in HEADER}
        cells["person_id"] = f"p{chance.randrange(40)}"
        cells["rated_on"] = (
            f"2026-{chance.randrange(1, 13):02}-{chance.randrange(1, 32):02}"
        )
        if chance.random() < 0.05:
            name = chance.choice(HEADER)
            cells[name] = chance.choice(BAD[name])
        quoted = ['"' + c.replace('"', '""') + '"' for c in cells.values()]
        lines.append(
            chance.choice(RAW[:9]) if chance.random() < 0.02 else ",".join(quoted)
        )

    check("\r\n".join(lines))


@pytest.mark.usefixtures("short_cells")
@settings(max_examples=100, suppress_health_check=SLOW)
@given(content=files())
def test_one_file_gives_what_the_reader_of_exports_gives(content):
    fast, slow = scan(content), read_ratings("f0.csv", content, FRAMEWORK)

    assert (fast.rows, fast.accepted) == (slow.rows, slow.accepted)
    blank_before_the_end = "csv_broken"  # its row is counted without blank lines there
    assert [p for p in fast.problems if p.code != blank_before_the_end] == sorted(
        (p for p in slow.problems if p.code != blank_before_the_end),
        key=lambda p: p.values.get("row", 0),
    )
    if slow.rows:
        assert fast.files[0].delimiter == slow.delimiter
        assert fast.files[0].encoding == slow.encoding
        assert fast.files[0].kept_out == slow.kept_out


def test_text_is_significant():
    rows = [
        "NA,NA,null,,programming.git,1,claimed,2026-01-01,2024.10",
        "007,007,1.0,,programming.git,2,claimed,2026-01-01,2024.1",
        "7,1e3,TRUE,,programming.git,3,claimed,2026-01-01,1",
    ]
    found = scan("\n".join([HEAD, *rows]))

    people = found.history.people
    assert people["person_id"].tolist() == ["007", "7", "NA"]
    assert people["name"].tolist() == ["007", "1e3", "NA"]
    assert people["team"].tolist() == ["1.0", "TRUE", "null"]
    assert found.versions == Counter({"2024.10": 1, "2024.1": 1, "1": 1})


def test_a_row_is_numbered_as_a_spreadsheet_shows_it():
    rows = [
        '"ani","two\nlines",One,p,programming.git,1,claimed,2026-01-01,1.0.0',
        "",
        ",,,,,,,,",
        f"{GIT},9,claimed,2026-01-02,1.0.0",
        f"{GIT},2,claimed,2026-01-01,1.0.0",
    ]
    found = scan("\n".join([HEAD, *rows]))

    assert found.rows == 3
    assert [p.values["row"] for p in found.problems] == [5, 6]
    assert [p.code for p in found.problems] == ["level_off_scale", "rating_repeated"]
    assert found.problems[1].values["first"] == 2


@pytest.mark.parametrize("row", [",Sari,,,git,,,,first", " ,,,,,,,,", ",,,,x,,,,"])
@pytest.mark.parametrize("extra", ["", ",mood"])
def test_a_row_in_which_little_stands_is_no_blank_row(row, extra):
    """Person, skill and version wrong, and nothing else: as in a row of blanks."""
    tail = extra and ","
    check(f"{HEAD}{extra}\n{row}{tail}\n,,,,,,,,{tail}")


def test_an_answer_repeated_in_another_file_is_rejected_and_names_both():
    row = f"{GIT},2,claimed,2026-01-01,1.0.0"
    found = scan(f"{HEAD}\n{row}", f"{HEAD}\n{row}\n{row}")

    assert (found.rows, found.accepted, found.rejected) == (3, 1, 2)
    assert found.counts == Counter(rating_repeated_elsewhere=2)
    assert found.problems[0].where == "f1.csv"
    assert found.problems[0].values["other"] == "f0.csv"


def test_the_order_of_files_does_not_order_people():
    first = f"{HEAD}\nzul,Zul,One,p,ml.nlp,2,claimed,2026-01-01,1.0.0"
    second = f"{HEAD}\n{GIT},2,claimed,2026-01-01,1.0.0"

    assert scan(first, second).history.people["name"].tolist() == ["Ani", "Zul"]


def test_problems_are_kept_up_to_a_number_and_all_are_counted():
    rows = [f"{GIT},{n},claimed,2026-01-01,1.0.0" for n in range(6, 106)]
    twice = f"{GIT},1,claimed,2026-01-01,1.0.0"

    found = scan("\n".join([HEAD, *rows]), f"{HEAD}\n{twice}\n{twice}", most_problems=7)

    assert found.counts == Counter(level_off_scale=100, rating_repeated=1)
    assert [p.values["row"] for p in found.problems] == list(range(2, 9))
    assert found.rejected == 101


def test_a_cell_of_20000_signs_is_taken_and_a_longer_one_is_not():
    head = f"{HEAD},evidence"
    row = f"{GIT},2,claimed,2026-01-0{{}},1.0.0,{{}}"
    texts = ["ä" * 20_000, "ä" * 20_001, '"' + "a\n" * 10_001 + '"']
    content = "\n".join([head, *(row.format(n, t) for n, t in enumerate(texts, 1))])

    found = scan(content)

    assert (found.rows, found.accepted) == (3, 1)
    assert found.counts == Counter(cell_too_long=2)


@pytest.mark.parametrize("cut", [3, 6, 13, 20, 40, 55, 62])
def test_a_file_cut_in_mid_row_loses_that_row_and_says_so(cut):
    row = '"ani","Ani, ""A""",One,p,programming.git,2,claimed,2026-01-01,1.0.0'
    last = row.replace("2026-01-01", "2026-01-02")

    found = scan(f"{HEAD}\n{row}\n{last[:cut]}")

    assert (found.rows, found.accepted, found.rejected) == (2, 1, 1)


def test_a_quotation_mark_that_never_closes_ends_the_reading_there(monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 1 << 12)
    monkeypatch.setattr(blocks, "LONGEST", 1 << 14)
    good = [f"{GIT},2,claimed,2026-01-{n:02},1.0.0" for n in range(1, 29)]
    broken = 'ani,"Ani,One,p,programming.git,2,claimed,2026-02-01,1.0.0'
    lines = [HEAD, *good, broken, *good * 200]

    found = scan("\n".join(lines))

    assert (found.rows, found.accepted) == (29, 28)
    assert found.problems[0].code == "csv_broken"
    assert found.problems[0].values["row"] == 30


def test_a_file_that_is_no_text_gives_nothing_wherever_that_shows(monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 1 << 10)
    rows = [f"{GIT},2,claimed,2026-01-{n:02},1.0.0" for n in range(1, 29)]
    good = "\n".join([HEAD, *rows])

    found = scan(good.encode() + b"\nani,\xff", good.replace("ani", "budi"))

    assert [file.rows for file in found.files] == [0, 28]
    assert found.history.people["person_id"].tolist() == ["budi"]
    assert found.problems[0].code == "file_not_utf8"


def test_a_file_that_is_no_text_gives_nothing_even_beyond_a_broken_row(monkeypatch):
    monkeypatch.setattr(blocks, "BLOCK_SIZE", 1 << 12)
    monkeypatch.setattr(blocks, "LONGEST", 1 << 14)
    broken = 'ani,"Ani,One,p,programming.git,2,claimed,2026-02-01,1.0.0'
    rows = "\n".join([HEAD, broken, *[f"{GIT},2,claimed,2026-01-01,1.0.0"] * 4000])

    found = scan(rows.encode() + b"\nani,\xff")

    assert found.rows == 0
    assert [problem.code for problem in found.problems] == ["file_not_utf8"]


def test_a_file_that_changes_while_it_is_read_gives_nothing(tmp_path: Path):
    path = tmp_path / "team.csv"
    path.write_text(f"{HEAD}\n{GIT},2,claimed,2026-01-01,1.0.0\n")

    def disturb(share: float) -> None:
        with path.open("a") as stream:
            stream.write(f"{GIT},3,claimed,2026-01-02,1.0.0\n")

    found = scan_files(name_sources([path]), FRAMEWORK, disturb)

    assert found.rows == 0
    assert found.problems[0].code == "file_changed"


def test_a_file_that_is_not_there_does_not_stop_the_others(tmp_path: Path):
    path = tmp_path / "team.csv"
    path.write_text(f"{HEAD}\n{GIT},2,claimed,2026-01-01,1.0.0\n")

    found = scan_files(name_sources([tmp_path / "gone.csv", path]), FRAMEWORK)

    assert [file.rows for file in found.files] == [0, 1]
    assert found.problems[0].code == "file_unreadable"


def test_files_of_one_name_go_by_their_path(tmp_path: Path):
    paths = [tmp_path / "a" / "x.csv", tmp_path / "b" / "x.csv", tmp_path / "y.csv"]

    names = [source.name for source in name_sources(paths)]

    assert names == [str(paths[0]), str(paths[1]), "y.csv"]


def test_progress_goes_up_to_the_whole():
    told: list[float] = []
    row = f"{GIT},2,claimed,2026-01-01,1.0.0"

    scan(f"{HEAD}\n{row}", f"{HEAD}\n{row}", progress=told.append)

    assert told == sorted(told)
    assert told[-1] == 1.0


def test_nothing_at_all_gives_an_empty_history():
    found = scan()

    assert (found.rows, len(found.history.people)) == (0, 0)
