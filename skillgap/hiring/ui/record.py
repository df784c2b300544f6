"""The one report that page and exports show."""

from collections.abc import Sequence

from skillgap.hiring.comparison import Comparison
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.needs import NeedsVersion
from skillgap.hiring.panel_measures import PanelMeasures
from skillgap.hiring.scorecards import Decision
from skillgap.hiring.ui.lineup import Lineup
from skillgap.ui.session import framework, today


def compose_report(
    versions: Sequence[tuple[NeedsVersion, Comparison]],
    lineup: Lineup,
    panel: PanelMeasures | None = None,
    decisions: Sequence[Decision] = (),
    contact: str = "",
) -> HiringReport:
    """Return what a report is made of."""
    return HiringReport(
        framework(),
        lineup.candidates,
        versions,
        lineup.names,
        today(),
        mask=lineup.mask,
        panel=panel,
        decisions=tuple(decisions),
        contact=contact,
    )
