"""The levels that the meanings of a legend speak of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from skillgap.domain.scale import Level
from skillgap.domain.sheets.level_legend import speaks_of_level
from skillgap.domain.sheets.level_words import level_positions, phrase_position
from skillgap.domain.sheets.reading_notes import Note, Question
from skillgap.domain.sheets.scale_numbers import Ends


@dataclass(frozen=True)
class LegendFinding:
    """The level of each folded mark a legend explains, None if it says "unknown".

    ``ends`` are those of its numbers. Where the meanings do not tell, numbers are
    spread between the ends; letters and symbols are to be asked.
    """

    levels: Mapping[str, Level | None] = field(default_factory=dict)
    ends: Ends | None = None
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def explain_legend(legend: Mapping[str, str]) -> LegendFinding:
    """Return what a legend tells; its levels must rise, or fall, with its numbers."""
    places = {key: phrase_position(text) for key, text in legend.items()}
    steps = level_positions(place for place in places.values() if place is not None)
    numbers = sorted(int(key) for key in legend if key.isdecimal())
    is_range = len(numbers) > 1
    ends = Ends(float(numbers[0]), float(numbers[-1]), "legend") if is_range else None
    is_told = all(map(speaks_of_level, legend.values()))
    if is_told and steps and _is_in_order(numbers, places, steps):
        levels = {key: _level(place, steps) for key, place in places.items()}
        note = Note("scale_from_legend", {"value": len(legend)})
        return LegendFinding(levels, ends, (), (note,))
    if ends:
        return LegendFinding(ends=ends)
    question = Question("ask_legend", {"value": ", ".join(legend)})
    return LegendFinding(questions=(question,))


def _level(place: float | None, steps: Mapping[float, Level]) -> Level | None:
    return None if place is None else steps[place]


def _is_in_order(
    numbers: list[int],
    places: Mapping[str, float | None],
    steps: Mapping[float, Level],
) -> bool:
    told = [places[str(number)] for number in numbers]
    levels = [steps[place] for place in told if place is not None]
    is_sorted = levels in (sorted(levels), sorted(levels, reverse=True))
    return is_sorted and len(set(levels)) == len(levels)
