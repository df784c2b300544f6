"""The table a person takes away: every dated answer, and a row for what is unrated."""

import pandas as pd

from skillgap.domain.framework import Framework
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.ui.session import Visit


def export_table(visit: Visit, framework: Framework) -> pd.DataFrame:
    """Return the person's ratings and an empty row for each skill without one.

    Columns as in ``empty_ratings``. Answers come by day and skill, unrated skills
    last, in framework order.
    """
    assert visit.person is not None
    person = visit.person
    rated = set(visit.ratings["skill"])
    unrated = pd.DataFrame(
        [
            {
                "person_id": person.person_id,
                "name": person.name,
                "team": person.team,
                "profile": person.profile,
                "skill": skill,
                "level": float("nan"),
                "basis": "",
                "rated_on": "",
                "framework": framework.version,
                "evidence": "",
                "note": "",
            }
            for skill in framework.skills
            if skill not in rated
        ],
        columns=list(RATING_COLUMNS),
    )
    return pd.concat([visit.ratings, unrated], ignore_index=True)
