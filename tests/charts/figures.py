"""What a reader sees of a figure: its traces by name, and the text at a point."""

import re
from math import cos, hypot, pi, sin
from typing import Any

import plotly.graph_objects as go

PART = re.compile(r"%\{([\w.]+)(?:\[(\d)\])?(?::([^}]+))?\}")


def named(figure: go.Figure, name: str) -> list[Any]:
    """Return the traces of a name, in the order they are drawn."""
    return [trace for trace in figure.data if trace.name == name]


def legend(figure: go.Figure) -> list[str]:
    """Return what the legend shows."""
    return [trace.name for trace in figure.data if trace.showlegend is not False]


def on_axes(trace: Any) -> list[tuple[str, float]]:
    """Return axis and level of every point of a radar's line, NaN where it breaks."""
    return [
        (row[0], round(hypot(x, y), 6))
        for row, x, y in zip(trace.customdata, trace.x, trace.y)
    ]


def stands_clockwise(trace: Any, count: int) -> bool:
    """Tell whether the points of a line lie on axes clockwise from the top."""
    turns = [2 * pi * place / count for place in range(len(trace.x))]
    return all(
        abs(x * cos(turn) - y * sin(turn)) < 1e-9 and x * sin(turn) + y * cos(turn) >= 0
        for x, y, turn in zip(trace.x, trace.y, turns)
        if x == x
    )


def names(figure: go.Figure) -> list[str]:
    """Return what is written into a figure, in one line each."""
    return [note.text.replace("<br>", " ") for note in figure.layout.annotations]


def goes_down(axis: Any) -> bool:
    """Tell whether the first row of an axis is on top."""
    return bool(axis.range[0] > axis.range[1])


def hover(trace: Any, place: int = 0) -> str:
    """Return the text at a point of a trace, and after a bar what stands beside it."""

    def shown(match: re.Match[str]) -> str:
        part, inner, form = match.groups()
        if part == "fullData.name":
            return str(trace.name)
        value = getattr(trace, part)[place]
        value = value[int(inner)] if inner else value
        return format(value, form or ("" if isinstance(value, str) else "g"))

    text = PART.sub(shown, trace.hovertemplate)
    return re.sub("<extra>(.*)</extra>", r" | \1", text).removesuffix(" | ")
