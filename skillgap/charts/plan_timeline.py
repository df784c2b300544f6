"""A plan over the calendar: one bar a step, its name above it."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import lay_out_rows
from skillgap.charts.style import GRID, MINE


def draw_plan_timeline(rows: pd.DataFrame, dates: str) -> go.Figure:
    """Return bars from the first day of each step to its last, the first on top.

    Args:
        rows: columns ``label``, ``begin`` and ``end`` (ISO dates, the end is the first
            day after), ``text`` (the dates in the reader's format).
        dates: how the axis writes a day.

    """
    begin, end = pd.to_datetime(rows["begin"]), pd.to_datetime(rows["end"])
    figure = go.Figure(
        go.Bar(
            base=list(begin.dt.strftime("%Y-%m-%d")),
            x=[days.total_seconds() * 1000 for days in end - begin],
            y=list(rows["label"]),
            customdata=list(rows["text"]),
            orientation="h",
            marker={"color": MINE},
            hovertemplate="%{y}: %{customdata}<extra></extra>",
        )
    )
    scale = {"type": "date", "tickformat": dates, "nticks": 4, "gridcolor": GRID}
    lay_out_rows(figure, list(rows["label"]), scale)
    return figure
