"""People x skills as colours, unknown cells left empty."""

from dataclasses import dataclass
from textwrap import shorten

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import Figure, wrap_label

LEVEL_COLOURS = ("#f6e8c3", "#bdd8b5", "#8dc6b2", "#66b4ab", "#46a19e", "#2f8f91")
INK = "#10181d"  # read on every level, in both themes
MOST_TEXTS, MOST_LABELS = 60, 400
FEW, LINE = 7, 28
_MARGIN, _HEADER, _SCALE, _TALLEST = 8, 172, 44, 6_000


@dataclass(frozen=True)
class HeatNames:
    """The translated name of the scale."""

    level: str


def draw_heat_map(levels: pd.DataFrame, names: HeatNames) -> Figure:
    """Return a heat map, the first person on top, the first skill on the left.

    Args:
        levels: one row a person, one column a skill, both labelled as shown; 0 to 5,
            NaN is unknown. Up to 60 people the level stands in the cell as well, up
            to 400 everybody's name beside the row.
        names: what hovering says.

    """
    people = len(levels)
    row = 26 if people <= MOST_TEXTS else 13 if people <= MOST_LABELS else 4
    height = min(row * max(people, 3), _TALLEST)
    figure = go.Figure(_cells(levels, names))
    if people <= MOST_TEXTS:
        figure.add_trace(_question_marks(figure.data[0]))
    figure.update_layout(
        height=height + _SCALE + _HEADER + _MARGIN,
        margin={"l": 8, "r": 8, "t": _SCALE + _HEADER, "b": _MARGIN},
        xaxis={
            "tickangle": -90,
            "side": "top",
            "tickfont": {"size": 11},
            "showgrid": False,
        },
        yaxis={
            "autorange": "reversed",
            "showticklabels": people <= MOST_LABELS,
            "dtick": 1,
            "showgrid": False,
            "tickfont": {"size": 11 if row > 13 else 9},
        },
    )
    return figure


def _cells(levels: pd.DataFrame, names: HeatNames) -> go.Heatmap:
    values = levels.to_numpy(dtype=float)
    known = ~np.isnan(values)
    texts = np.where(known, np.nan_to_num(values).astype(int).astype(str), "?")
    shown = "%{z}" if len(levels) <= MOST_TEXTS else None
    return go.Heatmap(
        z=values,
        x=_labels(levels.columns),
        y=list(levels.index),
        text=texts,
        texttemplate=shown,
        textfont={"color": INK},
        colorscale=_steps(),
        zmin=-0.5,
        zmax=5.5,
        xgap=1,
        ygap=1 if len(levels) <= MOST_LABELS else 0,
        colorbar=_scale(names.level),
        hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>",
        hoverongaps=True,
    )


def _scale(title: str) -> dict[str, object]:
    """Return the scale, above everything: beside the map it would cost its width."""
    return {
        "tickvals": [0, 1, 2, 3, 4, 5],
        "ticktext": [f"{title} 0", "1", "2", "3", "4", "5"],
        "orientation": "h",
        "thickness": 12,
        "lenmode": "pixels",
        "len": 200,
        "xref": "container",
        "x": 0,
        "xanchor": "left",
        "yref": "container",
        "y": 1,
        "yanchor": "top",
    }


def _question_marks(cells: go.Heatmap) -> go.Scatter:
    """Return the marks of unknown cells, which have the ground of the page."""
    rows, columns = np.nonzero(np.isnan(cells.z))
    return go.Scatter(
        x=[cells.x[column] for column in columns],
        y=[cells.y[row] for row in rows],
        mode="text",
        text=["?"] * len(rows),
        hoverinfo="skip",
        showlegend=False,
    )


def _labels(names: pd.Index) -> list[str]:
    """Return labels that do not run into each other: two lines if few, else one.

    None is cut to what another is cut to: one column would then cover the other.
    """
    most = LINE if len(names) > FEW else 2 * LINE - 6
    cut = [shorten(str(name), most, placeholder=" …") for name in names]
    kept = [str(n) if cut.count(c) > 1 else c for n, c in zip(names, cut)]
    return [wrap_label(name, LINE) for name in kept] if len(names) <= FEW else kept


def _steps() -> list[list[float | str]]:
    """Return the scale as six flat steps, so that a colour is a level."""
    count = len(LEVEL_COLOURS)
    return [
        [edge / count, colour]
        for place, colour in enumerate(LEVEL_COLOURS)
        for edge in (place, place + 1)
    ]
