"""Claim, estimate with its interval, and target, one row a skill."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import lay_out_rows
from skillgap.charts.style import (
    LEVEL_TICKS,
    MINE,
    PREVIOUS,
    TARGET,
)


@dataclass(frozen=True)
class IntervalNames:
    """The translated names of claim, estimate, target and the axis."""

    claim: str
    estimate: str
    target: str
    axis: str


def draw_intervals(rows: pd.DataFrame, names: IntervalNames) -> go.Figure:
    """Return intervals with the most credible level in them, the first row on top.

    Args:
        rows: columns ``label``, ``claim``, ``level``, ``low``, ``high`` (0 to 5), and
            ``target`` (NaN draws none).
        names: what the legend shows.

    """
    figure = go.Figure(_estimates(rows, names.estimate))
    figure.add_trace(_marks(rows, "claim", names.claim, "x-thin", PREVIOUS))
    figure.add_trace(_marks(rows, "target", names.target, "diamond-open", TARGET))
    lay_out_rows(figure, list(rows["label"]), {**LEVEL_TICKS, "title": names.axis})
    return figure


def _estimates(table: pd.DataFrame, name: str) -> go.Scatter:
    return go.Scatter(
        x=table["level"],
        y=table["label"],
        name=name,
        mode="markers",
        marker={"size": 12, "color": MINE},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": table["high"] - table["level"],
            "arrayminus": table["level"] - table["low"],
            "color": MINE,
            "thickness": 3,
            "width": 6,
        },
        customdata=table[["low", "high"]],
        hovertemplate="%{y}: %{x} (%{customdata[0]} - %{customdata[1]})"
        f"<extra>{name}</extra>",
    )


def _marks(
    table: pd.DataFrame, column: str, name: str, symbol: str, colour: str
) -> go.Scatter:
    return go.Scatter(
        x=table[column],
        y=table["label"],
        name=name,
        mode="markers",
        marker={
            "symbol": symbol,
            "size": 11,
            "color": colour,
            "line": {"width": 2.5, "color": colour},
        },
        hovertemplate="%{y}: %{x}<extra>" + name + "</extra>",
    )
