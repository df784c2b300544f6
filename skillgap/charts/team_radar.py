"""A team on the areas: the median, the middle half of the people, the target."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.radar import mark_unknown
from skillgap.charts.style import CLEAR, GRID, LEVEL_TICKS, MINE, TARGET, wrap_label

POLAR = {
    "bgcolor": CLEAR,
    "radialaxis": {**LEVEL_TICKS, "angle": 90, "tickangle": 90, "ticks": ""},
    "angularaxis": {
        "direction": "clockwise",
        "rotation": 90,
        "gridcolor": GRID,
        "ticks": "",
        "tickfont": {"size": 11},
    },
}


@dataclass(frozen=True)
class TeamRadarNames:
    """The translated names of the median, the spread, the target, and unknown."""

    median: str
    spread: str
    target: str
    unknown: str


def draw_team_radar(axes: pd.DataFrame, names: TeamRadarNames) -> go.Figure:
    """Return a radar of a team.

    Args:
        axes: one row an area, clockwise from the top. Columns ``label``, ``q1``,
            ``median``, ``q3``, ``target`` (0 to 5; NaN is unknown).
        names: what the legend shows.

    """
    labels = [wrap_label(text, 14) for text in axes["label"]]
    lines = (
        ("q3", names.spread, MINE, "dot", 1.0),
        ("q1", names.spread, MINE, "dot", 1.0),
        ("median", names.median, MINE, "solid", 2.5),
        ("target", names.target, TARGET, "dash", 2.0),
    )
    figure = go.Figure()
    for column, name, colour, dash, width in lines:
        line = {"color": colour, "dash": dash, "width": width}
        figure.add_trace(_line(labels, axes[column], name, line, column != "q3"))
    mark_unknown(figure, labels, axes["median"], names.unknown)
    figure.update_layout(
        height=440,
        margin={"l": 72, "r": 72, "t": 44, "b": 44},
        legend={"orientation": "h", "x": 0.5, "xanchor": "center", "y": -0.16},
        polar=POLAR,
    )
    return figure


def _line(
    labels: list[str],
    values: pd.Series,
    name: str,
    line: dict[str, object],
    in_legend: bool,
) -> go.Scatterpolar:
    return go.Scatterpolar(
        r=[*values, *values[:1]],
        theta=[*labels, *labels[:1]],
        name=name,
        mode="lines+markers",
        marker={"size": 5, "color": line["color"]},
        showlegend=in_legend,
        line=line,
        hovertemplate="%{theta}: %{r:.1f}<extra>" + name + "</extra>",
    )
