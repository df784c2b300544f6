"""Random targets and levels for the laws about gaps."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
from hypothesis import strategies as st

from skillgap.domain.framework import Adjustment
from skillgap.domain.gaps import measure_gaps
from tests.frameworks import both


class Asked(NamedTuple):
    """One skill: what a profile asks of it and what a person has, None if unknown."""

    skill: str
    target: int
    weight: int
    level: int | None


def asked_and_known() -> st.SearchStrategy[list[Asked]]:
    """Return cases of up to eight skills, each asked once."""
    row = st.builds(
        Asked,
        st.sampled_from("abcdefghij"),
        st.integers(0, 5),
        st.integers(1, 5),
        st.none() | st.integers(0, 5),
    )
    return st.lists(row, min_size=1, max_size=8, unique_by=lambda each: each.skill)


def gaps_of(case: list[Asked]) -> pd.DataFrame:
    """Return the gaps of a case."""
    frame = pd.DataFrame(case, columns=list(Asked._fields)).astype({"level": float})
    known = frame[["skill", "level"]].assign(answer="rated")
    return measure_gaps(frame[["skill", "target", "weight"]], known)


def adjustment(
    levels: Mapping[str, int] | None = None, weights: Mapping[str, int] | None = None
) -> Adjustment:
    """Return a context that changes levels and weights."""
    return Adjustment(both("c"), both("why"), levels or {}, weights or {})  # type: ignore[arg-type]
