"""Where a person stands in what the profession is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from skillgap.domain.framework import Adjustment, Era, Profile
from skillgap.domain.gaps import measure_gaps, set_targets
from skillgap.domain.person.specializations import SIGNATURE


@dataclass(frozen=True)
class LevelRange:
    """The lowest and highest known level of some skills, None if none is rated."""

    low: int | None
    high: int | None
    rated: int
    asked: int


def level_range(skills: Iterable[str], levels: pd.DataFrame) -> LevelRange:
    """Return from which level to which a person stands in some skills.

    Args:
        skills: their ids.
        levels: from ``levels_on``; what is unknown is left out.

    """
    values = levels.set_index("skill")["level"].reindex(list(skills))
    known = values.dropna()
    if known.empty:
        return LevelRange(None, None, 0, len(values))
    return LevelRange(int(known.min()), int(known.max()), len(known), len(values))


def signature_skills(profile: Profile) -> list[str]:
    """Return the skills that define a profile, in its order."""
    return [key for key, t in profile.targets.items() if t.weight == SIGNATURE]


def measure_change(
    profile: Profile, adjustment: Adjustment, levels: pd.DataFrame
) -> pd.DataFrame:
    """Return the gaps, as of ``measure_gaps``, in the skills an adjustment changes."""
    gaps = measure_gaps(set_targets(profile, [adjustment]), levels)
    changed = {*adjustment.levels, *adjustment.weights}
    return gaps[gaps["skill"].isin(changed)].reset_index(drop=True)


def era_strengths(eras: Mapping[str, Era], levels: pd.DataFrame) -> pd.DataFrame:
    """Return the mean level of the skills that mark each era.

    Returns:
        Columns ``era``, ``level`` (NaN if none is rated), ``rated``, ``asked``.

    """
    known = levels.set_index("skill")["level"]
    rows = []
    for key, era in eras.items():
        values = known.reindex(era.skills)
        rows.append((key, values.mean(), int(values.notna().sum()), len(era.skills)))
    return pd.DataFrame(rows, columns=["era", "level", "rated", "asked"])
