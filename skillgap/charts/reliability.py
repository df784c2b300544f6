"""How sure against how right: a reliability plot."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import LEGEND, MINE, PREVIOUS, SHARE_TICKS, legend_room

SYMBOLS = ("circle", "square", "triangle-up")


def draw_reliability(
    rows: pd.DataFrame, stated_axis: str, right_axis: str
) -> go.Figure:
    """Return shares of right answers against the stated chance, with intervals.

    Args:
        rows: columns ``label`` (translated), ``stated``, ``right``, ``low``, ``high``
            (shares, 0 to 1) and ``answers`` (count).
        stated_axis: the translated name of the horizontal axis.
        right_axis: the translated name of the vertical axis.

    """
    figure = go.Figure(_diagonal())
    for symbol, row in zip(SYMBOLS, rows.itertuples()):
        figure.add_trace(_share(row, symbol))
    axis = {**SHARE_TICKS, "range": [-0.05, 1.05]}
    figure.update_layout(
        height=320 + legend_room(rows["label"]),
        margin={"l": 8, "r": 18, "t": 16 + legend_room(rows["label"]), "b": 56},
        legend={**LEGEND, "y": 1.02},
        xaxis={**axis, "title": stated_axis},
        yaxis={**axis, "title": right_axis},
    )
    return figure


def _diagonal() -> go.Scatter:
    return go.Scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"dash": "dash", "color": PREVIOUS},
        hoverinfo="skip",
        showlegend=False,
    )


def _share(row: Any, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[row.stated],
        y=[row.right],
        name=row.label,
        mode="markers",
        marker={"size": 12, "color": MINE, "symbol": symbol},
        cliponaxis=False,
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [row.high - row.right],
            "arrayminus": [row.right - row.low],
            "color": MINE,
        },
        hovertemplate=f"{row.label}: %{{y:.0%}}<extra></extra>",
    )
