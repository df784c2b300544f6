"""Ratings files of any size, against a slow and plain reading of the same bytes."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.files import block_judge, blocks, rating_rows
from skillgap.files.scan import Scan, scan_files
from skillgap.files.sources import Source
from tests.faulty_files import LIMIT, files
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
several = st.lists(files(), min_size=1, max_size=3)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]


@pytest.fixture(autouse=True)
def short_cells(monkeypatch):
    for module in (rating_rows, block_judge):
        monkeypatch.setattr(module, "MAX_CELL", LIMIT)


def both(contents: list[bytes], most: int = 10_000) -> tuple[Scan, PlainReview]:
    """Return the fast and the plain reading of the same files."""
    named = [(f"f{n}.csv", content) for n, content in enumerate(contents)]
    sources = [Source(name, content=content) for name, content in named]
    fast = scan_files(sources, FRAMEWORK, most_problems=most)
    return fast, review_plainly(named, FRAMEWORK)


def check(fast: Scan, plain: PlainReview) -> None:
    assert [file.rows for file in fast.files] == plain.read
    assert [file.accepted for file in fast.files] == plain.accepted
    assert list(fast.problems) == plain.problems
    assert fast.counts == plain.counts
    assert list(fast.history.people.itertuples(index=False, name=None)) == plain.people()
    check_state(fast.history.state_on(), plain.latest(), plain)
    check_state(fast.history.previous_state(), plain.previous(), plain)


def check_state(state, cells, plain) -> None:
    people = [person for person, *_ in plain.people()]
    for p, person in enumerate(people):
        for s, skill in enumerate(state.skills):
            row = cells.get((person, skill))
            level = -1 if row is None else -2 if np.isnan(row["level"]) else row["level"]
            assert state.levels[p, s] == level
            day = np.datetime64(row["rated_on"]) if row else None
            ordinal = 0 if row is None else day.astype(object).toordinal()
            assert state.days[p, s] == ordinal
            assert state.bases[p, s] == (-1 if level < 0 else BASES[row["basis"]])


@settings(max_examples=300, suppress_health_check=SLOW)
@given(contents=several)
def test_the_fast_reading_equals_the_plain_one(contents):
    check(*both(contents))


@settings(max_examples=300, suppress_health_check=SLOW)
@given(contents=several, size=st.sampled_from([100, 300, 2000]))
def test_where_blocks_are_cut_changes_nothing(contents, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_SIZE", size)
        patch.setattr(blocks, "LONGEST", 10 * size)
        check(*both(contents))
