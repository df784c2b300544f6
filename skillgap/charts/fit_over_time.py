"""The fit of one person over time: it stands until something is rated again."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.day_axis import day_axis
from skillgap.charts.style import MINE, SHARE_TICKS


def draw_fit_over_time(days: pd.DataFrame, axis: str) -> go.Figure:
    """Return steps with a dot on each day on which something was rated.

    Args:
        days: one row a day, oldest first. Columns ``day`` (ISO date), ``label`` (the
            day as the reader writes it), ``fit`` (0 to 1; NaN leaves a gap) and
            ``text`` (what is said at the dot: fit and rated share).
        axis: the translated name of the fit.

    """
    figure = go.Figure(
        go.Scatter(
            x=list(days["day"]),
            y=list(days["fit"]),
            customdata=days[["label", "text"]],
            mode="lines+markers",
            line={"color": MINE, "width": 2.5, "shape": "hv"},
            marker={"size": 9, "color": MINE},
            cliponaxis=False,
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
    )
    figure.update_layout(
        height=320,
        margin={"l": 8, "r": 24, "t": 16, "b": 56},
        xaxis=day_axis(days),
        yaxis={
            **SHARE_TICKS,
            "range": [0, 1.03],
            "title": axis,
        },
        showlegend=False,
    )
    return figure
