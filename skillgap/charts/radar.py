"""Radar plots: a level line against a target line on axes of fixed order."""

from dataclasses import dataclass

import pandas as pd

from skillgap.charts.round_axes import (
    Outline,
    draw_round,
    draw_round_small,
    mark_unknown,
)
from skillgap.charts.style import MINE, MINE_FILL, PREVIOUS, TARGET, Figure


@dataclass(frozen=True)
class RadarNames:
    """The translated names of the lines, and the sentence of an unknown axis."""

    level: str
    target: str
    previous: str
    unknown: str


def draw_radar(axes: pd.DataFrame, names: RadarNames, height: int = 380) -> Figure:
    """Return a radar of levels against targets.

    Args:
        axes: one row per axis, clockwise from the top. Columns ``label``, ``level`` and
            ``target`` (0 to 5; NaN is unknown, marked with a question mark), and
            optionally ``previous`` (levels of an earlier assessment).
        names: what the legend shows.
        height: in pixels.

    """
    labels = list(axes["label"])
    figure = draw_round(labels, _outlines(axes, names), height)
    mark_unknown(figure, labels, axes["level"], names.unknown)
    return figure


def draw_small_radar(axes: pd.DataFrame, names: RadarNames) -> Figure:
    """Return a radar for a row of many: the lines without labels or legend."""
    labels = list(axes["label"])
    figure = draw_round_small(labels, _outlines(axes, names, size=3))
    mark_unknown(figure, labels, axes["level"], names.unknown)
    return figure


def _outlines(axes: pd.DataFrame, names: RadarNames, size: int = 5) -> list[Outline]:
    target = Outline(names.target, list(axes["target"]), TARGET, "dash", size=size)
    mine = Outline(names.level, list(axes["level"]), MINE, fill=MINE_FILL, size=size)
    if "previous" not in axes or axes["previous"].isna().all():
        return [target, mine]
    before = Outline(names.previous, list(axes["previous"]), PREVIOUS, "dot", size=size)
    return [target, before, mine]
