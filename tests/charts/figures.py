"""What a reader sees of a figure: its traces by name, and the text at a point."""

import re
from typing import Any

import plotly.graph_objects as go

PART = re.compile(r"%\{([\w.]+)(?:\[(\d)\])?(?::([^}]+))?\}")


def named(figure: go.Figure, name: str) -> list[Any]:
    """Return the traces of a name, in the order they are drawn."""
    return [trace for trace in figure.data if trace.name == name]


def legend(figure: go.Figure) -> list[str]:
    """Return what the legend shows."""
    return [trace.name for trace in figure.data if trace.showlegend is not False]


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
