"""Bars of fit: how much of each profile's demand is met."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import GRID, MINE, wrap_label


def draw_fit_bars(rows: pd.DataFrame, axis: str) -> go.Figure:
    """Return horizontal bars, the first row on top.

    Args:
        rows: columns ``label``, ``fit`` (0 to 1, NaN draws no bar) and ``text`` (what
            stands at the bar: fit and rated share in the reader's format).
        axis: the translated name of the axis.

    """
    figure = go.Figure(
        go.Bar(
            x=rows["fit"],
            y=[wrap_label(text, 22) for text in rows["label"]],
            text=rows["text"],
            orientation="h",
            marker={"color": MINE},
            textposition="auto",
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    figure.update_layout(
        height=80 + 44 * max(len(rows), 1),
        margin={"l": 8, "r": 8, "t": 8, "b": 40},
        xaxis={"range": [0, 1], "tickformat": ".0%", "title": axis, "gridcolor": GRID},
        yaxis={"autorange": "reversed"},
    )
    return figure
