"""Bars of eras: the mean level in the skills that mark each."""

import numpy as np

from skillgap.charts.era_bars import draw_era_bars
from tests.charts.figures import goes_down, hover, names
from tests.tables import table

ROWS = table("""
    label     level text
    Classical 3.5   3.5
    Deep      0     0.0
    Agents    ?     unknown
""").astype({"text": str})


def test_each_bar_is_as_long_as_its_level_and_an_unknown_one_is_none_and_not_zero():
    (bars,) = draw_era_bars(ROWS, "Level").data

    assert bars.orientation == "h"
    assert list(bars.x[:2]) == [3.5, 0]
    assert np.isnan(bars.x[2])


def test_what_stands_at_a_bar_is_the_text_also_where_there_is_no_bar():
    (bars,) = draw_era_bars(ROWS, "Level").data

    written = names(draw_era_bars(ROWS, "Level"))
    assert written == ["Classical: 3.5", "Deep: 0.0", "Agents: unknown"]
    assert hover(bars, 2) == "Agents: unknown"


def test_the_first_era_is_on_top_and_the_scale_shows_every_level():
    figure = draw_era_bars(ROWS, "Level")

    assert list(figure.data[0].y) == ["Classical", "Deep", "Agents"]
    assert goes_down(figure.layout.yaxis)
    assert figure.layout.xaxis.title.text == "Level"
    assert list(figure.layout.xaxis.tickvals) == [0, 1, 2, 3, 4, 5]
    low, high = figure.layout.xaxis.range
    assert low == 0
    assert high >= 5
