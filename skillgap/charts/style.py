"""What all charts share: colours that hold in light and dark, and wrapped labels.

Text has no colour here: what can be read on white cannot be read on black, so the
screen gives it the colour of its theme. What is drawn has 3:1 on both.
"""

from collections.abc import Iterable
from textwrap import wrap

import plotly.graph_objects as go

Figure = go.Figure

MINE = "#0d9488"
MINE_FILL = "rgba(13, 148, 136, 0.14)"
TARGET = "#d97706"
PREVIOUS = "#7c8aa0"
GRID = "rgba(128, 128, 128, 0.35)"
CLEAR = "rgba(0, 0, 0, 0)"
BASIS_SYMBOLS = {"claimed": "circle-open", "evidenced": "circle", "checked": "square"}
TOP_LEVEL = 5
LEVEL_TICKS = {
    "range": [-0.3, TOP_LEVEL + 0.3],  # a mark at either end is whole
    "tickvals": list(range(TOP_LEVEL + 1)),
    "gridcolor": GRID,
}
SHARE_TICKS = {
    "tickvals": [0, 0.25, 0.5, 0.75, 1],
    "tickformat": ".0%",
    "gridcolor": GRID,
}
LEGEND = {
    "orientation": "h",
    "entrywidth": 0,
    "x": 0,
    "y": 1,
    "yanchor": "bottom",
}
_NARROW, _KEY, _LETTER, _LINE = 230, 46, 6.5, 20  # pixels


def legend_room(names: Iterable[str]) -> int:
    """Return the height of a legend on the narrowest phone, in pixels."""
    lines, used = 1, 0.0
    for name in names:
        width = _KEY + _LETTER * len(name)
        if used and used + width > _NARROW:
            lines, used = lines + 1, 0.0
        used += width
    return _LINE * lines


def wrap_label(text: str, width: int) -> str:
    """Return a label broken into lines of at most ``width`` characters."""
    lines = wrap(text.replace("/", "/ "), width, break_long_words=False)
    return "<br>".join(line.replace("/ ", "/") for line in lines)
