"""The numbers an estimate rests on, with their sources, and how they fared."""

from collections.abc import Mapping
from dataclasses import dataclass

from skillgap.domain.scale import Change, Level, Text, Weight
from skillgap.domain.shape import Shape


@dataclass(frozen=True)
class PriorParameters(Shape):
    """Mean and spread (standard deviation), in levels, before anything is known."""

    mean: float
    spread: float
    source: Text


@dataclass(frozen=True)
class ClaimParameters(Shape):
    """Correlation of a self-rating with the level, and how many levels it leans up."""

    validity: float
    bias: float
    source: Text


@dataclass(frozen=True)
class EvidenceParameters(Shape):
    """How steeply evidence tells levels apart, and the share who give it anyway."""

    slope: float
    floor: float
    source: Text


@dataclass(frozen=True)
class CheckParameters(Shape):
    """Slope per level, how far below its level a check is met half the time, slips."""

    slope: float
    offset: float
    slip: float
    source: Text


@dataclass(frozen=True)
class DecideParameters(Shape):
    """Width of the interval, and the chances that count as met and not met."""

    interval: float
    met: float
    not_met: float


@dataclass(frozen=True)
class PairParameters(Shape):
    """When two people are told apart, and how one person's errors go together.

    ``told_apart`` is the chance that must be exceeded to say who is above.
    ``shared_error`` is the correlation of the errors of one person's skills, 0 to 1.
    """

    told_apart: float
    shared_error: float
    source: Text


@dataclass(frozen=True)
class EstimateParameters(Shape):
    """``estimate.yaml``: every number the estimate rests on, with its source."""

    prior: PriorParameters
    claim: ClaimParameters
    evidence: EvidenceParameters
    check: CheckParameters
    decide: DecideParameters
    pair: PairParameters


@dataclass(frozen=True)
class SimulationRow(Shape):
    """Errors of one group of simulated people, as ``summarise_simulation`` gives."""

    bias: float
    skills: int
    claim_error: float
    estimate_error: float
    claim_lean: float
    estimate_lean: float
    coverage: float


@dataclass(frozen=True)
class Simulation(Shape):
    """``simulation.yaml``: how far claim and estimate err, written by a benchmark."""

    people: int
    seed: int
    profile: str
    rows: tuple[SimulationRow, ...]


@dataclass(frozen=True)
class Shift(Shape):
    """How far a target moves; one that is beyond the limit already stays."""

    by: Change
    limit: Level


@dataclass(frozen=True)
class Seniority(Shape):
    """How experienced somebody wants to be: what happens to targets, by weight."""

    name: Text
    why: Text
    shifts: Mapping[Weight, Shift]
