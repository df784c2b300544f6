"""Who on a team could stand in for one of them."""

import numpy as np
import pandas as pd

from skillgap.domain.team_fits import measure_team_fits
from skillgap.domain.team_state import TeamState


def rank_stand_ins(
    state: TeamState, targets: pd.DataFrame, person_id: str
) -> pd.DataFrame:
    """Return who could stand in for a person on a profile, best first.

    What is asked is what the person brings: of each skill the profile asks, their
    level, but not more than the target. Skills in which they are unknown or at 0 are
    not asked.

    Args:
        state: the team, the person among them.
        targets: from ``set_targets``.
        person_id: who is to be replaced.

    Returns:
        Columns ``person_id``, ``name``, ``fit`` (0 to 1, NaN if unknown on all that is
        asked), ``rated_share`` (0 to 1), ``short`` (rated skills below what is
        asked); fit first, then rated share, unknown fits last.

    Raises:
        KeyError: nobody has the id.

    """
    found = np.flatnonzero(state.people["person_id"] == person_id)
    if not len(found):
        raise KeyError(person_id)
    asked = _ask_for(state, targets, int(found[0]))
    fits = measure_team_fits(state, {person_id: asked})
    aims = asked.set_index("skill")["target"].reindex(state.skills, fill_value=0)
    table = state.people[["person_id", "name"]].assign(
        fit=fits.fit[:, 0],
        rated_share=fits.rated_share[:, 0],
        short=np.count_nonzero(state.known & (state.levels < aims.to_numpy()), axis=1),
    )
    return table.drop(index=found).sort_values(
        ["fit", "rated_share"],
        ascending=False,
        na_position="last",
        kind="stable",
        ignore_index=True,
    )


def _ask_for(state: TeamState, targets: pd.DataFrame, person: int) -> pd.DataFrame:
    """Return as targets what a person brings to a profile."""
    levels = pd.Series(state.levels[person].astype(int), index=state.skills)
    brought = targets["skill"].map(levels).clip(upper=targets["target"])
    asked = targets.assign(target=brought)
    return asked[asked["target"] > 0].reset_index(drop=True)
