"""Bars to either side of nothing: what speaks for one of two and what for the other."""

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import GRID, MINE, TARGET, wrap_label


def draw_difference_bars(rows: pd.DataFrame, sides: tuple[str, str]) -> go.Figure:
    """Return horizontal bars, the first row on top.

    Args:
        rows: columns ``label``, ``points`` (above 0 to the right), ``text`` (what
            stands at the bar) and ``detail`` (what the pointer shows).
        sides: the names of who is on the left and on the right.

    """
    far = max(rows["points"].abs().max(), 1.0) * 1.6  # room for the texts
    figure = go.Figure(
        go.Bar(
            x=rows["points"],
            y=[wrap_label(text, 22) for text in rows["label"]],
            text=rows["text"],
            customdata=rows["detail"],
            orientation="h",
            marker={"color": [MINE if x > 0 else TARGET for x in rows["points"]]},
            textposition="outside",
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    figure.update_layout(
        height=96 + 44 * max(len(rows), 1),
        margin={"l": 8, "r": 8, "t": 8, "b": 56},
        dragmode=False,
        xaxis={
            "range": [-far, far],
            "title": f"← {sides[0]}<br>{sides[1]} →",
            "gridcolor": GRID,
            "zerolinecolor": GRID,
        },
        yaxis={"autorange": "reversed"},
    )
    return figure
