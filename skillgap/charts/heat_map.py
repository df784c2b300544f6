"""People x skills as colours, unknown cells left empty."""

from dataclasses import dataclass
from textwrap import shorten

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import Figure, wrap_label

LEVEL_COLOURS = ("#f6e8c3", "#d8e3c9", "#a9d5c8", "#6fbfb3", "#2f9c92", "#0b6b63")
MOST_TEXTS, MOST_LABELS = 60, 400
FEW, LINE = 7, 28
_MARGIN, _HEADER, _SCALE, _TALLEST = 8, 172, 150, 6_000


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
    few = len(levels.columns) <= FEW
    figure = go.Figure(_cells(levels, names, min(_SCALE, height)))
    figure.update_layout(
        height=height + _HEADER + _MARGIN,
        margin={"l": 8, "r": 8, "t": _HEADER, "b": _MARGIN},
        xaxis={
            "tickangle": -60 if few else -90,
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


def _cells(levels: pd.DataFrame, names: HeatNames, scale: int) -> go.Heatmap:
    values = levels.to_numpy(dtype=float)
    known = ~np.isnan(values)
    texts = np.where(known, np.nan_to_num(values).astype(int).astype(str), "?")
    return go.Heatmap(
        z=values,
        x=_labels(levels.columns),
        y=list(levels.index),
        text=texts,
        texttemplate="%{text}" if len(levels) <= MOST_TEXTS else None,
        colorscale=_steps(),
        zmin=-0.5,
        zmax=5.5,
        xgap=1,
        ygap=1 if len(levels) <= MOST_LABELS else 0,
        colorbar=_scale(names.level, scale),
        hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>",
        hoverongaps=True,
    )


def _scale(title: str, length: int) -> dict[str, object]:
    """Return the scale beside the first rows, of the same length on every map."""
    return {
        "tickvals": [0, 1, 2, 3, 4, 5],
        "title": title,
        "thickness": 12,
        "lenmode": "pixels",
        "len": length + 40,
        "y": 1,
        "yanchor": "top",
    }


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
