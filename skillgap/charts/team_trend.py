"""One skill of a team over time: the median and the middle half of the people."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.day_axis import day_axis
from skillgap.charts.style import (
    LEGEND,
    LEVEL_TICKS,
    MINE,
    MINE_FILL,
    TARGET,
    legend_room,
)


@dataclass(frozen=True)
class TrendNames:
    """The translated names of the median, the spread, the target and the axis."""

    median: str
    spread: str
    target: str
    axis: str


def draw_team_trend(days: pd.DataFrame, target: float, names: TrendNames) -> go.Figure:
    """Return a line of medians over a band of the middle half.

    Args:
        days: one row a day, oldest first. Columns ``day`` (ISO date), ``label`` (the
            day as the reader writes it), ``q1``, ``median``, ``q3`` (0 to 5; NaN is
            unknown and leaves a gap), ``rated`` (people).
        target: what is asked of the skill; NaN draws none.
        names: what the legend shows.

    """
    known = days[days["median"].notna()]
    figure = go.Figure()
    figure.add_trace(_edge(known, "q3", names.spread, fill=None))
    figure.add_trace(_edge(known, "q1", names.spread, fill="tonexty"))
    figure.add_trace(_medians(days, names.median))
    if target == target:
        figure.add_trace(_target(days, target, names.target))
    shown = (names.median, names.spread, names.target)
    figure.update_layout(
        height=340,
        margin={"l": 8, "r": 18, "t": 8 + legend_room(shown), "b": 64},
        legend=LEGEND,
        xaxis=day_axis(days),
        yaxis={**LEVEL_TICKS, "title": names.axis},
    )
    return figure


def _edge(days: pd.DataFrame, column: str, name: str, fill: str | None) -> go.Scatter:
    return go.Scatter(
        x=days["day"],
        y=days[column],
        name=name,
        mode="lines",
        line={"color": MINE, "dash": "dot", "width": 1.5},
        fill=fill,
        fillcolor=MINE_FILL,
        showlegend=fill is not None,
        hoverinfo="skip",
    )


def _medians(days: pd.DataFrame, name: str) -> go.Scatter:
    return go.Scatter(
        x=days["day"],
        y=list(days["median"]),
        name=name,
        mode="lines+markers",
        line={"color": MINE, "width": 2.5},
        marker={"size": 9, "color": MINE},
        customdata=days[["label", "q1", "q3"]],
        hovertemplate="%{customdata[0]}: %{y} (%{customdata[1]} - %{customdata[2]})"
        f"<extra>{name}</extra>",
    )


def _target(days: pd.DataFrame, target: float, name: str) -> go.Scatter:
    return go.Scatter(
        x=days["day"],
        y=[target] * len(days),
        name=name,
        mode="lines",
        line={"color": TARGET, "dash": "dash", "width": 2},
        hovertemplate="%{y}<extra>" + name + "</extra>",
    )
