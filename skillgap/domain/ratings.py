"""Dated ratings of people, and the levels they add up to."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

CONTRACT_COLUMNS = (
    "person_id", "name", "team", "profile", "skill",
    "level", "basis", "rated_on", "framework",
)  # fmt: skip
OWN_WORDS = ("evidence", "note")
RATING_COLUMNS = (*CONTRACT_COLUMNS, *OWN_WORDS)
BASES = ("claimed", "evidenced", "checked")


def empty_ratings() -> pd.DataFrame:
    """Return a ratings table without rows.

    Columns: ``person_id``, ``name``, ``team``, ``profile``, ``skill``, ``level`` (0
    to 5; NaN with a date is "don't know"), ``basis``, ``rated_on`` (ISO date),
    ``framework`` (version), ``evidence`` and ``note`` (own words, may be empty).
    """
    table = pd.DataFrame({name: pd.Series(dtype=str) for name in RATING_COLUMNS})
    return table.assign(level=table["level"].astype(float))


def levels_on(
    ratings: pd.DataFrame, skills: Sequence[str], day: str | None = None
) -> pd.DataFrame:
    """Return one person's latest level of every skill, in the order of ``skills``.

    Args:
        ratings: rows of one person; columns as in ``empty_ratings``.
        skills: the skills to report on.
        day: ISO date; later ratings are left out. None counts everything.

    Returns:
        Columns ``skill``, ``level`` (NaN unless rated), ``answer`` (``rated``,
        ``unsure`` for "don't know", ``unrated``), ``basis``, ``rated_on``,
        ``evidence`` (empty text where there is none).

    """
    answered = ratings[ratings["rated_on"] != ""]
    if day is not None:
        answered = answered[answered["rated_on"] <= day]
    latest = answered.sort_values("rated_on", kind="stable").drop_duplicates(
        "skill", keep="last"
    )
    table = latest.set_index("skill").reindex(list(skills))
    known, dated = table["level"].notna(), table["rated_on"].notna()
    table["answer"] = np.select([known, dated], ["rated", "unsure"], "unrated")
    columns = ["level", "answer", "basis", "rated_on", "evidence"]
    texts = {name: table[name].fillna("") for name in columns[2:]}
    return table.assign(**texts)[columns].rename_axis("skill").reset_index()


def rating_days(ratings: pd.DataFrame) -> list[str]:
    """Return the days on which a person rated something, oldest first."""
    return sorted(set(ratings["rated_on"]) - {""})


def previous_day(days: Sequence[str], apart: int = 7) -> str | None:
    """Return the newest day at least ``apart`` days before the last one.

    Corrections within a week belong to the same assessment; None if there is no
    earlier assessment.
    """
    if not days:
        return None
    last = pd.Timestamp(days[-1])
    earlier = [day for day in days if (last - pd.Timestamp(day)).days >= apart]
    return earlier[-1] if earlier else None


def basis_shares(levels: pd.DataFrame) -> dict[str, float]:
    """Return the share (0 to 1) of each basis among the rated skills.

    All shares are 0 when nothing is rated.
    """
    rated = levels[levels["answer"] == "rated"]
    counts = rated["basis"].value_counts()
    return {basis: float(counts.get(basis, 0)) / max(len(rated), 1) for basis in BASES}
