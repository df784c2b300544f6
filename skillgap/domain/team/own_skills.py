"""Skills of a team that have no counterpart among ours: nothing is asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from skillgap.domain.team.history import History
from skillgap.domain.team.state import TeamState


@dataclass(frozen=True)
class OwnSkills:
    """A team's own skills and their levels.

    ``names`` has the name of each id as the team wrote it, in the order of
    ``history.skills``; ``areas`` the section it stands in, for those in one.
    """

    history: History
    names: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)

    def state(self, people: pd.Series, day: date | None = None) -> TeamState:
        """Return the latest levels of some people, by id, up to a day."""
        state = self.history.state_on(day)
        return state.select(state.people["person_id"].isin(people).to_numpy(bool))

    def measure(self, people: pd.Series, day: date | None = None) -> pd.DataFrame:
        """Return what the levels of some people add up to.

        Returns:
            Columns ``skill`` and ``area`` (as the team wrote them; ``area`` is empty
            for a skill in no section), ``rated`` (people), ``median``
            and ``highest`` (levels, NaN if nobody is rated), ``holders`` (tuple of
            the ids of those at the highest level).

        """
        state = self.state(people, day)
        ids = state.people["person_id"].tolist()
        names = list(self.names.values())
        levels = pd.DataFrame(np.where(state.known, state.levels, np.nan), ids, names)
        highest = levels.eq(levels.max()) & levels.notna()
        return pd.DataFrame(
            {
                "skill": pd.Series(names, dtype=str),
                "area": [self.areas.get(key, "") for key in self.names],
                "rated": levels.count().to_numpy(),
                "median": levels.median().to_numpy(),
                "highest": levels.max().to_numpy(),
                "holders": [
                    tuple(levels.index[column]) for column in highest.to_numpy().T
                ],
            }
        )
