"""People x skills as colours, unknown cells left empty."""

from dataclasses import dataclass
from textwrap import shorten

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import Figure, wrap_label

LEVEL_COLOURS = ("#f6e8c3", "#d8e3c9", "#a9d5c8", "#6fbfb3", "#2f9c92", "#0b6b63")
MOST_LABELS = 60
FEW = 12


@dataclass(frozen=True)
class HeatNames:
    """The translated name of the scale."""

    level: str


def draw_heat_map(levels: pd.DataFrame, names: HeatNames) -> Figure:
    """Return a heat map, the first person on top, the first skill on the left.

    Args:
        levels: one row a person, one column a skill, both labelled as shown; 0 to 5,
            NaN is unknown. Up to 60 people the level stands in the cell as well.
        names: what hovering says.

    """
    shown = len(levels) <= MOST_LABELS
    figure = go.Figure(_cells(levels, names, shown))
    few = len(levels.columns) <= FEW
    figure.update_layout(
        height=180 + (26 if shown else 8) * max(len(levels), 3),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis={
            "tickangle": -60 if few else -90,
            "side": "top",
            "tickfont": {"size": 11},
        },
        yaxis={"autorange": "reversed", "showticklabels": shown},
    )
    return figure


def _cells(levels: pd.DataFrame, names: HeatNames, shown: bool) -> go.Heatmap:
    values = levels.to_numpy(dtype=float)
    known = ~np.isnan(values)
    texts = np.where(known, np.nan_to_num(values).astype(int).astype(str), "?")
    return go.Heatmap(
        z=values,
        x=_labels(levels.columns),
        y=list(levels.index),
        text=texts,
        texttemplate="%{text}" if shown else None,
        colorscale=_steps(),
        zmin=-0.5,
        zmax=5.5,
        xgap=1,
        ygap=1 if shown else 0,
        colorbar={"tickvals": [0, 1, 2, 3, 4, 5], "title": names.level},
        hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>",
        hoverongaps=True,
    )


def _labels(names: pd.Index) -> list[str]:
    """Return labels that do not run into each other: wrapped if few, cut if many."""
    if len(names) <= FEW:
        return [wrap_label(str(name), 18) for name in names]
    return [shorten(str(name), 28, placeholder=" …") for name in names]


def _steps() -> list[list[float | str]]:
    """Return the scale as six flat steps, so that a colour is a level."""
    count = len(LEVEL_COLOURS)
    return [
        [edge / count, colour]
        for place, colour in enumerate(LEVEL_COLOURS)
        for edge in (place, place + 1)
    ]
