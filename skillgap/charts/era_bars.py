"""Mean level in the skills that mark each era."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import LEVEL_TICKS, MINE


def draw_era_bars(rows: pd.DataFrame, axis: str) -> go.Figure:
    """Return horizontal bars, the earliest era on top.

    Args:
        rows: columns ``label``, ``level`` (0 to 5, NaN draws no bar), ``text``.
        axis: the translated name of the axis.

    """
    figure = go.Figure(
        go.Bar(
            x=rows["level"],
            y=rows["label"],
            text=rows["text"],
            orientation="h",
            marker={"color": MINE},
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    figure.update_layout(
        height=210,
        margin={"l": 8, "r": 8, "t": 8, "b": 40},
        xaxis={**LEVEL_TICKS, "title": axis},
        yaxis={"autorange": "reversed"},
    )
    return figure
