"""What all charts share: colours of one meaning, forms of a basis, broken labels."""

import tomllib
from itertools import pairwise

import pytest

from skillgap.charts.heat_map import INK, LEVEL_COLOURS
from skillgap.charts.style import (
    BASIS_SYMBOLS,
    LEVEL_TICKS,
    MINE,
    MINE_FILL,
    PREVIOUS,
    TARGET,
    legend_room,
    wrap_label,
)
from skillgap.domain.ratings import BASES
from skillgap.domain.scale import LEVELS
from skillgap.hiring.charts.candidate_dots import COLOURS
from skillgap.settings import ROOT
from tests.charts.contrast import contrast, luminance

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
GROUNDS = {theme: THEME[theme]["backgroundColor"] for theme in ("light", "dark")}


@pytest.mark.parametrize("theme", GROUNDS)
@pytest.mark.parametrize("colour", [MINE, TARGET, PREVIOUS, *COLOURS])
def test_each_colour_of_a_mark_or_line_holds_on_the_ground_of_each_theme(colour, theme):
    assert contrast(colour, GROUNDS[theme]) >= 3


@pytest.mark.parametrize("colour", LEVEL_COLOURS)
def test_a_level_can_be_read_in_every_cell_of_a_heat_map(colour):
    assert contrast(INK, colour) >= 4.5


def test_each_level_of_a_heat_map_is_darker_than_the_one_below_in_any_eye():
    steps = list(pairwise(LEVEL_COLOURS))

    assert all(luminance(low) > luminance(high) for low, high in steps)
    assert min(contrast(*step) for step in steps) > 1.2


def test_no_candidate_has_the_colour_of_the_target():
    assert TARGET not in COLOURS
    assert len(set(COLOURS)) == len(COLOURS)


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (["Target"], 1),
        (["Target", "Level"], 1),
        (["Target", "Middle half", "Median"], 2),
    ],
)
def test_a_legend_has_the_lines_it_takes_on_a_narrow_phone(names, lines):
    assert legend_room(names) == 20 * lines


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
