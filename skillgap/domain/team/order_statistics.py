"""Median and quartiles, of counted levels and of measured values.

A quantile lies between the two nearest values in order, in proportion: type 7 of
Hyndman and Fan (1996), The American Statistician 50(4), 361-365; what numpy, pandas
and spreadsheets do.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

QUARTILES = (("q1", 0.25), ("median", 0.5), ("q3", 0.75))


def quantile_of_counts(counts: Counts, share: float) -> Floats:
    """Return a quantile of levels 0, 1, 2 ... of which only the counts are known.

    Args:
        counts: one row for each quantile wanted, one column for each level.
        share: 0 to 1.

    Returns:
        One number a row, in levels; NaN where nothing is counted.

    """
    total = counts.sum(axis=1)
    place = np.maximum(total - 1, 0) * share
    below = np.floor(place)
    reached = counts.cumsum(axis=1)
    low = (reached <= below[:, None]).sum(axis=1)
    high = (reached <= np.ceil(place)[:, None]).sum(axis=1)
    found = low + (high - low) * (place - below)
    return np.where(total > 0, found, np.nan)


def quantile_of_columns(values: Floats, share: float) -> Floats:
    """Return a quantile of each column, NaN left out; NaN where nothing is known."""
    ordered = np.sort(values, axis=0)  # NaN goes last
    total = len(values) - np.isnan(values).sum(axis=0)
    place = np.maximum(total - 1, 0) * share
    below = np.floor(place)
    columns = np.arange(values.shape[1])
    if not len(values):
        return np.full(values.shape[1], np.nan)
    low = ordered[below.astype(int), columns]
    high = ordered[np.ceil(place).astype(int), columns]
    return np.asarray(low + (high - low) * (place - below))
