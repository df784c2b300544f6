"""What all charts share: colours of one meaning, forms of a basis, broken labels."""

import pytest

from skillgap.charts.style import (
    BASIS_SYMBOLS,
    LEVEL_TICKS,
    MINE,
    MINE_FILL,
    PREVIOUS,
    TARGET,
    wrap_label,
)
from skillgap.domain.ratings import BASES
from skillgap.domain.scale import LEVELS


def luminance(colour: str) -> float:
    """Return how light a colour is, as contrast is measured (WCAG 2)."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    shares = (0.2126, 0.7152, 0.0722)
    return sum(
        share * (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4)
        for share, p in zip(shares, parts)
    )


@pytest.mark.parametrize("ground", ["#ffffff", "#0e1117"], ids=["light", "dark"])
@pytest.mark.parametrize("colour", [MINE, TARGET, PREVIOUS])
def test_each_colour_of_a_line_holds_on_light_and_on_dark(colour, ground):
    light, dark = sorted([luminance(colour), luminance(ground)], reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= 3


def test_mine_target_and_previous_are_three_colours_and_the_fill_is_mine():
    assert len({MINE, TARGET, PREVIOUS}) == 3
    red, green, blue = (int(MINE[n : n + 2], 16) for n in (1, 3, 5))
    assert MINE_FILL.startswith(f"rgba({red}, {green}, {blue}, ")


def test_every_basis_has_a_form_and_only_a_claim_an_open_one():
    assert set(BASIS_SYMBOLS) == set(BASES)
    assert len(set(BASIS_SYMBOLS.values())) == len(BASES)
    assert [b for b, form in BASIS_SYMBOLS.items() if "open" in form] == ["claimed"]


def test_the_scale_begins_at_zero_and_shows_every_level():
    assert LEVEL_TICKS["tickvals"] == list(LEVELS)
    assert LEVEL_TICKS["range"][0] < 0, "a mark at 0 is whole"
    assert LEVEL_TICKS["range"][1] > max(LEVELS)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Git", ["Git"]),
        ("", [""]),
        ("Data and its pipelines", ["Data and its", "pipelines"]),
        ("JavaScript/TypeScript", ["JavaScript/", "TypeScript"]),
        ("Internationalization", ["Internationalization"]),
        ("CI/CD", ["CI/CD"]),
    ],
)
def test_a_label_is_broken_between_words_and_loses_nothing(text, lines):
    assert wrap_label(text, 14).split("<br>") == lines
