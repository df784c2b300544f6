"""What production asks: gates, and the arithmetic behind their figures."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from skillgap.domain.framework import Gate

MINUTES_A_YEAR = 365 * 24 * 60
MINUTES_A_MONTH = 30 * 24 * 60
STATES = ("open", "supported", "checked")


@dataclass(frozen=True)
class Missing:
    """What a gate still lacks in one skill.

    ``why``: ``not_rated``, ``level`` (too low) or ``claimed`` (high enough, but only
    claimed). ``level`` is None if unknown.
    """

    skill: str
    why: str
    level: int | None


@dataclass(frozen=True)
class GateState:
    """``open``, ``supported`` or ``checked``, and what is missing for ``supported``."""

    gate: str
    state: str
    missing: tuple[Missing, ...]


def read_gates(gates: Mapping[str, Gate], levels: pd.DataFrame) -> list[GateState]:
    """Return the state of every gate; never averaged, the weakest skill decides.

    Args:
        levels: from ``levels_on``.

    """
    rows = levels.set_index("skill")
    return [_read_gate(key, gate, rows) for key, gate in gates.items()]


def _read_gate(key: str, gate: Gate, rows: pd.DataFrame) -> GateState:
    missing, states = [], []
    for skill in gate.skills:
        level = rows["level"].get(skill, float("nan"))
        basis = rows["basis"].get(skill, "")
        if pd.isna(level):
            missing.append(Missing(skill, "not_rated", None))
        elif level < gate.level:
            missing.append(Missing(skill, "level", int(level)))
        elif basis not in ("evidenced", "checked"):
            missing.append(Missing(skill, "claimed", int(level)))
        states.append(basis)
    if missing:
        return GateState(key, "open", tuple(missing))
    checked = all(basis == "checked" for basis in states)
    return GateState(key, "checked" if checked else "supported", ())


def downtime_minutes(uptime: float) -> tuple[float, float]:
    """Return the minutes down a year (365 days) and a month (30 days).

    Args:
        uptime: share of time, 0 to 1.

    """
    return (1 - uptime) * MINUTES_A_YEAR, (1 - uptime) * MINUTES_A_MONTH


def traffic(calls_per_hour: float, latency_ms: float) -> tuple[float, float]:
    """Return calls per second and requests in flight on average.

    Source: Little (1961), Operations Research 9(3), 383-387.
    """
    per_second = calls_per_hour / 3600
    return per_second, per_second * latency_ms / 1000


@dataclass(frozen=True)
class Alerts:
    """Counts of cases: caught and missed true ones, alerts in all, false alerts."""

    caught: float
    missed: float
    alerts: float
    false: float


def alerts(true_cases: float, precision: float, recall: float) -> Alerts:
    """Return what precision and recall (0 to 1, precision above 0) mean in cases."""
    caught = true_cases * recall
    total = caught / precision
    return Alerts(caught, true_cases - caught, total, total - caught)
