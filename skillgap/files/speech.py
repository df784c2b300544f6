"""How a language says sentences, shares, numbers and days in what is taken along."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

import pandas as pd
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from skillgap.domain.scale import Language
from skillgap.files.catalogues import load_translations
from skillgap.files.wording import N_

MOST_SAID = 0.99
BASES = MappingProxyType(
    {"claimed": N_("claimed"), "evidenced": N_("evidenced"), "checked": N_("checked")}
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
