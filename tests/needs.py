"""Candidates, needs and scores in tests, shown as small tables."""

import pandas as pd

from skillgap.domain.framework import Framework, Target
from skillgap.hiring.candidates import Candidate, letter_candidates
from skillgap.hiring.comparison import Comparison, compare_candidates
from skillgap.hiring.needs import RoleNeeds
from skillgap.hiring.panel_measures import PanelMeasures, measure_panel
from tests.frameworks import both
from tests.tables import ratings, table

ROLE = """
    skill               target  weight
    programming.git     3       4
    programming.python  4       5
    ml.evaluation       2       1
"""


def role(text: str = ROLE, *must_have: str, **more) -> RoleNeeds:
    """Return needs from a table ``skill target weight``."""
    targets = {
        row.skill: Target(row.target, row.weight) for row in table(text).itertuples()
    }
    return RoleNeeds(
        both("Role"), "specialization", both("focus"), targets,
        must_have=must_have, **more,
    )  # fmt: skip


def people(*tables: str, names: tuple[str, ...] = ()) -> tuple[Candidate, ...]:
    """Return candidates from tables ``skill level`` (and what else matters)."""
    shown = [ratings(text) for text in tables]
    called = [*names, *[""] * len(shown)]
    return letter_candidates(
        (f"p{n}", name, f"p{n}.csv", rows[rows["level"].notna()])
        for n, (rows, name) in enumerate(zip(shown, called), start=1)
    )


def compare(framework: Framework, needs: RoleNeeds, *tables: str) -> Comparison:
    """Return the comparison of candidates shown as tables."""
    return compare_candidates(framework, needs, people(*tables))


def scores(text: str, stage: str = "first") -> pd.DataFrame:
    """Return scores from ``candidate skill`` and one column of levels per member."""
    wide = table(text)
    long = wide.melt(["candidate", "skill"], var_name="member", value_name="level")
    return long.astype({"level": float}).assign(note="", stage=stage)


def measured(
    first: str, after: str = "", own: str = "candidate skill level"
) -> PanelMeasures:
    """Return what scores show beside self-ratings ``candidate skill level``."""
    given = [scores(first), *([scores(after, "after")] if after else [])]
    return measure_panel(pd.concat(given), table(own).astype({"level": float}))
