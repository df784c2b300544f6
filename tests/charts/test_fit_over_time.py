"""The fit of one person over time."""

import numpy as np
import pandas as pd

from skillgap.charts.fit_over_time import draw_fit_over_time

DAYS = pd.DataFrame(
    [
        ["2026-05-18", "18 May 2026", 0.58, "58 %, 48 of 61 skills"],
        ["2026-08-10", "10 August 2026", np.nan, "nothing known"],
        ["2026-11-16", "16 November 2026", 0.66, "66 %, 48 of 61 skills"],
    ],
    columns=["day", "label", "fit", "text"],
)


def test_each_day_has_a_dot_and_the_fit_stands_until_the_next():
    figure = draw_fit_over_time(DAYS, "Fit")
    line = figure.data[0]

    assert list(line.x) == list(DAYS["day"])
    assert (line.y[0], line.y[2]) == (0.58, 0.66)
    assert line.line.shape == "hv"
    assert "markers" in line.mode


def test_a_day_without_a_fit_is_a_gap_and_not_zero():
    assert np.isnan(draw_fit_over_time(DAYS, "Fit").data[0].y[1])


def test_a_dot_says_the_day_and_on_how_many_skills_the_fit_rests():
    line = draw_fit_over_time(DAYS, "Fit").data[0]

    assert list(line.customdata[0]) == [
        "18 May 2026",
        "58 %, 48 of 61 skills",
    ]
    assert "customdata[0]" in line.hovertemplate
    assert "customdata[1]" in line.hovertemplate


def test_the_axis_goes_from_nothing_to_everything_so_that_small_steps_look_small():
    figure = draw_fit_over_time(DAYS, "Fit")

    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] >= 1
