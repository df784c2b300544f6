"""What a comparison of candidates says in words, on screen and in exports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from skillgap.domain.hiring.candidates import Candidate, other_versions
from skillgap.domain.scale import Language
from skillgap.files.catalogues import load_translations
from skillgap.files.wording import N_

MOST_SAID = 0.99
CANDIDATE = N_("Candidate")
STATES = MappingProxyType(
    {
        "met": N_("met"),
        "not_met": N_("not met"),
        "cannot_tell": N_("cannot tell: ask"),
    }
)
BASES = MappingProxyType(
    {"claimed": N_("claimed"), "evidenced": N_("evidenced"), "checked": N_("checked")}
)
ASKED_FOR = MappingProxyType(
    {
        "must_have": N_("a must-have"),
        "difference": N_("the candidates differ, and this level is only claimed"),
    }
)
NO_RANKING = N_(
    "No ranking: the candidates stand in the order of their files. Levels are their "
    "own ratings, what is not rated is unknown and not zero, and people decide, each "
    "time with a reason."
)
NEEDS_OPEN = N_("The needs of the role were not fixed before this comparison.")
OTHER_VERSION = N_(
    "{name} rated on framework {versions}; the present one is {present}. The acts that "
    "earn a level may have changed."
)
NOT_KNOWN = N_(
    "{first} and {second} rated no skill in common: nothing can be said about the two."
)
NOT_TOLD_APART = N_(
    "{first} and {second} cannot be told apart: the chance that {second} is above "
    "{first} is {chance} (skills both rated: {count})."
)
TOLD_APART = N_(
    "{upper} is above {lower} with a chance of {chance} (skills both rated: {count})."
)


@dataclass(frozen=True)
class Speech:
    """How a language says sentences, shares and numbers."""

    language: Language

    def say(self, sentence: str, **blanks: object) -> str:
        """Return a sentence in the language with its blanks filled."""
        text = load_translations(self.language).gettext(sentence)
        return text.format(**blanks) if blanks else text

    def percent(self, share: float) -> str:
        """Return a share of 0 to 1 as a whole percentage, ``?`` if unknown."""
        if pd.isna(share):
            return "?"
        return str(format_percent(share, locale=self.language))

    def chance(self, chance: float) -> str:
        """Return a probability; one that is not certain never reads like certain."""
        if chance > MOST_SAID:
            return f"> {self.percent(MOST_SAID)}"
        if chance < 1 - MOST_SAID:
            return f"< {self.percent(1 - MOST_SAID)}"
        return self.percent(chance)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with at most so many digits, ``?`` if unknown."""
        if pd.isna(value):
            return "?"
        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        rounded = round(float(value), digits) + 0.0
        return str(format_decimal(rounded, pattern, locale=self.language))

    def signed(self, value: float, digits: int = 0) -> str:
        """Return a difference with its sign, ``?`` if unknown."""
        text = self.number(value, digits)
        return f"+{text}" if value > 0 and round(value, digits) else text

    def day(self, day: str) -> str:
        """Return an ISO date as the language writes it."""
        return str(format_date(date.fromisoformat(day), "long", locale=self.language))

    def moment(self, moment: str) -> str:
        """Return an ISO moment as day and time in UTC."""
        told = datetime.fromisoformat(moment).astimezone(UTC)
        return f"{self.day(told.date().isoformat())}, {told:%H:%M} UTC"

    def span(self, low: float, high: float) -> str:
        """Return a range of levels, ``?`` if unknown."""
        return "?" if pd.isna(low) else f"{self.number(low)}–{self.number(high)}"


def describe_state(row: Any, speech: Speech) -> str:
    """Return whether a target is met, always with what that rests on.

    Args:
        row: a row of ``Comparison.rows``.
        speech: the language.

    """
    state = speech.say(STATES[row.state])
    if pd.isna(row.level):
        unrated = speech.say(N_("not rated"))
        return f"{state} ({unrated})"
    level = speech.say(N_("level {level}"), level=int(row.level))
    return f"{state} ({level}, {speech.say(BASES[row.basis])})"


def describe_pair(pair: Any, names: Mapping[str, str], speech: Speech) -> str:
    """Return what can be said about two candidates.

    Args:
        pair: a row of ``compare_totals`` or ``compare_pairs``.
        names: what each letter is called.
        speech: the language.

    """
    first, second = names[pair.first], names[pair.second]
    if pd.isna(pair.chance):
        return speech.say(NOT_KNOWN, first=first, second=second)
    blanks = {"count": speech.number(pair.shared)}
    if not pair.above:
        chance = speech.chance(pair.chance)
        return speech.say(
            NOT_TOLD_APART, first=first, second=second, chance=chance, **blanks
        )
    upper, lower = (second, first) if pair.above == pair.second else (first, second)
    likely = speech.chance(max(pair.chance, 1 - pair.chance))
    return speech.say(TOLD_APART, upper=upper, lower=lower, chance=likely, **blanks)


def describe_versions(
    candidates: Iterable[Candidate],
    present: str,
    names: Mapping[str, str],
    speech: Speech,
) -> list[str]:
    """Return a sentence for each candidate who rated on another framework version."""
    return [
        speech.say(
            OTHER_VERSION,
            name=names[candidate.letter],
            versions=", ".join(others),
            present=present,
        )
        for candidate in candidates
        if (others := other_versions(candidate, present))
    ]
