"""Radar plots: a level line against a target line on axes of fixed order."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import (
    CLEAR,
    GRID,
    LEVEL_TICKS,
    MINE,
    MINE_FILL,
    PREVIOUS,
    TARGET,
    wrap_label,
)


@dataclass(frozen=True)
class RadarNames:
    """The translated names of the lines, and the sentence of an unknown axis."""

    level: str
    target: str
    previous: str
    unknown: str


def draw_radar(axes: pd.DataFrame, names: RadarNames, height: int = 440) -> go.Figure:
    """Return a radar of levels against targets.

    Args:
        axes: one row per axis, clockwise from the top. Columns ``label``, ``level`` and
            ``target`` (0 to 5; NaN is unknown, marked with a question mark), and
            optionally ``previous`` (levels of an earlier assessment).

    """
    figure = go.Figure()
    labels = [wrap_label(text, 14) for text in axes["label"]]
    figure.add_trace(_line(labels, axes["target"], names.target, TARGET, "dash"))
    if "previous" in axes and axes["previous"].notna().any():
        line = _line(labels, axes["previous"], names.previous, PREVIOUS, "dot")
        figure.add_trace(line)
    mine = _line(labels, axes["level"], names.level, MINE, "solid")
    figure.add_trace(mine.update(fill="toself", fillcolor=MINE_FILL))
    mark_unknown(figure, labels, axes["level"], names.unknown)
    figure.update_layout(
        height=height,
        margin={"l": 72, "r": 72, "t": 44, "b": 44},
        legend={"orientation": "h", "x": 0.5, "xanchor": "center", "y": -0.16},
        polar={
            "bgcolor": CLEAR,
            "radialaxis": {**LEVEL_TICKS, "angle": 90, "tickangle": 90, "ticks": ""},
            "angularaxis": _clock(labels)
            | {"gridcolor": GRID, "ticks": "", "tickfont": {"size": 11}},
        },
    )
    return figure


def draw_small_radar(axes: pd.DataFrame, names: RadarNames) -> go.Figure:
    """Return a radar for a row of many: the lines without labels or legend."""
    figure = draw_radar(axes, names, height=150)
    figure.update_layout(margin={"l": 6, "r": 6, "t": 6, "b": 6}, showlegend=False)
    figure.update_traces(marker={"size": 3}, selector={"mode": "lines+markers"})
    figure.update_polars(
        angularaxis_showticklabels=False,
        radialaxis={"showticklabels": False, "showline": False},
    )
    return figure


def _clock(labels: list[str]) -> dict[str, object]:
    return {
        "direction": "clockwise",
        "rotation": 90,
        "categoryorder": "array",
        "categoryarray": labels,
    }


def _line(
    labels: list[str], values: "pd.Series[float]", name: str, colour: str, dash: str
) -> go.Scatterpolar:
    closed = [*values, *values[:1]]
    return go.Scatterpolar(
        r=closed,
        theta=[*labels, *labels[:1]],
        name=name,
        mode="lines+markers",
        line={"color": colour, "width": 2, "dash": dash},
        marker={"size": 5, "color": colour},
        hovertemplate="%{theta}: %{r:.1f}<extra>" + name + "</extra>",
    )


def mark_unknown(
    figure: go.Figure, labels: list[str], levels: "pd.Series[float]", name: str
) -> None:
    """Put a question mark on every axis of which the level is unknown."""
    unknown = [label for label, level in zip(labels, levels) if pd.isna(level)]
    if unknown:
        figure.add_trace(
            go.Scatterpolar(
                r=[0.6] * len(unknown),
                theta=unknown,
                name=name,
                mode="text",
                showlegend=False,
                text=["?"] * len(unknown),
                textfont={"size": 15, "color": PREVIOUS},
                hovertemplate="%{theta}<extra>" + name + "</extra>",
            )
        )
