"""A plan over the calendar: one bar a step, its name above it."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import CLEAR, GRID, MINE, wrap_label

ROW_HEIGHT = 64
NAME_WIDTH = 38  # letters that fit above a bar on a narrow phone


def draw_plan_timeline(rows: pd.DataFrame, dates: str) -> go.Figure:
    """Return bars from the first day of each step to its last, the first on top.

    Args:
        rows: columns ``label``, ``begin`` and ``end`` (ISO dates, the end is the first
            day after), ``text`` (the dates in the reader's format).
        dates: how the axis writes a day.

    """
    begin, end = pd.to_datetime(rows["begin"]), pd.to_datetime(rows["end"])
    places = list(range(len(rows)))
    figure = go.Figure(
        go.Bar(
            base=list(begin.dt.strftime("%Y-%m-%d")),
            x=[days.total_seconds() * 1000 for days in end - begin],
            y=places,
            customdata=rows[["label", "text"]].to_numpy(),
            orientation="h",
            width=0.3,
            marker={"color": MINE},
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        )
    )
    for place, name in zip(places, rows["label"]):
        figure.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=place - 0.2,
            yanchor="bottom",
            text=wrap_label(name, NAME_WIDTH),
            align="left",
            showarrow=False,
            bgcolor=CLEAR,
        )
    figure.update_layout(
        height=56 + ROW_HEIGHT * max(len(rows), 1),
        margin={"l": 8, "r": 16, "t": 8, "b": 40},
        dragmode=False,
        showlegend=False,
        xaxis={"type": "date", "tickformat": dates, "nticks": 5, "gridcolor": GRID},
        yaxis={"range": [max(len(rows), 1) - 0.5, -0.9], "visible": False},
    )
    return figure
