"""A skill of a team over time: median, middle half and target."""

import numpy as np
import pandas as pd

from skillgap.charts.style import MINE, TARGET
from skillgap.charts.team_trend import TrendNames, draw_team_trend
from tests.charts.figures import hover

NAMES = TrendNames("Median", "Middle half", "Target", "Level")
DAYS = pd.DataFrame(
    [
        ["2026-01-05", "5 January 2026", np.nan, np.nan, np.nan, 0],
        ["2026-03-02", "2 March 2026", 1.0, 2.0, 2.5, 4],
        ["2026-11-02", "2 November 2026", 2.0, 3.0, 4.0, 6],
        ["2026-11-09", "9 November 2026", 2.0, 3.5, 4.0, 6],
    ],
    columns=["day", "label", "q1", "median", "q3", "rated"],
)


def traces(target: float = 3.0):
    return list(draw_team_trend(DAYS, target, NAMES).data)


def test_the_line_shows_the_medians_and_a_day_nobody_rated_is_a_gap_and_not_zero():
    line = next(trace for trace in traces() if trace.name == "Median")

    assert np.isnan(line.y[0])
    assert list(line.y[1:]) == [2, 3, 3.5]
    assert list(line.x) == list(DAYS["day"])


def test_the_band_lies_between_the_quarters_and_the_legend_names_it_once():
    upper, lower = [trace for trace in traces() if trace.name == "Middle half"]

    assert (list(upper.y), list(lower.y)) == ([2.5, 4, 4], [1, 2, 2])
    assert (lower.fill, upper.fill) == ("tonexty", None)
    assert [upper.showlegend, lower.showlegend] == [False, True]


def test_a_skill_without_a_target_has_no_line_of_it():
    assert "Target" in [trace.name for trace in traces()]
    assert "Target" not in [trace.name for trace in traces(np.nan)]


def test_days_close_together_are_not_written_over_each_other():
    axis = draw_team_trend(DAYS, 3.0, NAMES).layout.xaxis

    assert sorted(axis.tickvals) == ["2026-03-02", "2026-11-09"]
    assert axis.ticktext[-1] == "9 November<br>2026"


def test_a_single_day_has_a_label():
    figure = draw_team_trend(DAYS.tail(1), 3.0, NAMES)

    assert list(figure.layout.xaxis.tickvals) == ["2026-11-09"]


def test_hovering_says_the_day_as_it_is_written_the_median_and_the_middle_half():
    line = next(trace for trace in traces() if trace.name == "Median")

    assert hover(line, 1) == "2 March 2026: 2 (1 - 2.5) | Median"


def test_levels_have_one_colour_and_the_target_runs_through_every_day_in_its_own():
    target = next(trace for trace in traces() if trace.name == "Target")

    assert (list(target.x), list(target.y)) == (list(DAYS["day"]), [3, 3, 3, 3])
    assert {t.name: t.line.color for t in traces()} == {
        "Median": MINE, "Middle half": MINE, "Target": TARGET,
    }  # fmt: skip


def test_days_stand_as_far_apart_as_they_are():
    assert draw_team_trend(DAYS, 3.0, NAMES).layout.xaxis.type == "date"
