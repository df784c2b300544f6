"""Outlines on axes round a centre: every radar of the app.

They are drawn in ordinary coordinates, because plotly's polar ones keep a finger that
swipes over them from scrolling the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import plotly.graph_objects as go

from skillgap.charts.style import GRID, LEGEND, TOP_LEVEL, legend_room, wrap_label

SCALE = (1, 3, 5)  # written beside the rings; every level has a ring
_LETTERS = 12  # of the name of an axis in a line
_LETTER, _LINE, _AWAY = 5.6, 15, 6  # pixels: a letter, a line, from edge to name
_UNKNOWN_AT, _EDGE = 0.6, 5.1


@dataclass(frozen=True)
class Outline:
    """A closed line: its name, the level on each axis (NaN breaks it), its look."""

    name: str
    levels: Sequence[float]
    colour: str
    dash: str = "solid"
    width: float = 2
    symbol: str = "circle"
    size: float = 5
    fill: str | None = None
    in_legend: bool = True


def draw_round(
    axes: Sequence[str], outlines: Sequence[Outline], height: int
) -> go.Figure:
    """Return outlines on named axes, clockwise from the top, centre 0, edge 5."""
    figure = go.Figure([_trace(axes, outline) for outline in outlines])
    _add_rings(figure, len(axes))
    wrapped = [wrap_label(axis, _LETTERS) for axis in axes]
    for place, name in enumerate(wrapped):
        _name_axis(figure, name, _turn(place, len(axes)))
    for level in SCALE:
        x, y = _point(level, _turn(-0.5, len(axes)))
        _write(figure, x=x, y=y, text=str(level), font={"size": 10})
    top = legend_room([o.name for o in outlines if o.in_legend])
    ends = 8 + _LINE * max((n.count("<br>") + 1 for n in wrapped), default=1)
    hidden = {"visible": False, "range": [-_EDGE, _EDGE], "constrain": "domain"}
    figure.update_layout(
        height=height,
        margin={**_sides(wrapped), "t": ends + top, "b": ends},
        legend={
            **LEGEND,
            "yref": "container",
            "yanchor": "top",
            "x": 0.5,
            "xanchor": "center",
        },
        xaxis=hidden,
        yaxis={**hidden, "scaleanchor": "x"},
    )
    return figure


def draw_round_small(axes: Sequence[str], outlines: Sequence[Outline]) -> go.Figure:
    """Return the same for a row of many: without names, scale and legend."""
    figure = draw_round(axes, outlines, height=150)
    figure.update_layout(margin={"l": 6, "r": 6, "t": 6, "b": 6}, showlegend=False)
    figure.layout.annotations = ()
    return figure


def mark_unknown(
    figure: go.Figure, axes: Sequence[str], levels: Sequence[float], name: str
) -> None:
    """Put a question mark on every axis of which the level is unknown."""
    unknown = [place for place, level in enumerate(levels) if level != level]
    if unknown:
        points = [_point(_UNKNOWN_AT, _turn(place, len(axes))) for place in unknown]
        figure.add_trace(
            go.Scatter(
                x=[x for x, _y in points],
                y=[y for _x, y in points],
                customdata=[[axes[place]] for place in unknown],
                name=name,
                mode="text",
                showlegend=False,
                text=["?"] * len(unknown),
                textfont={"size": 15},
                hovertemplate="%{customdata[0]}<extra>" + name + "</extra>",
            )
        )


def _turn(place: float, count: int) -> float:
    """Return the angle of an axis, clockwise from the top."""
    return 2 * pi * place / max(count, 1)


def _point(level: float, turn: float) -> tuple[float, float]:
    return level * sin(turn), level * cos(turn)


def _trace(axes: Sequence[str], outline: Outline) -> go.Scatter:
    levels = [*outline.levels, *outline.levels[:1]]
    points = [_point(level, _turn(n, len(axes))) for n, level in enumerate(levels)]
    return go.Scatter(
        x=[x for x, _y in points],
        y=[y for _x, y in points],
        customdata=list(zip([*axes, *axes[:1]], levels)),
        name=outline.name,
        mode="lines+markers",
        line={"color": outline.colour, "width": outline.width, "dash": outline.dash},
        marker={
            "size": outline.size,
            "color": outline.colour,
            "symbol": outline.symbol,
        },
        fill="toself" if outline.fill else "none",
        fillcolor=outline.fill,
        hoveron="points",
        cliponaxis=False,
        showlegend=outline.in_legend,
        hovertemplate="%{customdata[0]}: %{customdata[1]:.1f}"
        f"<extra>{outline.name}</extra>",
    )


def _add_rings(figure: go.Figure, count: int) -> None:
    """Draw the grid as shapes: as traces it would catch the taps on the points."""
    grid = {"line": {"color": GRID, "width": 1}, "layer": "below"}
    for level in range(1, TOP_LEVEL + 1):
        figure.add_shape(
            type="circle", x0=-level, x1=level, y0=-level, y1=level, **grid
        )
    ends = [_point(TOP_LEVEL, _turn(place, count)) for place in range(count)]
    spokes = "".join(f"M0,0L{x:.4f},{y:.4f}" for x, y in ends)
    figure.add_shape(type="path", path=spokes, **grid)


def _name_axis(figure: go.Figure, name: str, turn: float) -> None:
    x, y = _point(TOP_LEVEL, turn)
    side, level = _side(x), _side(y)
    _write(
        figure,
        x=x,
        y=y,
        text=name,
        font={"size": 11},
        xanchor={-1: "right", 0: "center", 1: "left"}[side],
        yanchor={-1: "top", 0: "middle", 1: "bottom"}[level if not side else 0],
        xshift=_AWAY * side,
        yshift=(5 if not side else 8) * level,
    )


def _side(distance: float) -> int:
    """Return -1 or 1 for what lies on a side of the centre, 0 for the middle."""
    return 0 if abs(distance) < 0.5 else 1 if distance > 0 else -1


def _sides(wrapped: Sequence[str]) -> dict[str, float]:
    """Return margins as wide as the names that stand left and right."""
    widest = {-1: 0, 0: 0, 1: 0}
    for place, name in enumerate(wrapped):
        side = _side(_point(TOP_LEVEL, _turn(place, len(wrapped)))[0])
        widest[side] = max(widest[side], *map(len, name.split("<br>")))
    return {key: _AWAY + 4 + _LETTER * widest[s] for key, s in (("l", -1), ("r", 1))}


def _write(figure: go.Figure, **where: object) -> None:
    figure.add_annotation(showarrow=False, borderpad=0, **where)
