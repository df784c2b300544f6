"""Several candidates against a target: estimates with intervals, one band a skill."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from skillgap.charts.rows import LETTERS, lay_out_plot, name_height, write_name
from skillgap.charts.style import (
    GRID,
    LEVEL_TICKS,
    TARGET,
    wrap_label,
)

# Form and place in the band tell candidates apart; colour only helps.
SYMBOLS = (
    "circle", "square", "triangle-up", "diamond", "pentagon", "star", "hexagon",
    "cross",
)  # fmt: skip
COLOURS = (
    "#0d9488", "#2563eb", "#db2777", "#7c3aed", "#65a30d", "#dc2626", "#0891b2",
    "#64748b",
)  # fmt: skip
CLAIMED = "claimed"
UNKNOWN_AT = -0.6
STEP, GAP = 22, 14  # pixels: a candidate, between the last one and the next name
SCREEN, AXIS = 700, 52  # pixels: above a screen's height the scale stands on top


@dataclass(frozen=True)
class CandidateDotNames:
    """The translated names of target, unknown level and the axis."""

    target: str
    unknown: str
    axis: str


def draw_candidate_dots(
    rows: pd.DataFrame, labels: Sequence[tuple[str, str]], names: CandidateDotNames
) -> go.Figure:
    """Return estimates with intervals, skills downwards in the order of the rows.

    Each candidate has a line of their own in a skill's band and a form of their own;
    the form is open where the level is only claimed. The target is a bar across the
    band, an unknown level a question mark left of the scale.

    Args:
        rows: columns ``candidate``, ``label`` (the skill), ``target``, ``level``,
            ``basis``, ``estimate``, ``low``, ``high`` (NaN is unknown).
        labels: letter and shown name of each candidate, in the order of the files.
        names: what legend and axis show.

    """
    bands = list(dict.fromkeys(rows["label"]))
    marks = STEP * len(labels)
    wrapped = [wrap_label(band, LETTERS) for band in bands]
    height = name_height(wrapped) + marks + GAP
    table = rows.assign(
        middle=rows["label"].map({band: n * height for n, band in enumerate(bands)})
    )
    figure = go.Figure(_targets(table, names.target, marks))
    for place, (letter, name) in enumerate(labels):
        part = table[table["candidate"] == letter]
        offset = STEP * (place - (len(labels) - 1) / 2)
        _add_candidate(figure, part.assign(y=part["middle"] + offset), place, name)
    _add_unknown(figure, table, labels, names.unknown)
    for place, band in enumerate(wrapped):
        write_name(figure, band, place * height, marks // 2 + 2)
    _lay_out(figure, len(bands), height, marks, names.axis)
    return figure


def _targets(table: pd.DataFrame, name: str, height: int) -> go.Scatter:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for row in table.drop_duplicates("label").itertuples():
        xs += [row.target, row.target, None]
        ys += [row.middle - height / 2, row.middle + height / 2, None]
    line = {"color": TARGET, "width": 3, "dash": "dash"}
    return go.Scatter(x=xs, y=ys, name=name, mode="lines", line=line, hoverinfo="skip")


def _add_candidate(
    figure: go.Figure, part: pd.DataFrame, place: int, name: str
) -> None:
    known = part[part["estimate"].notna()]
    form, colour = SYMBOLS[place % 8], COLOURS[place % 8]
    forms = [f"{form}-open" if b == CLAIMED else form for b in known["basis"]]
    figure.add_trace(
        go.Scatter(
            x=known["estimate"],
            y=known["y"],
            name=name,
            legendgroup=name,
            mode="markers",
            marker={
                "symbol": forms,
                "size": 12,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            error_x=_interval(known, colour),
            customdata=known[["label", "level", "low", "high"]],
            hovertemplate="%{customdata[0]}: %{x} (%{customdata[2]} - "
            "%{customdata[3]}), %{customdata[1]}<extra>%{fullData.name}</extra>",
            showlegend=False,
        )
    )
    figure.add_trace(_key(form, colour, name))


def _interval(known: pd.DataFrame, colour: str) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "array": known["high"] - known["estimate"],
        "arrayminus": known["estimate"] - known["low"],
        "color": colour,
        "thickness": 2,
        "width": 4,
    }


def _key(form: str, colour: str, name: str) -> go.Scatter:
    """Return the legend's entry: always the filled form, also with nothing known."""
    return go.Scatter(
        x=[None],
        y=[None],
        name=name,
        legendgroup=name,
        mode="markers",
        marker={"symbol": form, "size": 12, "color": colour},
    )


def _add_unknown(
    figure: go.Figure,
    table: pd.DataFrame,
    labels: Sequence[tuple[str, str]],
    name: str,
) -> None:
    offsets = {
        letter: STEP * (place - (len(labels) - 1) / 2)
        for place, (letter, _name) in enumerate(labels)
    }
    unknown = table[table["estimate"].isna()]
    if unknown.empty:
        return
    figure.add_trace(
        go.Scatter(
            x=[UNKNOWN_AT] * len(unknown),
            y=unknown["middle"] + unknown["candidate"].map(offsets),
            name=name,
            mode="text",
            text=["?"] * len(unknown),
            textfont={"size": 15},
            customdata=unknown["candidate"].map(dict(labels)),
            hovertemplate="%{customdata}<extra>" + name + "</extra>",
            showlegend=False,
        )
    )


def _lay_out(figure: go.Figure, bands: int, height: int, marks: int, axis: str) -> None:
    """Show every band whole: its name above, a line of the grid below."""
    below = (marks + GAP) / 2
    for n in range(bands - 1):
        edge = n * height + below
        figure.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=edge, y1=edge,
            line={"color": GRID, "width": 1},
        )  # fmt: skip
    plot = height * max(bands, 1)
    is_tall = plot > SCREEN
    scale = {**LEVEL_TICKS, "title": axis, "range": [-0.9, 5.4], "zeroline": False}
    if is_tall:
        scale["side"] = "top"
    lay_out_plot(figure, plot, scale, above=AXIS if is_tall else 0)
    last = (max(bands, 1) - 1) * height + below
    figure.update_layout(yaxis={"range": [last, last - plot], "visible": False})
