"""A team on the areas: the median, the middle half of the people, the target."""

from dataclasses import dataclass

import pandas as pd

from skillgap.charts.round_axes import Outline, draw_round, mark_unknown
from skillgap.charts.style import MINE, TARGET, Figure


@dataclass(frozen=True)
class TeamRadarNames:
    """The translated names of the median, the spread, the target, and unknown."""

    median: str
    spread: str
    target: str
    unknown: str


def draw_team_radar(axes: pd.DataFrame, names: TeamRadarNames) -> Figure:
    """Return a radar of a team.

    Args:
        axes: one row an area, clockwise from the top. Columns ``label``, ``q1``,
            ``median``, ``q3``, ``target`` (0 to 5; NaN is unknown).
        names: what the legend shows.

    """
    outlines = [
        Outline(name, list(axes[column]), colour, dash, width, in_legend=column != "q3")
        for column, name, colour, dash, width in (
            ("q3", names.spread, MINE, "dot", 1.0),
            ("q1", names.spread, MINE, "dot", 1.0),
            ("median", names.median, MINE, "solid", 2.5),
            ("target", names.target, TARGET, "dash", 2.0),
        )
    ]
    labels = list(axes["label"])
    figure = draw_round(labels, outlines, height=380)
    mark_unknown(figure, labels, axes["median"], names.unknown)
    return figure
