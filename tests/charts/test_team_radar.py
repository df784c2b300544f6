"""The radar of a team: median, middle half and target of each area."""

import numpy as np
import pandas as pd

from skillgap.charts.style import MINE, TARGET
from skillgap.charts.team_radar import TeamRadarNames, draw_team_radar
from tests.charts.figures import hover, named, on_axes, stands_clockwise

NAMES = TeamRadarNames("Median", "Middle half", "Target", "Unknown")
AREAS = pd.DataFrame(
    [["Data", 1.0, 2.0, 3.0, 4.0], ["Ethics", np.nan, np.nan, np.nan, 3.0]],
    columns=["label", "q1", "median", "q3", "target"],
)


def lines() -> dict[str, list[list[float]]]:
    found: dict[str, list[list[float]]] = {}
    for trace in draw_team_radar(AREAS, NAMES).data:
        found.setdefault(trace.name, []).append(
            [level for _axis, level in on_axes(trace)]
        )
    return found


def test_each_line_closes_and_shows_its_numbers():
    assert lines()["Target"] == [[4, 3, 4]]
    assert [line[0] for line in lines()["Middle half"]] == [3, 1]
    assert lines()["Median"][0][0] == 2


def test_an_area_nobody_rated_is_a_gap_with_a_question_mark_and_not_zero():
    marks = [t for t in draw_team_radar(AREAS, NAMES).data if t.name == "Unknown"]

    assert np.isnan(lines()["Median"][0][1])
    assert [hover(mark) for mark in marks] == ["Ethics | Unknown"]


def test_an_area_between_unknown_ones_is_seen_as_a_point():
    shown = {t.name for t in draw_team_radar(AREAS, NAMES).data if "markers" in t.mode}

    assert {"Median", "Middle half", "Target"} <= shown


def test_the_legend_names_the_middle_half_once():
    known = AREAS[AREAS["label"] == "Data"]
    shown = [t.name for t in draw_team_radar(known, NAMES).data if t.showlegend]

    assert sorted(shown) == ["Median", "Middle half", "Target"]


def test_median_and_middle_half_have_the_colour_of_levels_and_the_target_its_own():
    lines = [t for t in draw_team_radar(AREAS, NAMES).data if "lines" in t.mode]

    assert {(t.name, t.line.color) for t in lines} == {
        ("Median", MINE), ("Middle half", MINE), ("Target", TARGET),
    }  # fmt: skip
    assert len({t.line.dash for t in lines}) == 3


def test_areas_stand_clockwise_from_the_top_in_the_order_of_the_rows():
    figure = draw_team_radar(AREAS, NAMES)

    lines = [t for t in figure.data if "lines" in t.mode]
    assert all(stands_clockwise(line, 2) for line in lines)
    assert {tuple(axis for axis, _ in on_axes(line)) for line in lines} == {
        ("Data", "Ethics", "Data"),
    }


def test_hovering_says_area_level_and_line():
    (median,) = named(draw_team_radar(AREAS, NAMES), "Median")

    assert hover(median) == "Data: 2.0 | Median"
