"""Ranked dot plots: for each row the level, the target, and the distance between."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import lay_out_rows
from skillgap.charts.style import (
    BASIS_SYMBOLS,
    LEVEL_TICKS,
    MINE,
    TARGET,
)


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
    _add_distances(figure, rows)
    figure.add_trace(
        _dots(rows, "target", names.target, "diamond-open", TARGET, size=11)
    )
    for basis, symbol in BASIS_SYMBOLS.items():
        part = rows[rows["level"].notna() & (rows["basis"] == basis)]
        if len(part):
            figure.add_trace(_dots(part, "level", names.bases[basis], symbol, MINE))
    unknown = rows[rows["level"].isna()].assign(level=0.0)
    if len(unknown):
        figure.add_trace(_question_marks(unknown, names.unknown))
    lay_out_rows(figure, list(rows["label"]), {**LEVEL_TICKS, "title": names.axis})
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
            line={"color": TARGET, "width": 2},
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
        textfont={"size": 16},
        hovertemplate="%{y}<extra>" + name + "</extra>",
    )
