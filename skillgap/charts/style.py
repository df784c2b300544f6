"""What all charts share: colours that hold in light and dark, and wrapped labels."""

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
LEVEL_TICKS = {"range": [0, 5.2], "tickvals": [0, 1, 2, 3, 4, 5], "gridcolor": GRID}


def wrap_label(text: str, width: int) -> str:
    """Return a label broken into lines of at most ``width`` characters."""
    lines = wrap(text.replace("/", "/ "), width, break_long_words=False)
    return "<br>".join(line.replace("/ ", "/") for line in lines)
