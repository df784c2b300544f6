"""Bars of fit: how much of each profile's demand is met."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import lay_out_rows
from skillgap.charts.style import MINE, SHARE_TICKS


def draw_fit_bars(rows: pd.DataFrame, axis: str) -> go.Figure:
    """Return horizontal bars, the first row on top.

    Args:
        rows: columns ``label``, ``fit`` (0 to 1, NaN draws no bar) and ``text`` (what
            stands above the bar, after the label: fit and rated share in the reader's
            format).
        axis: the translated name of the axis.

    """
    figure = go.Figure(
        go.Bar(
            x=rows["fit"],
            y=rows["label"],
            customdata=rows["text"],
            orientation="h",
            marker={"color": MINE},
            hovertemplate="%{y}: %{customdata}<extra></extra>",
        )
    )
    names = [f"{row.label}: {row.text}" for row in rows.itertuples()]
    scale = {**SHARE_TICKS, "title": axis, "range": [0, 1]}
    lay_out_rows(figure, list(rows["label"]), scale, names)
    return figure
