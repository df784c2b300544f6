"""The one record that page and exports show."""

from collections.abc import Sequence

import pandas as pd

from skillgap.hiring.comparison import Comparison
from skillgap.hiring.files.record import HiringRecord
from skillgap.hiring.needs import NeedsVersion
from skillgap.hiring.scorecards import Decision
from skillgap.hiring.ui.lineup import Lineup
from skillgap.ui.session import framework, today


def comparison_record(
    versions: Sequence[tuple[NeedsVersion, Comparison]],
    lineup: Lineup,
    scores: tuple[pd.DataFrame | None, pd.DataFrame | None] = (None, None),
    decisions: Sequence[Decision] = (),
    contact: str = "",
) -> HiringRecord:
    """Return what a report is made of; ``scores`` are the first and those after."""
    return HiringRecord(
        framework(),
        lineup.candidates,
        versions,
        lineup.names,
        today(),
        mask=lineup.mask,
        first=scores[0],
        after=scores[1],
        decisions=tuple(decisions),
        contact=contact,
    )
