"""Rows with their names above them: a phone has the whole width for what is shown."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from skillgap.charts.style import CLEAR, GRID, LEGEND, legend_room, wrap_label

LETTERS = 38  # that fit into a line on a narrow phone
LINE, MARK, BELOW = 16, 11, 15  # pixels: a line of a name, above and below the middle
_SCALE, _GAP = 60, 6  # pixels: the scale with its name, between legend and plot


def lay_out_rows(
    figure: go.Figure,
    rows: Sequence[str],
    scale: Mapping[str, object],
    names: Sequence[str] | None = None,
) -> None:
    """Place rows from the top, each with its name above it.

    Args:
        figure: its traces have the rows as ``y``.
        rows: what tells them apart, the first on top.
        scale: the axis along the rows.
        names: what is written above them, if it is not ``rows``.

    """
    wrapped = [wrap_label(name, LETTERS) for name in (rows if names is None else names)]
    above = MARK + name_height(wrapped)
    height = above + BELOW
    for place, name in enumerate(wrapped):
        write_name(figure, name, place, MARK)
    plot = height * max(len(wrapped), 1)
    lay_out_plot(figure, plot, scale)
    figure.update_layout(
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": list(rows),
            "range": [max(len(wrapped), 1) - 1 + BELOW / height, -above / height],
            "dtick": 1,
            "showticklabels": False,
            "gridcolor": GRID,
        },
        bargap=1 - BELOW / height,
    )


def lay_out_plot(
    figure: go.Figure, plot: float, scale: Mapping[str, object], above: int = 0
) -> None:
    """Give a plot of so many pixels its margins, its legend and its scale.

    Args:
        figure: with all its traces; their names are what the legend has to hold.
        plot: the height of the plot alone.
        scale: the axis along the rows.
        above: pixels between plot and legend, for a scale on top.

    """
    shown = [str(t.name) for t in figure.data if t.name and t.showlegend is not False]
    top = 8 + above + (legend_room(shown) + _GAP if len(shown) > 1 else 0)
    bottom = 8 if above else _SCALE
    figure.update_layout(
        height=plot + top + bottom,
        margin={"l": 12, "r": 18, "t": top, "b": bottom},
        legend={**LEGEND, "y": 1 + (above + _GAP) / plot},
        showlegend=len(shown) > 1,
        xaxis=scale,
    )


def name_height(wrapped: Sequence[str]) -> int:
    """Return the pixels the highest of some wrapped names takes."""
    return LINE * max((name.count("<br>") + 1 for name in wrapped), default=1)


def write_name(figure: go.Figure, name: str, y: float, shift: int) -> None:
    """Write a wrapped name at the left edge, so many pixels above a place."""
    figure.add_annotation(
        x=0,
        xref="paper",
        xanchor="left",
        y=y,
        yshift=shift,
        yanchor="bottom",
        text=name,
        align="left",
        showarrow=False,
        borderpad=0,
        bgcolor=CLEAR,
    )
