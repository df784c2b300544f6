"""Dot against dot: the level of each skill on an earlier day and on a later one."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import lay_out_rows
from skillgap.charts.style import LEVEL_TICKS, MINE, PREVIOUS


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
    figure = go.Figure(_ways(rows))
    figure.add_trace(_dots(rows, "then", names.then, "circle-open", PREVIOUS))
    figure.add_trace(_dots(rows, "now", names.now, "circle", MINE))
    lay_out_rows(figure, list(rows["label"]), {**LEVEL_TICKS, "title": names.axis})
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
        line={"color": PREVIOUS, "width": 2},
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
