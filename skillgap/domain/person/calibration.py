"""How sure a person was against how right they were; for that person only."""

from dataclasses import dataclass
from math import sqrt

import pandas as pd

ENOUGH = 20  # answers; simulated: on 5, chance alone moves the figure by -.3 to +.5
STATED = {"sure": 0.95, "fairly": 0.75, "guess": 0.35}
"""The chance a word stands for; judgements: "guess" is above one option in four."""
Z90 = 1.6448536269514722  # of the normal distribution: 90 % lie within


@dataclass(frozen=True)
class Calibration:
    """Confidence against success.

    ``brier`` is the mean squared distance of stated chance and outcome (0 is
    perfect, .25 is a coin). ``over`` is stated minus right, in shares: above 0 is
    over-confident; ``low`` and ``high`` hold it with 90 %, and are never closer than
    chance alone would have them for somebody whose confidence fits.
    """

    answers: int
    brier: float
    over: float
    low: float
    high: float
    by_confidence: pd.DataFrame

    @property
    def verdict(self) -> str:
        """``too_sure``, ``not_sure_enough``, or ``fits`` when the interval holds 0."""
        if self.low > 0:
            return "too_sure"
        return "not_sure_enough" if self.high < 0 else "fits"


def measure_calibration(answered: pd.DataFrame) -> Calibration | None:
    """Return confidence against success, None below 20 answers: noise would speak.

    Args:
        answered: columns ``confidence`` (``sure``, ``fairly``, ``guess``; others are
            left out) and ``right`` (1 or 0).

    Returns:
        ``by_confidence`` has the columns ``confidence``, ``stated`` (chance),
        ``answers``, ``right`` (share), ``low`` and ``high`` (90 % Wilson interval).

    Source: Brier (1950), Monthly Weather Review 78(1), 1-3; Wilson (1927), JASA
    22(158), 209-212.

    """
    table = answered[answered["confidence"].isin(STATED)].dropna(subset=["right"])
    if len(table) < ENOUGH:
        return None
    stated = table["confidence"].map(STATED).astype(float)
    right = table["right"].astype(float)
    distance = stated - right
    by_chance = sqrt(float((stated * (1 - stated)).mean()))
    spread = max(float(distance.std(ddof=1)), by_chance)
    margin = Z90 * spread / sqrt(len(table))
    over = float(distance.mean())
    brier = float((distance**2).mean())
    groups = _by_confidence(table.assign(right=right))
    return Calibration(len(table), brier, over, over - margin, over + margin, groups)


def _by_confidence(table: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for confidence, stated in STATED.items():
        right = table.loc[table["confidence"] == confidence, "right"]
        if len(right):
            low, high = wilson_interval(int(right.sum()), len(right))
            rows.append(
                (confidence, stated, len(right), float(right.mean()), low, high)
            )
    columns = ["confidence", "stated", "answers", "right", "low", "high"]
    return pd.DataFrame(rows, columns=columns)


def wilson_interval(right: int, answers: int) -> tuple[float, float]:
    """Return the 90 % interval of a share of right answers."""
    share, z = right / answers, Z90
    centre = share + z * z / (2 * answers)
    margin = z * sqrt(share * (1 - share) / answers + z * z / (4 * answers**2))
    scale = 1 + z * z / answers
    return (centre - margin) / scale, (centre + margin) / scale
