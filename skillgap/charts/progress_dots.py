"""Dot against dot: the level of each skill on an earlier day and on a later one."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import GRID, LEVEL_TICKS, MINE, PREVIOUS, wrap_label

ROW_HEIGHT = 46


@dataclass(frozen=True)
class ProgressNames:
    """The two days as the reader writes them, and the translated name of the axis."""

    then: str
    now: str
    axis: str


def draw_progress_dots(rows: pd.DataFrame, names: ProgressNames) -> go.Figure:
    """Return a hollow dot for each earlier level, a full one for the later level.

    Args:
        rows: columns ``label``, ``then``, ``now`` (0 to 5), the first row on top.
        names: what legend and axis show.

    """
    table = rows.assign(label=[wrap_label(text, 22) for text in rows["label"]])
    figure = go.Figure(_ways(table))
    figure.add_trace(_dots(table, "then", names.then, "circle-open", PREVIOUS))
    figure.add_trace(_dots(table, "now", names.now, "circle", MINE))
    figure.update_layout(
        height=96 + ROW_HEIGHT * max(len(rows), 1),
        margin={"l": 8, "r": 16, "t": 8, "b": 40},
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
        xaxis={**LEVEL_TICKS, "title": names.axis, "range": [-0.3, 5.3]},
        yaxis={"autorange": "reversed", "gridcolor": GRID},
        dragmode=False,
    )
    return figure


def _ways(table: pd.DataFrame) -> go.Scatter:
    """Return a line from each earlier level to the later one."""
    xs: list[float | None] = []
    ys: list[str | None] = []
    for row in table.itertuples():
        xs += [row.then, row.now, None]
        ys += [row.label, row.label, None]
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines",
        line={"color": PREVIOUS, "width": 3},
        opacity=0.6,
        hoverinfo="skip",
        showlegend=False,
    )


def _dots(
    table: pd.DataFrame, column: str, name: str, symbol: str, colour: str
) -> go.Scatter:
    return go.Scatter(
        x=list(table[column]),
        y=list(table["label"]),
        name=name,
        mode="markers",
        marker={
            "symbol": symbol,
            "size": 13,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        hovertemplate="%{y}: %{x}<extra>" + name + "</extra>",
    )
