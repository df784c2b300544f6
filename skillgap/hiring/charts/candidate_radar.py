"""Outlines of at most three candidates over one target, on axes of fixed order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from skillgap.charts.round_axes import Outline, draw_round
from skillgap.charts.style import TARGET, Figure
from skillgap.hiring.charts.candidate_dots import COLOURS, SYMBOLS

MOST_OUTLINES = 3
DASHES = ("solid", "dash", "dot")


@dataclass(frozen=True)
class CandidateLevels:
    """One candidate: shown name, place in the file order, level of each axis."""

    name: str
    place: int
    levels: Mapping[str, float]


def draw_candidate_radar(
    targets: "pd.Series[float]", candidates: Sequence[CandidateLevels], target_name: str
) -> Figure:
    """Return a radar of outlines without areas; an unknown axis breaks the line.

    Args:
        targets: the target of each axis (index: shown axis), clockwise from the top.
        candidates: at most three.
        target_name: what the legend calls the target.

    Raises:
        ValueError: more than three outlines, which nobody can tell apart.

    """
    if len(candidates) > MOST_OUTLINES:
        raise ValueError(f"a radar shows at most {MOST_OUTLINES} candidates")
    axes = [str(axis) for axis in targets.index]
    drawn = [
        Outline(target_name, list(targets), TARGET, "longdash", symbol="diamond-open")
    ]
    for dash, candidate in zip(DASHES, candidates):
        place = candidate.place % len(COLOURS)
        levels = [candidate.levels.get(axis, float("nan")) for axis in axes]
        look = (COLOURS[place], dash, 2, SYMBOLS[place], 8)
        drawn.append(Outline(candidate.name, levels, *look))
    return draw_round(axes, drawn, height=400)
