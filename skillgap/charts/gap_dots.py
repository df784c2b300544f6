"""Ranked dot plots: for each row the level, the target, and the distance between."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.style import (
    BASIS_SYMBOLS,
    GRID,
    LEVEL_TICKS,
    MINE,
    PREVIOUS,
    TARGET,
    wrap_label,
)

ROW_HEIGHT = 42


@dataclass(frozen=True)
class DotNames:
    """The translated names of target, unknown level, the axis, and each basis."""

    target: str
    unknown: str
    axis: str
    bases: dict[str, str]


def draw_gap_dots(rows: pd.DataFrame, names: DotNames) -> go.Figure:
    """Return a dot plot with the first row on top.

    The form of a dot tells the basis of a level: open is claimed, filled is
    evidenced, a square is checked.

    Args:
        rows: columns ``label``, ``level`` (0 to 5, NaN is unknown), ``target``,
            ``basis``.

    """
    figure = go.Figure()
    table = rows.assign(label=[wrap_label(text, 30) for text in rows["label"]])
    _add_distances(figure, table)
    figure.add_trace(
        _dots(table, "target", names.target, "diamond-open", TARGET, size=11)
    )
    for basis, symbol in BASIS_SYMBOLS.items():
        part = table[table["level"].notna() & (table["basis"] == basis)]
        if len(part):
            figure.add_trace(_dots(part, "level", names.bases[basis], symbol, MINE))
    unknown = table[table["level"].isna()].assign(level=0.0)
    if len(unknown):
        figure.add_trace(_question_marks(unknown, names.unknown))
    figure.update_layout(
        height=96 + ROW_HEIGHT * max(len(rows), 1),
        margin={"l": 8, "r": 16, "t": 8, "b": 40},
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
        xaxis={**LEVEL_TICKS, "title": names.axis, "range": [-0.3, 5.3]},
        yaxis={
            "autorange": "reversed",
            "categoryorder": "array",
            "categoryarray": list(table["label"]),
            "gridcolor": GRID,
        },
    )
    return figure


def _add_distances(figure: go.Figure, table: pd.DataFrame) -> None:
    xs: list[float | None] = []
    ys: list[str | None] = []
    for row in table[table["level"] < table["target"]].itertuples():
        xs += [row.level, row.target, None]
        ys += [row.label, row.label, None]
    figure.add_trace(
        go.Scatter(
            x=xs,
            y=ys,
            mode="lines",
            line={"color": TARGET, "width": 3},
            opacity=0.45,
            hoverinfo="skip",
            showlegend=False,
        )
    )


def _dots(
    table: pd.DataFrame,
    column: str,
    name: str,
    symbol: str,
    colour: str,
    size: int = 12,
) -> go.Scatter:
    return go.Scatter(
        x=table[column],
        y=table["label"],
        name=name,
        mode="markers",
        marker={
            "symbol": symbol,
            "size": size,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        hovertemplate="%{y}: %{x}<extra>" + name + "</extra>",
    )


def _question_marks(table: pd.DataFrame, name: str) -> go.Scatter:
    return go.Scatter(
        x=table["level"],
        y=table["label"],
        name=name,
        mode="text",
        text=["?"] * len(table),
        textfont={"size": 16, "color": PREVIOUS},
        hovertemplate="%{y}<extra>" + name + "</extra>",
    )
