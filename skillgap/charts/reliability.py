"""How sure against how right: a reliability plot."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import GRID, MINE, PREVIOUS


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
    figure = go.Figure([_diagonal(), _shares(rows)])
    axis = {"range": [0, 1.15], "tickformat": ".0%", "gridcolor": GRID}
    figure.update_layout(
        height=320,
        showlegend=False,
        margin={"l": 8, "r": 8, "t": 8, "b": 40},
        xaxis={**axis, "title": stated_axis},
        yaxis={**axis, "title": right_axis, "range": [0, 1.02]},
    )
    return figure


def _diagonal() -> go.Scatter:
    line = {"dash": "dash", "color": PREVIOUS}
    return go.Scatter(x=[0, 1], y=[0, 1], mode="lines", line=line, hoverinfo="skip")


def _shares(rows: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=rows["stated"],
        y=rows["right"],
        mode="markers+text",
        text=rows["label"],
        textposition="middle right",
        marker={"size": 12, "color": MINE},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": rows["high"] - rows["right"],
            "arrayminus": rows["right"] - rows["low"],
            "color": MINE,
        },
        hovertemplate="%{text}: %{y:.0%}<extra></extra>",
    )
