"""Claim, estimate with its interval, and target, one row a skill."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import (
    GRID,
    LEVEL_TICKS,
    MINE,
    PREVIOUS,
    TARGET,
    wrap_label,
)

ROW_HEIGHT = 42


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
    table = rows.assign(label=[wrap_label(text, 30) for text in rows["label"]])
    figure = go.Figure(_estimates(table, names.estimate))
    figure.add_trace(_marks(table, "claim", names.claim, "x-thin", PREVIOUS))
    figure.add_trace(_marks(table, "target", names.target, "diamond-open", TARGET))
    figure.update_layout(
        height=96 + ROW_HEIGHT * max(len(rows), 1),
        margin={"l": 8, "r": 16, "t": 8, "b": 40},
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
        xaxis={**LEVEL_TICKS, "title": names.axis, "range": [-0.3, 5.3]},
        yaxis={"autorange": "reversed", "gridcolor": GRID},
    )
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
