"""Bars of fit: how much of the demand of each profile is met."""

import numpy as np

from skillgap.charts.fit_bars import draw_fit_bars
from tests.charts.figures import goes_down, hover, names
from tests.tables import table

ROWS = table("""
    label        fit  text
    LLM_engineer 0.75 75%,_rated_40%
    Researcher   0    0%,_rated_5%
    Analyst      ?    unknown
""").replace("_", " ", regex=True)


def test_each_bar_is_as_long_as_its_fit_and_an_unknown_one_is_none_and_not_zero():
    (bars,) = draw_fit_bars(ROWS, "Fit").data

    assert bars.orientation == "h"
    assert list(bars.x[:2]) == [0.75, 0]
    assert np.isnan(bars.x[2])


def test_fit_never_stands_without_the_rated_share_of_its_text():
    (bars,) = draw_fit_bars(ROWS, "Fit").data

    assert names(draw_fit_bars(ROWS, "Fit")) == [
        "LLM engineer: 75%, rated 40%", "Researcher: 0%, rated 5%", "Analyst: unknown",
    ]  # fmt: skip
    assert hover(bars) == "LLM engineer: 75%, rated 40%"


def test_the_first_row_is_on_top_and_the_scale_is_the_whole_of_the_demand():
    figure = draw_fit_bars(ROWS, "Fit")

    assert list(figure.data[0].y) == ["LLM engineer", "Researcher", "Analyst"]
    assert goes_down(figure.layout.yaxis)
    assert tuple(figure.layout.xaxis.range) == (0, 1)
    assert (figure.layout.xaxis.tickformat, figure.layout.xaxis.title.text) == (
        ".0%", "Fit",
    )  # fmt: skip


def test_a_long_label_is_broken_and_loses_no_word():
    name = "Engineer of data platforms and of everything around"

    figure = draw_fit_bars(ROWS[:1].assign(label=name), "Fit")

    assert figure.layout.annotations[0].text.split("<br>") == [
        "Engineer of data platforms and of", "everything around: 75%, rated 40%",
    ]  # fmt: skip


def test_more_rows_make_the_figure_higher_and_none_makes_it_empty():
    heights = [draw_fit_bars(ROWS[:n], "Fit").layout.height for n in range(4)]

    assert heights[0] == heights[1] < heights[2] < heights[3]
    assert len(draw_fit_bars(ROWS[:0], "Fit").data[0].x) == 0
