"""Who on a team could stand in for one of them."""

import numpy as np
import pandas as pd

from skillgap.domain.team.demand import Asked, Demand, read_demand
from skillgap.domain.team.fits import measure_team_fits
from skillgap.domain.team.state import TeamState


def rank_stand_ins(state: TeamState, targets: Asked, person_id: str) -> pd.DataFrame:
    """Return who could stand in for a person on a profile, best first.

    What is asked is what the person brings: of each skill the profile asks, their
    level, but not more than the target. Skills in which they are unknown or at 0 are
    not asked.

    Args:
        state: the team, the person among them.
        targets: what the profile asks.
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
    demand = read_demand(targets, state.skills)
    brought = np.minimum(state.levels[found[0]], demand.aims).clip(min=0)
    asked = Demand(brought, np.where(brought > 0, demand.weights, 0))
    fits = measure_team_fits(state, {person_id: asked})
    table = state.people[["person_id", "name"]].assign(
        fit=fits.fit[:, 0],
        rated_share=fits.rated_share[:, 0],
        short=np.count_nonzero(state.known & (state.levels < brought), axis=1),
    )
    return table.drop(index=found).sort_values(
        ["fit", "rated_share"],
        ascending=False,
        na_position="last",
        kind="stable",
        ignore_index=True,
    )
