"""What the scores of a panel show, as tables that page and exports read by column."""

from dataclasses import dataclass

import pandas as pd

from skillgap.hiring.agreement import (
    Agreement,
    PairAgreement,
    compare_with_self,
    measure_agreement,
    measure_pairs,
    measure_severity,
    measure_spread,
)
from skillgap.hiring.scorecards import scores_of

SCORE = ["candidate", "skill", "member"]


@dataclass(frozen=True, eq=False)
class PanelMeasures:
    """What the scores of a panel show; a candidate is a letter, a skill an id.

    ``scores``: all of them, as in ``tabulate_scores``, those given alone first.

    ``units``: one row per candidate and skill that somebody gave a level, candidates
    in order, the widest spread first. Columns ``candidate``, ``skill``, ``raters``,
    ``low``, ``high``, ``spread``, ``mean`` (as in ``measure_spread``), ``own`` (the
    self-rating, NaN if unknown), ``difference`` (mean - own, in levels).

    ``first``: one row per score given alone, by candidate and skill. Columns as in
    ``tabulate_scores``.

    ``later``: the same for scores after the discussion, with the column ``before``:
    the level the member gave alone, NaN if none.

    ``members``: one row per member, as in ``measure_severity``. ``agreement`` and
    ``pairs`` are those of the scores given alone.
    """

    scores: pd.DataFrame
    units: pd.DataFrame
    first: pd.DataFrame
    later: pd.DataFrame
    members: pd.DataFrame
    agreement: Agreement
    pairs: tuple[PairAgreement, ...]


def measure_panel(scores: pd.DataFrame, own: pd.DataFrame) -> PanelMeasures:
    """Return what the scores of a panel show.

    Args:
        scores: columns as in ``tabulate_scores``.
        own: what candidates gave themselves: ``candidate``, ``skill``, ``level``.

    """
    first, after = scores_of("first", scores), scores_of("after", scores)
    before = first[[*SCORE, "level"]].rename(columns={"level": "before"})
    return PanelMeasures(
        scores=pd.concat([first, after], ignore_index=True),
        units=_measure_units(first, own),
        first=_sort(first),
        later=_sort(after.merge(before, on=SCORE, how="left")),
        members=measure_severity(first),
        agreement=measure_agreement(first),
        pairs=tuple(measure_pairs(first)),
    )


def _measure_units(first: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    beside = compare_with_self(first, own).drop(columns="panel")
    table = measure_spread(first).merge(beside, on=["candidate", "skill"])
    widest = table.sort_values("spread", ascending=False, kind="stable")
    return widest.sort_values("candidate", kind="stable", ignore_index=True)


def _sort(scores: pd.DataFrame) -> pd.DataFrame:
    by = ["candidate", "skill"]
    return scores.sort_values(by, kind="stable", ignore_index=True)
