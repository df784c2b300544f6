"""An axis of days: dated as the reader writes them, few enough to be read."""

from datetime import date

import pandas as pd

from skillgap.charts.style import GRID, wrap_label

LABELLED = 2
"""Labels lie at least this part of the axis apart: three can be read on a phone."""


def day_axis(days: pd.DataFrame) -> dict[str, object]:
    """Return a plotly axis on which the last day and few before it are written.

    Args:
        days: one row a day, oldest first. Columns ``day`` (ISO date) and ``label``
            (the day as the reader writes it).

    """
    marked = days[days["day"].isin(_spread_out(list(days["day"])))]
    return {
        "type": "date",
        "tickvals": list(marked["day"]),
        "ticktext": [wrap_label(text, 11) for text in marked["label"]],
        "tickangle": 0,
        "gridcolor": GRID,
    }


def _spread_out(days: list[str]) -> list[str]:
    """Return the last day and few before it, far enough apart to be written."""
    ordinals = [date.fromisoformat(day).toordinal() for day in days]
    least = (ordinals[-1] - ordinals[0]) / LABELLED
    kept: list[int] = []
    for ordinal in reversed(ordinals):
        if not kept or kept[-1] - ordinal >= least:
            kept.append(ordinal)
    return [date.fromordinal(ordinal).isoformat() for ordinal in kept]
