"""Mean level in the skills that mark each era."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import lay_out_rows
from skillgap.charts.style import LEVEL_TICKS, MINE, TOP_LEVEL


def draw_era_bars(rows: pd.DataFrame, axis: str) -> go.Figure:
    """Return horizontal bars, the earliest era on top.

    Args:
        rows: columns ``label``, ``level`` (0 to 5, NaN draws no bar), ``text``
            (what stands above the bar, after the label).
        axis: the translated name of the axis.

    """
    figure = go.Figure(
        go.Bar(
            x=rows["level"],
            y=rows["label"],
            customdata=rows["text"],
            orientation="h",
            marker={"color": MINE},
            hovertemplate="%{y}: %{customdata}<extra></extra>",
        )
    )
    names = [f"{row.label}: {row.text}" for row in rows.itertuples()]
    scale = {**LEVEL_TICKS, "title": axis, "range": [0, TOP_LEVEL]}
    lay_out_rows(figure, list(rows["label"]), scale, names)
    return figure
