"""Outlines of at most three candidates over one target, on axes of fixed order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import CLEAR, GRID, LEVEL_TICKS, TARGET, wrap_label
from skillgap.hiring.charts.candidate_dots import COLOURS, SYMBOLS

MOST_OUTLINES = 3
DASHES = ("solid", "dash", "dot")


@dataclass(frozen=True)
class Outline:
    """One candidate: shown name, place in the file order, level of each axis."""

    name: str
    place: int
    levels: Mapping[str, float]


def draw_candidate_radar(
    targets: "pd.Series[float]", outlines: Sequence[Outline], target_name: str
) -> go.Figure:
    """Return a radar of outlines without areas; an unknown axis breaks the line.

    Args:
        targets: the target of each axis (index: shown axis), clockwise from the top.
        outlines: at most three.
        target_name: what the legend calls the target.

    Raises:
        ValueError: more than three outlines, which nobody can tell apart.

    """
    if len(outlines) > MOST_OUTLINES:
        raise ValueError(f"a radar shows at most {MOST_OUTLINES} candidates")
    axes = [str(axis) for axis in targets.index]
    wrapped = [wrap_label(axis, 14) for axis in axes]
    aim = {"color": TARGET, "width": 2, "dash": "longdash"}
    figure = go.Figure(_line(wrapped, list(targets), target_name, aim, "diamond-open"))
    for order, outline in enumerate(outlines):
        place = outline.place % len(COLOURS)
        line = {"color": COLOURS[place], "width": 2, "dash": DASHES[order]}
        levels = [outline.levels.get(axis, float("nan")) for axis in axes]
        figure.add_trace(_line(wrapped, levels, outline.name, line, SYMBOLS[place]))
    _lay_out(figure, wrapped)
    return figure


def _lay_out(figure: go.Figure, wrapped: list[str]) -> None:
    figure.update_layout(
        height=460,
        margin={"l": 72, "r": 72, "t": 44, "b": 44},
        legend={"orientation": "h", "x": 0.5, "xanchor": "center", "y": -0.16},
        polar={
            "bgcolor": CLEAR,
            "radialaxis": {**LEVEL_TICKS, "angle": 90, "tickangle": 90, "ticks": ""},
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "categoryorder": "array",
                "categoryarray": wrapped,
                "gridcolor": GRID,
                "ticks": "",
                "tickfont": {"size": 11},
            },
        },
    )


def _line(
    axes: list[str],
    levels: Sequence[float],
    name: str,
    line: dict[str, object],
    symbol: str,
) -> go.Scatterpolar:
    return go.Scatterpolar(
        r=[*levels, *levels[:1]],
        theta=[*axes, *axes[:1]],
        name=name,
        mode="lines+markers",
        line=line,
        fill="none",
        connectgaps=False,
        marker={"size": 8, "color": line["color"], "symbol": symbol},
        hovertemplate="%{theta}: %{r:.1f}<extra>%{fullData.name}</extra>",
    )
